package org.holdfast.live;

import static org.holdfast.session.Cast.DANA;
import static org.holdfast.session.Cast.MARIA;
import static org.holdfast.session.Cast.SAM;
import static org.holdfast.testing.Await.get;
import static org.holdfast.testing.Await.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.util.List;
import org.holdfast.live.MediaPlane.Seat;
import org.holdfast.session.Admission;
import org.holdfast.session.Cast;
import org.holdfast.session.EndpointId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class MediaBeforeGoodbyeTest {
    private static final EndpointId OF_SAM = new EndpointId("e0000002");

    private Evening evening;

    @BeforeEach
    void danaAndSamAreInAndMariaWaits(Vertx vertx) {
        evening = Evening.opens(vertx);
        evening.comes(DANA);
        evening.comes(SAM);
        evening.comes(MARIA);
        evening.asks(DANA, new Admission.LetIn(SAM));
        assertEquals(OF_SAM, evening.state().present(SAM).endpoint());
        evening.forget();
    }

    @AfterEach
    void over() {
        evening.close();
    }

    @Test
    void somebody_who_is_removed_is_told_so_when_their_media_are_gone() {
        evening.asks(DANA, new Admission.Remove(SAM));
        evening.plane().takeAway();
        until(() -> evening.told().contains("sam: close REMOVED"));
        assertEquals(
                List.of("withdrawn e0000002", "sam: notice removed", "sam: close REMOVED"),
                evening.told().stream().filter(it -> !it.startsWith("dana")).toList());
    }

    @Test
    void until_then_the_removed_person_s_page_hears_nothing_and_staff_see_the_room_as_it_is() {
        evening.asks(DANA, new Admission.Remove(SAM));
        evening.settles();
        assertTrue(evening.told().contains("dana: change"));
        assertFalse(evening.told().stream().anyMatch(it -> it.startsWith("sam")));
        evening.plane().takeAway();
        until(() -> evening.told().contains("sam: close REMOVED"));
    }

    @Test
    void a_plane_that_does_not_answer_keeps_nobody_from_being_told_that_they_are_out() {
        evening.asks(DANA, new Admission.Remove(SAM));
        evening.settles();
        assertFalse(evening.told().contains("sam: close REMOVED"));
        evening.passTime();
        until(() -> evening.told().contains("sam: close REMOVED"));
    }

    @Test
    void somebody_sent_back_is_shown_the_waiting_room_when_their_media_are_gone() {
        evening.asks(DANA, new Admission.SendBack(SAM));
        evening.settles();
        evening.plane().takeAway();
        until(() -> evening.told().contains("sam: welcome"));
        var ofSam = evening.told().stream().filter(it -> !it.startsWith("dana")).toList();
        assertEquals(List.of("withdrawn e0000002", "sam: notice sent-back", "sam: welcome"), ofSam);
    }

    @Test
    void somebody_put_out_twice_in_a_moment_is_told_when_both_their_endpoints_are_gone() {
        evening.asks(DANA, new Admission.SendBack(SAM));
        evening.asks(DANA, new Admission.LetIn(SAM));
        evening.asks(DANA, new Admission.Remove(SAM));
        evening.plane().takeAway(1);
        evening.settles();
        assertFalse(evening.told().stream().anyMatch(it -> it.startsWith("sam")));
        evening.plane().takeAway();
        until(() -> evening.told().contains("sam: close REMOVED"));
    }

    @Test
    void a_page_whose_seat_moved_to_another_browser_keeps_no_media() {
        evening.comesWith(SAM, Cast.otherDevice(SAM));
        evening.asks(DANA, new Admission.LetDeviceIn(SAM));
        evening.settles();
        evening.plane().takeAway();
        until(() -> evening.told().contains("sam: close MOVED_DEVICE"));
        assertTrue(evening.told().indexOf("withdrawn e0000002") < evening.told().indexOf("sam: close MOVED_DEVICE"));
    }

    @Test
    void who_waits_is_told_nothing_of_the_media_and_has_no_seat_in_them() {
        evening.asks(DANA, new Admission.Remove(SAM));
        evening.plane().takeAway();
        until(() -> seats().equals(List.of("e0000001")));
        assertFalse(evening.told().stream().anyMatch(it -> it.startsWith("maria")));
        assertFalse(evening.everTold().stream().anyMatch(it -> it.equals("maria: media")));
    }

    @Test
    void who_is_in_the_room_may_signal_to_the_plane_and_who_waits_may_not() {
        assertTrue(evening.signals(SAM, MediaPlane.PLANE));
        assertFalse(evening.signals(MARIA, MediaPlane.PLANE));
        assertFalse(evening.signals(SAM, "e0000009"));
        assertEquals(
                List.of("relayed from e0000002 to bridge"),
                evening.told().stream().filter(it -> it.startsWith("relayed")).toList());
    }

    @Test
    void a_bridge_that_died_is_followed_by_another_reconciliation_though_nobody_did_anything() {
        until(() -> seats().equals(List.of("e0000001", "e0000002")));
        var before = evening.plane().wanted().size();
        evening.plane().unsettle(evening.state().plan().session());
        until(() -> evening.plane().wanted().size() > before);
        assertEquals(List.of("e0000001", "e0000002"), seats());
    }

    @Test
    void a_node_that_died_between_the_entry_and_its_effect_leaves_nothing_undone() {
        until(() -> seats().equals(List.of("e0000001", "e0000002")));
        evening.plane().bridgesAre(true);
        evening.asks(DANA, new Admission.Remove(SAM));
        evening.settles();
        assertEquals(List.of("e0000001", "e0000002"), seats());
        var second = evening.anotherNode();
        evening.dies();
        get(second.ready());
        until(() -> {
            second.passTime();
            var wanted = second.plane().wanted();
            return !wanted.isEmpty() && seats(wanted.getLast()).equals(List.of("e0000001"));
        });
        second.close();
    }

    private List<String> seats() {
        return seats(evening.plane().wanted().getLast());
    }

    private static List<String> seats(MediaPlane.Wanted wanted) {
        return wanted.rooms().getOrDefault("main", List.of()).stream()
                .map(Seat::endpoint)
                .map(EndpointId::value)
                .toList();
    }
}
