package org.holdfast.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.holdfast.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a browser is told of the two cookies of staff who have accounts.
class StaffCookiesTest {
    private static final Set<String> ALWAYS = Set.of("HTTPOnly", "SameSite=Lax", "Path=/");

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        Await.get(vertx.close());
    }

    @Test
    void inProductionTheyAreForThisVeryHostOverHttps() {
        var cookies = new StaffCookies(true);
        var secure = new TreeSet<>(ALWAYS);
        secure.add("Secure");
        // Until the browser is closed, and with no Domain, so that a neighbouring host cannot put one in its place.
        told("__Host-holdfast-staff=d1.secret", secure, (request, value) -> cookies.setSignedIn(request, value));
        secure.add("Max-Age=900");
        told("__Host-holdfast-signing-in=d1.secret", secure, cookies::setSigningIn);
        secure.remove("Max-Age=900");
        secure.add("Max-Age=0");
        told("__Host-holdfast-staff=", secure, (request, _) -> cookies.forgetSignedIn(request));
    }

    @Test
    void onThisComputerTheyDoWithoutWhatNeedsHttps() {
        var cookies = new StaffCookies(false);
        told("holdfast-staff=d1.secret", ALWAYS, cookies::setSignedIn);
    }

    private void told(String pair, Set<String> attributes, BiConsumer<HttpServerRequest, String> sets) {
        var server = Await.get(vertx.createHttpServer()
                .requestHandler(request -> {
                    sets.accept(request, "d1.secret");
                    request.response().end();
                })
                .listen(0, "127.0.0.1"));
        List<String> all = Await.get(vertx.createHttpClient()
                .request(HttpMethod.GET, server.actualPort(), "127.0.0.1", "/")
                .compose(request -> request.send())
                .map(answer -> answer.cookies()));
        assertEquals(1, all.size());
        var parts = new TreeSet<String>();
        for (var part : all.getFirst().split(";")) parts.add(part.strip());
        assertTrue(parts.remove(pair), all::toString);
        parts.removeIf(part -> part.startsWith("Expires="));
        assertEquals(attributes, parts);
        Await.get(server.close());
    }
}
