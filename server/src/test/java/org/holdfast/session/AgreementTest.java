package org.holdfast.session;

import static org.holdfast.session.Cast.DANA;
import static org.holdfast.session.Cast.IRIS;
import static org.holdfast.session.Cast.SAM;
import static org.holdfast.session.Cast.STRANGER;
import static org.holdfast.session.Happened.happened;
import static org.holdfast.session.Happened.isIn;
import static org.holdfast.session.SessionGiven.given;
import static org.holdfast.session.SessionGiven.givenPlan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Objects;
import org.holdfast.decision.DamagedLog;
import org.holdfast.decision.RefusalCode;
import org.junit.jupiter.api.Test;

/// The group says something that people agree to when they come.
class AgreementTest {
    private static final Plan PLAN = Cast.whole();
    private static final String VERSION = SheetHash.of(Objects.requireNonNull(PLAN.agreement()));

    @Test
    void who_goes_on_from_the_words_at_the_door_has_agreed_to_these_words() {
        for (var member : new MemberId[] {SAM, IRIS}) {
            givenPlan(PLAN).as(member).when(new Agreement.Accept()).then(new Agreement.RulesAccepted(member, VERSION));
        }
    }

    @Test
    void nobody_in_the_room_is_shown_who_agreed() {
        var before = givenPlan(PLAN, isIn(DANA, 1), isIn(SAM, 2)).session();
        var after = givenPlan(PLAN, isIn(DANA, 1), isIn(SAM, 2), happened(new Agreement.RulesAccepted(SAM, VERSION)))
                .session();
        for (var audience : Audience.values()) {
            assertEquals(Views.of(before, audience, Cast::name), Views.of(after, audience, Cast::name));
        }
    }

    @Test
    void where_nothing_is_said_there_is_nothing_to_agree_to() {
        given().as(SAM).when(new Agreement.Accept()).thenNothing();
    }

    @Test
    void those_who_lead_strangers_and_the_system_agree_to_nothing() {
        givenPlan(PLAN).as(DANA).when(new Agreement.Accept()).refused(RefusalCode.NOT_FOR_FACILITATORS);
        givenPlan(PLAN).as(STRANGER).when(new Agreement.Accept()).refused(RefusalCode.NOT_MEMBER);
        givenPlan(PLAN).asTheSystem().when(new Agreement.Accept()).refused(RefusalCode.NOT_MEMBER);
    }

    @Test
    void a_log_with_other_words_than_the_plan_s_is_damaged() {
        var other = happened(new Agreement.RulesAccepted(SAM, SheetHash.of("Anything goes.")));
        assertThrows(DamagedLog.class, () -> givenPlan(PLAN, other));
        var unasked = happened(new Agreement.RulesAccepted(SAM, VERSION));
        assertThrows(DamagedLog.class, () -> given(unasked));
        var leads = happened(new Agreement.RulesAccepted(DANA, VERSION));
        assertThrows(DamagedLog.class, () -> givenPlan(PLAN, leads));
    }
}
