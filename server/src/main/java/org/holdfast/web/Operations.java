package org.holdfast.web;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import io.vertx.openapi.validation.ValidatedRequest;
import java.util.function.Function;
import org.holdfast.attendance.Language;
import org.holdfast.export.Export;
import org.holdfast.session.SessionId;
import org.jspecify.annotations.Nullable;

/// What all operations share: how a request that the contract has accepted is read, and how an answer is written.
final class Operations {
    private Operations() {}

    /// An answer of `null` is 204.
    static Handler<RoutingContext> answering(Function<RoutingContext, Future<@Nullable JsonObject>> operation) {
        return context -> operation.apply(context).onFailure(context::fail).onSuccess(body -> {
            // Uncompressed: the length of compressed words would tell what stands beside them.
            context.response().putHeader("cache-control", "no-store").putHeader("content-encoding", "identity");
            if (body == null) {
                context.response().setStatusCode(204).end();
            } else {
                context.response().putHeader("content-type", "application/json").end(body.toBuffer());
            }
        });
    }

    /// An answer that is a file.
    static void attach(RoutingContext context, Export export) {
        attach(context, export.name(), export.mediaType(), Buffer.buffer(export.bytes()));
    }

    static void attach(RoutingContext context, String name, String mediaType, Buffer bytes) {
        context.response()
                .putHeader("cache-control", "no-store")
                // Uncompressed: the length of compressed words would tell what stands beside them.
                .putHeader("content-encoding", "identity")
                .putHeader("content-type", mediaType)
                .putHeader("content-disposition", "attachment; filename=\"" + name + "\"")
                .end(bytes);
    }

    static JsonObject body(RoutingContext context) {
        ValidatedRequest request = context.get(RouterBuilder.KEY_META_DATA_VALIDATED_REQUEST);
        return request.getBody().getJsonObject();
    }

    static Language language(RoutingContext context) {
        return Languages.of(context.request().getParam("lang"));
    }

    static SessionId session(RoutingContext context) {
        return new SessionId(context.pathParam("session"));
    }
}
