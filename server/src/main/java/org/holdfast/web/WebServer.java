package org.holdfast.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.openapi.router.RequestExtractor;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import io.vertx.openapi.contract.OpenAPIContract;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Supplier;
import org.holdfast.directory.AuditLogs;
import org.holdfast.directory.AuditTrail;
import org.holdfast.directory.ClinicLog;
import org.holdfast.directory.PersonLogs;
import org.holdfast.directory.Sessions;
import org.holdfast.identity.Devices;
import org.holdfast.identity.Guessing;
import org.holdfast.identity.PersonalLinks;
import org.holdfast.identity.SignIns;
import org.holdfast.intake.RosterCsv;
import org.holdfast.live.SessionHosts;
import org.holdfast.live.Subscription;
import org.holdfast.worksheet.Forms;
import org.jspecify.annotations.Nullable;

/// The side for people: pages, REST and sockets on one port.
public final class WebServer extends VerticleBase {
    static final int LONGEST_BODY = 16 * 1024;
    /// As much as a file and the escapes in it may need.
    static final int LONGEST_FILE = 2 * RosterCsv.LONGEST;
    private static final String FILES = "/api/v1/clinic/imports";
    static final int SILENT_CONNECTION_S = 75;
    static final int CLOSING_S = 2;
    static final int MOST_KNOCKING = 4_096;
    static final Duration FORGET_RATES_EVERY = Duration.ofMinutes(1);
    private static final Set<HttpMethod> CHANGES_NOTHING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    /// @param channels other origins that pages may open sockets to
    /// @param pages a folder of built pages; absent means those on the classpath
    public record Address(
            String host,
            int port,
            Origins origins,
            Set<String> channels,
            @Nullable Path pages) {}

    /// What the pages ask for lies here.
    public record Parts(
            PersonalLinks links,
            Guessing guessing,
            Devices devices,
            LeftDevices left,
            PersonLogs people,
            AuditLogs audit,
            AuditTrail trail,
            AuditChains chains,
            ClinicLog clinic,
            SignIns signIns,
            @Nullable StaffAccounts accounts,
            Sessions sessions,
            SessionHosts hosts,
            Forms forms,
            MeterRegistry registry,
            InstantSource clock,
            Supplier<Readiness> readiness) {}

    private final Address address;
    private final Parts parts;
    private final StaffCookies staffCookies;
    private final SeatCookies cookies;
    private final Rates rates = new Rates();
    private @Nullable HttpServer server;
    private @Nullable Subscription hearing;

    public WebServer(Address address, Parts parts) {
        this.address = address;
        this.parts = parts;
        this.staffCookies = new StaffCookies(address.origins().https());
        this.cookies = new SeatCookies(
                parts.devices(),
                parts.accounts(),
                staffCookies,
                address.origins().https());
    }

    @Override
    public Future<?> start() {
        vertx.setPeriodic(FORGET_RATES_EVERY.toMillis(), _ -> rates.forgetIdle());
        return Contract.load(vertx)
                .map(contract -> router(api(contract)))
                .compose(router ->
                        vertx.createHttpServer(options()).requestHandler(router).listen())
                .onSuccess(listening -> server = listening);
    }

    @Override
    public Future<?> stop() {
        if (hearing != null) hearing.close();
        return server == null ? Future.succeededFuture() : server.close();
    }

    private HttpServerOptions options() {
        return new HttpServerOptions()
                .setHost(address.host())
                .setPort(address.port())
                .setHttp2ClearTextEnabled(false)
                // At the full hour everybody comes at once; whoever finds no place here tries again a second later.
                .setAcceptBacklog(MOST_KNOCKING)
                .setIdleTimeout(SILENT_CONNECTION_S)
                // For the pages; answers about people are never compressed, see Operations.
                .setCompressionSupported(true)
                // Compressed frames would let a name's length tell what stands beside it.
                .setPerFrameWebSocketCompressionSupported(false)
                .setPerMessageWebSocketCompressionSupported(false)
                .setMaxWebSocketFrameSize(Verb.LONGEST_SIGNAL)
                .setMaxWebSocketMessageSize(Verb.LONGEST_SIGNAL)
                .setWebSocketClosingTimeout(CLOSING_S);
    }

    private Router router(Router api) {
        var router = Router.router(vertx);
        router.route().handler(new SecurityHeaders(address.origins().https(), address.channels()));
        router.route().failureHandler(new Problems());
        new Health(parts.readiness()).mount(router);
        router.get("/ws/sessions/:session").handler(socket()::upgrade);
        var accounts = parts.accounts();
        if (accounts != null) {
            var caller = new Caller(address.origins().https());
            new StaffDoor(accounts, staffCookies, parts.people(), rates, caller).mount(router);
        }
        router.route("/api/v1/*").handler(WebServer::refuseTwoSignIns);
        router.route("/api/v1/*").handler(this::refuseForeignChanges);
        router.route("/api/v1/*").subRouter(api);
        new Pages(address.pages()).mount(router);
        router.route().handler(context -> context.fail(Problem.NOT_FOUND.raised()));
        return router;
    }

    private SessionSocket socket() {
        return new SessionSocket(
                new Outbox(context),
                address.origins(),
                cookies,
                new Arrivals(parts.devices(), parts.people()),
                parts.hosts(),
                rates,
                new SocketCounts(parts.registry()),
                watch(),
                seats(),
                parts.forms());
    }

    private OpenSeats seats() {
        var seats = new OpenSeats();
        hearing = parts.left().hear(device -> context.runOnContext(_ -> seats.left(device)));
        return seats;
    }

    private @Nullable StaffWatch watch() {
        var accounts = parts.accounts();
        if (accounts == null) return null;
        var watch = new StaffWatch(accounts.signIns());
        vertx.setPeriodic(StaffWatch.EVERY.toMillis(), _ -> watch.look());
        return watch;
    }

    /// A token is all that a request with one counts for.
    private static void refuseTwoSignIns(RoutingContext context) {
        var request = context.request();
        if (Bearer.isIn(request) && Bearer.besideCookie(request)) context.fail(Problem.SIGNED_IN_TWICE.raised());
        else context.next();
    }

    /// Before anything is read: a foreign page may make a browser send cookies, but neither a true Origin of ours nor a
    /// token.
    private void refuseForeignChanges(RoutingContext context) {
        var request = context.request();
        if (CHANGES_NOTHING.contains(request.method())) {
            context.next();
        } else if (!Bearer.isIn(request) && !address.origins().allow(request)) {
            context.fail(Problem.FOREIGN_ORIGIN.raised());
        } else if (!json(request.getHeader("content-type"))) {
            context.fail(Problem.NOT_JSON.raised());
        } else {
            context.next();
        }
    }

    private static boolean json(@Nullable String type) {
        return type != null && type.split(";", 2)[0].strip().equalsIgnoreCase("application/json");
    }

    private Router api(OpenAPIContract contract) {
        var builder = RouterBuilder.create(vertx, contract, RequestExtractor.withBodyHandler());
        var bodies = BodyHandler.create(false).setBodyLimit(LONGEST_BODY);
        var files = BodyHandler.create(false).setBodyLimit(LONGEST_FILE);
        builder.rootHandler(context -> (FILES.equals(context.request().path()) ? files : bodies).handle(context));
        var https = address.origins().https();
        new Routes(builder, cookies, rates, new Caller(https), parts, https).mount();
        for (var route : builder.getRoutes()) route.addFailureHandler(new Problems());
        var router = builder.createRouter();
        router.route().failureHandler(new Problems());
        return router;
    }
}
