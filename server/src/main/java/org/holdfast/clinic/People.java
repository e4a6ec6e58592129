package org.holdfast.clinic;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.holdfast.clinic.Enrolment.Phase;
import org.holdfast.decision.Confidential;
import org.holdfast.decision.Confidential.Lifetime;
import org.holdfast.decision.DamagedLog;
import org.holdfast.decision.Decision;
import org.holdfast.decision.Named;
import org.holdfast.decision.RefusalCode;
import org.holdfast.decision.Stamp;
import org.holdfast.session.MemberId;
import org.jspecify.annotations.Nullable;

/// Whom the clinic knows, each under a record number that nobody else has. What they are called, how to reach them and
/// whom to call for them stands in their own logs.
///
/// @param numbers whose each is, in the form in which two are the same
public record People(SortedMap<MemberId, Known> all, SortedMap<String, MemberId> numbers) {
    public static final int LONGEST_NUMBER = 32;
    public static final int MOST_STATES = 60;
    public static final int MOST_MINUTES = 60 * 60;

    private static final Pattern STATE = Pattern.compile("[A-Z]{2}");

    static final People NOBODY = new People(Collections.emptySortedMap(), Collections.emptySortedMap());

    public enum Part {
        PARTICIPANT,
        STAFF
    }

    /// @param number as the clinic writes it
    /// @param roles of staff
    /// @param states where staff are licensed, in two letters
    /// @param minutes planned for a week where it is not what the programme plans, by phase
    public record Known(
            MemberId id,
            Part part,
            Confidential number,
            SortedSet<StaffRole> roles,
            SortedSet<String> states,
            SortedMap<Phase, Integer> minutes) {
        /// Planned for a week of this phase.
        public int planned(Phase phase) {
            return minutes.getOrDefault(phase, phase.minutes());
        }
    }

    public sealed interface Command extends ClinicCommand {}

    /// From this day in the programme, as admitted.
    public record AddParticipant(MemberId member, String number, LocalDate on) implements Command {}

    public record AddStaff(MemberId member, String number, SortedSet<StaffRole> roles) implements Command {}

    public record ChangeNumber(MemberId member, String number) implements Command {}

    public record PlanWeek(MemberId member, Phase phase, int minutes) implements Command {}

    public record License(MemberId member, SortedSet<String> states) implements Command {}

    public record Appoint(MemberId member, SortedSet<StaffRole> roles) implements Command {}

    public sealed interface Event extends ClinicEvent {}

    @Named("person.added")
    public record Added(MemberId member, Part part, Confidential number) implements Event {}

    @Named("number.changed")
    public record NumberChanged(MemberId member, Confidential number) implements Event {}

    @Named("week.planned")
    public record WeekPlanned(MemberId member, Phase phase, int minutes) implements Event {}

    @Named("states.licensed")
    public record Licensed(MemberId member, SortedSet<String> states) implements Event {}

    @Named("roles.appointed")
    public record Appointed(MemberId member, SortedSet<StaffRole> roles) implements Event {}

    /// Those who are known, with the numbers that can be read.
    static People of(SortedMap<MemberId, Known> all) {
        var numbers = new TreeMap<String, MemberId>();
        all.forEach((member, known) -> {
            var number = Texts.text(known.number());
            if (number != null) numbers.put(comparable(number), member);
        });
        return new People(all, Collections.unmodifiableSortedMap(numbers));
    }

    public boolean knows(MemberId member) {
        return all.containsKey(member);
    }

    public @Nullable Known known(MemberId member) {
        return all.get(member);
    }

    public boolean isStaff(MemberId member) {
        var known = all.get(member);
        return known != null && known.part() == Part.STAFF;
    }

    /// Nobody for a number that nobody has.
    public @Nullable MemberId numbered(String number) {
        return numbers.get(comparable(number));
    }

    static String comparable(String number) {
        return number.strip().toUpperCase(Locale.ROOT);
    }

    static Decision<ClinicEvent> decide(Clinic clinic, Command command, Instant now) {
        var people = clinic.people();
        return switch (command) {
            case AddParticipant(var member, var number, var on) -> {
                if (people.isAlready(member, Part.PARTICIPANT, number)) yield Decision.accept();
                var no = people.numbering(member, number);
                if (no == null && people.knows(member)) no = RefusalCode.NUMBER_TAKEN;
                if (no == null) no = Enrolment.dated(on, null, now);
                yield no != null
                        ? Decision.refuse(no)
                        : Decision.accept(
                                new Added(member, Part.PARTICIPANT, sealed(number)),
                                new Enrolment.Moved(member, Phase.ADMITTED, on, null));
            }
            case AddStaff(var member, var number, var roles) -> {
                if (people.isAlready(member, Part.STAFF, number)) yield Decision.accept();
                var no = people.numbering(member, number);
                if (no == null && people.knows(member)) no = RefusalCode.NUMBER_TAKEN;
                yield no != null
                        ? Decision.refuse(no)
                        : Decision.accept(new Added(member, Part.STAFF, sealed(number)), new Appointed(member, roles));
            }
            case ChangeNumber(var member, var number) -> {
                var known = people.known(member);
                if (known == null) yield Decision.refuse(RefusalCode.UNKNOWN);
                if (number.strip().equals(Texts.text(known.number()))) yield Decision.accept();
                var no = people.numbering(member, number);
                yield no != null ? Decision.refuse(no) : Decision.accept(new NumberChanged(member, sealed(number)));
            }
            case PlanWeek(var member, var phase, var minutes) -> {
                var known = people.known(member);
                if (known == null) yield Decision.refuse(RefusalCode.UNKNOWN);
                if (known.part() == Part.STAFF) yield Decision.refuse(RefusalCode.NOT_FOR_FACILITATORS);
                if (minutes < 0 || minutes > MOST_MINUTES) yield Decision.refuse(RefusalCode.TOO_LONG);
                yield known.planned(phase) == minutes
                        ? Decision.accept()
                        : Decision.accept(new WeekPlanned(member, phase, minutes));
            }
            case License(var member, var states) -> {
                var no = people.ofStaff(member);
                if (no == null && !licensable(states)) no = RefusalCode.TOO_LONG;
                if (no != null) yield Decision.refuse(no);
                yield people.all.get(member).states().equals(states)
                        ? Decision.accept()
                        : Decision.accept(new Licensed(member, states));
            }
            case Appoint(var member, var roles) -> {
                var no = people.ofStaff(member);
                if (no != null) yield Decision.refuse(no);
                yield people.all.get(member).roles().equals(roles)
                        ? Decision.accept()
                        : Decision.accept(new Appointed(member, roles));
            }
        };
    }

    private boolean isAlready(MemberId member, Part part, String number) {
        var known = all.get(member);
        return known != null && known.part() == part && member.equals(numbered(number));
    }

    /// Why somebody cannot have this number.
    private @Nullable RefusalCode numbering(MemberId member, String number) {
        if (!Texts.fits(number, LONGEST_NUMBER)) return RefusalCode.TOO_LONG;
        var whose = numbered(number);
        return whose == null || whose.equals(member) ? null : RefusalCode.NUMBER_TAKEN;
    }

    private @Nullable RefusalCode ofStaff(MemberId member) {
        if (!knows(member)) return RefusalCode.UNKNOWN;
        return isStaff(member) ? null : RefusalCode.NOT_STAFF;
    }

    private static boolean licensable(SortedSet<String> states) {
        return states.size() <= MOST_STATES
                && states.stream().allMatch(state -> STATE.matcher(state).matches());
    }

    private static Confidential sealed(String number) {
        return new Confidential.Readable(Lifetime.PERSON, number.strip());
    }

    People apply(Event event, Stamp stamp) {
        return switch (event) {
            case Added(var member, var part, var number) -> {
                if (knows(member)) throw new DamagedLog("Entry " + stamp.seq() + " adds somebody who is known");
                var known = new Known(
                        member,
                        part,
                        number,
                        Collections.emptySortedSet(),
                        Collections.emptySortedSet(),
                        Collections.emptySortedMap());
                yield new People(Collected.with(all, member, known), numbered(numbers, member, number, stamp));
            }
            case NumberChanged(var member, var number) -> {
                var known = standing(member, stamp);
                var old = Texts.text(known.number());
                var rest = old == null ? numbers : Collected.without(numbers, comparable(old));
                var next = new Known(member, known.part(), number, known.roles(), known.states(), known.minutes());
                yield new People(Collected.with(all, member, next), numbered(rest, member, number, stamp));
            }
            case WeekPlanned(var member, var phase, var minutes) -> {
                var known = standing(member, stamp);
                var planned = Collected.with(known.minutes(), phase, minutes);
                yield with(new Known(member, known.part(), known.number(), known.roles(), known.states(), planned));
            }
            case Licensed(var member, var states) -> {
                var known = standing(member, stamp);
                yield with(new Known(
                        member, known.part(), known.number(), known.roles(), Collected.set(states), known.minutes()));
            }
            case Appointed(var member, var roles) -> {
                var known = standing(member, stamp);
                yield with(new Known(
                        member,
                        known.part(),
                        known.number(),
                        Collections.unmodifiableSortedSet(new TreeSet<>(roles)),
                        known.states(),
                        known.minutes()));
            }
        };
    }

    /// A number that cannot be read any more is nobody's.
    private static SortedMap<String, MemberId> numbered(
            SortedMap<String, MemberId> numbers, MemberId member, Confidential number, Stamp stamp) {
        var text = Texts.text(number);
        if (text == null) return numbers;
        var whose = numbers.get(comparable(text));
        if (whose != null && !whose.equals(member)) {
            throw new DamagedLog("Entry " + stamp.seq() + " gives two people one record number");
        }
        return Collected.with(numbers, comparable(text), member);
    }

    private Known standing(MemberId member, Stamp stamp) {
        var known = all.get(member);
        if (known == null) throw new DamagedLog("Entry " + stamp.seq() + " is about somebody who is not known");
        return known;
    }

    private People with(Known known) {
        return new People(Collected.with(all, known.id(), known), numbers);
    }
}
