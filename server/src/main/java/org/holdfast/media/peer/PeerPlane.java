package org.holdfast.media.peer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.util.function.Consumer;
import java.util.function.Function;
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
    private final Function<EndpointId, ArrayNode> iceServers;
    private final NodeChannel channel;
    private final Context live;
    private Consumer<Signal> receiver = _ -> {};

    /// @param node this run of this server
    /// @param iceServers what else helps an endpoint's page to find its way
    public PeerPlane(String node, Function<EndpointId, ArrayNode> iceServers, NodeChannel channel, Context live) {
        this.node = node;
        this.iceServers = iceServers;
        this.channel = channel;
        this.live = live;
        channel.onMessage(this::received);
    }

    @Override
    public ObjectNode terms(SessionId session, EndpointId endpoint) {
        var plane = JsonNodeFactory.instance.objectNode().put("kind", "peer");
        plane.set("iceServers", iceServers.apply(endpoint));
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
