package org.holdfast.web;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.util.function.Supplier;

/// The side for machines, on a port of its own that the outside never reaches: health and metrics.
public final class Management {
    private Management() {}

    public static Future<HttpServer> start(
            Vertx vertx, String host, int port, PrometheusMeterRegistry registry, Supplier<Readiness> readiness) {
        var router = Router.router(vertx);
        new Health(readiness).mount(router);
        router.get("/metrics")
                .handler(context -> context.response()
                        .putHeader("content-type", "text/plain; version=0.0.4; charset=utf-8")
                        .end(registry.scrape()));
        router.route().failureHandler(new Problems());
        return vertx.createHttpServer(new HttpServerOptions().setHost(host).setPort(port))
                .requestHandler(router)
                .listen();
    }
}
