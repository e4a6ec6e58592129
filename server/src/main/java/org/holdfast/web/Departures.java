package org.holdfast.web;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import org.holdfast.identity.Devices;
import org.holdfast.identity.Kind;
import org.holdfast.identity.Seat;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Somebody leaves a browser that others use too: what it has opens nothing any more, on this server or another, and
/// what it has open in other tabs is let go.
final class Departures {
    private static final Logger LOG = LoggerFactory.getLogger(Departures.class);

    private final Devices devices;
    private final LeftDevices left;
    private final SeatCookies cookies;

    Departures(Devices devices, LeftDevices left, SeatCookies cookies) {
        this.devices = devices;
        this.left = left;
        this.cookies = cookies;
    }

    Future<@Nullable JsonObject> leave(RoutingContext context) {
        var seat = SeatGate.seat(context);
        // Staff sign out where they signed in.
        if (seat.kind() == Kind.STAFF) return Future.failedFuture(Problem.NOT_FOUND.raised());
        return devices.forget(seat).compose(_ -> tell(seat)).map(_ -> {
            cookies.forget(context.request(), seat.person());
            return null;
        });
    }

    /// The browser is signed out already, whether or not its other tabs hear of it now.
    private Future<?> tell(Seat seat) {
        return left.tell(seat.device())
                .onFailure(cause -> LOG.warn("Tabs of a browser that was left may stay open: {}", cause.toString()))
                .otherwiseEmpty();
    }
}
