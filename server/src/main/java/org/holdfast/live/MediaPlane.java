package org.holdfast.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.holdfast.session.EndpointId;
import org.holdfast.session.SessionId;

/// How people's sound and pictures travel, in the words of the live side. Nothing of it is ever logged.
public interface MediaPlane {
    /// The other end of what a page and the plane itself tell each other.
    String PLANE = "bridge";

    /// One person's place in the media, and what they may send there.
    ///
    /// @param microphone false while staff hold it; so is `camera`
    /// @param screen whether they may show their screen beside their camera
    record Seat(EndpointId endpoint, boolean microphone, boolean camera, boolean screen) {}

    /// How a session's media should stand, whatever they were before.
    ///
    /// @param rooms by name; people hear and see those of their own room only. None once the session has ended
    record Wanted(SessionId session, SortedMap<String, List<Seat>> rooms) {
        public Wanted {
            var copy = new TreeMap<String, List<Seat>>();
            rooms.forEach((name, seats) -> copy.put(name, List.copyOf(seats)));
            rooms = Collections.unmodifiableSortedMap(copy);
        }
    }

    /// What one endpoint tells another, or the plane itself, to get connected; or the plane an endpoint.
    record Signal(SessionId session, EndpointId from, EndpointId to, ObjectNode body) {
        private static final EndpointId OF_THE_PLANE = new EndpointId(PLANE);

        public static Signal fromPlane(SessionId session, EndpointId to, ObjectNode body) {
            return new Signal(session, OF_THE_PLANE, to, body);
        }

        public boolean toPlane() {
            return to.equals(OF_THE_PLANE);
        }

        @Override
        public String toString() {
            return "Signal[" + session + " " + from + " to " + to + "]";
        }
    }

    /// What a page of this node needs to know to take part: the `plane` of a media frame. It is sent after this
    /// returns, so no signal for the endpoint may be handed on within the call.
    ObjectNode terms(SessionId session, EndpointId endpoint);

    /// The sender is in the room, and so is the receiver if it is no plane; the caller has looked. `node` is where the
    /// receiver's page is held, and says nothing when the plane itself is meant.
    void relay(Signal signal, String node);

    /// Called on the live context with each signal for a page of this node. One for an endpoint that has gone meanwhile
    /// is dropped.
    void onSignal(Consumer<Signal> receiver);

    /// Whether anything outside has to follow what is wanted. Where it does not, nobody works out what is.
    boolean reconciles();

    /// Brings the media to what is wanted. Only one node at a time is asked to, and again each second while it fails.
    /// With no rooms there is nothing that could fail for want of a bridge: what a bridge is not told, it ends by
    /// itself.
    ///
    /// @param seq how far the log was read for it: a node that was stopped for a while may ask for what is over
    Future<?> reconcile(Wanted wanted, long seq);

    /// Nothing of this endpoint goes in or out any more once this completes: its page is told only then that its person
    /// is out. Any node may be asked, also twice; it never fails, and is done within two seconds.
    Future<?> withdraw(SessionId session, EndpointId endpoint);

    /// Called with each session that is to be reconciled although nothing was decided in it: its bridge died, or one
    /// came back. From any thread.
    void onUnsettled(Consumer<SessionId> again);
}
