package org.holdfast.clinic;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.holdfast.clinic.Enrolment.Phase;
import org.holdfast.clinic.Enrolment.Why;
import org.holdfast.clinic.Group.Kind;
import org.holdfast.session.AttendanceRules;
import org.holdfast.session.Dice;
import org.holdfast.session.MemberId;
import org.jspecify.annotations.Nullable;

/// Wishes of all kinds, sensible and not, about few people and groups, so that they meet.
final class ClinicWishes {
    private static final List<MemberId> PEOPLE =
            List.of(ClinicGiven.DANA, ClinicGiven.BEN, ClinicGiven.SAM, ClinicGiven.MARIA, ClinicGiven.STRANGER);
    private static final List<GroupId> GROUPS =
            List.of(ClinicGiven.EVENING, ClinicGiven.SAMS_OWN, new GroupId("g-family"));

    private final Dice dice;
    private final ScheduleWishes scheduled;

    ClinicWishes(Dice dice) {
        this.dice = dice;
        this.scheduled = new ScheduleWishes(dice);
    }

    ClinicCommand next(int step, Instant now) {
        // Without anybody who works here nothing would come of the rest.
        if (step == 0) return new People.AddStaff(ClinicGiven.DANA, "S-1", roles());
        if (step == 1) return new People.AddStaff(ClinicGiven.BEN, "S-2", roles());
        return switch (dice.below(26)) {
            case 0, 1 -> new People.AddParticipant(person(), number(), day(now));
            case 2 -> new People.AddStaff(staff(), number(), roles());
            case 3 -> new People.ChangeNumber(person(), number());
            case 4 -> new People.PlanWeek(person(), one(Phase.values()), dice.below(5_000) - 100);
            case 5 ->
                dice.below(2) == 0
                        ? new People.License(person(), new TreeSet<>(Set.of("NY", "CA")))
                        : new People.Appoint(person(), roles());
            case 6, 7 -> new Groups.Create(group(), one(Kind.values()), outline(), staff(), staffed());
            case 8 -> new Groups.Change(group(), outline());
            case 9 -> new Groups.Staff(group(), staff(), staffed());
            case 10, 11, 12 -> new Groups.Join(group(), person(), reason());
            case 13 -> new Groups.Leave(group(), person());
            case 14 -> dice.below(2) == 0 ? new Groups.Close(group()) : new Groups.Reopen(group());
            case 15 -> new Enrolment.Move(person(), one(Phase.values()), day(now), reason());
            case 16 -> new Enrolment.Discharge(person(), day(now), one(Why.values()), reason());
            case 17 -> new Enrolment.ReEnter(person(), one(Phase.values()), day(now), reason(), some(), reason());
            case 18 ->
                dice.below(3) == 0
                        ? new Guests.SetEnd(person(), end(now))
                        : new Guests.Invite(
                                new MemberId("p-guest" + dice.below(3)), one(Guests.Kind.values()), group(), end(now));
            case 19, 20, 21, 22, 23, 24 -> scheduled(now);
            default -> standard(now);
        };
    }

    private ClinicCommand scheduled(Instant now) {
        return scheduled.next(group(), person(), now);
    }

    private ClinicCommand standard(Instant now) {
        return switch (dice.below(6)) {
            case 0 -> new Standards.AdoptRules(AttendanceRules.DEFAULT);
            case 1 -> new Standards.AdoptGroupRules(group(), dice.below(2) == 0 ? null : strict());
            case 2 -> new Standards.SetZone(dice.below(2) == 0 ? ZoneOffset.UTC : ZoneId.of("America/Denver"));
            case 3 -> new Standards.AdoptRules(strict());
            case 4 -> new Standards.SetName(dice.below(3) == 0 ? null : "House " + dice.below(3));
            default ->
                dice.below(2) == 0
                        ? new Standards.KeepCredential("p-dana", "LCSW")
                        : new Guests.SetEnd(new MemberId("p-guest" + dice.below(3)), end(now));
        };
    }

    private static AttendanceRules strict() {
        return new AttendanceRules(1, Duration.ofMinutes(5), Duration.ofMinutes(5), Duration.ZERO, 90, false);
    }

    private <T> T one(T[] all) {
        return all[dice.below(all.length)];
    }

    private MemberId person() {
        return PEOPLE.get(dice.below(PEOPLE.size()));
    }

    private MemberId staff() {
        return PEOPLE.get(dice.below(2));
    }

    private SortedSet<MemberId> staffed() {
        var staff = new TreeSet<MemberId>();
        staff.add(staff());
        staff.add(dice.below(9) == 0 ? person() : staff());
        return staff;
    }

    private GroupId group() {
        return GROUPS.get(dice.below(GROUPS.size()));
    }

    private @Nullable SortedSet<GroupId> some() {
        if (dice.below(2) == 0) return null;
        var some = new TreeSet<GroupId>();
        some.add(group());
        return some;
    }

    private SortedSet<StaffRole> roles() {
        var roles = new TreeSet<StaffRole>();
        roles.add(one(StaffRole.values()));
        return roles;
    }

    private String number() {
        return "A-" + dice.below(12);
    }

    private Group.Outline outline() {
        var most = 1 + dice.below(3);
        return ClinicGiven.outline("Group " + dice.below(4), 1, most);
    }

    private @Nullable String reason() {
        return switch (dice.below(3)) {
            case 0 -> null;
            case 1 -> "  ";
            default -> "Because.";
        };
    }

    private LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(1 - dice.below(6));
    }

    private Instant end(Instant now) {
        return now.plus(Duration.ofDays(dice.below(500) - 30));
    }
}
