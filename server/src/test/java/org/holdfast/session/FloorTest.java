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
import static org.holdfast.session.Happened.sentBack;
import static org.holdfast.session.Happened.waits;
import static org.holdfast.session.SessionGiven.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.holdfast.decision.RefusalCode;
import org.holdfast.session.Floor.AllowAllMicrophones;
import org.holdfast.session.Floor.AllowCamera;
import org.holdfast.session.Floor.AllowMicrophone;
import org.holdfast.session.Floor.CameraAllowed;
import org.holdfast.session.Floor.CameraSet;
import org.holdfast.session.Floor.CameraStopped;
import org.holdfast.session.Floor.HandLowered;
import org.holdfast.session.Floor.HandRaised;
import org.holdfast.session.Floor.LowerAll;
import org.holdfast.session.Floor.LowerHand;
import org.holdfast.session.Floor.LowerOne;
import org.holdfast.session.Floor.MicrophoneAllowed;
import org.holdfast.session.Floor.MicrophoneSet;
import org.holdfast.session.Floor.Mute;
import org.holdfast.session.Floor.MuteAll;
import org.holdfast.session.Floor.Muted;
import org.holdfast.session.Floor.RaiseHand;
import org.holdfast.session.Floor.SetCamera;
import org.holdfast.session.Floor.SetMicrophone;
import org.holdfast.session.Floor.StopCamera;
import org.junit.jupiter.api.Test;

class FloorTest {
    @Test
    void everybody_in_the_room_switches_their_own_microphone_and_camera() {
        var given = given(isIn(DANA, 1), isIn(SAM, 2));
        given.as(SAM).when(new SetMicrophone(true)).then(new MicrophoneSet(SAM, true));
        given.as(SAM).when(new SetCamera(true)).then(new CameraSet(SAM, true));
        given.as(DANA).when(new SetMicrophone(true)).then(new MicrophoneSet(DANA, true));
    }

    @Test
    void switching_to_what_already_is_writes_nothing() {
        given(isIn(SAM, 1)).as(SAM).when(new SetMicrophone(false)).thenNothing();
        given(isIn(SAM, 1), happened(new MicrophoneSet(SAM, true)))
                .as(SAM)
                .when(new SetMicrophone(true))
                .thenNothing();
    }

    @Test
    void nobody_speaks_from_the_waiting_room_or_without_a_line() {
        given(isIn(DANA, 1), waits(SAM)).as(SAM).when(new SetMicrophone(true)).refused(RefusalCode.NOT_IN_ROOM);
        given(isIn(DANA, 1), isIn(SAM, 2), dropped(SAM))
                .as(SAM)
                .when(new SetCamera(true))
                .refused(RefusalCode.NOT_IN_ROOM);
    }

    @Test
    void one_who_was_muted_by_staff_does_not_unmute() {
        var muted = given(isIn(DANA, 1), isIn(SAM, 2), happened(new Muted(SAM, DANA)));
        muted.as(SAM).when(new SetMicrophone(true)).refused(RefusalCode.HELD);
        muted.as(SAM).when(new SetMicrophone(false)).thenNothing();
    }

    @Test
    void one_who_may_unmute_again_does_so_themselves() {
        var allowed = given(
                isIn(DANA, 1),
                isIn(SAM, 2),
                happened(new Muted(SAM, DANA)),
                happened(new MicrophoneAllowed(SAM, DANA)));
        assertEquals(new Floor.Switch.Off(), allowed.session().floor().microphone(SAM));
        allowed.as(SAM).when(new SetMicrophone(true)).then(new MicrophoneSet(SAM, true));
    }

    @Test
    void a_facilitator_mutes_and_allows_one() {
        given(isIn(DANA, 1), isIn(SAM, 2)).as(DANA).when(new Mute(SAM)).then(new Muted(SAM, DANA));
        var muted = given(isIn(DANA, 1), isIn(SAM, 2), happened(new Muted(SAM, DANA)));
        muted.as(DANA).when(new Mute(SAM)).thenNothing();
        muted.and(isIn(BEN, 3)).as(BEN).when(new AllowMicrophone(SAM)).then(new MicrophoneAllowed(SAM, BEN));
        given(isIn(DANA, 1), isIn(SAM, 2))
                .as(DANA)
                .when(new AllowMicrophone(SAM))
                .thenNothing();
    }

    @Test
    void participants_mute_nobody_and_nobody_mutes_a_facilitator() {
        given(isIn(DANA, 1), isIn(SAM, 2), isIn(MARIA, 3))
                .as(MARIA)
                .when(new Mute(SAM))
                .refused(RefusalCode.NOT_FACILITATOR);
        given(isIn(DANA, 1), isIn(BEN, 2)).as(DANA).when(new Mute(BEN)).refused(RefusalCode.NOT_FOR_FACILITATORS);
        given(isIn(DANA, 1), waits(SAM)).as(DANA).when(new Mute(SAM)).refused(RefusalCode.NOT_HERE);
    }

    @Test
    void muting_all_mutes_every_participant_in_the_room_and_no_facilitator() {
        given(isIn(DANA, 1), isIn(BEN, 2), isIn(SAM, 3), isIn(MARIA, 4), waits(AMINA))
                .and(happened(new Muted(MARIA, BEN)))
                .as(DANA)
                .when(new MuteAll())
                .then(new Muted(SAM, DANA));
        given(isIn(DANA, 1), isIn(SAM, 2)).as(SAM).when(new MuteAll()).refused(RefusalCode.NOT_FACILITATOR);
    }

    @Test
    void allowing_all_allows_those_who_were_muted() {
        given(isIn(DANA, 1), isIn(SAM, 2), isIn(MARIA, 3), happened(new Muted(MARIA, DANA)))
                .as(DANA)
                .when(new AllowAllMicrophones())
                .then(new MicrophoneAllowed(MARIA, DANA));
    }

    @Test
    void a_stopped_camera_starts_only_when_staff_allow_it() {
        given(isIn(DANA, 1), isIn(SAM, 2)).as(DANA).when(new StopCamera(SAM)).then(new CameraStopped(SAM, DANA));
        var stopped = given(isIn(DANA, 1), isIn(SAM, 2), happened(new CameraStopped(SAM, DANA)));
        stopped.as(SAM).when(new SetCamera(true)).refused(RefusalCode.HELD);
        stopped.as(DANA).when(new AllowCamera(SAM)).then(new CameraAllowed(SAM, DANA));
        stopped.as(SAM).when(new AllowCamera(SAM)).refused(RefusalCode.NOT_FACILITATOR);
    }

    @Test
    void hands_stand_in_the_order_in_which_they_were_raised() {
        var session = given(
                        isIn(DANA, 1),
                        isIn(SAM, 2),
                        isIn(AMINA, 3),
                        happened(new HandRaised(SAM)),
                        happened(new HandRaised(AMINA)))
                .session();
        var view = (View.RoomView) Views.of(session, Audience.ROOM, Cast::name);
        assertEquals(1, view.people().get(SAM).hand());
        assertEquals(2, view.people().get(AMINA).hand());
    }

    @Test
    void a_hand_is_raised_once_and_lowered_once() {
        given(isIn(SAM, 1)).as(SAM).when(new RaiseHand()).then(new HandRaised(SAM));
        given(isIn(SAM, 1), happened(new HandRaised(SAM)))
                .as(SAM)
                .when(new RaiseHand())
                .thenNothing();
        given(isIn(SAM, 1), happened(new HandRaised(SAM)))
                .as(SAM)
                .when(new LowerHand())
                .then(new HandLowered(SAM));
        given(isIn(SAM, 1)).as(SAM).when(new LowerHand()).thenNothing();
        given(waits(SAM)).as(SAM).when(new RaiseHand()).refused(RefusalCode.NOT_IN_ROOM);
    }

    @Test
    void a_facilitator_lowers_one_hand_or_all() {
        var raised = given(
                isIn(DANA, 1),
                isIn(SAM, 2),
                isIn(MARIA, 3),
                happened(new HandRaised(SAM)),
                happened(new HandRaised(MARIA)));
        raised.as(DANA).when(new LowerOne(SAM)).then(new HandLowered(SAM));
        raised.as(DANA).when(new LowerAll()).then(new HandLowered(MARIA), new HandLowered(SAM));
        raised.as(MARIA).when(new LowerOne(SAM)).refused(RefusalCode.NOT_FACILITATOR);
        given(isIn(DANA, 1), isIn(SAM, 2)).as(DANA).when(new LowerOne(SAM)).thenNothing();
    }

    @Test
    void whoever_goes_out_takes_their_hand_down_and_their_switches_off() {
        for (var out : List.of(left(SAM), sentBack(SAM), Happened.removed(SAM))) {
            var session = given(
                            isIn(DANA, 1),
                            isIn(SAM, 2),
                            happened(new MicrophoneSet(SAM, true)),
                            happened(new CameraSet(SAM, true)),
                            happened(new HandRaised(SAM)),
                            out)
                    .session();
            assertEquals(new Floor.Switch.Off(), session.floor().microphone(SAM));
            assertEquals(new Floor.Switch.Off(), session.floor().camera(SAM));
            assertTrue(session.floor().hands().isEmpty());
        }
    }

    @Test
    void what_staff_hold_stays_held_for_one_who_leaves_and_comes_back() {
        var session = given(isIn(DANA, 1), isIn(SAM, 2), happened(new Muted(SAM, DANA)), left(SAM), isIn(SAM, 3))
                .session();
        assertEquals(new Floor.Switch.Held(DANA), session.floor().microphone(SAM));
    }
}
