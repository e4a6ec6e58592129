package org.holdfast.clinic;

import static org.holdfast.clinic.ClinicGiven.DANA;
import static org.holdfast.clinic.ClinicGiven.EVENING;
import static org.holdfast.clinic.ClinicGiven.MARIA;
import static org.holdfast.clinic.ClinicGiven.MONDAY;
import static org.holdfast.clinic.ClinicGiven.SAM;
import static org.holdfast.clinic.ClinicGiven.SAMS_OWN;
import static org.holdfast.clinic.ClinicGiven.STRANGER;
import static org.holdfast.clinic.ClinicGiven.about;
import static org.holdfast.clinic.ClinicGiven.added;
import static org.holdfast.clinic.ClinicGiven.given;
import static org.holdfast.clinic.ClinicGiven.givenAWeek;
import static org.holdfast.clinic.ClinicGiven.groups;
import static org.holdfast.clinic.ClinicGiven.joined;
import static org.holdfast.clinic.ClinicGiven.moved;
import static org.holdfast.clinic.ClinicGiven.own;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.holdfast.clinic.Enrolment.Phase;
import org.holdfast.clinic.Enrolment.Why;
import org.holdfast.decision.Confidential;
import org.holdfast.decision.Confidential.Lifetime;
import org.holdfast.decision.DamagedLog;
import org.holdfast.decision.RefusalCode;
import org.junit.jupiter.api.Test;

class EnrolmentTest {
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);

    private static ClinicGiven samIsDischarged() {
        return givenAWeek(joined(EVENING, SAM), joined(SAMS_OWN, SAM))
                .when(new Enrolment.Discharge(SAM, MONDAY, Why.NOT_REACHED, null))
                .done();
    }

    @Test
    void somebody_is_known_under_a_number_that_nobody_else_has() {
        given().when(new People.AddParticipant(SAM, " a-1 ", MONDAY))
                .then(added(SAM, People.Part.PARTICIPANT, "a-1"), moved(SAM, Phase.ADMITTED))
                .when(new People.AddParticipant(MARIA, "A-1", MONDAY))
                .refused(RefusalCode.NUMBER_TAKEN)
                .when(new People.AddParticipant(SAM, "A-9", MONDAY))
                .refused(RefusalCode.NUMBER_TAKEN)
                .when(new People.AddParticipant(MARIA, "x".repeat(33), MONDAY))
                .refused(RefusalCode.TOO_LONG);
    }

    @Test
    void a_number_that_was_given_up_is_free_again() {
        var clinic = givenAWeek()
                .when(new People.ChangeNumber(SAM, "A-2"))
                .refused(RefusalCode.NUMBER_TAKEN)
                .when(new People.ChangeNumber(SAM, "A-7"))
                .then(new People.NumberChanged(SAM, about("A-7")))
                .when(new People.ChangeNumber(MARIA, "A-1"))
                .then(new People.NumberChanged(MARIA, about("A-1")))
                .clinic();
        assertEquals(SAM, clinic.people().numbered("a-7"));
        assertEquals(MARIA, clinic.people().numbered("A-1"));
        assertNull(clinic.people().numbered("A-2"));
    }

    @Test
    void a_number_whose_key_is_gone_is_nobodys() {
        var gone = new Confidential.Gone(Lifetime.PERSON);
        var clinic = given(new People.Added(SAM, People.Part.PARTICIPANT, gone), moved(SAM, Phase.ADMITTED))
                .when(new People.AddParticipant(MARIA, "A-1", MONDAY))
                .done()
                .clinic();
        assertTrue(clinic.people().knows(SAM));
        assertEquals(MARIA, clinic.people().numbered("A-1"));
    }

    @Test
    void the_week_is_planned_by_phase_nine_hours_unless_somebody_says_otherwise() {
        var given = givenAWeek();
        var sam = given.clinic().people().known(SAM);
        assertNotNull(sam);
        assertEquals(9 * 60, sam.planned(Phase.ACTIVE));
        assertEquals(3 * 60, sam.planned(Phase.STEPPED_DOWN));
        given.when(new People.PlanWeek(SAM, Phase.ACTIVE, 6 * 60))
                .then(new People.WeekPlanned(SAM, Phase.ACTIVE, 6 * 60))
                .when(new People.PlanWeek(SAM, Phase.ACTIVE, -1))
                .refused(RefusalCode.TOO_LONG)
                .when(new People.PlanWeek(DANA, Phase.ACTIVE, 60))
                .refused(RefusalCode.NOT_FOR_FACILITATORS);
        var changed = given.clinic().people().known(SAM);
        assertNotNull(changed);
        assertEquals(6 * 60, changed.planned(Phase.ACTIVE));
    }

    @Test
    void staff_are_licensed_in_states_of_two_letters() {
        givenAWeek()
                .when(new People.License(DANA, new TreeSet<>(Set.of("NY", "CA"))))
                .then(new People.Licensed(DANA, new TreeSet<>(Set.of("CA", "NY"))))
                .when(new People.License(DANA, new TreeSet<>(Set.of("New York"))))
                .refused(RefusalCode.TOO_LONG)
                .when(new People.License(SAM, new TreeSet<>(Set.of("NY"))))
                .refused(RefusalCode.NOT_STAFF)
                .when(new People.Appoint(DANA, new TreeSet<>(Set.of(StaffRole.SUPERVISOR))))
                .then(new People.Appointed(DANA, new TreeSet<>(Set.of(StaffRole.SUPERVISOR))))
                .when(new People.Appoint(SAM, new TreeSet<>(Set.of(StaffRole.AUDITOR))))
                .refused(RefusalCode.NOT_STAFF)
                .when(new People.Appoint(STRANGER, new TreeSet<>()))
                .refused(RefusalCode.UNKNOWN);
    }

    @Test
    void from_admitted_to_active_to_stepped_down_and_back() {
        givenAWeek()
                .when(new Enrolment.Move(SAM, Phase.ACTIVE, MONDAY, null))
                .then(moved(SAM, Phase.ACTIVE))
                .when(new Enrolment.Move(SAM, Phase.STEPPED_DOWN, TUESDAY, "Back at work."), ClinicGiven.NOW)
                .then(new Enrolment.Moved(SAM, Phase.STEPPED_DOWN, TUESDAY, about("Back at work.")))
                .when(new Enrolment.Move(SAM, Phase.ACTIVE, TUESDAY, null))
                .then(new Enrolment.Moved(SAM, Phase.ACTIVE, TUESDAY, null))
                .when(new Enrolment.Move(SAM, Phase.ADMITTED, TUESDAY, null))
                .refused(RefusalCode.NOT_NEXT)
                .when(new Enrolment.Move(SAM, Phase.DISCHARGED, TUESDAY, null))
                .refused(RefusalCode.NOT_NEXT)
                .when(new Enrolment.Move(SAM, Phase.STEPPED_DOWN, MONDAY, null))
                .refused(RefusalCode.BEFORE_LAST)
                .when(new Enrolment.Move(SAM, Phase.STEPPED_DOWN, MONDAY.plusDays(5), null))
                .refused(RefusalCode.NOT_YET)
                .when(new Enrolment.Move(STRANGER, Phase.ACTIVE, MONDAY, null))
                .refused(RefusalCode.UNKNOWN)
                .when(new Enrolment.Move(DANA, Phase.ACTIVE, MONDAY, null))
                .refused(RefusalCode.UNKNOWN);
    }

    @Test
    void who_is_discharged_leaves_their_groups_which_wait_for_them() {
        givenAWeek(joined(EVENING, SAM), joined(SAMS_OWN, SAM))
                .when(new Enrolment.Discharge(SAM, MONDAY, Why.OWN_WISH, "He starts a new job."))
                .then(
                        new Enrolment.Discharged(
                                SAM, MONDAY, Why.OWN_WISH, about("He starts a new job."), groups(EVENING, SAMS_OWN)),
                        new Groups.Left(EVENING, SAM),
                        new Groups.Left(SAMS_OWN, SAM))
                .when(new Groups.Join(EVENING, SAM, null))
                .refused(RefusalCode.NOT_ENROLLED)
                .when(new Enrolment.Move(SAM, Phase.ACTIVE, MONDAY, null))
                .refused(RefusalCode.NOT_NEXT);
    }

    @Test
    void who_comes_back_has_their_groups_again_and_nobody_types_them() {
        var clinic = samIsDischarged()
                .when(new Enrolment.ReEnter(SAM, Phase.ACTIVE, TUESDAY, null, null, null))
                .done()
                .clinic();
        assertEquals(groups(EVENING, SAMS_OWN), clinic.groups().joined(SAM));
        var course = clinic.enrolment().course(SAM);
        assertNotNull(course);
        assertEquals(Phase.ACTIVE, course.phase());
        assertEquals(2, course.last().stay());
        assertEquals(3, course.steps().size());
        assertEquals("A-1", Texts.text(clinic.people().all().get(SAM).number()));
    }

    @Test
    void a_group_that_was_filled_meanwhile_takes_them_back_with_a_reason() {
        var given = samIsDischarged()
                .and(joined(EVENING, MARIA))
                .when(new People.AddParticipant(STRANGER, "A-3", MONDAY))
                .done()
                .and(joined(EVENING, STRANGER));
        given.when(new Enrolment.ReEnter(SAM, Phase.ACTIVE, TUESDAY, null, null, null))
                .refused(RefusalCode.OVER_SIZE)
                .when(new Enrolment.ReEnter(SAM, Phase.ACTIVE, TUESDAY, null, groups(SAMS_OWN), null))
                .done();
        assertEquals(groups(SAMS_OWN), given.clinic().groups().joined(SAM));
    }

    @Test
    void the_reason_stands_with_the_group_that_was_full() {
        samIsDischarged()
                .and(joined(EVENING, MARIA))
                .when(new People.AddParticipant(STRANGER, "A-3", MONDAY))
                .done()
                .and(joined(EVENING, STRANGER))
                .when(new Enrolment.ReEnter(SAM, Phase.ADMITTED, TUESDAY, "Welcome back.", null, "It is his group."))
                .thenExactly(
                        new Enrolment.ReEntered(SAM, Phase.ADMITTED, TUESDAY, about("Welcome back.")),
                        new Groups.Joined(EVENING, SAM, own("It is his group.")),
                        joined(SAMS_OWN, SAM));
    }

    @Test
    void a_group_that_was_closed_meanwhile_is_left_out() {
        var clinic = samIsDischarged()
                .and(new Groups.Closed(EVENING))
                .when(new Enrolment.ReEnter(SAM, Phase.ACTIVE, TUESDAY, null, null, null))
                .done()
                .clinic();
        assertEquals(groups(SAMS_OWN), clinic.groups().joined(SAM));
    }

    @Test
    void only_who_was_discharged_comes_back() {
        givenAWeek()
                .when(new Enrolment.ReEnter(SAM, Phase.ACTIVE, MONDAY, null, null, null))
                .refused(RefusalCode.NOT_NEXT);
        samIsDischarged()
                .when(new Enrolment.ReEnter(SAM, Phase.DISCHARGED, MONDAY, null, null, null))
                .refused(RefusalCode.NOT_NEXT)
                .when(new Enrolment.ReEnter(SAM, Phase.ACTIVE, MONDAY.minusDays(1), null, null, null))
                .refused(RefusalCode.BEFORE_LAST);
    }

    @Test
    void a_log_that_contradicts_itself_is_damaged() {
        assertThrows(DamagedLog.class, () -> given(moved(SAM, Phase.ACTIVE)));
        assertThrows(DamagedLog.class, () -> givenAWeek(moved(SAM, Phase.ADMITTED)));
        assertThrows(DamagedLog.class, () -> givenAWeek(added(SAM, People.Part.STAFF, "S9")));
        assertThrows(DamagedLog.class, () -> givenAWeek(added(STRANGER, People.Part.STAFF, "a-1")));
        assertThrows(DamagedLog.class, () -> givenAWeek(new Enrolment.ReEntered(SAM, Phase.ACTIVE, MONDAY, null)));
        assertThrows(DamagedLog.class, () -> given(new People.Licensed(DANA, new TreeSet<>())));
    }
}
