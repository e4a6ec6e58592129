package org.holdfast.session;

import static org.holdfast.session.Cast.AMINA;
import static org.holdfast.session.Cast.DANA;
import static org.holdfast.session.Cast.SAM;
import static org.holdfast.session.Happened.dropped;
import static org.holdfast.session.Happened.happened;
import static org.holdfast.session.Happened.isIn;
import static org.holdfast.session.Happened.left;
import static org.holdfast.session.Happened.removed;
import static org.holdfast.session.Happened.waits;
import static org.holdfast.session.SessionGiven.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Set;
import org.holdfast.decision.DamagedLog;
import org.holdfast.decision.RefusalCode;
import org.junit.jupiter.api.Test;

class MediaLineTest {
    private static SessionGiven room() {
        return given(isIn(DANA, 1), isIn(SAM, 2), waits(AMINA));
    }

    private static SessionGiven samIsCutOff() {
        return room().and(happened(new MediaLine.MediaLost(SAM)));
    }

    @Test
    void somebody_whose_sound_does_not_get_through_stays_in_the_room_and_everyone_sees_why_they_are_silent() {
        var session = room().as(SAM).when(new MediaLine.Lost()).then(new MediaLine.MediaLost(SAM));
        assertNotNull(session.present(SAM));
        var person = ((View.RoomView) Views.of(session, Audience.ROOM, Cast::name))
                .people()
                .get(SAM);
        assertEquals(View.MediaView.LOST, person.media());
        assertEquals(View.Line.HERE, person.line());
    }

    @Test
    void it_is_over_when_the_page_says_that_sound_is_back() {
        var session = samIsCutOff().as(SAM).when(new MediaLine.Returned()).then(new MediaLine.MediaReturned(SAM));
        assertEquals(Set.of(), session.mediaLine().lost());
        var person = ((View.RoomView) Views.of(session, Audience.ROOM, Cast::name))
                .people()
                .get(SAM);
        assertNull(person.media());
    }

    @Test
    void what_is_said_twice_happens_once() {
        samIsCutOff().as(SAM).when(new MediaLine.Lost()).thenNothing();
        room().as(SAM).when(new MediaLine.Returned()).thenNothing();
    }

    @Test
    void who_waits_has_no_media_to_lose() {
        room().as(AMINA).when(new MediaLine.Lost()).refused(RefusalCode.NOT_IN_ROOM);
    }

    @Test
    void another_page_and_a_way_out_begin_anew() {
        assertEquals(
                Set.of(), samIsCutOff().and(dropped(SAM)).session().mediaLine().lost());
        assertEquals(
                Set.of(), samIsCutOff().and(left(SAM)).session().mediaLine().lost());
        assertEquals(
                Set.of(), samIsCutOff().and(removed(SAM)).session().mediaLine().lost());
        assertEquals(
                Set.of(SAM), samIsCutOff().and(left(DANA)).session().mediaLine().lost());
    }

    @Test
    void a_log_in_which_it_is_lost_twice_or_back_without_a_loss_is_damaged() {
        assertThrows(DamagedLog.class, () -> samIsCutOff().and(happened(new MediaLine.MediaLost(SAM))));
        assertThrows(DamagedLog.class, () -> room().and(happened(new MediaLine.MediaReturned(SAM))));
        assertThrows(DamagedLog.class, () -> room().and(happened(new MediaLine.MediaLost(AMINA))));
    }
}
