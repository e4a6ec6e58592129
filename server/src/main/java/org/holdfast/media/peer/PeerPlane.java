package org.holdfast.media.peer;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import org.holdfast.json.BadJson;
import org.holdfast.json.JsonText;
import org.holdfast.live.MediaPlane;
import org.holdfast.session.EndpointId;
import org.holdfast.session.SessionId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Passes signals from page to page, through the other node's channel when the receiver's page is held there.
public final class PeerPlane implements MediaPlane {
    private static final Logger LOG = LoggerFactory.getLogger(PeerPlane.class);

    private final String node;
    private final List<URI> iceServers;
    private final NodeChannel channel;
    private final Context live;
    private Consumer<Signal> receiver = _ -> {};

    /// @param node this run of this server
    /// @param iceServers none are needed where all browsers run on one computer
    public PeerPlane(String node, List<URI> iceServers, NodeChannel channel, Context live) {
        this.node = node;
        this.iceServers = List.copyOf(iceServers);
        this.channel = channel;
        this.live = live;
        channel.onMessage(this::received);
    }

    @Override
    public ObjectNode terms(SessionId session, EndpointId endpoint) {
        var plane = JsonNodeFactory.instance.objectNode().put("kind", "peer");
        var servers = plane.putArray("iceServers");
        for (var server : iceServers) servers.addObject().put("urls", server.toString());
        return plane;
    }

    @Override
    public void relay(Signal signal, String receiversNode) {
        if (receiversNode.equals(node)) {
            receiver.accept(signal);
            return;
        }
        var message = JsonNodeFactory.instance
                .objectNode()
                .put("session", signal.session().value())
                .put("from", signal.from().value())
                .put("to", signal.to().value());
        message.set("signal", signal.body());
        channel.send(receiversNode, JsonText.print(message));
    }

    @Override
    public void onSignal(Consumer<Signal> next) {
        receiver = next;
    }

    @Override
    public boolean reconciles() {
        return false;
    }

    @Override
    public Future<?> reconcile(Wanted wanted) {
        return Future.succeededFuture();
    }

    /// The other browsers hang up by themselves once their view has the endpoint no more.
    @Override
    public Future<?> withdraw(SessionId session, EndpointId endpoint) {
        return Future.succeededFuture();
    }

    /// Nothing here can fail that another try would mend.
    @Override
    public void onUnsettled(Consumer<SessionId> again) {}

    private void received(String text) {
        try {
            var message = JsonText.parse(text);
            if (!(message.get("signal") instanceof ObjectNode body)) return;
            var signal = new Signal(
                    new SessionId(message.path("session").asText()),
                    new EndpointId(message.path("from").asText()),
                    new EndpointId(message.path("to").asText()),
                    body);
            live.runOnContext(_ -> receiver.accept(signal));
        } catch (BadJson | IllegalArgumentException e) {
            LOG.warn("Another node sent a signal that cannot be read");
        }
    }
}
