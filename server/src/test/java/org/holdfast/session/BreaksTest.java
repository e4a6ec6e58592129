package org.holdfast.session;

import static org.holdfast.session.Cast.BEN;
import static org.holdfast.session.Cast.DANA;
import static org.holdfast.session.Cast.SAM;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.holdfast.decision.Actor;
import org.holdfast.decision.DamagedLog;
import org.holdfast.decision.Decision;
import org.holdfast.decision.RefusalCode;
import org.junit.jupiter.api.Test;

class BreaksTest {
    private final Meeting meeting =
            Meeting.begins(Cast.withBreaks(Breaks.Policy.NOT_COUNTED), SAM).at(20);

    private Decision<SessionEvent> asked(MemberId member, SessionCommand command) {
        return Session.DECIDER.decide(meeting.session(), command, new Actor.Person(member.value()), meeting.now());
    }

    private View.RoomView room() {
        return assertInstanceOf(View.RoomView.class, Views.of(meeting.session(), Audience.ROOM, Cast::name));
    }

    private static boolean may(Meeting meeting, MemberId member) {
        return You.of(meeting.session(), member, Cast::name).may().containsKey("break.begin");
    }

    @Test
    void a_facilitator_begins_one_and_everybody_reads_until_when() {
        meeting.does(DANA, new Breaks.Begin(10));
        assertEquals(meeting.now().plus(Duration.ofMinutes(10)), room().breakUntil());
        var console = (View.ConsoleView) Views.of(meeting.session(), Audience.CONSOLE, Cast::name);
        assertEquals(room().breakUntil(), console.breakUntil());
    }

    @Test
    void it_can_be_made_longer_and_ended_before_its_time_and_ending_none_is_nothing() {
        assertEquals(Decision.accept(), asked(DANA, new Breaks.End()));
        meeting.does(DANA, new Breaks.Begin(5)).at(23).does(DANA, new Breaks.Begin(10));
        assertEquals(meeting.now().plus(Duration.ofMinutes(10)), room().breakUntil());
        meeting.at(25).does(DANA, new Breaks.End());
        assertNull(room().breakUntil());
    }

    @Test
    void only_who_leads_in_the_room_decides_it_and_not_for_hours() {
        assertEquals(Decision.refuse(RefusalCode.NOT_FACILITATOR), asked(SAM, new Breaks.Begin(5)));
        assertEquals(Decision.refuse(RefusalCode.NOT_IN_ROOM), asked(BEN, new Breaks.Begin(5)));
        for (var minutes : new int[] {0, -1, 61}) {
            assertEquals(Decision.refuse(RefusalCode.OUTSIDE_SESSION), asked(DANA, new Breaks.Begin(minutes)));
        }
        assertTrue(may(meeting, DANA));
        assertFalse(may(meeting, SAM));
    }

    @Test
    void a_group_without_breaks_has_none_and_so_has_one_that_was_never_asked() {
        for (var plan : List.of(Cast.withBreaks(Breaks.Policy.NONE), Cast.plan())) {
            var other = Meeting.begins(plan, SAM);
            assertEquals(
                    Decision.refuse(RefusalCode.NO_BREAKS),
                    Session.DECIDER.decide(
                            other.session(), new Breaks.Begin(5), new Actor.Person(DANA.value()), other.now()));
            assertFalse(may(other, DANA));
        }
    }

    @Test
    void a_log_that_ends_what_never_began_is_damaged_and_so_is_one_without_length() {
        assertThrows(DamagedLog.class, () -> SessionGiven.given(Happened.happened(new Breaks.BreakEnded(DANA))));
        assertThrows(
                DamagedLog.class,
                () -> SessionGiven.given(Happened.happened(new Breaks.BreakBegun(SessionGiven.time(0), DANA))));
    }
}
