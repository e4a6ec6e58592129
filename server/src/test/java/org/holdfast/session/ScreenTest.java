package org.holdfast.session;

import static org.holdfast.session.Cast.AMINA;
import static org.holdfast.session.Cast.BEN;
import static org.holdfast.session.Cast.DANA;
import static org.holdfast.session.Cast.MARIA;
import static org.holdfast.session.Cast.SAM;
import static org.holdfast.session.Happened.dropped;
import static org.holdfast.session.Happened.happened;
import static org.holdfast.session.Happened.isIn;
import static org.holdfast.session.Happened.left;
import static org.holdfast.session.Happened.removed;
import static org.holdfast.session.Happened.sentBack;
import static org.holdfast.session.Happened.waits;
import static org.holdfast.session.SessionGiven.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.holdfast.decision.DamagedLog;
import org.holdfast.decision.RefusalCode;
import org.junit.jupiter.api.Test;

class ScreenTest {
    private static SessionGiven room() {
        return given(isIn(DANA, 1), isIn(SAM, 2), isIn(BEN, 3), isIn(MARIA, 4), waits(AMINA));
    }

    private static SessionGiven samMay() {
        return room().and(happened(new Screen.ScreenAllowed(SAM, DANA)));
    }

    private static SessionGiven samShows() {
        return samMay().and(happened(new Screen.ScreenShared(SAM)));
    }

    private static You you(Session session, MemberId member) {
        return You.of(session, member, Cast::name);
    }

    @Test
    void a_facilitator_shows_their_screen_and_everyone_in_the_room_sees_whose_it_is() {
        var session = room().as(DANA).when(new Screen.Share()).then(new Screen.ScreenShared(DANA));
        var people = ((View.RoomView) Views.of(session, Audience.ROOM, Cast::name)).people();
        assertEquals(true, people.get(DANA).screen());
        assertNull(people.get(SAM).screen());
        assertTrue(you(session, DANA).may().containsKey("screen.stop"));
    }

    @Test
    void a_participant_does_once_a_facilitator_lets_them() {
        room().as(SAM).when(new Screen.Share()).refused(RefusalCode.SCREEN_NOT_ALLOWED);
        var allowed = room().as(DANA).when(new Screen.Allow(SAM)).then(new Screen.ScreenAllowed(SAM, DANA));
        assertTrue(you(allowed, SAM).may().containsKey("screen.share"));
        assertFalse(you(allowed, MARIA).may().containsKey("screen.share"));
        var people = ((View.ConsoleView) Views.of(allowed, Audience.CONSOLE, Cast::name)).people();
        assertEquals(true, people.get(SAM).screenAllowed());
        samMay().as(SAM).when(new Screen.Share()).then(new Screen.ScreenShared(SAM));
    }

    @Test
    void one_at_a_time_and_a_facilitator_takes_over() {
        var marias = samShows().and(happened(new Screen.ScreenAllowed(MARIA, DANA)));
        marias.as(MARIA).when(new Screen.Share()).refused(RefusalCode.SCREEN_TAKEN);
        assertFalse(you(marias.session(), MARIA).may().containsKey("screen.share"));
        var session = marias.as(DANA).when(new Screen.Share()).then(new Screen.ScreenShared(DANA));
        assertEquals(DANA, session.screen().shared());
        assertEquals(Set.of(SAM, MARIA), session.screen().allowed());
        marias.as(SAM).when(new Screen.Share()).thenNothing();
    }

    @Test
    void whoever_shows_it_stops_it_and_nobody_stops_what_is_not_theirs() {
        assertNull(samShows()
                .as(SAM)
                .when(new Screen.Stop())
                .then(new Screen.ScreenStopped(SAM))
                .screen()
                .shared());
        samShows().as(MARIA).when(new Screen.Stop()).thenNothing();
        samShows().as(AMINA).when(new Screen.Stop()).refused(RefusalCode.NOT_IN_ROOM);
    }

    @Test
    void to_let_somebody_no_more_ends_their_share() {
        var session = samShows().as(DANA).when(new Screen.Disallow(SAM)).then(new Screen.ScreenDisallowed(SAM, DANA));
        assertEquals(Screen.NONE, session.screen());
        room().as(DANA).when(new Screen.Disallow(SAM)).thenNothing();
    }

    @Test
    void only_facilitators_let_people_and_only_people_with_a_seat() {
        room().as(SAM).when(new Screen.Allow(SAM)).refused(RefusalCode.NOT_FACILITATOR);
        room().as(DANA).when(new Screen.Allow(BEN)).refused(RefusalCode.NOT_FOR_FACILITATORS);
        room().as(DANA).when(new Screen.Allow(AMINA)).refused(RefusalCode.NOT_HERE);
    }

    @Test
    void a_share_ends_with_the_page_and_the_leave_to_share_with_the_seat() {
        var dropped = samShows().and(dropped(SAM)).session().screen();
        assertNull(dropped.shared());
        assertEquals(Set.of(SAM), dropped.allowed());
        assertEquals(Screen.NONE, samShows().and(left(SAM)).session().screen());
        assertEquals(Screen.NONE, samShows().and(removed(SAM)).session().screen());
        assertEquals(Screen.NONE, samShows().and(sentBack(SAM)).session().screen());
        assertEquals(SAM, samShows().and(left(MARIA)).session().screen().shared());
    }

    @Test
    void those_who_wait_do_not_know_of_it() {
        assertEquals(
                Views.of(room().session(), Audience.WAITING, Cast::name),
                Views.of(samShows().session(), Audience.WAITING, Cast::name));
    }

    @Test
    void a_log_in_which_somebody_shares_without_leave_or_from_outside_is_damaged() {
        assertThrows(DamagedLog.class, () -> room().and(happened(new Screen.ScreenShared(SAM))));
        assertThrows(DamagedLog.class, () -> room().and(happened(new Screen.ScreenShared(AMINA))));
        assertThrows(DamagedLog.class, () -> room().and(happened(new Screen.ScreenStopped(SAM))));
        assertThrows(DamagedLog.class, () -> room().and(happened(new Screen.ScreenDisallowed(SAM, DANA))));
        assertThrows(DamagedLog.class, () -> room().and(happened(new Screen.ScreenAllowed(AMINA, DANA))));
    }
}
