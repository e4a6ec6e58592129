package org.holdfast.web;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Supplier;

/// What an operator's machine asks: has it started, is it alive, may people be sent here.
final class Health {
    private static final JsonObject ALIVE = new JsonObject().put("status", "up");

    private final Supplier<Readiness> readiness;

    Health(Supplier<Readiness> readiness) {
        this.readiness = readiness;
    }

    void mount(Router router) {
        router.get("/health/started").handler(context -> answer(context, true, ALIVE));
        router.get("/health/live").handler(context -> answer(context, true, ALIVE));
        router.get("/health/ready").handler(context -> {
            var now = readiness.get();
            answer(context, now.ready(), now.json());
        });
    }

    private static void answer(RoutingContext context, boolean well, JsonObject says) {
        context.response()
                .setStatusCode(well ? 200 : 503)
                .putHeader("content-type", "application/json")
                .putHeader("cache-control", "no-store")
                .end(says.toBuffer());
    }
}
