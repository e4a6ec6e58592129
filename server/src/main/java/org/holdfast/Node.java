package org.holdfast;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.micrometer.MicrometerMetricsFactory;
import io.vertx.micrometer.MicrometerMetricsOptions;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.holdfast.directory.AuditLogs;
import org.holdfast.directory.ClinicLog;
import org.holdfast.directory.PersonLogs;
import org.holdfast.directory.RedisPresence;
import org.holdfast.directory.SessionIndex;
import org.holdfast.directory.Sessions;
import org.holdfast.identity.Devices;
import org.holdfast.identity.Guessing;
import org.holdfast.identity.PersonalLinks;
import org.holdfast.identity.SignInCodes;
import org.holdfast.identity.keycloak.KeycloakAdapter;
import org.holdfast.json.SealedJson;
import org.holdfast.live.Alarm;
import org.holdfast.live.DueRunner;
import org.holdfast.live.EventLog;
import org.holdfast.live.Live;
import org.holdfast.live.LiveContext;
import org.holdfast.live.LogHosts;
import org.holdfast.live.LogId;
import org.holdfast.live.NodeLease;
import org.holdfast.live.RandomIds;
import org.holdfast.live.SessionHosts;
import org.holdfast.live.SessionReactions;
import org.holdfast.live.Timers;
import org.holdfast.log.ArchivedEntries;
import org.holdfast.log.Archiver;
import org.holdfast.log.HeadsShipping;
import org.holdfast.log.LogVerifier;
import org.holdfast.log.RedisConnections;
import org.holdfast.log.RedisDue;
import org.holdfast.log.RedisEventLog;
import org.holdfast.log.RedisHeads;
import org.holdfast.log.RedisKeyring;
import org.holdfast.log.RedisLeases;
import org.holdfast.log.RedisSafety;
import org.holdfast.log.RedisSignedHeads;
import org.holdfast.log.RedisTurns;
import org.holdfast.log.SignedHeads;
import org.holdfast.media.NodeChannel;
import org.holdfast.media.Signals;
import org.holdfast.media.bridges.BridgePool;
import org.holdfast.media.jitsi.JitsiPlane;
import org.holdfast.person.Person;
import org.holdfast.person.PersonCommand;
import org.holdfast.person.PersonEvent;
import org.holdfast.questionnaire.Shelf;
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
    private static final int REACH_TRIES = 5;
    private static final Duration REACH_PAUSE = Duration.ofMillis(500);
    private static final Duration ANCHOR_EVERY = Duration.ofSeconds(1);
    private static final Duration SHIP_EVERY = Duration.ofSeconds(5);
    /// So long a page gets to hear that it should come back.
    private static final Duration PARTING = Duration.ofMillis(200);

    /// @param name of this server; each run adds random letters, so that a restarted one is another node
    /// @param heads the file that signed heads go to
    /// @param timers what waits; tests let time pass at will
    /// @param accounts where staff sign in
    public record Setup(
            String name,
            String host,
            int port,
            int managementPort,
            String redis,
            MasterKey master,
            Path heads,
            Origins origins,
            @Nullable Path pages,
            MediaSettings media,
            InstantSource clock,
            @Nullable Timers timers,
            KeycloakAdapter.@Nullable Client accounts) {}

    private final Vertx vertx;
    private final Setup setup;
    private final UnaryOperator<EventLog<SessionEvent>> sessionsIn;
    private final String id;
    private final RandomIds ids = new RandomIds(new SecureRandom());
    private final PrometheusMeterRegistry registry;
    private final LookUps lookUps = new LookUps();
    private final Shelf shelf = Shelf.shipped();
    private final PersonalLinks links;
    private final Devices devices;
    private final SignInCodes signInCodes;
    private final SessionIndex index;
    private final @Nullable BridgePool bridges;
    private final Accounts accounts;
    private @Nullable RedisConnections connections;
    private @Nullable Inside inside;
    private @Nullable String web;

    /// What exists once the live context runs.
    private record Inside(
            Context context,
            NodeChannel channel,
            RedisHeads heads,
            EventLog<SessionEvent> sessionLog,
            HeadsShipping shipping,
            HourlyHeads hourly,
            LogHosts<Session, SessionCommand, SessionEvent> sessionLogs,
            PersonLogs people,
            Auditing audit,
            ClinicLog clinic,
            Sessions sessions,
            SessionHosts hosts,
            NodeLease lease) {}

    private Node(Setup setup, UnaryOperator<EventLog<SessionEvent>> sessionsIn) {
        this.setup = setup;
        this.sessionsIn = sessionsIn;
        this.id = setup.name() + "-" + ids.next();
        this.registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        this.vertx = Vertx.builder()
                .with(new VertxOptions()
                        .setPreferNativeTransport(true)
                        .setMetricsOptions(new MicrometerMetricsOptions().setEnabled(true)))
                .withMetrics(new MicrometerMetricsFactory(registry))
                .build();
        this.bridges = setup.media().bridges().isEmpty()
                ? null
                : BridgePool.start(vertx, setup.media().bridges(), Timers.of(vertx), registry);
        this.links = new PersonalLinks(lookUps, setup.clock());
        this.devices = new Devices(lookUps, setup.clock());
        this.signInCodes = new SignInCodes(lookUps, setup.master(), setup.clock());
        this.index = new SessionIndex(lookUps);
        this.accounts = new Accounts(vertx, lookUps, setup, signInCodes);
    }

    /// Fails with [ConfigErrors] when the store does not keep what it acknowledges.
    public static Future<Node> start(Setup setup) {
        return start(setup, UnaryOperator.identity());
    }

    /// @param sessionsIn where sessions are kept instead, to find out what keeping them in Redis costs
    public static Future<Node> start(Setup setup, UnaryOperator<EventLog<SessionEvent>> sessionsIn) {
        var node = new Node(setup, sessionsIn);
        return node.connect().map(node).recover(cause -> node.close().transform(_ -> Future.failedFuture(cause)));
    }

    private Future<?> connect() {
        return reach(REACH_TRIES).compose(redis -> {
            connections = redis;
            lookUps.over(redis);
            return RedisSafety.problems(redis)
                    .compose(problems -> problems.isEmpty()
                            ? NodeChannel.open(vertx, id, lookUps, setup.redis())
                            : Future.failedFuture(new ConfigErrors(problems)))
                    .compose(channel -> LiveContext.start(vertx).map(context -> inside(context, redis, channel)))
                    .compose(this::begin);
        });
    }

    /// Started together on a busy computer, the store may need a moment longer than one try.
    private Future<RedisConnections> reach(int tries) {
        return RedisConnections.connect(vertx, setup.redis(), LOG_CONNECTIONS)
                .recover(cause -> tries <= 1
                        ? Future.failedFuture(cause)
                        : vertx.timer(REACH_PAUSE.toMillis(), TimeUnit.MILLISECONDS)
                                .compose(_ -> reach(tries - 1)));
    }

    private Inside inside(Context context, RedisConnections redis, NodeChannel channel) {
        var timers = setup.timers() == null ? Timers.of(vertx) : setup.timers();
        var live = new Live(context, setup.clock(), timers, Alarm.LOGGED);
        var keyring = new RedisKeyring(redis, setup.master());
        var heads = new RedisHeads(redis, setup.master());
        var sessionLog = sessionsIn.apply(
                new RedisEventLog<>(redis, SealedJson.of(SessionEvent.class), setup.master(), keyring, heads));
        var sessionLogs = new LogHosts<>(Session.DECIDER, sessionLog, live);
        var personLog = new RedisEventLog<>(redis, SealedJson.of(PersonEvent.class), setup.master(), keyring, heads);
        var personLogs = new LogHosts<Person, PersonCommand, PersonEvent>(Person.DECIDER, personLog, live);
        var people = new PersonLogs(personLogs, shelf);
        var audit = Auditing.of(redis, setup.master(), heads, live, setup.clock(), id);
        var due = new RedisDue(redis);
        var clinics = Clinics.of(vertx, redis, setup.master(), heads, live, due);
        var clinic = clinics.log();
        var forgetting = new Forgetting(sessionLogs, personLogs, personLog, keyring);
        var signed = new RedisSignedHeads(redis);
        var shipping = new HeadsShipping(signed, setup.heads(), vertx);
        var signing = new SignedHeads(
                setup.master(),
                new ArchivedEntries(redis, setup.master()),
                sessionLog,
                signed,
                shipping,
                setup.clock());
        var hands = new Outside(devices, due, forgetting, signing);
        var verifier = new LogVerifier(redis, setup.master(), heads);
        var hourly = new HourlyHeads(signing, verifier, due, setup.clock());
        var signals = new Signals(id, channel, context);
        var ground = new JitsiPlane.Ground(id, vertx, live, lookUps, setup.master(), ids, signals);
        var media = Planes.plane(setup.media(), bridges, ground, setup.clock());
        var neighbours = new SessionHosts.Neighbours(
                people,
                new RedisPresence(lookUps),
                media,
                new SessionReactions(sessionLog, new RedisTurns(redis), id, hands, media, live));
        var hosts = new SessionHosts(id, sessionLogs, live, ids, neighbours);
        var archiver = new Archiver(redis, setup.master(), heads);
        var archived = new ArchivedSessions(sessionLogs, archiver, due, setup.clock());
        var opening = new OpeningSessions(
                id, clinic, sessionLogs, index, due, verifier, setup.media().roomLimit(), setup.clock());
        var actions = Map.<String, Function<LogId, Future<?>>>of(
                Outside.END,
                hosts::endIfDue,
                Outside.ARRIVALS,
                forgetting::arrivals,
                Outside.ARCHIVE,
                archived::ifSigned,
                ClinicLog.CALENDAR,
                opening::look,
                ClinicSnapshots.KIND,
                clinics.snapshots()::look,
                hourly.kind(),
                // Calendars whose next look was lost come back with it.
                _ -> hourly.sign()
                        .compose(_ -> opening.start())
                        .compose(_ -> clinics.snapshots().start()));
        new DueRunner(due, actions, live).start();
        context.runOnContext(_ -> timers.every(SHIP_EVERY, shipping::look));
        context.runOnContext(_ -> timers.every(ANCHOR_EVERY, heads::flush));
        var lease = new NodeLease(id, new RedisLeases(redis), live);
        lease.onRenewed(() -> hosts.lookAfterOthers(lease));
        return new Inside(
                context,
                channel,
                heads,
                sessionLog,
                shipping,
                hourly,
                sessionLogs,
                people,
                audit,
                clinic,
                new Sessions(index, sessionLogs, sessionLog, setup.clock()),
                hosts,
                lease);
    }

    private Future<?> begin(Inside in) {
        inside = in;
        var address = new WebServer.Address(
                setup.host(), setup.port(), setup.origins(), setup.media().channels(), setup.pages());
        var parts = new WebServer.Parts(
                links,
                new Guessing(lookUps),
                devices,
                new DeviceChannel(Objects.requireNonNull(connections)),
                in.people(),
                in.audit().logs(),
                in.audit().trail(),
                in.audit().chains(),
                in.clinic(),
                accounts.signIns(),
                accounts.staff(),
                in.sessions(),
                in.hosts(),
                shelf,
                registry,
                setup.clock(),
                () -> WhatIsUp.of(in.lease(), bridges, accounts));
        return in.lease()
                .start()
                .compose(_ -> in.hourly().start())
                .compose(_ -> vertx.deployVerticle(new WebServer(address, parts)))
                .onSuccess(deployed -> web = deployed)
                .compose(_ -> Management.start(
                        vertx,
                        setup.host(),
                        setup.managementPort(),
                        registry,
                        () -> WhatIsUp.of(in.lease(), bridges, accounts)));
    }

    /// This run of this server, as connections name it in the log.
    public String id() {
        return id;
    }

    /// Something to be done again and again while this node runs.
    public void every(Duration period, Runnable action) {
        vertx.setPeriodic(period.toMillis(), _ -> action.run());
    }

    /// Completes when all that was asked of the live side before has begun.
    public Future<Void> settled() {
        var promise = Promise.<Void>promise();
        in().context().runOnContext(_ -> promise.complete());
        return promise.future();
    }

    public PersonalLinks links() {
        return links;
    }

    public SignInCodes signInCodes() {
        return signInCodes;
    }

    public SessionIndex index() {
        return index;
    }

    public PersonLogs people() {
        return in().people();
    }

    public AuditLogs audit() {
        return in().audit().logs();
    }

    public ClinicLog clinic() {
        return in().clinic();
    }

    /// For whoever brings a session that was held elsewhere.
    public EventLog<SessionEvent> sessionLog() {
        return in().sessionLog();
    }

    public LogHosts<Session, SessionCommand, SessionEvent> sessionLogs() {
        return in().sessionLogs();
    }

    public Sessions sessions() {
        return in().sessions();
    }

    public Shelf shelf() {
        return shelf;
    }

    public SessionHosts hosts() {
        return in().hosts();
    }

    private Inside in() {
        if (inside == null) throw new IllegalStateException("The node has not started");
        return inside;
    }

    /// Leaves in good order: pages are told to come back, to any node, before anything they stand on goes.
    public Future<Void> close() {
        var in = inside;
        if (in == null) return disconnect();
        return in.hosts()
                .close()
                .compose(_ -> vertx.timer(PARTING.toMillis(), TimeUnit.MILLISECONDS))
                .compose(_ -> web == null ? Future.succeededFuture() : vertx.undeploy(web))
                .compose(_ -> Future.join(
                        in.lease().release(), in.heads().flush(), in.shipping().look()))
                .transform(_ -> {
                    in.sessionLogs().close();
                    in.people().close();
                    in.audit().logs().close();
                    in.clinic().close();
                    in.channel().close();
                    in.shipping().close();
                    return disconnect();
                });
    }

    private Future<Void> disconnect() {
        if (bridges != null) bridges.close();
        accounts.close();
        if (connections != null) connections.close();
        return vertx.close();
    }
}
