package org.holdfast.web;

import io.vertx.core.Handler;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import io.vertx.openapi.validation.ValidatorException;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import org.holdfast.json.BadJson;
import org.holdfast.live.Untrusted;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one place where a failed HTTP request becomes an answer. What is a person's or a page's doing is told; what is
/// ours goes to the log under an id, and only the id goes out.
final class Problems implements Handler<RoutingContext> {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    /// Said by one operation only, never for a status by itself.
    private static final Set<Problem> OF_ONE_PLACE = EnumSet.of(
            Problem.LINK_NOT_VALID,
            Problem.SIGNED_IN_TWICE,
            Problem.TOKEN_REFUSED,
            Problem.PERSON_ONLY,
            Problem.NO_CLINIC,
            Problem.SIGN_IN_REFUSED,
            Problem.NOT_YOUR_ROLE,
            Problem.SIGN_IN_ANEW,
            Problem.ROLE_MISSING,
            Problem.SIGN_IN_LATER,
            Problem.BUSY);

    private static final int UNAUTHORIZED = 401;
    private static final String TYPE = "application/problem+json";

    @Override
    public void handle(RoutingContext context) {
        if (context.response().ended() || context.response().headWritten()) return;
        if (context.failure() instanceof Refused refused) {
            answer(context, refused.status(), of(refused.type(), refused.title(), refused.status()));
            return;
        }
        var problem = problem(context.failure(), context.statusCode());
        var body = of(problem.type(), problem.title(), problem.status());
        if (problem.status() == UNAUTHORIZED) {
            var tried = problem == Problem.TOKEN_REFUSED ? "Bearer error=\"invalid_token\"" : "Bearer";
            context.response().putHeader("www-authenticate", tried);
        }
        if (problem == Problem.FAULT) {
            var id = UUID.randomUUID().toString();
            body.put("instance", "urn:uuid:" + id);
            LOG.error("Fault {} at {} {}", id, context.request().method(), context.normalizedPath(), context.failure());
        }
        answer(context, problem.status(), body);
    }

    private static JsonObject of(String type, String title, int status) {
        return new JsonObject().put("type", type).put("title", title).put("status", status);
    }

    private static void answer(RoutingContext context, int status, JsonObject body) {
        context.response()
                .setStatusCode(status)
                .putHeader("content-type", TYPE)
                .putHeader("cache-control", "no-store")
                .end(body.toBuffer());
    }

    private static Problem problem(@Nullable Throwable failure, int status) {
        return switch (failure) {
            case Problem.Raised raised -> raised.problem();
            case ValidatorException _, BadJson _ -> Problem.MALFORMED;
            case HttpException http -> ofStatus(http.getStatusCode());
            case Untrusted _, IOException _, TimeoutException _ -> Problem.UNAVAILABLE;
            case null -> ofStatus(status);
            default -> Problem.FAULT;
        };
    }

    private static Problem ofStatus(int status) {
        for (var problem : Problem.values()) {
            if (problem.status() == status && !OF_ONE_PLACE.contains(problem)) return problem;
        }
        return status >= 400 && status < 500 ? Problem.MALFORMED : Problem.FAULT;
    }
}
