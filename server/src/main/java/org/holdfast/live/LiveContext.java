package org.holdfast.live;

import io.vertx.core.Context;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;

/// The one virtual-thread context of a node on which all its logs live: one task at a time, and each `await` lets the
/// others in.
public final class LiveContext {
    private LiveContext() {}

    public static Future<Context> start(Vertx vertx) {
        var verticle = new VerticleBase() {
            Context own() {
                return context;
            }
        };
        return vertx.deployVerticle(verticle, new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD))
                .map(id -> verticle.own());
    }
}
