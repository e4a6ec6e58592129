package org.holdfast.session;

import static org.holdfast.session.Cast.BEN;
import static org.holdfast.session.Cast.DANA;
import static org.holdfast.session.Cast.MARIA;
import static org.holdfast.session.Cast.SAM;
import static org.holdfast.session.Cast.STARTS;
import static org.holdfast.session.Cast.link;
import static org.holdfast.session.Happened.dropped;
import static org.holdfast.session.Happened.endpoint;
import static org.holdfast.session.Happened.happened;
import static org.holdfast.session.Happened.isIn;
import static org.holdfast.session.Happened.left;
import static org.holdfast.session.Happened.waits;
import static org.holdfast.session.SessionGiven.given;
import static org.holdfast.session.SessionGiven.givenUnopened;
import static org.holdfast.session.SessionGiven.time;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.util.List;
import org.holdfast.decision.RefusalCode;
import org.holdfast.session.Life.End;
import org.holdfast.session.Life.EndCause;
import org.holdfast.session.Life.EndIfDue;
import org.holdfast.session.Life.OpenSession;
import org.holdfast.session.Life.SessionEnded;
import org.junit.jupiter.api.Test;

class LifeTest {
    private static SessionGiven danaDropped() {
        return given(isIn(DANA, 1), isIn(SAM, 2), waits(MARIA), dropped(DANA));
    }

    @Test
    void the_system_opens_a_session_once() {
        givenUnopened().asTheSystem().when(new OpenSession(Cast.plan())).then(new Life.Opened(Cast.plan()));
        given().asTheSystem().when(new OpenSession(Cast.plan())).refused(RefusalCode.ALREADY_OPEN);
        givenUnopened().as(DANA).when(new OpenSession(Cast.plan())).refused(RefusalCode.NOT_FACILITATOR);
    }

    @Test
    void a_room_that_never_had_staff_is_open_and_nobody_can_enter_it() {
        var session = given(waits(SAM)).session();
        assertInstanceOf(Life.Open.class, session.life());
        assertEquals(0, session.admission().seats());
    }

    @Test
    void the_room_is_unattended_when_the_last_facilitator_drops_or_leaves() {
        assertEquals(new Life.Unattended(time(4)), danaDropped().session().life());
        assertInstanceOf(
                Life.Unattended.class,
                given(isIn(DANA, 1), isIn(SAM, 2), left(DANA)).session().life());
    }

    @Test
    void one_facilitator_of_two_who_drops_leaves_the_room_attended() {
        assertInstanceOf(
                Life.Open.class,
                given(isIn(DANA, 1), isIn(BEN, 2), dropped(DANA)).session().life());
    }

    @Test
    void a_facilitator_who_opens_a_second_tab_leaves_nothing_unattended() {
        var tab = new Admission.Returned(DANA, endpoint(3), link(DANA, 2), time(1));
        assertInstanceOf(
                Life.Open.class,
                given(isIn(DANA, 1), isIn(SAM, 2), happened(tab)).session().life());
    }

    @Test
    void the_room_is_told_that_it_is_unattended_and_those_who_wait_are_not() {
        var session = danaDropped().session();
        var room = (View.RoomView) Views.of(session, Audience.ROOM, Cast::name);
        assertEquals(View.Openness.UNATTENDED, room.life());
        assertEquals(
                Views.of(given().session(), Audience.WAITING, Cast::name),
                Views.of(session, Audience.WAITING, Cast::name));
    }

    @Test
    void nobody_is_promoted_in_an_unattended_room_and_who_waits_stays_out() {
        var unattended = danaDropped();
        unattended.as(SAM).when(new Admission.LetIn(MARIA)).refused(RefusalCode.NOT_FACILITATOR);
        unattended.as(SAM).when(new Admission.LetAllIn()).refused(RefusalCode.NOT_FACILITATOR);
        unattended.as(SAM).when(new End()).refused(RefusalCode.NOT_FACILITATOR);
        unattended.as(DANA).when(new Admission.LetIn(MARIA)).refused(RefusalCode.NOT_IN_ROOM);
    }

    @Test
    void the_room_is_open_again_when_any_facilitator_comes() {
        var back = new Admission.Returned(DANA, endpoint(3), link(DANA, 2), time(3));
        assertInstanceOf(
                Life.Open.class, danaDropped().and(happened(back)).session().life());
        assertInstanceOf(
                Life.Open.class, danaDropped().and(isIn(BEN, 3)).session().life());
    }

    @Test
    void an_unattended_room_ends_by_itself_after_fifteen_minutes_and_not_before() {
        var since = time(4);
        var due = since.plus(Duration.ofMinutes(15));
        assertEquals(due, danaDropped().session().dueAt());
        danaDropped().asTheSystem().at(due.minusMillis(1)).when(new EndIfDue()).refused(RefusalCode.NOT_YET);
        danaDropped().asTheSystem().at(due).when(new EndIfDue()).then(new SessionEnded(EndCause.UNATTENDED));
    }

    @Test
    void a_session_that_nobody_ends_is_over_thirty_minutes_past_its_planned_end() {
        var due = STARTS.plus(Cast.LENGTH).plus(Duration.ofMinutes(30));
        var given = given(isIn(DANA, 1), isIn(SAM, 2));
        assertEquals(due, given.session().dueAt());
        given.asTheSystem().at(due.minusMillis(1)).when(new EndIfDue()).refused(RefusalCode.NOT_YET);
        given.asTheSystem().at(due).when(new EndIfDue()).then(new SessionEnded(EndCause.OVERTIME));
    }

    @Test
    void an_unattended_room_does_not_outlast_the_overtime() {
        var due = STARTS.plus(Cast.LENGTH).plus(Duration.ofMinutes(30));
        danaDropped().asTheSystem().at(due).when(new EndIfDue()).then(new SessionEnded(EndCause.OVERTIME));
    }

    @Test
    void only_the_system_asks_whether_time_is_up() {
        given(isIn(DANA, 1))
                .as(DANA)
                .at(STARTS.plus(Duration.ofHours(3)))
                .when(new EndIfDue())
                .refused(RefusalCode.NOT_FACILITATOR);
    }

    @Test
    void a_facilitator_in_the_room_ends_the_session_for_everyone() {
        var session = given(isIn(DANA, 1), isIn(SAM, 2), waits(MARIA))
                .as(DANA)
                .when(new End())
                .then(new SessionEnded(EndCause.FACILITATOR));
        for (var audience : List.of(Audience.WAITING, Audience.ROOM, Audience.CONSOLE)) {
            assertInstanceOf(View.EndedView.class, Views.of(session, audience, Cast::name));
        }
        assertNull(session.dueAt());
    }

    @Test
    void a_participant_or_a_facilitator_outside_ends_nothing() {
        given(isIn(DANA, 1), isIn(SAM, 2)).as(SAM).when(new End()).refused(RefusalCode.NOT_FACILITATOR);
        given(isIn(SAM, 1)).as(BEN).when(new End()).refused(RefusalCode.NOT_IN_ROOM);
    }

    @Test
    void nothing_happens_after_the_end() {
        var ended = given(isIn(DANA, 1), isIn(SAM, 2), happened(new SessionEnded(EndCause.FACILITATOR)));
        ended.as(DANA).when(new End()).refused(RefusalCode.ENDED);
        ended.as(SAM).when(new Floor.RaiseHand()).refused(RefusalCode.ENDED);
        ended.as(SAM).when(new Admission.Leave()).refused(RefusalCode.ENDED);
        ended.asTheSystem()
                .when(new Admission.Drop(SAM, link(SAM, 1).connection(), time(3)))
                .refused(RefusalCode.ENDED);
        ended.asTheSystem()
                .at(STARTS.plus(Duration.ofHours(3)))
                .when(new EndIfDue())
                .thenNothing();
    }
}
