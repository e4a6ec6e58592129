package org.holdfast.media.jitsi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.holdfast.live.MediaPlane;
import org.holdfast.live.MediaPlane.Seat;
import org.holdfast.media.jitsi.Colibri.Allocated;
import org.holdfast.media.jitsi.Colibri.Muted;
import org.holdfast.media.jitsi.Source.Kind;
import org.holdfast.media.jitsi.Step.Allocate;
import org.holdfast.media.jitsi.Step.Choose;
import org.holdfast.media.jitsi.Step.Expire;
import org.holdfast.media.jitsi.Step.Inform;
import org.holdfast.media.jitsi.Step.Leave;
import org.holdfast.media.jitsi.Step.Mute;
import org.holdfast.session.EndpointId;
import org.holdfast.session.SessionId;
import org.junit.jupiter.api.Test;

/// What is done next, from what a bridge has to what is wanted.
class PlanTest {
    private static final EndpointId AMINA = new EndpointId("e0000001");
    private static final EndpointId SAM = new EndpointId("e0000002");
    private static final String MAIN = "main";
    private static final Transport ANSWER = new Transport("ufrag", "password", List.of());
    private static final List<Source> CAMERA = List.of(source(SAM, Kind.CAMERA, 1));
    private static final List<Source> BOTH = List.of(source(SAM, Kind.CAMERA, 1), source(SAM, Kind.SCREEN, 2));

    private static Source source(EndpointId of, Kind kind, long ssrc) {
        return new Source(of + "-" + kind.ending(), kind, List.of(ssrc), List.of());
    }

    private static Seat seat(EndpointId endpoint) {
        return new Seat(endpoint, true, true, false);
    }

    private static MediaPlane.Wanted wanted(Seat... seats) {
        return new MediaPlane.Wanted(new SessionId("s1"), new TreeMap<>(Map.of(MAIN, Arrays.asList(seats))));
    }

    private static Held with(Held held, Seat... seats) {
        return held.wanted(wanted(seats), held.asOf() + 1);
    }

    private static Held allocated(Held held, EndpointId endpoint) {
        var transport = new BridgeTransport("ufrag", "password", List.of(), List.of());
        var hold = Hold.fresh(MAIN, "of " + endpoint, new Allocated(transport, null, List.of()));
        return held.opened(MAIN, "m1").allocated(endpoint, hold);
    }

    private static Held there(EndpointId... endpoints) {
        var held = with(
                        Held.NOTHING,
                        Arrays.stream(endpoints).map(PlanTest::seat).toArray(Seat[]::new))
                .at("http://bridge");
        for (var endpoint : endpoints) held = allocated(held, endpoint);
        return held;
    }

    private static List<Step> plan(Held held) {
        return Plan.of(held, _ -> true);
    }

    @Test
    void nobody_needs_no_bridge() {
        assertEquals(List.of(), plan(Held.NOTHING));
        assertEquals(List.of(), plan(with(Held.NOTHING)));
    }

    @Test
    void the_first_opens_the_conference_and_the_others_follow_at_once() {
        var wanted = with(Held.NOTHING, seat(AMINA), seat(SAM));
        assertEquals(List.of(new Choose()), plan(wanted));
        var chosen = wanted.at("http://bridge");
        assertEquals(List.of(new Allocate(MAIN, AMINA, true)), plan(chosen));
        assertEquals(List.of(new Allocate(MAIN, SAM, false)), plan(allocated(chosen, AMINA)));
        assertEquals(List.of(), plan(there(AMINA, SAM)));
    }

    @Test
    void who_has_no_seat_any_more_is_expired() {
        var held = with(there(AMINA, SAM), seat(AMINA));
        assertEquals(List.of(new Expire(MAIN, Set.of(SAM))), plan(held));
        assertEquals(List.of(), plan(held.released(SAM)));
    }

    @Test
    void with_the_last_one_the_bridge_is_free_for_others() {
        var held = with(there(AMINA));
        assertEquals(List.of(new Expire(MAIN, Set.of(AMINA))), plan(held));
        assertEquals(Held.NOTHING.places(), held.released(AMINA).places());
        assertEquals(List.of(), plan(held.released(AMINA)));
    }

    @Test
    void who_comes_as_the_last_one_goes_gets_another_conference() {
        var held = with(there(AMINA), seat(SAM));
        assertEquals(List.of(new Expire(MAIN, Set.of(AMINA))), plan(held));
        assertEquals(List.of(new Choose()), plan(held.released(AMINA)));
    }

    @Test
    void a_bridge_that_cannot_be_used_is_left_by_all() {
        var held = there(AMINA, SAM);
        assertEquals(List.of(new Leave()), Plan.of(held, _ -> false));
        assertEquals(List.of(new Choose()), plan(held.withoutBridge()));
    }

    @Test
    void who_is_wanted_in_another_room_goes_from_one_and_then_comes_to_the_other() {
        var rooms = new TreeMap<>(Map.of(MAIN, List.of(seat(AMINA)), "pairs", List.of(seat(SAM))));
        var held = there(AMINA, SAM).wanted(new MediaPlane.Wanted(new SessionId("s1"), rooms), 9);
        assertEquals(List.of(new Expire(MAIN, Set.of(SAM))), plan(held));
        assertEquals(List.of(new Allocate("pairs", SAM, true)), plan(held.released(SAM)));
    }

    @Test
    void who_is_held_is_muted_before_their_answer_is_passed_on() {
        var held = with(there(AMINA, SAM), seat(AMINA), new Seat(SAM, false, true, false))
                .held(SAM, hold -> hold.answered(ANSWER, CAMERA));
        assertEquals(List.of(new Mute(MAIN, Map.of(SAM, new Muted(true, false)))), plan(held));
        var muted = held.held(SAM, hold -> hold.muted(new Muted(true, false)));
        assertEquals(List.of(new Inform(SAM, CAMERA)), plan(muted));
        assertEquals(List.of(), plan(muted.informed(SAM, CAMERA)));
    }

    @Test
    void a_camera_that_is_held_is_taken_out_before_the_screen_beside_it_may_pass() {
        var held = with(there(SAM), new Seat(SAM, true, false, true))
                .held(SAM, hold -> hold.muted(new Muted(false, true)).answered(ANSWER, CAMERA))
                .informed(SAM, CAMERA);
        assertEquals(List.of(), plan(held));
        var showing = held.held(SAM, hold -> hold.sending(BOTH));
        var screen = List.of(BOTH.getLast());
        assertEquals(List.of(new Inform(SAM, screen)), plan(showing));
        var informed = showing.informed(SAM, screen);
        assertEquals(List.of(new Mute(MAIN, Map.of(SAM, new Muted(false, false)))), plan(informed));
    }

    @Test
    void a_screen_is_taken_out_when_it_may_not_be_shown_any_more() {
        var held = with(there(SAM), new Seat(SAM, true, true, true))
                .held(SAM, hold -> hold.answered(ANSWER, BOTH))
                .informed(SAM, BOTH);
        assertEquals(List.of(), plan(held));
        assertEquals(List.of(new Inform(SAM, CAMERA)), plan(with(held, seat(SAM))));
    }

    @Test
    void what_was_wanted_before_does_not_come_back() {
        var held = with(there(AMINA, SAM), seat(AMINA));
        assertEquals(held, held.wanted(wanted(seat(AMINA), seat(SAM)), held.asOf() - 1));
    }
}
