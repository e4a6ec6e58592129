package org.holdfast.web;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import org.holdfast.identity.Devices;
import org.holdfast.identity.Kind;
import org.jspecify.annotations.Nullable;

/// Somebody leaves a browser that others use too: what it has opens nothing any more, on this server or another.
final class Departures {
    private final Devices devices;
    private final SeatCookies cookies;

    Departures(Devices devices, SeatCookies cookies) {
        this.devices = devices;
        this.cookies = cookies;
    }

    Future<@Nullable JsonObject> leave(RoutingContext context) {
        var seat = SeatGate.seat(context);
        // Staff sign out where they signed in.
        if (seat.kind() == Kind.STAFF) return Future.failedFuture(Problem.NOT_FOUND.raised());
        return devices.forget(seat).map(_ -> {
            cookies.forget(context.request(), seat.person());
            return null;
        });
    }
}
