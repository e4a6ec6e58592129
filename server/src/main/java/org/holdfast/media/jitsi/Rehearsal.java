package org.holdfast.media.jitsi;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.holdfast.session.EndpointId;

/// A conference at a bridge that nobody is in, so that all it needs for one has been loaded before a group comes.
@FunctionalInterface
public interface Rehearsal {
    /// Nobody waits for it, and a bridge that has just been started takes its time for its first conference.
    Duration PATIENCE = Duration.ofSeconds(30);

    /// Fails when the bridge did not do it in time. It goes on loading all the same, and nobody stays there either.
    Future<?> at(URI rest);

    static Rehearsal over(Vertx vertx) {
        return over(vertx, PATIENCE);
    }

    static Rehearsal over(Vertx vertx, Duration patience) {
        var colibri = new Colibri(vertx, patience);
        // The first endpoint of a session is another one.
        var nobody = new EndpointId("e0000000");
        return rest -> {
            var call = new Call(rest, "rehearsal-" + UUID.randomUUID());
            return colibri.allocate(call, true, nobody).eventually(() -> colibri.expire(call, List.of(nobody)));
        };
    }
}
