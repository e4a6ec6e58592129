package org.holdfast.session;

import static org.holdfast.session.Cast.BEN;
import static org.holdfast.session.Cast.DANA;
import static org.holdfast.session.Cast.MARIA;
import static org.holdfast.session.Cast.SAM;
import static org.holdfast.session.Cast.STRANGER;
import static org.holdfast.session.Cast.arrival;
import static org.holdfast.session.Cast.device;
import static org.holdfast.session.Cast.link;
import static org.holdfast.session.Happened.arrived;
import static org.holdfast.session.Happened.asleep;
import static org.holdfast.session.Happened.endpoint;
import static org.holdfast.session.Happened.happened;
import static org.holdfast.session.Happened.isIn;
import static org.holdfast.session.Happened.left;
import static org.holdfast.session.Happened.removed;
import static org.holdfast.session.Happened.waits;
import static org.holdfast.session.SessionGiven.given;
import static org.holdfast.session.SessionGiven.givenUnopened;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.holdfast.decision.RefusalCode;
import org.holdfast.session.Admission.Admitted;
import org.holdfast.session.Admission.Arrive;
import org.holdfast.session.Admission.Arrived;
import org.holdfast.session.Admission.Leave;
import org.holdfast.session.Admission.MemberLeft;
import org.holdfast.session.Admission.WaitsAgain;
import org.holdfast.session.Member.WaitingReason;
import org.junit.jupiter.api.Test;

class ArrivingTest {
    private static Arrive comes(MemberId member, int line) {
        return new Arrive(member, device(member), arrival(), link(member, line), Cast.STARTS);
    }

    @Test
    void somebody_of_the_group_who_comes_waits() {
        var session = given(isIn(DANA, 1)).as(SAM).when(comes(SAM, 1)).then(arrived(SAM, WaitingReason.FIRST));
        assertInstanceOf(Member.Waiting.class, session.admission().members().get(SAM));
        assertNull(session.present(SAM));
    }

    @Test
    void a_facilitator_who_comes_is_in() {
        var session = given().as(DANA)
                .when(comes(DANA, 1))
                .then(arrived(DANA, WaitingReason.FIRST), new Admitted(DANA, endpoint(1)));
        assertEquals(endpoint(1), session.present(DANA).endpoint());
    }

    @Test
    void a_stranger_with_a_well_formed_id_is_no_member() {
        given(isIn(DANA, 1)).as(STRANGER).when(comes(STRANGER, 1)).refused(RefusalCode.NOT_MEMBER);
    }

    @Test
    void nobody_comes_in_another_persons_name() {
        given(isIn(DANA, 1)).as(MARIA).when(comes(SAM, 1)).refused(RefusalCode.NOT_MEMBER);
        given(isIn(DANA, 1)).as(MARIA).when(comes(BEN, 1)).refused(RefusalCode.NOT_MEMBER);
        given(isIn(DANA, 1)).asTheSystem().when(comes(SAM, 1)).refused(RefusalCode.NOT_MEMBER);
    }

    @Test
    void nobody_comes_before_the_session_is_open_or_after_it_has_ended() {
        givenUnopened().as(SAM).when(comes(SAM, 1)).refused(RefusalCode.NOT_OPEN);
        given(isIn(DANA, 1), happened(new Life.SessionEnded(Life.EndCause.FACILITATOR)))
                .as(SAM)
                .when(comes(SAM, 1))
                .refused(RefusalCode.ENDED);
    }

    @Test
    void a_page_that_is_loaded_again_while_waiting_keeps_its_place_in_line() {
        var session = given(waits(SAM), waits(MARIA))
                .as(SAM)
                .when(comes(SAM, 2))
                .then(new WaitsAgain(SAM, arrival(), link(SAM, 2)));
        assertEquals(SAM, session.admission().waiting().getFirst().id());
    }

    @Test
    void who_answers_anew_while_waiting_is_shown_with_the_new_answers() {
        var unsure = new Member.Arrival(arrival().standing(), "a-newer-hash", Member.PrivatePlace.UNSURE);
        var again = new Arrive(SAM, device(SAM), unsure, link(SAM, 2), SessionGiven.time(3));
        var session = given(waits(SAM)).as(SAM).when(again).then(new WaitsAgain(SAM, unsure, link(SAM, 2)));
        assertEquals(unsure, session.admission().waiting().getFirst().arrival());
    }

    @Test
    void someone_whose_phone_slept_in_the_waiting_room_waits_again_with_it() {
        var session = given(asleep(SAM)).as(SAM).when(comes(SAM, 2)).then(new WaitsAgain(SAM, arrival(), link(SAM, 2)));
        assertEquals(
                SessionGiven.time(1), session.admission().waiting().getFirst().since());
    }

    @Test
    void a_participant_who_left_and_comes_back_waits_once_more() {
        given(isIn(DANA, 1), isIn(SAM, 2), left(SAM))
                .as(SAM)
                .when(comes(SAM, 2))
                .then(new Arrived(SAM, device(SAM), arrival(), WaitingReason.RETURNING, link(SAM, 2)));
    }

    @Test
    void a_facilitator_who_left_and_comes_back_is_in_at_once() {
        given(isIn(DANA, 1), left(DANA))
                .as(DANA)
                .when(comes(DANA, 1))
                .then(arrived(DANA, WaitingReason.FIRST), new Admitted(DANA, endpoint(2)));
    }

    @Test
    void someone_who_was_removed_cannot_come_back_on_any_device() {
        var given = given(isIn(DANA, 1), isIn(SAM, 2), removed(SAM));
        given.as(SAM).when(comes(SAM, 2)).refused(RefusalCode.REMOVED);
        given.as(SAM)
                .when(new Arrive(SAM, Cast.otherDevice(SAM), arrival(), link(SAM, 3), Cast.STARTS))
                .refused(RefusalCode.REMOVED);
    }

    @Test
    void whoever_waits_or_sits_or_dropped_may_leave() {
        given(waits(SAM)).as(SAM).when(new Leave()).then(new MemberLeft(SAM));
        given(isIn(DANA, 1), isIn(SAM, 2)).as(SAM).when(new Leave()).then(new MemberLeft(SAM));
        given(isIn(DANA, 1), isIn(SAM, 2), Happened.dropped(SAM))
                .as(SAM)
                .when(new Leave())
                .then(new MemberLeft(SAM));
    }

    @Test
    void whoever_left_or_never_came_has_nothing_to_leave() {
        given(waits(SAM), left(SAM)).as(SAM).when(new Leave()).thenNothing();
        given().as(SAM).when(new Leave()).refused(RefusalCode.NOT_MEMBER);
        given().as(STRANGER).when(new Leave()).refused(RefusalCode.NOT_MEMBER);
    }
}
