package org.holdfast.live;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.holdfast.session.ConnectionId;
import org.holdfast.session.SessionId;

/// When each connection was last heard of and which node holds pages of which session, kept for a short while outside
/// the log: what another node goes by when the one that knew is gone.
public interface PresenceStore {
    /// Of all sessions with pages on a node together, since it is done every second.
    Future<Void> write(Map<SessionId, Map<ConnectionId, Instant>> beats);

    Future<Map<ConnectionId, Instant>> read(SessionId session);

    Future<Void> holds(String node, SessionId session);

    Future<Void> releases(String node, SessionId session);

    /// Every node that holds or held pages, until it is forgotten.
    Future<Set<String>> nodes();

    Future<Set<SessionId>> heldBy(String node);

    /// A node whose people have all been looked after.
    Future<Void> forget(String node);
}
