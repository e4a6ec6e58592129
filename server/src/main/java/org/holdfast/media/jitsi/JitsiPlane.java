package org.holdfast.media.jitsi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.holdfast.json.BadJson;
import org.holdfast.live.Live;
import org.holdfast.live.MediaPlane;
import org.holdfast.live.RandomIds;
import org.holdfast.media.Signals;
import org.holdfast.sealing.MasterKey;
import org.holdfast.session.EndpointId;
import org.holdfast.session.SessionId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Everybody's media through a videobridge: who is in a room has an endpoint there, and nobody else.
///
/// Any node does whatever is asked of it: what is known of a session's bridge lies in the store, in one node's hands
/// at a time. So nothing is passed on between nodes but what their pages are to be told.
public final class JitsiPlane implements MediaPlane {
    private static final Logger LOG = LoggerFactory.getLogger(JitsiPlane.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final Function<EndpointId, ArrayNode> iceServers;
    private final Live live;
    private final Focus.Tools tools;
    private final Map<SessionId, Focus> sessions = new HashMap<>();
    private Consumer<SessionId> again = _ -> {};

    /// What it stands on.
    ///
    /// @param node this run of this server
    public record Ground(
            String node, Vertx vertx, Live live, Redis redis, MasterKey master, RandomIds ids, Signals signals) {}

    /// @param iceServers what else helps an endpoint's page to find its way
    public JitsiPlane(Ground ground, Bridges bridges, Function<EndpointId, ArrayNode> iceServers) {
        this.iceServers = iceServers;
        this.live = ground.live();
        this.tools = new Focus.Tools(
                ground.node(),
                new MediaStore(ground.redis(), ground.master()),
                new Doing(new Colibri(ground.vertx()), bridges, ground.ids()::next),
                ground.signals(),
                live.timers());
        bridges.onChange(() -> live.context().runOnContext(_ -> bridgesChanged()));
        live.context().runOnContext(_ -> live.timers().every(LOOK_EVERY, this::look));
    }

    @Override
    public ObjectNode terms(SessionId session, EndpointId endpoint) {
        live.context().runOnContext(_ -> of(session).ready(endpoint));
        var plane = JsonNodeFactory.instance.objectNode().put("kind", "bridge");
        plane.set("iceServers", iceServers.apply(endpoint));
        return plane;
    }

    /// Pages have nothing to say to each other here.
    @Override
    public void relay(Signal signal, String node) {
        if (!signal.toPlane()) return;
        try {
            var said = PageSignal.read(signal.body());
            live.context().runOnContext(_ -> of(signal.session()).hear(signal.from(), said));
        } catch (BadJson _) {
            LOG.debug("A page of {} said what cannot be read", signal.session());
        }
    }

    @Override
    public void onSignal(Consumer<Signal> receiver) {
        tools.signals().onSignal(receiver);
    }

    @Override
    public boolean reconciles() {
        return true;
    }

    @Override
    public Future<?> reconcile(Wanted wanted, long seq) {
        return of(wanted.session()).reconcile(wanted, seq);
    }

    @Override
    public Future<?> withdraw(SessionId session, EndpointId endpoint) {
        return of(session).dismiss(endpoint);
    }

    @Override
    public void onUnsettled(Consumer<SessionId> next) {
        again = next;
    }

    private Focus of(SessionId session) {
        return sessions.computeIfAbsent(session, id -> new Focus(id, tools));
    }

    /// Each node with a session's pages says so; whoever's turn it is does it.
    private void bridgesChanged() {
        sessions.forEach((session, focus) -> {
            var held = focus.last();
            var well = held.bridge() != null && tools.doing().usable(held.bridge());
            if (held.needed() && !well) again.accept(session);
        });
    }

    private void look() {
        for (var session : List.copyOf(sessions.keySet())) {
            var focus = of(session);
            focus.look();
            if (focus.idle()) sessions.remove(session);
        }
    }
}
