package org.holdfast.live;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.holdfast.decision.CommandId;
import org.holdfast.session.ConnectionId;

/// What a session's host has around it on its node: the clock, fresh ids, and whoever else must hear of an entry.
///
/// @param node this run of this server, as connections name it in the log
record Around(
        String node,
        Live live,
        People people,
        PresenceStore presence,
        MediaPlane media,
        RandomIds ids,
        SessionReactions reactions) {

    Instant now() {
        return live.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    }

    ConnectionId newConnection() {
        return new ConnectionId("c" + ids.next());
    }

    CommandId newCommand() {
        return new CommandId(ids.next());
    }
}
