package org.holdfast.session;

import static org.holdfast.session.Cast.AMINA;
import static org.holdfast.session.Cast.BEN;
import static org.holdfast.session.Cast.DANA;
import static org.holdfast.session.Cast.LUIS;
import static org.holdfast.session.Cast.MARIA;
import static org.holdfast.session.Cast.SAM;
import static org.holdfast.session.Cast.THEO;
import static org.holdfast.session.Happened.asleep;
import static org.holdfast.session.Happened.endpoint;
import static org.holdfast.session.Happened.happened;
import static org.holdfast.session.Happened.isIn;
import static org.holdfast.session.Happened.laptopWaits;
import static org.holdfast.session.Happened.left;
import static org.holdfast.session.Happened.removed;
import static org.holdfast.session.Happened.waits;
import static org.holdfast.session.SessionGiven.given;
import static org.holdfast.session.SessionGiven.givenUnopened;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Set;
import org.holdfast.decision.Confidential;
import org.holdfast.decision.Confidential.Lifetime;
import org.junit.jupiter.api.Test;

class ViewTest {
    private static SessionGiven busy() {
        return given(isIn(DANA, 1), isIn(SAM, 2), isIn(MARIA, 3), waits(AMINA), asleep(LUIS))
                .and(laptopWaits(SAM))
                .and(happened(new Admission.MemberDropped(MARIA, SessionGiven.time(6))))
                .and(happened(new Help.HelpAsked(SAM)))
                .and(happened(new Floor.Muted(SAM, DANA)))
                .and(happened(new Admission.WrittenTo(
                        AMINA, DANA, new Confidential.Readable(Lifetime.SESSION_CHAT, "secret"))));
    }

    private static View view(Session session, Audience audience) {
        return Views.of(session, audience, Cast::name);
    }

    @Test
    void one_who_waits_knows_the_start_and_who_will_open_whatever_happens_inside() {
        var expected = new View.WaitingView(View.Place.WAITING, Cast.STARTS, "Dana W.");
        assertEquals(expected, view(given().session(), Audience.WAITING));
        assertEquals(expected, view(busy().session(), Audience.WAITING));
        assertEquals(expected, view(busy().and(left(DANA)).session(), Audience.WAITING));
    }

    @Test
    void the_room_knows_who_sits_in_it_and_nothing_of_those_outside() {
        var room = (View.RoomView) view(busy().session(), Audience.ROOM);
        assertEquals(Set.of(DANA, SAM, MARIA), room.people().keySet());
        assertEquals(View.Line.DROPPED, room.people().get(MARIA).line());
        assertNull(room.people().get(MARIA).endpoint());
        assertEquals(View.SwitchView.HELD, room.people().get(SAM).microphone());
        assertEquals(2, room.people().get(SAM).order());
    }

    @Test
    void the_room_is_sent_nothing_when_only_the_waiting_room_changes() {
        var before = given(isIn(DANA, 1), isIn(SAM, 2)).session();
        var after = given(isIn(DANA, 1), isIn(SAM, 2), waits(AMINA), asleep(LUIS), laptopWaits(SAM))
                .session();
        assertEquals(view(before, Audience.ROOM), view(after, Audience.ROOM));
        assertEquals(You.of(before, SAM, Cast::name), You.of(after, SAM, Cast::name));
    }

    @Test
    void the_console_knows_who_waits_who_is_expected_and_who_is_gone() {
        var console = (View.ConsoleView)
                view(busy().and(removed(MARIA)).and(isIn(BEN, 4)).and(left(BEN)).session(), Audience.CONSOLE);
        assertEquals(Set.of(AMINA, LUIS), console.waiting().keySet());
        assertEquals(View.Line.DROPPED, console.waiting().get(LUIS).line());
        assertEquals(Set.of(THEO), console.expected().keySet());
        assertEquals(View.Departure.REMOVED, console.gone().get(MARIA).how());
        assertEquals(View.Departure.LEFT, console.gone().get(BEN).how());
        assertEquals(Set.of(SAM), console.newDevices().keySet());
        assertEquals(Set.of(SAM), console.help().keySet());
    }

    @Test
    void minutes_so_far_are_what_is_past_and_since_when_the_present_stay_runs() {
        var console = (View.ConsoleView) view(busy().session(), Audience.CONSOLE);
        assertEquals(
                new View.Minutes(0, SessionGiven.time(2)),
                console.people().get(SAM).minutes());
        assertNull(console.people().get(MARIA).minutes().since());
    }

    @Test
    void expected_people_stand_in_the_order_of_their_names() {
        var console = (View.ConsoleView) view(given(isIn(DANA, 1)).session(), Audience.CONSOLE);
        assertEquals(1, console.expected().get(AMINA).order());
        assertEquals(5, console.expected().get(THEO).order());
    }

    @Test
    void nobody_outside_and_nobody_before_the_opening_is_shown_anything() {
        assertNull(view(busy().session(), Audience.NONE));
        assertNull(view(givenUnopened().session(), Audience.CONSOLE));
        assertEquals(Audience.NONE, Audience.of(busy().and(left(SAM)).session(), SAM));
        assertEquals(Audience.NONE, Audience.of(busy().session(), THEO));
        assertEquals(Audience.CONSOLE, Audience.of(busy().session(), DANA));
        assertEquals(Audience.ROOM, Audience.of(busy().session(), MARIA));
    }

    @Test
    void what_is_written_to_one_who_waits_is_a_notice_to_them_and_in_no_view() {
        var text = new Confidential.Readable(Lifetime.SESSION_CHAT, "Two minutes");
        var notice = Notice.of(new Admission.WrittenTo(AMINA, DANA, text), Cast::name);
        assertEquals(new Notice.Addressed(AMINA, new Notice.Written("Two minutes", "Dana W.")), notice);
        assertNull(Notice.of(
                new Admission.WrittenTo(AMINA, DANA, new Confidential.Gone(Lifetime.SESSION_CHAT)), Cast::name));
    }

    @Test
    void a_person_is_told_by_whom_they_were_muted_and_nobody_is_told_of_a_raised_hand() {
        assertEquals(
                new Notice.Addressed(SAM, new Notice.WasMuted("Dana W.")),
                Notice.of(new Floor.Muted(SAM, DANA), Cast::name));
        assertNull(Notice.of(new Floor.HandRaised(SAM), Cast::name));
        assertNull(Notice.of(new Admission.Admitted(SAM, endpoint(2)), Cast::name));
    }
}
