package org.holdfast.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.holdfast.live.Connection.Standing;
import org.holdfast.live.MediaPlane.Signal;
import org.holdfast.session.ConnectionId;
import org.holdfast.session.EndpointId;
import org.holdfast.session.Member.Present;
import org.holdfast.session.Session;
import org.holdfast.session.SessionId;
import org.jspecify.annotations.Nullable;

/// What the pages of one session tell each other and the media plane about media: passed on, never kept.
record Signals(SessionId session, LogHost<Session, ?, ?> log, Around around, Map<ConnectionId, Connection> pages) {
    /// Passes one on, if both its ends are in the room now; to the plane itself, if its sender is.
    boolean pass(Connection connection, EndpointId to, ObjectNode body) {
        var from = log.state().present(connection.visitor.member());
        if (connection.standing != Standing.SEATED
                || from == null
                || log.state().ended()) return false;
        var signal = new Signal(session, from.endpoint(), to, body);
        var receiver = at(to);
        if (receiver == null ? !signal.toPlane() : receiver.id().equals(from.id())) return false;
        around.media()
                .relay(
                        signal,
                        receiver == null ? around.node() : receiver.link().node());
        return true;
    }

    void deliver(Signal signal) {
        var receiver = at(signal.to());
        if (receiver == null) return;
        var connection = pages.get(receiver.link().connection());
        if (connection != null && connection.standing == Standing.SEATED) {
            connection.page.send(Frames.signal(signal));
        }
    }

    private @Nullable Present at(EndpointId endpoint) {
        for (var member : log.state().admission().members().values()) {
            if (member instanceof Present present && present.endpoint().equals(endpoint)) return present;
        }
        return null;
    }
}
