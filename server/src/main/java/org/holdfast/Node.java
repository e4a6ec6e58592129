package org.holdfast;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.micrometer.MicrometerMetricsFactory;
import io.vertx.micrometer.MicrometerMetricsOptions;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisOptions;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import org.holdfast.directory.PersonLogs;
import org.holdfast.directory.RedisPresence;
import org.holdfast.directory.SessionIndex;
import org.holdfast.directory.Sessions;
import org.holdfast.identity.Devices;
import org.holdfast.identity.Guessing;
import org.holdfast.identity.PersonalLinks;
import org.holdfast.json.SealedJson;
import org.holdfast.live.Alarm;
import org.holdfast.live.Live;
import org.holdfast.live.LiveContext;
import org.holdfast.live.LogHosts;
import org.holdfast.live.RandomIds;
import org.holdfast.live.SessionHosts;
import org.holdfast.live.Timers;
import org.holdfast.log.RedisConnections;
import org.holdfast.log.RedisEventLog;
import org.holdfast.log.RedisKeyring;
import org.holdfast.media.peer.NodeChannel;
import org.holdfast.media.peer.PeerPlane;
import org.holdfast.person.Person;
import org.holdfast.person.PersonCommand;
import org.holdfast.person.PersonEvent;
import org.holdfast.sealing.MasterKey;
import org.holdfast.session.Session;
import org.holdfast.session.SessionCommand;
import org.holdfast.session.SessionEvent;
import org.holdfast.web.Management;
import org.holdfast.web.Origins;
import org.holdfast.web.WebServer;
import org.jspecify.annotations.Nullable;

/// One running server, wired by hand from its outside to its inside. Several may share a Redis.
public final class Node {
    private static final int LOG_CONNECTIONS = 2;
    private static final int LOOK_UP_CONNECTIONS = 8;
    private static final int LOOK_UPS_WAITING = 4_096;

    /// @param name of this server; each run adds random letters, so that a restarted one is another node
    /// @param timers what waits; tests let time pass at will
    public record Setup(
            String name,
            String host,
            int port,
            int managementPort,
            String redis,
            MasterKey master,
            Origins origins,
            @Nullable Path pages,
            InstantSource clock,
            @Nullable Timers timers) {}

    private final Vertx vertx;
    private final Setup setup;
    private final String id;
    private final RandomIds ids = new RandomIds(new SecureRandom());
    private final PrometheusMeterRegistry registry;
    private final Redis lookUps;
    private final StoreRules store;
    private final PersonalLinks links;
    private final Devices devices;
    private final SessionIndex index;
    private @Nullable Inside inside;

    /// What exists once the live context runs.
    private record Inside(
            RedisConnections redis,
            NodeChannel channel,
            LogHosts<Session, SessionCommand, SessionEvent> sessionLogs,
            PersonLogs people,
            Sessions sessions,
            SessionHosts hosts) {}

    private Node(Setup setup) {
        this.setup = setup;
        this.id = setup.name() + "-" + ids.next();
        this.registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        this.vertx = Vertx.builder()
                .with(new VertxOptions().setMetricsOptions(new MicrometerMetricsOptions().setEnabled(true)))
                .withMetrics(new MicrometerMetricsFactory(registry))
                .build();
        this.lookUps = Redis.createClient(
                vertx,
                new RedisOptions()
                        .setConnectionString(setup.redis())
                        .setMaxPoolSize(LOOK_UP_CONNECTIONS)
                        .setMaxPoolWaiting(LOOK_UPS_WAITING));
        this.store = new StoreRules(lookUps, setup.clock());
        this.links = new PersonalLinks(lookUps, setup.clock());
        this.devices = new Devices(lookUps, setup.clock());
        this.index = new SessionIndex(lookUps);
    }

    public static Future<Node> start(Setup setup) {
        var node = new Node(setup);
        return node.store
                .broken()
                .compose(broken -> broken.isEmpty()
                        ? node.live().compose(_ -> node.listen()).map(node)
                        : Future.failedFuture(new ConfigErrors(broken)))
                .recover(cause -> node.close().transform(_ -> Future.failedFuture(cause)));
    }

    private Future<Void> live() {
        return LiveContext.start(vertx)
                .compose(context -> RedisConnections.connect(vertx, setup.redis(), LOG_CONNECTIONS)
                        .compose(redis -> NodeChannel.open(vertx, id, lookUps, setup.redis())
                                .map(channel -> {
                                    var timers = setup.timers() == null ? Timers.of(vertx) : setup.timers();
                                    inside = inside(
                                            new Live(context, setup.clock(), timers, Alarm.LOGGED), redis, channel);
                                    return null;
                                })));
    }

    private Inside inside(Live live, RedisConnections redis, NodeChannel channel) {
        var keyring = new RedisKeyring(redis, setup.master());
        var sessionLogs = new LogHosts<>(
                Session.DECIDER,
                new RedisEventLog<>(redis, SealedJson.of(SessionEvent.class), setup.master(), keyring),
                live);
        var people = new PersonLogs(new LogHosts<Person, PersonCommand, PersonEvent>(
                Person.DECIDER,
                new RedisEventLog<>(redis, SealedJson.of(PersonEvent.class), setup.master(), keyring),
                live));
        var neighbours = new SessionHosts.Neighbours(
                people,
                new RedisPresence(lookUps),
                new PeerPlane(id, List.of(), channel, live.context()),
                (member, device) -> devices.bind(member.value(), device.value()),
                (session, at) -> {});
        var hosts = new SessionHosts(id, sessionLogs, live, ids, neighbours);
        return new Inside(redis, channel, sessionLogs, people, new Sessions(index, sessionLogs), hosts);
    }

    private Future<?> listen() {
        var in = in();
        var address = new WebServer.Address(setup.host(), setup.port(), setup.origins(), setup.pages());
        var parts = new WebServer.Parts(
                links, new Guessing(lookUps), devices, in.people(), in.sessions(), in.hosts(), registry, store::ready);
        return vertx.deployVerticle(new WebServer(address, parts))
                .compose(_ -> Management.start(vertx, setup.host(), setup.managementPort(), registry, store::ready));
    }

    /// This run of this server, as connections name it in the log.
    public String id() {
        return id;
    }

    public Vertx vertx() {
        return vertx;
    }

    public PersonalLinks links() {
        return links;
    }

    public SessionIndex index() {
        return index;
    }

    public PersonLogs people() {
        return in().people();
    }

    public LogHosts<Session, SessionCommand, SessionEvent> sessionLogs() {
        return in().sessionLogs();
    }

    public SessionHosts hosts() {
        return in().hosts();
    }

    private Inside in() {
        if (inside == null) throw new IllegalStateException("The node has not started");
        return inside;
    }

    /// What uses Redis first, then the connections, then the threads under them.
    public Future<Void> close() {
        if (inside != null) {
            inside.hosts().close();
            inside.sessionLogs().close();
            inside.people().close();
            inside.channel().close();
            inside.redis().close();
        }
        lookUps.close();
        return vertx.close();
    }
}
