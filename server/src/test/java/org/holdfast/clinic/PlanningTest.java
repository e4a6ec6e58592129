package org.holdfast.clinic;

import static org.holdfast.clinic.ClinicGiven.BEN;
import static org.holdfast.clinic.ClinicGiven.DANA;
import static org.holdfast.clinic.ClinicGiven.EVENING;
import static org.holdfast.clinic.ClinicGiven.MARIA;
import static org.holdfast.clinic.ClinicGiven.NOW;
import static org.holdfast.clinic.ClinicGiven.SAM;
import static org.holdfast.clinic.ClinicGiven.SAMS_OWN;
import static org.holdfast.clinic.ClinicGiven.givenAWeek;
import static org.holdfast.clinic.ClinicGiven.joined;
import static org.holdfast.clinic.ClinicGiven.members;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.holdfast.clinic.Group.Outline;
import org.holdfast.clinic.Group.Policies;
import org.holdfast.clinic.Group.Size;
import org.holdfast.session.AttendanceRules;
import org.holdfast.session.Breaks;
import org.holdfast.session.Cameras;
import org.holdfast.session.Chat;
import org.holdfast.session.MemberId;
import org.holdfast.session.Plan;
import org.holdfast.session.Role;
import org.holdfast.session.Roster;
import org.holdfast.session.SessionId;
import org.junit.jupiter.api.Test;

class PlanningTest {
    private static final MemberId IRIS = new MemberId("p-iris");
    private static final SeriesId SERIES = new SeriesId("revening");
    private static final MemberId OLE = new MemberId("p-ole");
    private static final AttendanceRules STRICT =
            new AttendanceRules(1, Duration.ofMinutes(5), Duration.ofMinutes(5), Duration.ZERO, 90, false);

    private static Plan opened(ClinicGiven given, GroupId group, Instant starts) {
        var clinic = given.clinic();
        var of = Objects.requireNonNull(clinic.groups().group(group));
        return Planning.plan(clinic, of, new SessionId("s-1"), starts, starts.plusSeconds(3_600), 8);
    }

    private static Outline saying(String rules) {
        var policies = new Policies(
                Chat.Policy.EVERYONE, Cameras.OFF, Breaks.Policy.COUNTED, rules, Collections.emptySortedSet());
        return new Outline("Evening group", new Size(1, 2), policies);
    }

    @Test
    void who_leads_who_comes_and_what_the_group_says_reach_the_session() {
        var plan = opened(
                givenAWeek(
                        joined(EVENING, SAM),
                        new Groups.Staffed(EVENING, BEN, members(BEN, DANA)),
                        new Standards.ZoneSet(ZoneId.of("America/New_York")),
                        new Groups.Changed(EVENING, saying(" What is said here stays here. "))),
                EVENING,
                NOW);
        assertEquals(BEN, plan.lead());
        assertEquals(members(BEN, DANA), plan.staff());
        assertEquals(members(SAM), plan.roster());
        assertEquals("America/New_York", plan.zone());
        assertEquals(Chat.Policy.EVERYONE, plan.chatPolicy());
        assertEquals(Cameras.OFF, plan.cameraPolicy());
        assertEquals(Breaks.Policy.COUNTED, plan.breakPolicy());
        assertEquals("What is said here stays here.", plan.agreement());
    }

    @Test
    void what_a_group_does_not_say_its_session_does_not_either() {
        var plan = opened(givenAWeek(new Groups.Changed(EVENING, saying(" \n"))), EVENING, NOW);
        assertNull(plan.agreement());
        assertNull(plan.guests());
        assertEquals("UTC", plan.zone());
    }

    @Test
    void minutes_are_counted_by_the_group_s_own_rules_or_else_by_the_clinic_s() {
        var given = givenAWeek(
                new Standards.GroupRulesAdopted(EVENING, STRICT.as(2)),
                new Standards.RulesAdopted(AttendanceRules.DEFAULT.as(3)));
        assertEquals(STRICT.as(2).completed(), opened(given, EVENING, NOW).rules());
        assertEquals(AttendanceRules.DEFAULT.as(3), opened(given, SAMS_OWN, NOW).rules());
    }

    @Test
    void rules_that_change_later_change_no_session_that_is_open() {
        var given = givenAWeek(new Standards.GroupRulesAdopted(EVENING, STRICT.as(2)));
        var before = opened(given, EVENING, NOW);
        given.and(new Standards.GroupRulesAdopted(EVENING, null));
        assertEquals(2, before.rules().version());
        assertEquals(AttendanceRules.DEFAULT, opened(given, EVENING, NOW).rules());
    }

    @Test
    void guests_come_as_what_they_are_to_their_own_group_and_until_their_end() {
        var day = Duration.ofDays(1);
        var given = givenAWeek(
                new Guests.Invited(IRIS, Guests.Kind.INTERPRETER, EVENING, NOW.plus(day)),
                new Guests.Invited(OLE, Guests.Kind.OBSERVER, EVENING, NOW.plus(day.multipliedBy(3))));
        assertEquals(
                Map.of(IRIS, Role.INTERPRETER, OLE, Role.OBSERVER),
                opened(given, EVENING, NOW).guests());
        assertEquals(
                Map.of(OLE, Role.OBSERVER),
                opened(given, EVENING, NOW.plus(day)).guests());
        assertNull(opened(given, SAMS_OWN, NOW).guests());
    }

    private static Slot tonight() {
        return Slots.of(givenAWeek(new Schedule.Made(
                                SERIES,
                                EVENING,
                                new Timing("FREQ=WEEKLY;BYDAY=MO", ClinicGiven.MONDAY, LocalTime.of(18, 0), 60)))
                        .clinic())
                .between(NOW, NOW.plusSeconds(1))
                .getFirst();
    }

    @Test
    void while_a_room_is_open_who_may_come_is_as_the_books_have_it_now() {
        var given = givenAWeek(
                joined(EVENING, SAM),
                new Guests.Invited(IRIS, Guests.Kind.INTERPRETER, EVENING, NOW.plusSeconds(1_200)));
        var half = NOW.plusSeconds(1_800);
        var guests = new TreeMap<>(Map.of(IRIS, Role.INTERPRETER));
        assertEquals(new Roster.Follow(7, members(SAM), guests), Planning.follow(given.clinic(), tonight(), 7, NOW));
        assertEquals(
                new Roster.Follow(7, members(SAM), new TreeMap<>()),
                Planning.follow(given.clinic(), tonight(), 7, half));
        given.and(joined(EVENING, MARIA), new Groups.Left(EVENING, SAM));
        assertEquals(new Roster.Follow(9, members(MARIA), guests), Planning.follow(given.clinic(), tonight(), 9, NOW));
        given.and(new Groups.Closed(EVENING));
        assertNull(Planning.follow(given.clinic(), tonight(), 10, NOW));
    }
}
