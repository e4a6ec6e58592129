package org.holdfast.media.peer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.holdfast.live.MediaPlane;
import org.holdfast.media.Signals;
import org.holdfast.session.EndpointId;
import org.holdfast.session.SessionId;

/// Passes signals from page to page.
public final class PeerPlane implements MediaPlane {
    private final Function<EndpointId, ArrayNode> iceServers;
    private final Signals signals;

    /// @param iceServers what else helps an endpoint's page to find its way
    public PeerPlane(Function<EndpointId, ArrayNode> iceServers, Signals signals) {
        this.iceServers = iceServers;
        this.signals = signals;
    }

    @Override
    public ObjectNode terms(SessionId session, EndpointId endpoint) {
        var plane = JsonNodeFactory.instance.objectNode().put("kind", "peer");
        plane.set("iceServers", iceServers.apply(endpoint));
        return plane;
    }

    @Override
    public void relay(Signal signal, String receiversNode) {
        signals.hand(signal, receiversNode);
    }

    @Override
    public void onSignal(Consumer<Signal> receiver) {
        signals.onSignal(receiver);
    }

    @Override
    public boolean reconciles() {
        return false;
    }

    @Override
    public Future<?> reconcile(Wanted wanted, long seq) {
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
}
