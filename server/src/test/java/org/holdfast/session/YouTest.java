package org.holdfast.session;

import static org.holdfast.session.Cast.BEN;
import static org.holdfast.session.Cast.DANA;
import static org.holdfast.session.Cast.MARIA;
import static org.holdfast.session.Cast.SAM;
import static org.holdfast.session.Happened.dropped;
import static org.holdfast.session.Happened.happened;
import static org.holdfast.session.Happened.isIn;
import static org.holdfast.session.Happened.laptopWaits;
import static org.holdfast.session.Happened.waits;
import static org.holdfast.session.SessionGiven.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;

class YouTest {
    private static You you(Session session, MemberId member) {
        return You.of(session, member, Cast::name);
    }

    /// Most of what happens is said to be no concern of most people: never wrongly, in any of these meetings.
    @Test
    void what_a_person_is_told_of_themselves_follows_from_what_they_were_told_before() {
        var same = 0;
        for (var number = 0; number < 2_000; number++) {
            var before = Session.DECIDER.initial();
            for (var entry : Play.of(20261125, number).entries()) {
                var after = Session.DECIDER.applyAll(before, entry);
                var change = Change.between(before, after);
                for (var member : Play.EVERYBODY) {
                    var known = you(before, member);
                    var next = You.next(known, change, member, Cast::name);
                    assertEquals(you(after, member), next);
                    if (next == known) same++;
                }
                before = after;
            }
        }
        assertTrue(same > 1_000);
    }

    @Test
    void one_who_waits_may_leave_and_do_nothing_else_whatever_the_room_does() {
        var alone = given(waits(SAM)).session();
        var crowd = given(waits(SAM), isIn(DANA, 1), isIn(MARIA, 2), happened(new Floor.Muted(MARIA, DANA)))
                .session();
        assertEquals(Set.of("session.leave"), you(alone, SAM).may().keySet());
        assertEquals(you(alone, SAM), you(crowd, SAM));
    }

    @Test
    void a_second_browser_is_told_no_more_than_one_who_waits() {
        var session = given(isIn(DANA, 1), isIn(SAM, 2), laptopWaits(SAM)).session();
        var beside = You.waiting(session, SAM, Cast::name);
        assertEquals(You.waiting(given().session(), SAM, Cast::name), beside);
        assertNull(beside.endpoint());
    }

    @Test
    void a_participant_in_the_room_may_speak_and_ask_but_not_lead() {
        var may = you(given(isIn(DANA, 1), isIn(SAM, 2), waits(MARIA)).session(), SAM)
                .may();
        assertTrue(may.containsKey("hand.raise"));
        assertTrue(may.containsKey("help.ask"));
        assertTrue(may.containsKey("microphone.set"));
        assertFalse(may.containsKey("hand.lower"));
        assertFalse(may.containsKey("member.admit"));
        assertFalse(may.containsKey("session.end"));
    }

    @Test
    void a_facilitator_may_let_in_only_while_somebody_waits() {
        assertTrue(you(given(isIn(DANA, 1), waits(MARIA)).session(), DANA).may().containsKey("member.admit"));
        assertFalse(you(given(isIn(DANA, 1)).session(), DANA).may().containsKey("member.admit"));
        assertFalse(you(given(isIn(DANA, 1), Happened.asleep(MARIA)).session(), DANA)
                .may()
                .containsKey("member.admit"));
    }

    @Test
    void one_who_was_muted_reads_by_whom_and_may_not_unmute() {
        var you = you(
                given(isIn(DANA, 1), isIn(BEN, 2), isIn(SAM, 3), happened(new Floor.Muted(SAM, BEN)))
                        .session(),
                SAM);
        assertEquals(View.SwitchView.HELD, you.microphone());
        assertEquals("Ben H.", you.mutedBy());
        assertFalse(you.may().containsKey("microphone.set"));
        assertTrue(you.may().containsKey("camera.set"));
    }

    @Test
    void one_without_a_line_may_only_leave() {
        var you = you(given(isIn(DANA, 1), isIn(SAM, 2), dropped(SAM)).session(), SAM);
        assertEquals(Set.of("session.leave"), you.may().keySet());
        assertNull(you.endpoint());
    }

    @Test
    void nobody_may_anything_after_the_end_not_even_who_still_waits() {
        var ended = given(
                        isIn(DANA, 1),
                        isIn(SAM, 2),
                        waits(MARIA),
                        happened(new Life.SessionEnded(Life.EndCause.FACILITATOR)))
                .session();
        for (var member : Set.of(DANA, SAM, MARIA)) {
            assertTrue(you(ended, member).may().isEmpty());
        }
    }
}
