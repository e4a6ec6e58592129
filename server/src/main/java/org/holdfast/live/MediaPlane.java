package org.holdfast.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import org.holdfast.session.EndpointId;
import org.holdfast.session.SessionId;

/// How people's sound and pictures travel, in the words of the live side. Nothing of it is ever logged.
public interface MediaPlane {
    /// What one endpoint tells another, or the plane itself, to get connected.
    record Signal(SessionId session, EndpointId from, EndpointId to, ObjectNode body) {
        @Override
        public String toString() {
            return "Signal[" + session + " " + from + " to " + to + "]";
        }
    }

    /// What a page needs to know to take part: the `plane` of a media frame.
    ObjectNode terms(SessionId session, EndpointId endpoint);

    /// Both ends are in the room; the caller has looked. `node` is where the receiver's page is held.
    void relay(Signal signal, String node);

    /// Called on the live context with each signal for a page of this node.
    void onSignal(Consumer<Signal> receiver);
}
