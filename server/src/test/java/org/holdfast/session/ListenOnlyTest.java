package org.holdfast.session;

import static org.holdfast.session.Cast.AMINA;
import static org.holdfast.session.Cast.DANA;
import static org.holdfast.session.Cast.MARIA;
import static org.holdfast.session.Cast.SAM;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.holdfast.decision.Actor;
import org.holdfast.decision.DamagedLog;
import org.holdfast.decision.Decision;
import org.holdfast.decision.RefusalCode;
import org.holdfast.session.Floor.Switch;
import org.junit.jupiter.api.Test;

class ListenOnlyTest {
    private static final ListenOnly.SetListenOnly ON = new ListenOnly.SetListenOnly(true);
    private static final ListenOnly.SetListenOnly OFF = new ListenOnly.SetListenOnly(false);

    private final Meeting meeting = Meeting.begins(SAM, MARIA).at(3).does(SAM, new Floor.SetMicrophone(true));

    private Switch microphone(MemberId member) {
        return meeting.session().floor().microphone(member);
    }

    private Switch camera(MemberId member) {
        return meeting.session().floor().camera(member);
    }

    private Decision<SessionEvent> asked(MemberId member, SessionCommand command) {
        return Session.DECIDER.decide(meeting.session(), command, new Actor.Person(member.value()), meeting.now());
    }

    @Test
    void all_participants_are_held_and_facilitators_are_not() {
        meeting.does(DANA, ON);
        assertInstanceOf(Switch.Held.class, microphone(SAM));
        assertInstanceOf(Switch.Held.class, camera(MARIA));
        assertInstanceOf(Switch.Off.class, microphone(DANA));
        assertEquals(Decision.refuse(RefusalCode.HELD), asked(SAM, new Floor.SetMicrophone(true)));
        var you = You.of(meeting.session(), SAM, Cast::name);
        assertEquals("Dana W.", you.mutedBy());
        var console = (View.ConsoleView) Views.of(meeting.session(), Audience.CONSOLE, Cast::name);
        assertEquals(true, console.listenOnly());
    }

    @Test
    void so_is_whoever_is_let_in_later_alone_or_with_others_or_from_another_device() {
        meeting.does(DANA, ON).at(5).comes(AMINA).does(DANA, new Admission.LetAllIn());
        assertInstanceOf(Switch.Held.class, microphone(AMINA));
        assertInstanceOf(Switch.Held.class, camera(AMINA));
        meeting.does(AMINA, new Admission.Leave()).at(6).comes(AMINA).does(DANA, new Admission.LetIn(AMINA));
        assertInstanceOf(Switch.Held.class, microphone(AMINA));
        meeting.at(7).does(DANA, new Admission.SendBack(AMINA));
        meeting.at(8).comes(AMINA, Cast.otherDevice(AMINA), meeting.now());
        meeting.does(DANA, new Admission.LetDeviceIn(AMINA));
        assertInstanceOf(Switch.Held.class, microphone(AMINA));
    }

    @Test
    void staff_allow_one_by_one_and_that_one_stays_allowed_through_a_drop() {
        meeting.does(DANA, ON).does(DANA, new Floor.AllowMicrophone(SAM));
        meeting.does(SAM, new Floor.SetMicrophone(true))
                .at(6)
                .drops(SAM, 5)
                .at(7)
                .comes(SAM);
        assertInstanceOf(Switch.On.class, microphone(SAM));
        assertInstanceOf(Switch.Held.class, microphone(MARIA));
    }

    @Test
    void when_it_ends_nobody_s_microphone_comes_on_by_itself() {
        meeting.does(DANA, ON).does(DANA, OFF);
        assertInstanceOf(Switch.Off.class, microphone(SAM));
        assertInstanceOf(Switch.Off.class, camera(MARIA));
        var console = (View.ConsoleView) Views.of(meeting.session(), Audience.CONSOLE, Cast::name);
        assertNull(console.listenOnly());
    }

    @Test
    void what_staff_held_before_stays_held_after_it() {
        meeting.does(DANA, new Floor.Mute(MARIA)).does(DANA, ON).does(DANA, OFF);
        assertInstanceOf(Switch.Held.class, microphone(MARIA));
        assertInstanceOf(Switch.Off.class, camera(MARIA));
    }

    @Test
    void who_went_while_it_was_on_comes_back_after_it_with_free_switches() {
        meeting.does(DANA, ON).does(SAM, new Admission.Leave()).does(DANA, OFF);
        meeting.at(9).comes(SAM).does(DANA, new Admission.LetIn(SAM));
        assertInstanceOf(Switch.Off.class, microphone(SAM));
    }

    @Test
    void who_was_let_speak_and_muted_again_meanwhile_is_free_after_it() {
        meeting.does(DANA, ON).does(DANA, new Floor.AllowMicrophone(SAM)).does(DANA, new Floor.Mute(SAM));
        meeting.does(DANA, OFF);
        assertInstanceOf(Switch.Off.class, microphone(SAM));
    }

    @Test
    void a_screen_that_a_participant_shows_is_shown_no_more_and_may_be_again_after_it() {
        meeting.does(DANA, new Screen.Allow(SAM)).does(SAM, new Screen.Share()).does(DANA, ON);
        assertEquals(Screen.NONE, meeting.session().screen());
        assertFalse(You.of(meeting.session(), SAM, Cast::name).may().containsKey("screen.share"));
        assertEquals(Decision.refuse(RefusalCode.SCREEN_NOT_ALLOWED), asked(SAM, new Screen.Share()));
        meeting.does(DANA, OFF);
        assertTrue(You.of(meeting.session(), SAM, Cast::name).may().containsKey("screen.share"));
        assertFalse(You.of(meeting.session(), MARIA, Cast::name).may().containsKey("screen.share"));
        assertNull(meeting.session().screen().shared());
    }

    @Test
    void staff_may_let_one_show_a_screen_meanwhile_and_their_own_goes_on() {
        meeting.does(DANA, new Screen.Allow(SAM)).does(DANA, new Screen.Share()).does(DANA, ON);
        assertEquals(DANA, meeting.session().screen().shared());
        meeting.does(DANA, new Screen.Stop()).does(DANA, new Screen.Allow(SAM)).does(SAM, new Screen.Share());
        meeting.does(DANA, OFF);
        assertEquals(SAM, meeting.session().screen().shared());
    }

    @Test
    void who_went_while_it_was_on_has_to_be_let_show_a_screen_anew() {
        meeting.does(DANA, new Screen.Allow(SAM)).does(DANA, ON).does(SAM, new Admission.Leave());
        meeting.does(DANA, OFF).at(9).comes(SAM).does(DANA, new Admission.LetIn(SAM));
        assertEquals(Decision.refuse(RefusalCode.SCREEN_NOT_ALLOWED), asked(SAM, new Screen.Share()));
    }

    @Test
    void only_a_facilitator_in_the_room_decides_it_and_twice_is_once() {
        assertEquals(Decision.refuse(RefusalCode.NOT_FACILITATOR), asked(SAM, ON));
        assertEquals(Decision.accept(), asked(DANA, OFF));
        meeting.does(DANA, ON);
        assertEquals(Decision.accept(), asked(DANA, ON));
        assertTrue(You.of(meeting.session(), DANA, Cast::name).may().containsKey("room.listen-only"));
    }

    @Test
    void a_log_that_sets_it_as_it_was_is_damaged() {
        assertThrows(
                DamagedLog.class,
                () -> SessionGiven.given(
                        Happened.isIn(DANA, 1), Happened.happened(new ListenOnly.ListenOnlySet(false, DANA))));
    }
}
