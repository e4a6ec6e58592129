package org.holdfast.media.jitsi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.holdfast.live.MediaPlane;
import org.holdfast.live.MediaPlane.Seat;
import org.holdfast.media.jitsi.Colibri.Allocated;
import org.holdfast.media.jitsi.PageSignal.Answer;
import org.holdfast.media.jitsi.Source.Kind;
import org.holdfast.media.jitsi.SourceCheck.Why;
import org.holdfast.session.EndpointId;
import org.holdfast.session.SessionId;
import org.junit.jupiter.api.Test;

/// Sam and Maria are in one room, and Maria is heard under 5; the bridge itself says under 77 what it has to say to
/// all.
class HearingTest {
    private static final EndpointId SAM = new EndpointId("e0000001");
    private static final EndpointId MARIA = new EndpointId("e0000002");
    private static final Transport OWN = new Transport("ufrag", "password", List.of());
    private static final List<Source> FEEDBACK = List.of(new Source("jvb-a0", Kind.AUDIO, List.of(77L), List.of()));

    private static Answer answer(EndpointId from, long ssrc) {
        var sound = new Source(from + "-a0", Kind.AUDIO, List.of(ssrc), List.of());
        return new Answer("of " + from, OWN, List.of(sound));
    }

    private static Held room() {
        var seats = List.of(new Seat(SAM, true, true, false), new Seat(MARIA, true, true, false));
        var wanted = new MediaPlane.Wanted(new SessionId("s1"), new TreeMap<>(Map.of("main", seats)));
        var line = new BridgeTransport("ufrag", "password", List.of(), List.of());
        var held = Held.NOTHING.wanted(wanted, 1).at("http://bridge").opened("main", "m1");
        for (var each : List.of(SAM, MARIA)) {
            var hold = Hold.fresh("main", "of " + each, new Allocated(line, null, FEEDBACK));
            held = held.allocated(each, hold).ready(each, "n1");
        }
        return Hearing.of(held, MARIA, answer(MARIA, 5)).held();
    }

    private static void refused(Why why, long ssrc) {
        var room = room();
        var heard = Hearing.of(room, SAM, answer(SAM, ssrc));
        assertEquals(room, heard.held());
        assertNotNull(heard.refused());
        assertEquals(new BridgeSignal.Refused("of " + SAM, why), heard.refused().signal());
    }

    @Test
    void an_answer_under_a_number_of_their_own_is_taken() {
        var heard = Hearing.of(room(), SAM, answer(SAM, 6));
        assertNull(heard.refused());
        assertNotNull(heard.held().hold(SAM));
        assertEquals(OWN, heard.held().hold(SAM).answer());
    }

    @Test
    void nobody_speaks_under_the_number_of_another() {
        refused(Why.SSRC_OF_ANOTHER, 5);
    }

    @Test
    void nor_under_that_of_the_bridge_itself() {
        refused(Why.SSRC_OF_ANOTHER, 77);
    }
}
