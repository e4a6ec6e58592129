package org.holdfast.bench;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.holdfast.Node;
import org.holdfast.clinic.ClinicCommand;
import org.holdfast.clinic.Enrolment;
import org.holdfast.clinic.Enrolment.Phase;
import org.holdfast.clinic.Group.Kind;
import org.holdfast.clinic.Group.Outline;
import org.holdfast.clinic.Group.Policies;
import org.holdfast.clinic.GroupId;
import org.holdfast.clinic.Groups;
import org.holdfast.clinic.People;
import org.holdfast.clinic.Place;
import org.holdfast.clinic.Scheduling;
import org.holdfast.clinic.SeriesId;
import org.holdfast.clinic.SlotId;
import org.holdfast.clinic.StaffRole;
import org.holdfast.clinic.Standards;
import org.holdfast.clinic.Timing;
import org.holdfast.decision.Actor;
import org.holdfast.decision.CommandId;
import org.holdfast.live.Outcome;
import org.holdfast.person.PersonCommand;
import org.holdfast.session.MemberId;

/// A clinic that has kept its books for a year: fifty groups which meet on each working day, ten people in each, and
/// in each week some sessions that were moved or called off. Dana, who sees all of it, leads the first.
final class ClinicBooks {
    static final MemberId DANA = new MemberId("dana");
    private static final Actor SYSTEM = new Actor.Node("bench");
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final int PEOPLE = 10;
    static final int WEEKS = 52;
    static final int CHANGES_A_WEEK = 5;
    private static final LocalTime FIRST = LocalTime.of(8, 0);

    private final Node node;
    private final LocalDate today;
    private final LocalDate monday;
    private int asked;

    /// @param now of the node's clock: what is planned lies after it
    ClinicBooks(Node node, Instant now) {
        this.node = node;
        this.today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        this.monday = today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    }

    /// The groups, and whoever leads them and comes to them.
    void begin(int groups) throws Exception {
        ask(new Standards.SetZone(ZoneOffset.UTC));
        for (var n = 0; n < groups; n++) group(n);
    }

    /// What was changed in these weeks of the year.
    void keep(int groups, int from, int to) throws Exception {
        for (var week = from; week < to; week++) {
            for (var n = 0; n < CHANGES_A_WEEK; n++) change(week, (week + n * 7) % groups, n);
        }
    }

    /// How many wishes it took.
    int asked() {
        return asked;
    }

    private void group(int number) throws Exception {
        var lead = number == 0 ? DANA : new MemberId("lead" + number);
        ask(new People.AddStaff(lead, "S-" + number, new TreeSet<>(Set.of(StaffRole.SUPERVISOR))));
        named(lead, "Staff " + number);
        var group = new GroupId("g" + number);
        var outline = new Outline("Group " + number, Kind.GROUP.size(), Policies.of(Kind.GROUP));
        ask(new Groups.Create(group, Kind.GROUP, outline, lead, new TreeSet<>(List.of(lead))));
        for (var n = 0; n < PEOPLE; n++) {
            var member = new MemberId("m" + number + "x" + n);
            ask(new People.AddParticipant(member, "A-" + number + "-" + n, today));
            named(member, "Member " + number + " " + n);
            ask(new Enrolment.Move(member, Phase.ACTIVE, today, null));
            ask(new Groups.Join(group, member, null));
        }
        for (var day : List.of("MO", "TU", "WE", "TH", "FR")) {
            var at = FIRST.plusMinutes(10L * number);
            ask(new Scheduling.Make(
                    series(number, day), group, new Timing("FREQ=WEEKLY;BYDAY=" + day, monday, at, 75)));
        }
    }

    /// The ways of a clinic's week: most are called off, some moved to the next day.
    private void change(int week, int group, int n) throws Exception {
        var day = monday.plusWeeks(week).plusDays(n % 5);
        var name = List.of("MO", "TU", "WE", "TH", "FR").get(n % 5);
        var slot = new SlotId(series(group, name) + "-" + DAY.format(day));
        ask(
                n == 0
                        ? new Scheduling.Move(slot, new Place(day.plusDays(1), LocalTime.of(17, 30), 75), "Training.")
                        : new Scheduling.Cancel(slot, "Whoever leads it is ill."));
    }

    private static SeriesId series(int group, String day) {
        return new SeriesId("r" + group + day.toLowerCase(Locale.ROOT));
    }

    private void named(MemberId member, String name) throws Exception {
        Group.await(node.people().submit(member.value(), new PersonCommand.Register(name), SYSTEM, fresh()));
    }

    private void ask(ClinicCommand command) throws Exception {
        var outcome = Group.await(node.clinic().submit(command, SYSTEM, fresh()));
        if (!(outcome instanceof Outcome.Done)) throw new IllegalStateException(command + ": " + outcome);
    }

    private CommandId fresh() {
        return new CommandId("w" + ++asked);
    }
}
