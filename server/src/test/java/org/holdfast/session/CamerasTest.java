package org.holdfast.session;

import static org.holdfast.session.Cast.DANA;
import static org.holdfast.session.Cast.IRIS;
import static org.holdfast.session.Cast.JO;
import static org.holdfast.session.Cast.SAM;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.holdfast.decision.Actor;
import org.holdfast.decision.DamagedLog;
import org.holdfast.decision.Decision;
import org.holdfast.decision.RefusalCode;
import org.junit.jupiter.api.Test;

class CamerasTest {
    private final Meeting off = Meeting.begins(Cast.withGuests(Cameras.OFF), SAM, JO, IRIS);

    private static Decision<SessionEvent> asked(Meeting meeting, MemberId member, SessionCommand command) {
        return Session.DECIDER.decide(meeting.session(), command, new Actor.Person(member.value()), meeting.now());
    }

    private static boolean may(Meeting meeting, MemberId member) {
        return You.of(meeting.session(), member, Cast::name).may().containsKey("camera.set");
    }

    private static View.RoomView room(Meeting meeting) {
        return assertInstanceOf(View.RoomView.class, Views.of(meeting.session(), Audience.ROOM, Cast::name));
    }

    @Test
    void where_cameras_stay_off_nobody_of_the_group_can_turn_one_on() {
        for (var member : List.of(SAM, JO)) {
            assertEquals(Decision.refuse(RefusalCode.CAMERAS_OFF), asked(off, member, new Floor.SetCamera(true)));
            assertFalse(may(off, member));
            assertFalse(Floor.mayShowCamera(off.session(), member));
            assertEquals(Decision.accept(), asked(off, member, new Floor.SetCamera(false)));
        }
        assertEquals(Cameras.OFF, room(off).cameras());
    }

    @Test
    void who_leads_and_who_interprets_may_be_seen_all_the_same() {
        off.does(DANA, new Floor.SetCamera(true)).does(IRIS, new Floor.SetCamera(true));
        assertTrue(Floor.mayShowCamera(off.session(), DANA) && Floor.mayShowCamera(off.session(), IRIS));
    }

    @Test
    void no_facilitator_gives_somebody_the_camera_that_the_group_does_not_have() {
        off.does(DANA, new Floor.StopCamera(SAM)).does(DANA, new Floor.AllowCamera(SAM));
        assertEquals(Decision.refuse(RefusalCode.CAMERAS_OFF), asked(off, SAM, new Floor.SetCamera(true)));
    }

    @Test
    void where_they_are_expected_or_asked_for_each_still_decides() {
        for (var policy : List.of(Cameras.ASKED, Cameras.EXPECTED)) {
            var meeting = Meeting.begins(Cast.withGuests(policy), SAM);
            assertEquals(policy, room(meeting).cameras());
            meeting.does(SAM, new Floor.SetCamera(true)).does(SAM, new Floor.SetCamera(false));
            assertTrue(may(meeting, SAM));
        }
    }

    @Test
    void where_nothing_is_said_of_them_no_view_does() {
        assertNull(room(Meeting.begins(SAM)).cameras());
        assertNull(room(Meeting.begins(Cast.withGuests(Cameras.FREE), SAM)).cameras());
        assertTrue(may(Meeting.begins(SAM), SAM));
    }

    @Test
    void a_log_with_a_camera_where_they_stay_off_is_damaged() {
        assertThrows(
                DamagedLog.class,
                () -> SessionGiven.givenPlan(
                        Cast.withGuests(Cameras.OFF),
                        Happened.isIn(SAM, 1),
                        Happened.happened(new Floor.CameraSet(SAM, true))));
    }
}
