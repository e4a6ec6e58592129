package org.holdfast.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.holdfast.live.Live;
import org.holdfast.live.MediaPlane;
import org.holdfast.live.MediaPlane.Seat;
import org.holdfast.live.MediaPlane.Signal;
import org.holdfast.live.MediaPlane.Wanted;
import org.holdfast.session.EndpointId;
import org.holdfast.session.SessionId;

/// One session whose people have pages that take every offer at once, and send one sound each.
final class Together {
    private final MediaPlane plane;
    private final Live live;
    private final SessionId session;
    private final int number;
    private final List<EndpointId> here = new ArrayList<>();
    private final Map<EndpointId, Promise<Void>> offered = new ConcurrentHashMap<>();
    private long seq;

    /// @param number of this session among all that are measured
    Together(MediaPlane plane, Live live, int number) {
        this.plane = plane;
        this.live = live;
        this.number = number;
        this.session = new SessionId("bench-" + number + "-" + System.nanoTime());
    }

    SessionId session() {
        return session;
    }

    int size() {
        return here.size();
    }

    /// So many more are let in by one decision.
    ///
    /// @return once all of them have been offered their place at the bridge
    Future<?> come(int many) {
        var fresh = new ArrayList<Future<Void>>();
        for (var n = 0; n < many; n++) {
            var endpoint = new EndpointId("%04x%04x".formatted(0xe000 + number, here.size() + 1));
            here.add(endpoint);
            var offer = Promise.<Void>promise();
            offered.put(endpoint, offer);
            fresh.add(offer.future());
            plane.terms(session, endpoint);
        }
        return reconcile(here).compose(_ -> Future.all(fresh));
    }

    /// @return once nothing of the last one who came goes in or out any more
    Future<?> goOne() {
        var endpoint = here.removeLast();
        return onLive(() -> plane.withdraw(session, endpoint));
    }

    Future<?> end() {
        here.clear();
        return reconcile(List.of());
    }

    void hear(Signal signal) {
        if (!signal.body().path("kind").asText().equals("offer")) return;
        var said = answer(signal.to(), signal.body().path("generation").asText());
        plane.relay(new Signal(session, signal.to(), signal.from(), said), "");
        var offer = offered.remove(signal.to());
        if (offer != null) offer.tryComplete();
    }

    private Future<?> reconcile(List<EndpointId> wanted) {
        var rooms = new TreeMap<String, List<Seat>>();
        if (!wanted.isEmpty()) {
            rooms.put(
                    "main",
                    wanted.stream()
                            .map(each -> new Seat(each, true, true, false))
                            .toList());
        }
        return onLive(() -> plane.reconcile(new Wanted(session, rooms), ++seq));
    }

    private interface Ask {
        Future<?> ask();
    }

    private Future<?> onLive(Ask ask) {
        var done = Promise.<Object>promise();
        live.context().runOnContext(_ -> ask.ask().<Object>mapEmpty().onComplete(done));
        return done.future();
    }

    private static ObjectNode answer(EndpointId endpoint, String generation) {
        var said = JsonNodeFactory.instance.objectNode().put("kind", "answer").put("generation", generation);
        var transport = said.putObject("transport").put("ufrag", "Gge9").put("pwd", "UCz2YAkizM+BgUNiCPqEcYM5");
        transport
                .putArray("fingerprints")
                .addObject()
                .put("hash", "sha-256")
                .put("fingerprint", "D6" + ":C7".repeat(31))
                .put("setup", "active");
        var source = said.putArray("sources")
                .addObject()
                .put("name", endpoint + "-a0")
                .put("kind", "audio");
        source.putArray("ssrcs").add(Long.parseLong(endpoint.value(), 16) % 100_000_000 + 1);
        source.putArray("groups");
        return said;
    }
}
