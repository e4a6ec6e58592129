package org.holdfast.web;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import org.holdfast.identity.Seat;

/// Lets only those in whose cookie is valid for the seat they name, whose account is meant for what they ask, and who
/// do not ask for too much at once.
final class SeatGate implements Handler<RoutingContext> {
    private static final String SEAT = "org.holdfast.seat";

    private final SeatCookies cookies;
    private final Rates rates;
    private final String operation;

    SeatGate(SeatCookies cookies, Rates rates, String operation) {
        this.operation = operation;
        this.cookies = cookies;
        this.rates = rates;
    }

    @Override
    public void handle(RoutingContext context) {
        cookies.seat(context.request()).onFailure(context::fail).onSuccess(seat -> {
            if (seat == null) {
                context.fail(Problem.NOT_SIGNED_IN.raised());
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

    static Seat seat(RoutingContext context) {
        return context.get(SEAT);
    }
}
