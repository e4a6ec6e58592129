package org.holdfast.media.jitsi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.holdfast.json.BadJson;
import org.holdfast.json.JsonText;
import org.holdfast.media.jitsi.BridgeFailure.Away;
import org.holdfast.media.jitsi.BridgeFailure.Gone;
import org.holdfast.media.jitsi.BridgeFailure.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One request to a bridge's private port, and its answer or a [BridgeFailure]; nothing else ever comes out of it.
///
/// Redirects are not followed: nobody but the bridge is to be told what is said to it.
final class BridgeHttp {
    private static final Logger LOG = LoggerFactory.getLogger(BridgeHttp.class);

    /// For everything from a free connection to the last byte, where people wait for it.
    static final Duration PATIENCE = Duration.ofSeconds(2);

    static final int LONGEST_ANSWER = 256 * 1024;
    private static final int CONNECTIONS = 16;
    private static final int LONGEST_QUEUE = 2_000;
    /// Shorter than a bridge keeps one open by itself, so that none is used that it has just closed.
    private static final Duration KEEP = Duration.ofSeconds(10);

    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;

    private final HttpClient client;
    private final Duration patience;

    BridgeHttp(Vertx vertx, Duration patience) {
        this.patience = patience;
        this.client = vertx.createHttpClient(
                new HttpClientOptions()
                        .setConnectTimeout((int) PATIENCE.toMillis())
                        .setKeepAliveTimeout((int) KEEP.toSeconds()),
                new PoolOptions().setHttp1MaxSize(CONNECTIONS).setMaxWaitQueueSize(LONGEST_QUEUE));
    }

    Future<JsonNode> ask(HttpMethod method, URI address, ObjectNode body) {
        var options = new RequestOptions()
                .setAbsoluteURI(address.toString())
                .setMethod(method)
                .setFollowRedirects(false)
                .setTimeout(patience.toMillis())
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json");
        var text = Buffer.buffer(JsonText.print(body));
        var end = System.nanoTime() + patience.toNanos();
        return client.request(options)
                .compose(request -> answer(request, text, end))
                .recover(BridgeHttp::failed);
    }

    private static Future<JsonNode> answer(HttpClientRequest request, Buffer body, long end) {
        var left = Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()));
        return request.send(body)
                .compose(response -> read(request, response))
                .timeout(left, TimeUnit.MILLISECONDS)
                .onFailure(cause -> {
                    // What comes late must not be taken for the answer to the next one.
                    if (cause instanceof TimeoutException) request.reset();
                });
    }

    private static Future<JsonNode> read(HttpClientRequest request, HttpClientResponse response) {
        var status = response.statusCode();
        return body(request, response).compose(body -> switch (status) {
            case OK -> Future.succeededFuture(parsed(body));
            case NOT_FOUND -> Future.failedFuture(new Gone());
            case BAD_REQUEST -> {
                LOG.debug("A bridge refused a request: {}", response.statusMessage());
                yield Future.failedFuture(new Refused());
            }
            default -> Future.failedFuture(new Away("status " + status));
        });
    }

    private static Future<Buffer> body(HttpClientRequest request, HttpClientResponse response) {
        var whole = Promise.<Buffer>promise();
        var read = Buffer.buffer();
        response.handler(part -> {
            read.appendBuffer(part);
            if (read.length() > LONGEST_ANSWER && whole.tryFail(new Away("answer too long"))) request.reset();
        });
        response.exceptionHandler(whole::tryFail);
        response.endHandler(_ -> whole.tryComplete(read));
        return whole.future();
    }

    private static JsonNode parsed(Buffer body) {
        try {
            return JsonText.parse(body.toString());
        } catch (BadJson _) {
            throw new Away("answer cannot be read");
        }
    }

    private static Future<JsonNode> failed(Throwable cause) {
        return Future.failedFuture(
                cause instanceof BridgeFailure
                        ? cause
                        : new Away(cause.getClass().getSimpleName()));
    }
}
