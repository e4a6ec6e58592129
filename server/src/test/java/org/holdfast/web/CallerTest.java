package org.holdfast.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import org.holdfast.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Wrong links are counted by whoever really tries them.
class CallerTest {
    private final Vertx vertx = Vertx.vertx();
    private HttpServer proxied;
    private HttpServer open;

    @BeforeEach
    void start() {
        proxied = Await.get(echo(new Caller(true)));
        open = Await.get(echo(new Caller(false)));
    }

    @AfterEach
    void close() {
        Await.get(vertx.close());
    }

    @ParameterizedTest
    @CsvSource({
        "20.30.40.50, 20.30.40.50",
        "'1.2.3.4, 20.30.40.50', 20.30.40.50",
        "2a00:1450::7, 2a00:1450::7",
        "'1.2.3.4, ', 127.0.0.1",
        "'', 127.0.0.1",
    })
    void behind_a_proxy_it_is_who_the_proxy_saw_and_not_who_the_caller_says(String said, String counted) {
        assertEquals(counted, asked(proxied, said));
    }

    @ParameterizedTest
    @CsvSource({"20.30.40.50", "'1.2.3.4, 20.30.40.50'"})
    void without_a_proxy_nobody_gives_themselves_another_address(String said) {
        assertEquals("127.0.0.1", asked(open, said));
    }

    private Future<HttpServer> echo(Caller caller) {
        return vertx.createHttpServer()
                .requestHandler(request -> request.response().end(caller.address(request)))
                .listen(0, "127.0.0.1");
    }

    private String asked(HttpServer server, String said) {
        var client = vertx.createHttpClient();
        return Await.get(client.request(HttpMethod.GET, server.actualPort(), "127.0.0.1", "/")
                .compose(request -> request.putHeader("x-forwarded-for", said).send())
                .compose(HttpClientResponse::body)
                .map(Buffer::toString));
    }
}
