package org.holdfast.media.bridges;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.holdfast.json.BadJson;
import org.holdfast.json.JsonText;
import org.holdfast.media.bridges.Look.Refused;
import org.holdfast.media.bridges.Look.Silent;
import org.holdfast.media.bridges.Look.Unwell;
import org.holdfast.media.bridges.Look.Well;

/// Asks a bridge's private port how it is: once whether it is well, once what it has to do.
public final class HttpLook implements BridgeLook {
    /// Shorter than the time between two looks.
    static final Duration PATIENCE = Duration.ofMillis(900);

    private static final int LONGEST_ANSWER = 256 * 1024;
    private static final int CONNECTIONS = 2;

    private final HttpClient client;
    private volatile Consumer<URI> broken = _ -> {};

    public HttpLook(Vertx vertx) {
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout((int) PATIENCE.toMillis()),
                new PoolOptions().setHttp1MaxSize(CONNECTIONS));
    }

    @Override
    public Future<Look> at(URI rest) {
        var health = get(rest, "/about/health");
        var stats = get(rest, "/colibri/stats");
        return Future.join(health, stats)
                .map(_ -> read(stats.result()))
                .timeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .otherwise(HttpLook::missed);
    }

    @Override
    public void onBreak(Consumer<URI> listener) {
        broken = listener;
    }

    /// One that is not well says so in its status.
    private static final class NotWell extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotWell() {
            super("not well", null, false, false);
        }
    }

    private Future<Buffer> get(URI rest, String path) {
        var options = new RequestOptions()
                .setAbsoluteURI(rest.resolve(path).toString())
                .setMethod(HttpMethod.GET)
                .setIdleTimeout(PATIENCE.toMillis());
        return client.request(options)
                .onSuccess(request -> request.connection().closeHandler(_ -> broken.accept(rest)))
                .compose(request -> request.send())
                .compose(HttpLook::body);
    }

    private static Future<Buffer> body(HttpClientResponse response) {
        if (response.statusCode() != 200) return Future.failedFuture(new NotWell());
        return response.body()
                .compose(body -> body.length() > LONGEST_ANSWER
                        ? Future.failedFuture(new NotWell())
                        : Future.succeededFuture(body));
    }

    private static Look read(Buffer stats) {
        try {
            var read = JsonText.parse(stats.toString());
            if (!read.path("stress_level").isNumber() || !read.path("healthy").asBoolean(true)) return new Unwell();
            return new Well(
                    read.path("stress_level").asDouble(),
                    leaving(read),
                    read.path("conferences").asInt(),
                    read.path("local_endpoints").asInt(),
                    read.path("total_conferences_created").asLong());
        } catch (BadJson _) {
            return new Unwell();
        }
    }

    private static boolean leaving(JsonNode stats) {
        return stats.path("drain").asBoolean()
                || stats.path("graceful_shutdown").asBoolean()
                || stats.path("shutting_down").asBoolean();
    }

    private static Look missed(Throwable cause) {
        if (cause instanceof NotWell) return new Unwell();
        return cause instanceof ConnectException ? new Refused() : new Silent();
    }
}
