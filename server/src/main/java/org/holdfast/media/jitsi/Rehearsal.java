package org.holdfast.media.jitsi;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.holdfast.session.EndpointId;

/// A conference at a bridge that nobody is in, so that all it needs for one has been loaded before a group comes.
@FunctionalInterface
public interface Rehearsal {
    /// Fails when the bridge did not do it in time; it goes on loading all the same.
    Future<?> at(URI rest);

    static Rehearsal over(Vertx vertx) {
        var colibri = new Colibri(vertx);
        // The first endpoint of a session is another one.
        var nobody = new EndpointId("e0000000");
        return rest -> {
            var call = new Call(rest, "rehearsal-" + UUID.randomUUID());
            return colibri.allocate(call, true, nobody).compose(_ -> colibri.expire(call, List.of(nobody)));
        };
    }
}
