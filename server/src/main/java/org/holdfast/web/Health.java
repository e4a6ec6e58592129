package org.holdfast.web;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.function.BooleanSupplier;

/// What an operator's machine asks: has it started, is it alive, may people be sent here.
final class Health {
    private final BooleanSupplier ready;

    /// @param ready whether the store answers and the clocks agree
    Health(BooleanSupplier ready) {
        this.ready = ready;
    }

    void mount(Router router) {
        router.get("/health/started").handler(context -> answer(context, true));
        router.get("/health/live").handler(context -> answer(context, true));
        router.get("/health/ready").handler(context -> answer(context, ready.getAsBoolean()));
    }

    private static void answer(RoutingContext context, boolean well) {
        context.response()
                .setStatusCode(well ? 200 : 503)
                .putHeader("content-type", "application/json")
                .putHeader("cache-control", "no-store")
                .end(new JsonObject().put("status", well ? "up" : "down").toBuffer());
    }
}
