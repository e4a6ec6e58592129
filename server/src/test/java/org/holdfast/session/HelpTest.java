package org.holdfast.session;

import static org.holdfast.session.Cast.DANA;
import static org.holdfast.session.Cast.MARIA;
import static org.holdfast.session.Cast.SAM;
import static org.holdfast.session.Happened.dropped;
import static org.holdfast.session.Happened.happened;
import static org.holdfast.session.Happened.isIn;
import static org.holdfast.session.Happened.left;
import static org.holdfast.session.Happened.waits;
import static org.holdfast.session.SessionGiven.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.holdfast.decision.RefusalCode;
import org.holdfast.session.Help.Acknowledge;
import org.holdfast.session.Help.Ask;
import org.holdfast.session.Help.HelpAcknowledged;
import org.holdfast.session.Help.HelpAsked;
import org.holdfast.session.Help.HelpWithdrawn;
import org.holdfast.session.Help.Withdraw;
import org.junit.jupiter.api.Test;

class HelpTest {
    private static SessionGiven samAsked() {
        return given(isIn(DANA, 1), isIn(SAM, 2), isIn(MARIA, 3), happened(new HelpAsked(SAM)));
    }

    @Test
    void a_participant_asks_for_help_once_until_it_is_seen() {
        given(isIn(DANA, 1), isIn(SAM, 2)).as(SAM).when(new Ask()).then(new HelpAsked(SAM));
        samAsked().as(SAM).when(new Ask()).thenNothing();
        samAsked()
                .and(happened(new HelpAcknowledged(SAM, DANA)))
                .as(SAM)
                .when(new Ask())
                .then(new HelpAsked(SAM));
    }

    @Test
    void facilitators_do_not_ask_and_those_outside_cannot() {
        given(isIn(DANA, 1)).as(DANA).when(new Ask()).refused(RefusalCode.NOT_FOR_FACILITATORS);
        given(isIn(DANA, 1), waits(SAM)).as(SAM).when(new Ask()).refused(RefusalCode.NOT_IN_ROOM);
    }

    @Test
    void a_request_may_be_withdrawn_by_the_one_who_asked() {
        samAsked().as(SAM).when(new Withdraw()).then(new HelpWithdrawn(SAM));
        samAsked().as(MARIA).when(new Withdraw()).thenNothing();
    }

    @Test
    void a_facilitator_acknowledges_and_nobody_else() {
        samAsked().as(DANA).when(new Acknowledge(SAM)).then(new HelpAcknowledged(SAM, DANA));
        samAsked().as(DANA).when(new Acknowledge(MARIA)).thenNothing();
        samAsked().as(MARIA).when(new Acknowledge(SAM)).refused(RefusalCode.NOT_FACILITATOR);
        samAsked().as(SAM).when(new Acknowledge(SAM)).refused(RefusalCode.NOT_FACILITATOR);
    }

    @Test
    void only_staff_and_the_one_who_asked_know_of_it() {
        var session = samAsked().session();
        var before = given(isIn(DANA, 1), isIn(SAM, 2), isIn(MARIA, 3)).session();
        assertEquals(Views.of(before, Audience.ROOM, Cast::name), Views.of(session, Audience.ROOM, Cast::name));
        assertEquals(You.of(before, MARIA, Cast::name), You.of(session, MARIA, Cast::name));
        assertEquals(You.HelpState.ASKED, You.of(session, SAM, Cast::name).help());
        var console = (View.ConsoleView) Views.of(session, Audience.CONSOLE, Cast::name);
        assertNotNull(console.help().get(SAM));
        assertNull(console.help().get(SAM).seenBy());
    }

    @Test
    void the_one_who_asked_learns_who_saw_it() {
        var you =
                You.of(samAsked().and(happened(new HelpAcknowledged(SAM, DANA))).session(), SAM, Cast::name);
        assertEquals(You.HelpState.SEEN, you.help());
        assertEquals("Dana W.", you.helpSeenBy());
    }

    @Test
    void a_request_outlives_a_drop_and_a_leaving() {
        samAsked().and(dropped(SAM)).as(DANA).when(new Acknowledge(SAM)).then(new HelpAcknowledged(SAM, DANA));
        samAsked().and(left(SAM)).as(DANA).when(new Acknowledge(SAM)).then(new HelpAcknowledged(SAM, DANA));
    }
}
