package org.holdfast.web;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Who answers which operation of the contract. All but the exchange of a link are for those who have a seat.
final class Routes {
    private final RouterBuilder builder;
    private final SeatCookies cookies;
    private final SeatGate gate;
    private final Caller caller;
    private final WebServer.Parts parts;

    Routes(RouterBuilder builder, SeatCookies cookies, Rates rates, Caller caller, WebServer.Parts parts) {
        this.builder = builder;
        this.cookies = cookies;
        this.gate = new SeatGate(cookies, rates);
        this.caller = caller;
        this.parts = parts;
    }

    void mount() {
        var exchange =
                new LinkExchange(parts.links(), parts.guessing(), parts.devices(), cookies, parts.sessions(), caller);
        builder.getRoute("exchangeLink").addHandler(Operations.answering(exchange::exchange));
        var me = new Me(parts.people(), parts.sessions());
        seated("me", me::me);
        seated("putArrival", me::putArrival);
        seated("staffSessions", new StaffSessions(parts.sessions())::list);
        var noting = new Noting(parts.audit());
        seated("whereabouts", new MemberWhereabouts(parts.sessions(), parts.people(), noting, parts.clock())::read);
        var records = new SessionRecords(parts.sessions(), parts.people(), parts.clock());
        var sheets = new AttendanceSheets(records);
        seated("mine", sheets::mine);
        seated("attendance", sheets::attendance);
        seated("record", new RecordPages(records, parts.clinic(), parts.signIns(), noting)::read);
        builder.getRoute("export").addHandler(gate).addHandler(new Exports(records, noting)::answer);
        var changes = new RecordChanges(records, parts.hosts());
        seated("correctRow", changes::correct);
        seated("disputeRow", changes::dispute);
        seated("answerDispute", changes::answer);
        var signatures = new Signatures(records, parts.hosts(), parts.signIns());
        seated("signSheet", signatures::sign);
        seated("signIn", signatures::signIn);
        for (var route : builder.getRoutes()) {
            if (route.getHandlers().isEmpty()) {
                throw new IllegalStateException(
                        "Nobody answers " + route.getOperation().getOperationId());
            }
        }
    }

    private void seated(String operation, Function<RoutingContext, Future<@Nullable JsonObject>> answer) {
        builder.getRoute(operation).addHandler(gate).addHandler(Operations.answering(answer));
    }
}
