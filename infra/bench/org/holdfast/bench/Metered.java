package org.holdfast.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.concurrent.atomic.LongAdder;

/// Stands between our server and a bridge, passes everything on, and notes how long the bridge itself took. What this
/// costs is counted as ours.
final class Metered implements AutoCloseable {
    private static final int CONNECTIONS = 64;
    private static final int BAD_GATEWAY = 502;

    private final HttpClient client;
    private final HttpServer server;
    private final URI bridge;
    private final LongAdder nanos = new LongAdder();
    private final LongAdder requests = new LongAdder();

    private Metered(Vertx vertx, URI bridge) {
        this.bridge = bridge;
        this.client = vertx.createHttpClient(new HttpClientOptions(), new PoolOptions().setHttp1MaxSize(CONNECTIONS));
        this.server = vertx.createHttpServer().requestHandler(this::pass);
    }

    static Metered before(Vertx vertx, URI bridge) throws Exception {
        var metered = new Metered(vertx, bridge);
        Group.await(metered.server.listen(0, "127.0.0.1"));
        return metered;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.actualPort());
    }

    /// The bridge's own time so far, all requests together.
    long nanos() {
        return nanos.sum();
    }

    long requests() {
        return requests.sum();
    }

    private void pass(HttpServerRequest asked) {
        var options = new RequestOptions()
                .setAbsoluteURI(bridge.resolve(asked.uri()).toString())
                .setMethod(asked.method())
                .putHeader("content-type", "application/json");
        asked.body()
                .compose(body -> {
                    var began = System.nanoTime();
                    return client.request(options)
                            .compose(request -> request.send(body))
                            .compose(response -> whole(asked, response, began));
                })
                // Whoever asked may have given up meanwhile.
                .onFailure(_ -> {
                    if (!asked.response().headWritten())
                        asked.response().setStatusCode(BAD_GATEWAY).end();
                });
    }

    private Future<Void> whole(HttpServerRequest asked, HttpClientResponse response, long began) {
        return response.body().compose(body -> {
            nanos.add(System.nanoTime() - began);
            requests.increment();
            var answer = asked.response().setStatusCode(response.statusCode());
            var type = response.getHeader("content-type");
            if (type != null) answer.putHeader("content-type", type);
            return answer.end(body);
        });
    }

    /// It goes with the rest of the program; nothing of it outlives that.
    @Override
    public void close() {
        server.close();
        client.close();
    }
}
