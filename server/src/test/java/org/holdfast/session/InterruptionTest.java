package org.holdfast.session;

import static org.holdfast.session.Cast.DANA;
import static org.holdfast.session.Cast.SAM;
import static org.holdfast.session.Cast.link;
import static org.holdfast.session.Happened.dropped;
import static org.holdfast.session.Happened.endpoint;
import static org.holdfast.session.Happened.happened;
import static org.holdfast.session.Happened.isIn;
import static org.holdfast.session.Happened.left;
import static org.holdfast.session.Happened.waits;
import static org.holdfast.session.SessionGiven.given;
import static org.holdfast.session.SessionGiven.time;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.holdfast.decision.RefusalCode;
import org.holdfast.session.Interruption.Cause;
import org.holdfast.session.Interruption.Interrupt;
import org.holdfast.session.Interruption.Interrupted;
import org.holdfast.session.Interruption.Resume;
import org.holdfast.session.Interruption.Resumed;
import org.junit.jupiter.api.Test;

class InterruptionTest {
    private static SessionGiven samIsOnACall() {
        return given(isIn(DANA, 1), isIn(SAM, 2), happened(new Interrupted(SAM, Cause.CALL)));
    }

    @Test
    void a_call_that_takes_the_microphone_interrupts_and_is_no_drop() {
        var session = given(isIn(DANA, 1), isIn(SAM, 2))
                .as(SAM)
                .when(new Interrupt(Cause.CALL))
                .then(new Interrupted(SAM, Cause.CALL));
        var view = (View.RoomView) Views.of(session, Audience.ROOM, Cast::name);
        assertEquals(View.Line.INTERRUPTED, view.people().get(SAM).line());
        assertEquals(endpoint(2), view.people().get(SAM).endpoint());
    }

    @Test
    void the_room_sees_that_and_staff_also_why() {
        var console = (View.ConsoleView) Views.of(samIsOnACall().session(), Audience.CONSOLE, Cast::name);
        assertEquals(Cause.CALL, console.people().get(SAM).interrupted());
    }

    @Test
    void the_same_interruption_is_said_once_and_another_again() {
        samIsOnACall().as(SAM).when(new Interrupt(Cause.CALL)).thenNothing();
        samIsOnACall().as(SAM).when(new Interrupt(Cause.HIDDEN)).then(new Interrupted(SAM, Cause.HIDDEN));
    }

    @Test
    void a_page_that_comes_back_resumes_and_only_then() {
        samIsOnACall().as(SAM).when(new Resume()).then(new Resumed(SAM));
        given(isIn(DANA, 1), isIn(SAM, 2)).as(SAM).when(new Resume()).thenNothing();
    }

    @Test
    void one_who_waits_is_not_interrupted() {
        given(isIn(DANA, 1), waits(SAM)).as(SAM).when(new Interrupt(Cause.CALL)).refused(RefusalCode.NOT_IN_ROOM);
    }

    @Test
    void whoever_drops_leaves_or_returns_is_not_interrupted_any_more() {
        List<SessionEvent> returned = List.of(new Admission.Returned(SAM, endpoint(3), link(SAM, 2), time(3)));
        for (var next : List.of(dropped(SAM), left(SAM), returned)) {
            assertTrue(samIsOnACall().and(next).session().interruption().now().isEmpty());
        }
    }
}
