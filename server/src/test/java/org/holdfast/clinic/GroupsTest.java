package org.holdfast.clinic;

import static org.holdfast.clinic.ClinicGiven.BEN;
import static org.holdfast.clinic.ClinicGiven.DANA;
import static org.holdfast.clinic.ClinicGiven.EVENING;
import static org.holdfast.clinic.ClinicGiven.MARIA;
import static org.holdfast.clinic.ClinicGiven.MONDAY;
import static org.holdfast.clinic.ClinicGiven.NOW;
import static org.holdfast.clinic.ClinicGiven.SAM;
import static org.holdfast.clinic.ClinicGiven.SAMS_OWN;
import static org.holdfast.clinic.ClinicGiven.STRANGER;
import static org.holdfast.clinic.ClinicGiven.given;
import static org.holdfast.clinic.ClinicGiven.givenAWeek;
import static org.holdfast.clinic.ClinicGiven.groups;
import static org.holdfast.clinic.ClinicGiven.joined;
import static org.holdfast.clinic.ClinicGiven.members;
import static org.holdfast.clinic.ClinicGiven.outline;
import static org.holdfast.clinic.ClinicGiven.own;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.TreeSet;
import org.holdfast.clinic.Group.Kind;
import org.holdfast.clinic.Group.Outline;
import org.holdfast.clinic.Group.Policies;
import org.holdfast.clinic.Group.Size;
import org.holdfast.decision.DamagedLog;
import org.holdfast.decision.RefusalCode;
import org.holdfast.session.MemberId;
import org.junit.jupiter.api.Test;

class GroupsTest {
    private static final GroupId MORNING = new GroupId("g-morning");
    private static final Outline TWELVE = outline("Morning group", 2, 12);

    @Test
    void a_group_is_made_for_staff_who_are_known() {
        givenAWeek()
                .when(new Groups.Create(MORNING, Kind.GROUP, TWELVE, DANA, members(BEN, DANA)))
                .then(new Groups.Created(MORNING, Kind.GROUP, TWELVE, DANA, members(BEN, DANA)));
        givenAWeek()
                .when(new Groups.Create(MORNING, Kind.GROUP, TWELVE, SAM, members(SAM)))
                .refused(RefusalCode.NOT_STAFF);
        givenAWeek()
                .when(new Groups.Create(MORNING, Kind.GROUP, TWELVE, DANA, members(BEN)))
                .refused(RefusalCode.NOT_STAFF);
        givenAWeek()
                .when(new Groups.Create(MORNING, Kind.GROUP, TWELVE, STRANGER, members(STRANGER)))
                .refused(RefusalCode.NOT_STAFF);
    }

    @Test
    void a_title_is_one_line_and_codes_are_short() {
        for (var title : new String[] {" ", "x".repeat(121), "Morning\ngroup"}) {
            givenAWeek()
                    .when(new Groups.Create(MORNING, Kind.GROUP, outline(title, 2, 12), DANA, members(DANA)))
                    .refused(RefusalCode.TOO_LONG);
        }
        var policies = Policies.of(Kind.GROUP);
        var codes = new TreeSet<String>();
        codes.add("x".repeat(17));
        var odd = new Policies(policies.chat(), policies.camera(), policies.breaks(), "", codes);
        givenAWeek()
                .when(new Groups.Change(EVENING, new Outline("Evening group", new Size(1, 2), odd)))
                .refused(RefusalCode.TOO_LONG);
    }

    @Test
    void somebody_joins_and_leaves() {
        givenAWeek()
                .when(new Groups.Join(EVENING, SAM, null))
                .then(joined(EVENING, SAM))
                .when(new Groups.Leave(EVENING, SAM))
                .then(new Groups.Left(EVENING, SAM));
    }

    @Test
    void one_more_than_the_group_is_for_needs_a_reason() {
        var more = new MemberId("p-more");
        givenAWeek(joined(EVENING, SAM), joined(EVENING, MARIA))
                .when(new People.AddParticipant(more, "A-3", MONDAY))
                .done()
                .when(new Groups.Join(EVENING, more, null))
                .refused(RefusalCode.OVER_SIZE)
                .when(new Groups.Join(EVENING, more, "  "))
                .refused(RefusalCode.OVER_SIZE)
                .when(new Groups.Join(EVENING, more, "x".repeat(301)))
                .refused(RefusalCode.TOO_LONG)
                .when(new Groups.Join(EVENING, more, " Her brother's group is full. "))
                .then(new Groups.Joined(EVENING, more, own("Her brother's group is full.")));
    }

    @Test
    void a_reason_that_nobody_needed_is_not_kept() {
        givenAWeek().when(new Groups.Join(EVENING, SAM, "because")).then(joined(EVENING, SAM));
    }

    @Test
    void individual_sessions_have_one_person_whatever_the_reason() {
        givenAWeek(joined(SAMS_OWN, SAM))
                .when(new Groups.Join(SAMS_OWN, MARIA, "She asked."))
                .refused(RefusalCode.ONE_PERSON)
                .when(new Groups.Create(MORNING, Kind.INDIVIDUAL, TWELVE, DANA, members(DANA)))
                .refused(RefusalCode.ONE_PERSON);
    }

    @Test
    void nobody_of_one_individual_series_is_on_the_roster_of_another() {
        var marias = new GroupId("g-marias-own");
        var clinic = givenAWeek(joined(SAMS_OWN, SAM))
                .when(new Groups.Create(marias, Kind.INDIVIDUAL, outline("Maria and Dana", 1, 1), DANA, members(DANA)))
                .done()
                .when(new Groups.Join(marias, MARIA, null))
                .done()
                .clinic();
        assertEquals(members(SAM), clinic.groups().all().get(SAMS_OWN).roster());
        assertEquals(members(MARIA), clinic.groups().all().get(marias).roster());
        assertEquals(groups(SAMS_OWN), clinic.groups().joined(SAM));
    }

    @Test
    void staff_join_no_group_and_strangers_are_not_there() {
        givenAWeek()
                .when(new Groups.Join(EVENING, BEN, null))
                .refused(RefusalCode.NOT_FOR_FACILITATORS)
                .when(new Groups.Join(EVENING, STRANGER, null))
                .refused(RefusalCode.UNKNOWN)
                .when(new Groups.Join(MORNING, SAM, null))
                .refused(RefusalCode.UNKNOWN)
                .when(new Groups.Leave(EVENING, STRANGER))
                .refused(RefusalCode.UNKNOWN);
    }

    @Test
    void a_closed_group_takes_nobody_until_it_is_opened_again() {
        givenAWeek(joined(EVENING, MARIA))
                .when(new Groups.Close(EVENING))
                .then(new Groups.Closed(EVENING))
                .when(new Groups.Join(EVENING, SAM, null))
                .refused(RefusalCode.GROUP_CLOSED)
                .when(new Groups.Reopen(EVENING))
                .then(new Groups.Reopened(EVENING))
                .when(new Groups.Join(EVENING, SAM, null))
                .then(joined(EVENING, SAM));
    }

    @Test
    void who_leads_sees_those_in_their_own_groups_only() {
        var groups = givenAWeek(joined(EVENING, SAM))
                .when(new Groups.Staff(EVENING, BEN, members(BEN)))
                .done()
                .clinic()
                .groups();
        assertTrue(groups.leads(BEN, SAM));
        assertFalse(groups.leads(DANA, SAM));
        assertFalse(groups.leads(BEN, MARIA));
    }

    @Test
    void guests_come_to_one_group_until_their_day() {
        var sister = new MemberId("p-sister");
        var tomorrow = NOW.plus(Duration.ofDays(1));
        var given = givenAWeek()
                .when(new Guests.Invite(sister, Guests.Kind.FAMILY, EVENING, NOW))
                .refused(RefusalCode.NO_END)
                .when(new Guests.Invite(sister, Guests.Kind.FAMILY, EVENING, NOW.plus(Duration.ofDays(366))))
                .refused(RefusalCode.NO_END)
                .when(new Guests.Invite(sister, Guests.Kind.FAMILY, MORNING, tomorrow))
                .refused(RefusalCode.UNKNOWN)
                .when(new Guests.Invite(sister, Guests.Kind.FAMILY, EVENING, tomorrow))
                .then(new Guests.Invited(sister, Guests.Kind.FAMILY, EVENING, tomorrow));
        var guests = given.clinic().guests();
        assertEquals(1, guests.of(EVENING, NOW).size());
        assertEquals(0, guests.of(EVENING, tomorrow).size());
        assertEquals(0, guests.of(SAMS_OWN, NOW).size());
        given.when(new Guests.SetEnd(sister, NOW)).then(new Guests.EndSet(sister, NOW));
        given.when(new Guests.SetEnd(STRANGER, NOW)).refused(RefusalCode.UNKNOWN);
    }

    @Test
    void a_log_that_contradicts_itself_is_damaged() {
        assertThrows(DamagedLog.class, () -> given(joined(EVENING, SAM)));
        assertThrows(DamagedLog.class, () -> givenAWeek(joined(EVENING, SAM), joined(EVENING, SAM)));
        assertThrows(DamagedLog.class, () -> givenAWeek(new Groups.Left(EVENING, SAM)));
        assertThrows(
                DamagedLog.class,
                () -> givenAWeek(new Groups.Created(EVENING, Kind.GROUP, TWELVE, DANA, members(DANA))));
        assertThrows(DamagedLog.class, () -> given(new Guests.EndSet(SAM, NOW)));
    }
}
