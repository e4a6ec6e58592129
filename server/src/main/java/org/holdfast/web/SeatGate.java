package org.holdfast.web;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import org.holdfast.identity.Seat;
import org.jspecify.annotations.Nullable;

/// Lets only those in whose cookie is valid for the seat they name, or programs whose token is, whose account is meant
/// for what they ask, and who do not ask for too much at once.
final class SeatGate implements Handler<RoutingContext> {
    private static final String SEAT = "org.holdfast.seat";

    private final SeatCookies cookies;
    private final ServiceSeats services;
    private final Rates rates;
    private final String operation;

    SeatGate(SeatCookies cookies, ServiceSeats services, Rates rates, String operation) {
        this.operation = operation;
        this.cookies = cookies;
        this.services = services;
        this.rates = rates;
    }

    @Override
    public void handle(RoutingContext context) {
        var program = Bearer.isIn(context.request());
        seat(context.request(), program).onFailure(context::fail).onSuccess(seat -> {
            if (seat == null) {
                context.fail(Problem.NOT_SIGNED_IN.raised());
            } else if (program && !Access.forServices(operation)) {
                context.fail(Problem.PERSON_ONLY.raised());
            } else if (!StaffRights.allow(seat, operation)) {
                context.fail(Problem.ROLE_MISSING.raised());
            } else if (!rates.of(seat.person()).request()) {
                context.fail(Problem.BUSY.raised());
            } else {
                context.put(SEAT, seat);
                context.next();
            }
        });
    }

    private Future<@Nullable Seat> seat(HttpServerRequest request, boolean program) {
        return program ? services.seat(request) : cookies.seat(request);
    }

    static Seat seat(RoutingContext context) {
        return context.get(SEAT);
    }
}
