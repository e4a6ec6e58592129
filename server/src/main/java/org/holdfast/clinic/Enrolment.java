package org.holdfast.clinic;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import org.holdfast.decision.Confidential;
import org.holdfast.decision.DamagedLog;
import org.holdfast.decision.Decision;
import org.holdfast.decision.Named;
import org.holdfast.decision.RefusalCode;
import org.holdfast.decision.Stamp;
import org.holdfast.session.MemberId;
import org.jspecify.annotations.Nullable;

/// How somebody goes through the programme: admitted, active, stepped down, discharged. Who comes back after that goes
/// a way of their own: their groups are theirs again at once, and nobody types anything anew.
///
/// What belongs to somebody in their own log (goals, places, whom to call) and their links are never taken away by a
/// discharge. They rest, and are there again on the day of the return.
public record Enrolment(SortedMap<MemberId, Course> courses) {
    static final Enrolment NONE = new Enrolment(Collections.emptySortedMap());

    /// A day is the clinic's, so it may have begun before it does in UTC.
    private static final Duration AHEAD = Duration.ofHours(14);

    public enum Phase {
        ADMITTED(0),
        ACTIVE(9 * 60),
        STEPPED_DOWN(3 * 60),
        DISCHARGED(0);

        private final int minutes;

        Phase(int minutes) {
            this.minutes = minutes;
        }

        /// Planned for a week, unless the person's plan says otherwise.
        public int minutes() {
            return minutes;
        }
    }

    /// Why somebody is discharged, in one word that can be counted.
    public enum Why {
        COMPLETED,
        OWN_WISH,
        OTHER_CARE,
        MOVED_AWAY,
        NOT_REACHED,
        OTHER
    }

    /// @param stay the first, the second, …
    /// @param words why, as staff wrote it
    public record Step(
            int stay,
            Phase phase,
            LocalDate on,
            @Nullable Why why,
            @Nullable Confidential words) {}

    /// @param steps all, in order; the last is how it stands
    /// @param groups that wait for somebody who was discharged
    public record Course(List<Step> steps, SortedSet<GroupId> groups) {
        public Course {
            steps = List.copyOf(steps);
        }

        public Step last() {
            return steps.getLast();
        }

        public Phase phase() {
            return last().phase();
        }

        private Course with(Step step, SortedSet<GroupId> resting) {
            var all = new ArrayList<>(steps);
            all.add(step);
            return new Course(all, resting);
        }
    }

    public sealed interface Command extends ClinicCommand {}

    /// Within a stay: never to the end of it.
    public record Move(
            MemberId member,
            Phase to,
            LocalDate on,
            @Nullable String words) implements Command {}

    public record Discharge(
            MemberId member,
            LocalDate on,
            Why why,
            @Nullable String words) implements Command {}

    /// @param groups which of those that rest; absent for all that are still open
    /// @param over why there may be more in them than they are meant for; needed only then
    public record ReEnter(
            MemberId member,
            Phase to,
            LocalDate on,
            @Nullable String words,
            @Nullable SortedSet<GroupId> groups,
            @Nullable String over)
            implements Command {}

    public sealed interface Event extends ClinicEvent {}

    @Named("enrolment.moved")
    public record Moved(
            MemberId member,
            Phase to,
            LocalDate on,
            @Nullable Confidential words) implements Event {}

    /// @param groups that they were in just then, and that wait for them
    @Named("enrolment.discharged")
    public record Discharged(
            MemberId member,
            LocalDate on,
            Why why,
            @Nullable Confidential words,
            SortedSet<GroupId> groups) implements Event {}

    @Named("enrolment.re-entered")
    public record ReEntered(
            MemberId member,
            Phase to,
            LocalDate on,
            @Nullable Confidential words) implements Event {}

    /// Nothing for who never was in the programme.
    public @Nullable Course course(MemberId member) {
        return courses.get(member);
    }

    public boolean enrolled(MemberId member) {
        var course = courses.get(member);
        return course != null && course.phase() != Phase.DISCHARGED;
    }

    static Decision<ClinicEvent> decide(Clinic clinic, Command command, Instant now) {
        return switch (command) {
            case Move move -> move(clinic, move, now);
            case Discharge discharge -> discharge(clinic, discharge, now);
            case ReEnter again -> reEnter(clinic, again, now);
        };
    }

    private static Decision<ClinicEvent> move(Clinic clinic, Move move, Instant now) {
        var course = clinic.enrolment().course(move.member());
        if (course == null) return Decision.refuse(RefusalCode.UNKNOWN);
        if (course.phase() == move.to() && move.to() != Phase.DISCHARGED) return Decision.accept();
        if (course.phase() == Phase.DISCHARGED || move.to() == Phase.DISCHARGED || move.to() == Phase.ADMITTED) {
            return Decision.refuse(RefusalCode.NOT_NEXT);
        }
        var no = dated(move.on(), course, now);
        if (no == null && !Texts.reasonFits(move.words())) no = RefusalCode.TOO_LONG;
        return no != null
                ? Decision.refuse(no)
                : Decision.accept(new Moved(move.member(), move.to(), move.on(), Texts.about(move.words())));
    }

    private static Decision<ClinicEvent> discharge(Clinic clinic, Discharge wish, Instant now) {
        var member = wish.member();
        var course = clinic.enrolment().course(member);
        if (course == null) return Decision.refuse(RefusalCode.UNKNOWN);
        if (course.phase() == Phase.DISCHARGED) return Decision.accept();
        var no = dated(wish.on(), course, now);
        if (no == null && !Texts.reasonFits(wish.words())) no = RefusalCode.TOO_LONG;
        if (no != null) return Decision.refuse(no);
        var groups = clinic.groups().joined(member);
        var events = new ArrayList<ClinicEvent>();
        events.add(new Discharged(member, wish.on(), wish.why(), Texts.about(wish.words()), groups));
        groups.forEach(group -> events.add(new Groups.Left(group, member)));
        return new Decision.Accepted<>(events);
    }

    private static Decision<ClinicEvent> reEnter(Clinic clinic, ReEnter wish, Instant now) {
        var member = wish.member();
        var course = clinic.enrolment().course(member);
        if (course == null) return Decision.refuse(RefusalCode.UNKNOWN);
        if (course.phase() != Phase.DISCHARGED || wish.to() == Phase.DISCHARGED) {
            return Decision.refuse(RefusalCode.NOT_NEXT);
        }
        var no = dated(wish.on(), course, now);
        if (no == null && !(Texts.reasonFits(wish.words()) && Texts.reasonFits(wish.over()))) no = RefusalCode.TOO_LONG;
        if (no != null) return Decision.refuse(no);
        var events = new ArrayList<ClinicEvent>();
        events.add(new ReEntered(member, wish.to(), wish.on(), Texts.about(wish.words())));
        var chosen = wish.groups();
        for (var id : course.groups()) {
            var group = clinic.groups().group(id);
            if (group == null || (chosen == null ? !group.open() : !chosen.contains(id))) continue;
            var full = Groups.takes(group, wish.over());
            if (full != null) return Decision.refuse(full);
            events.add(Groups.joined(group, member, wish.over()));
        }
        return new Decision.Accepted<>(events);
    }

    /// Why a step cannot be of this day: not before the one before it, and not ahead of today.
    static @Nullable RefusalCode dated(LocalDate on, @Nullable Course course, Instant now) {
        if (on.isAfter(LocalDate.ofInstant(now.plus(AHEAD), ZoneOffset.UTC))) return RefusalCode.NOT_YET;
        return course != null && on.isBefore(course.last().on()) ? RefusalCode.BEFORE_LAST : null;
    }

    Enrolment apply(Event event, Stamp stamp) {
        return switch (event) {
            case Moved(var member, var to, var on, var words) -> {
                var course = courses.get(member);
                if ((course == null) != (to == Phase.ADMITTED) || to == Phase.DISCHARGED) throw outOfOrder(stamp);
                var stay = course == null ? 1 : course.last().stay();
                var step = new Step(stay, to, on, null, words);
                yield with(member, course == null ? first(step) : course.with(step, course.groups()));
            }
            case Discharged(var member, var on, var why, var words, var groups) -> {
                var course = standing(member, stamp);
                if (course.phase() == Phase.DISCHARGED) throw outOfOrder(stamp);
                var step = new Step(course.last().stay(), Phase.DISCHARGED, on, why, words);
                yield with(member, course.with(step, Collected.set(groups)));
            }
            case ReEntered(var member, var to, var on, var words) -> {
                var course = standing(member, stamp);
                if (course.phase() != Phase.DISCHARGED) throw outOfOrder(stamp);
                var step = new Step(course.last().stay() + 1, to, on, null, words);
                yield with(member, course.with(step, Collections.emptySortedSet()));
            }
        };
    }

    private static Course first(Step step) {
        return new Course(List.of(step), Collections.emptySortedSet());
    }

    private Course standing(MemberId member, Stamp stamp) {
        var course = courses.get(member);
        if (course == null) throw outOfOrder(stamp);
        return course;
    }

    private static DamagedLog outOfOrder(Stamp stamp) {
        return new DamagedLog("Entry " + stamp.seq() + " is a step that does not follow");
    }

    private Enrolment with(MemberId member, Course course) {
        return new Enrolment(Collected.with(courses, member, course));
    }
}
