package org.holdfast.session;

import static org.holdfast.session.Cast.AMINA;
import static org.holdfast.session.Cast.DANA;
import static org.holdfast.session.Cast.IRIS;
import static org.holdfast.session.Cast.JO;
import static org.holdfast.session.Cast.OLE;
import static org.holdfast.session.Cast.SAM;
import static org.holdfast.session.Cast.TESS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.holdfast.decision.Actor;
import org.holdfast.decision.DamagedLog;
import org.holdfast.decision.Decision;
import org.holdfast.decision.RefusalCode;
import org.holdfast.session.Floor.Switch;
import org.junit.jupiter.api.Test;

class GuestsTest {
    private final Meeting meeting = Meeting.begins(Cast.withGuests(Cameras.FREE), SAM, IRIS, OLE);

    private Switch microphone(MemberId member) {
        return meeting.session().floor().microphone(member);
    }

    private Switch camera(MemberId member) {
        return meeting.session().floor().camera(member);
    }

    private Decision<SessionEvent> asked(MemberId member, SessionCommand command) {
        return Session.DECIDER.decide(meeting.session(), command, new Actor.Person(member.value()), meeting.now());
    }

    private boolean may(MemberId member, String wish) {
        return You.of(meeting.session(), member, Cast::name).may().containsKey(wish);
    }

    private View.RoomView room() {
        return assertInstanceOf(View.RoomView.class, Views.of(meeting.session(), Audience.ROOM, Cast::name));
    }

    private View.ConsoleView console() {
        return assertInstanceOf(View.ConsoleView.class, Views.of(meeting.session(), Audience.CONSOLE, Cast::name));
    }

    @Test
    void everybody_is_told_as_what_a_guest_is_there() {
        assertEquals(Role.INTERPRETER, room().people().get(IRIS).role());
        assertEquals(Role.OBSERVER, room().people().get(OLE).role());
        assertEquals(Role.PARTICIPANT, room().people().get(SAM).role());
        assertEquals(Role.OBSERVER, You.of(meeting.session(), OLE, Cast::name).role());
    }

    @Test
    void staff_read_it_before_they_let_somebody_in_and_of_members_nothing_is_said() {
        meeting.at(2).comes(JO).comes(AMINA);
        assertEquals(Role.FAMILY, console().waiting().get(JO).role());
        assertNull(console().waiting().get(AMINA).role());
    }

    @Test
    void nobody_misses_a_guest_who_does_not_come() {
        assertFalse(console().expected().containsKey(TESS));
        assertTrue(console().expected().containsKey(AMINA));
    }

    @Test
    void who_observes_sees_and_hears_and_nothing_more() {
        assertInstanceOf(Switch.Held.class, microphone(OLE));
        assertInstanceOf(Switch.Held.class, camera(OLE));
        assertEquals(Decision.refuse(RefusalCode.HELD), asked(OLE, new Floor.SetMicrophone(true)));
        assertEquals(Decision.refuse(RefusalCode.ONLY_LISTENS), asked(OLE, new Chat.TellEveryone("Hello")));
        assertFalse(may(OLE, "microphone.set") || may(OLE, "camera.set") || may(OLE, "chat.tell-everyone"));
        assertTrue(may(OLE, "hand.raise") && may(OLE, "chat.tell-staff") && may(OLE, "help.ask"));
    }

    @Test
    void so_is_who_learns_and_who_comes_late_alone_or_with_others_or_from_another_device() {
        meeting.at(5).comes(TESS).does(DANA, new Admission.LetIn(TESS));
        assertInstanceOf(Switch.Held.class, microphone(TESS));
        meeting.does(OLE, new Admission.Leave()).at(6).comes(OLE).does(DANA, new Admission.LetAllIn());
        assertInstanceOf(Switch.Held.class, microphone(OLE));
        meeting.at(7).does(DANA, new Admission.SendBack(OLE));
        meeting.at(8).comes(OLE, Cast.otherDevice(OLE), meeting.now());
        meeting.does(DANA, new Admission.LetDeviceIn(OLE));
        assertInstanceOf(Switch.Held.class, camera(OLE));
    }

    @Test
    void a_facilitator_lets_them_speak_and_that_ends_when_they_go() {
        meeting.does(DANA, new Floor.AllowMicrophone(OLE)).does(OLE, new Floor.SetMicrophone(true));
        assertInstanceOf(Switch.On.class, microphone(OLE));
        assertInstanceOf(Switch.Held.class, camera(OLE));
        meeting.does(OLE, new Admission.Leave()).at(6).comes(OLE).does(DANA, new Admission.LetIn(OLE));
        assertInstanceOf(Switch.Held.class, microphone(OLE));
    }

    @Test
    void nobody_is_let_speak_with_all_who_came_to_listen() {
        meeting.does(DANA, new Floor.MuteAll()).does(DANA, new Floor.AllowAllMicrophones());
        assertInstanceOf(Switch.Off.class, microphone(SAM));
        assertInstanceOf(Switch.Held.class, microphone(OLE));
        meeting.does(DANA, new ListenOnly.SetListenOnly(true)).does(DANA, new ListenOnly.SetListenOnly(false));
        assertInstanceOf(Switch.Off.class, microphone(SAM));
        assertInstanceOf(Switch.Held.class, microphone(OLE));
    }

    @Test
    void who_comes_to_listen_while_all_do_still_does_after_it() {
        meeting.does(DANA, new ListenOnly.SetListenOnly(true)).at(3).comes(TESS).does(DANA, new Admission.LetIn(TESS));
        meeting.does(DANA, new ListenOnly.SetListenOnly(false));
        assertInstanceOf(Switch.Held.class, microphone(TESS));
    }

    @Test
    void an_interpreter_goes_on_when_everybody_is_muted_or_only_listens_and_can_be_muted_alone() {
        meeting.does(IRIS, new Floor.SetMicrophone(true)).does(IRIS, new Floor.SetCamera(true));
        meeting.does(DANA, new Floor.MuteAll()).does(DANA, new ListenOnly.SetListenOnly(true));
        assertInstanceOf(Switch.On.class, microphone(IRIS));
        assertInstanceOf(Switch.On.class, camera(IRIS));
        meeting.does(DANA, new Floor.Mute(IRIS));
        assertInstanceOf(Switch.Held.class, microphone(IRIS));
    }

    @Test
    void family_takes_part_like_everybody() {
        meeting.at(3).comes(JO).does(DANA, new Admission.LetIn(JO)).does(JO, new Floor.SetMicrophone(true));
        assertTrue(may(JO, "chat.tell-everyone"));
        meeting.does(DANA, new ListenOnly.SetListenOnly(true));
        assertInstanceOf(Switch.Held.class, microphone(JO));
    }

    @Test
    void a_guest_leads_nothing_and_stands_on_no_row_that_could_be_wrong() {
        assertEquals(Decision.refuse(RefusalCode.NOT_FACILITATOR), asked(IRIS, new Admission.LetAllIn()));
        assertEquals(Decision.refuse(RefusalCode.NOT_FACILITATOR), asked(trainee(), new Floor.MuteAll()));
        var minutes = new Corrections.Change.MinutesAre(10);
        assertEquals(
                Decision.refuse(RefusalCode.NOT_FOR_GUESTS),
                asked(DANA, new Corrections.Correct(IRIS, minutes, "Was here.")));
        meeting.at(61).does(DANA, new Life.End());
        assertEquals(
                Decision.refuse(RefusalCode.NOT_FOR_GUESTS),
                asked(IRIS, new Corrections.DisputeOwnRow("Ten minutes.")));
    }

    private MemberId trainee() {
        meeting.at(4).comes(TESS).does(DANA, new Admission.LetIn(TESS));
        return TESS;
    }

    @Test
    void what_everyone_is_told_a_guest_in_the_room_reads_and_what_staff_are_told_not() {
        meeting.does(SAM, new Chat.TellEveryone("Good evening.")).does(SAM, new Chat.TellStaff("I am tired."));
        var said = meeting.session().chat().said();
        assertTrue(said.get(0).readableBy(Audience.ROOM, OLE));
        assertFalse(said.get(1).readableBy(Audience.ROOM, OLE));
    }

    @Test
    void a_plan_has_no_guest_who_leads_or_is_expected_and_a_log_holds_no_switch_of_somebody_outside() {
        for (var guests :
                List.of(Map.of(DANA, Role.OBSERVER), Map.of(SAM, Role.FAMILY), Map.of(JO, Role.FACILITATOR))) {
            assertThrows(IllegalArgumentException.class, () -> Cast.withOnly(guests));
        }
        assertThrows(
                DamagedLog.class,
                () -> SessionGiven.givenPlan(
                        Cast.withGuests(Cameras.FREE), Happened.happened(new Floor.GuestListens(OLE, DANA))));
    }
}
