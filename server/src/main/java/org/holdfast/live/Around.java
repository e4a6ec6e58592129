package org.holdfast.live;

import java.time.Instant;
import java.util.function.BiConsumer;
import org.holdfast.decision.CommandId;
import org.holdfast.session.ConnectionId;
import org.holdfast.session.DeviceId;
import org.holdfast.session.MemberId;
import org.holdfast.session.Session;

/// What a session's host has around it on its node: the clock, fresh ids, and whoever else must hear of an entry.
///
/// @param node this run of this server, as connections name it in the log
/// @param devices told whom staff let in and in which browser; may be told twice
record Around(
        String node,
        Live live,
        People people,
        PresenceStore presence,
        MediaPlane media,
        RandomIds ids,
        BiConsumer<MemberId, DeviceId> devices,
        Advanced listener) {
    @FunctionalInterface
    interface Advanced {
        void advanced(SessionHost host, Session before, Session after);
    }

    Instant now() {
        return live.clock().instant();
    }

    ConnectionId newConnection() {
        return new ConnectionId("c" + ids.next());
    }

    CommandId newCommand() {
        return new CommandId(ids.next());
    }

    void letIn(MemberId member, DeviceId device) {
        devices.accept(member, device);
    }

    void advanced(SessionHost host, Session before, Session after) {
        listener.advanced(host, before, after);
    }
}
