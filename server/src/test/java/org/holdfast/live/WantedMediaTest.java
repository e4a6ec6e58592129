package org.holdfast.live;

import static org.holdfast.session.Cast.AMINA;
import static org.holdfast.session.Cast.DANA;
import static org.holdfast.session.Cast.MARIA;
import static org.holdfast.session.Cast.SAM;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.holdfast.live.MediaPlane.Seat;
import org.holdfast.session.Admission;
import org.holdfast.session.EndpointId;
import org.holdfast.session.Floor;
import org.holdfast.session.Life;
import org.holdfast.session.Meeting;
import org.holdfast.session.MemberId;
import org.junit.jupiter.api.Test;

class WantedMediaTest {
    private static EndpointId endpoint(Meeting meeting, MemberId member) {
        return meeting.session().present(member).endpoint();
    }

    private static Seat seat(Meeting meeting, MemberId member) {
        var wanted = endpoint(meeting, member);
        return seats(meeting).stream()
                .filter(seat -> seat.endpoint().equals(wanted))
                .findFirst()
                .orElseThrow();
    }

    private static List<Seat> seats(Meeting meeting) {
        return Reactions.media(meeting.session()).rooms().get("main");
    }

    @Test
    void who_is_in_the_room_has_a_seat_and_who_waits_has_none() {
        var meeting = Meeting.begins(AMINA, SAM).at(3).comes(MARIA);
        assertEquals(
                List.of(endpoint(meeting, AMINA), endpoint(meeting, DANA), endpoint(meeting, SAM)),
                seats(meeting).stream().map(Seat::endpoint).toList());
    }

    @Test
    void who_dropped_left_was_sent_back_or_removed_has_no_seat_any_more() {
        var meeting = Meeting.begins(AMINA, SAM, MARIA)
                .at(3)
                .drops(AMINA, 15)
                .does(DANA, new Admission.SendBack(SAM))
                .does(DANA, new Admission.Remove(MARIA));
        assertEquals(
                List.of(endpoint(meeting, DANA)),
                seats(meeting).stream().map(Seat::endpoint).toList());
        meeting.does(DANA, new Admission.Leave());
        assertEquals(List.of(), seats(meeting));
    }

    @Test
    void what_staff_hold_may_not_be_sent_whatever_the_browser_says() {
        var meeting = Meeting.begins(AMINA, SAM)
                .at(3)
                .does(AMINA, new Floor.SetMicrophone(true))
                .does(DANA, new Floor.Mute(AMINA))
                .does(DANA, new Floor.StopCamera(SAM));
        assertEquals(new Seat(endpoint(meeting, AMINA), false, true, false), seat(meeting, AMINA));
        assertEquals(new Seat(endpoint(meeting, SAM), true, false, false), seat(meeting, SAM));
        meeting.does(DANA, new Floor.AllowMicrophone(AMINA));
        assertEquals(new Seat(endpoint(meeting, AMINA), true, true, false), seat(meeting, AMINA));
    }

    @Test
    void after_the_end_there_is_no_room() {
        var meeting = Meeting.begins(AMINA).at(50).does(DANA, new Life.End());
        assertEquals(Map.of(), Reactions.media(meeting.session()).rooms());
    }

    @Test
    void a_hand_or_a_microphone_that_anybody_may_use_moves_nothing() {
        var meeting = Meeting.begins(AMINA).at(3);
        var before = meeting.session();
        meeting.does(AMINA, new Floor.RaiseHand()).does(AMINA, new Floor.SetMicrophone(true));
        assertFalse(Reactions.moveMedia(before, meeting.session()));
        meeting.does(DANA, new Floor.Mute(AMINA));
        assertTrue(Reactions.moveMedia(before, meeting.session()));
    }
}
