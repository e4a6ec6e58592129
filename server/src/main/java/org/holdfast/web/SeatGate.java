package org.holdfast.web;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import org.holdfast.identity.Seat;

/// Lets only those in whose cookie is valid for the seat they name.
final class SeatGate implements Handler<RoutingContext> {
    private static final String SEAT = "org.holdfast.seat";

    private final SeatCookies cookies;

    SeatGate(SeatCookies cookies) {
        this.cookies = cookies;
    }

    @Override
    public void handle(RoutingContext context) {
        cookies.seat(context.request()).onFailure(context::fail).onSuccess(seat -> {
            if (seat == null) {
                context.fail(Problem.NOT_SIGNED_IN.raised());
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
