package org.holdfast.media;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.util.function.Consumer;
import org.holdfast.json.BadJson;
import org.holdfast.json.JsonText;
import org.holdfast.live.MediaPlane.Signal;
import org.holdfast.session.EndpointId;
import org.holdfast.session.SessionId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hands signals to pages, through the other node's channel when the page is held there.
public final class Signals {
    private static final Logger LOG = LoggerFactory.getLogger(Signals.class);

    private final String node;
    private final NodeChannel channel;
    private final Context live;
    private Consumer<Signal> receiver = _ -> {};

    /// @param node this run of this server
    public Signals(String node, NodeChannel channel, Context live) {
        this.node = node;
        this.channel = channel;
        this.live = live;
        channel.onMessage(this::received);
    }

    /// Called on the live context with each signal for a page of this node.
    public void onSignal(Consumer<Signal> next) {
        receiver = next;
    }

    /// On the live context.
    ///
    /// @return whether the node that holds the page has it
    public Future<Boolean> hand(Signal signal, String pagesNode) {
        if (pagesNode.equals(node)) {
            receiver.accept(signal);
            return Future.succeededFuture(true);
        }
        var message = JsonNodeFactory.instance
                .objectNode()
                .put("session", signal.session().value())
                .put("from", signal.from().value())
                .put("to", signal.to().value());
        message.set("signal", signal.body());
        return channel.send(pagesNode, JsonText.print(message));
    }

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
