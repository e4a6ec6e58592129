package org.holdfast.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocketHandshakeException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.holdfast.testing.RedisExtension;
import org.holdfast.testing.TestRedis;
import org.holdfast.web.Origins;
import org.holdfast.web.WebContract;
import org.holdfast.web.WebContract.Route;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What another site's page can make the browser of somebody who is signed in here do: nothing. A change asks for an
/// Origin of ours, which no page can forge, and for JSON, which no form can send.
@ExtendWith(RedisExtension.class)
class ForeignPagesTest {
    private static final String PRODUCTION = "https://meet.example";
    private static final List<Route> CHANGES = WebContract.routes().stream()
            .filter(route -> !route.method().equals("get"))
            .toList();

    private Clinic clinic;

    @BeforeEach
    void open(TestRedis redis) {
        clinic = Clinic.open(redis);
    }

    @AfterEach
    void close() {
        clinic.close();
    }

    /// As pages of other sites send them, and as nobody's page does: "" is none at all.
    private static Stream<String> foreignTo(String origin) {
        var here = URI.create(origin);
        var other = here.getScheme().equals("https") ? "http" : "https";
        return Stream.of(
                "",
                "null",
                "https://elsewhere.example",
                other + "://" + here.getAuthority(),
                here.getScheme() + "://" + here.getHost() + ":1",
                here.getScheme() + "://evil." + here.getAuthority(),
                origin + ".evil.example",
                origin + "/",
                origin + " https://elsewhere.example",
                origin.toUpperCase(Locale.ROOT));
    }

    @Test
    void nothing_is_changed_for_a_foreign_page() throws Exception {
        var dana = clinic.browserOf("Dana W.");
        var server = clinic.first().address();
        assertTrue(CHANGES.size() > 20);
        for (var route : CHANGES) {
            for (var origin : foreignTo(server).toList()) {
                var answer = send(dana, server, route, origin, "application/json");
                assertEquals(403, answer.statusCode(), route.operation() + " from " + origin);
                assertTrue(answer.body().contains("foreign-origin"), answer.body());
            }
        }
    }

    @Test
    void nothing_is_changed_by_what_a_form_can_send() throws Exception {
        var dana = clinic.browserOf("Dana W.");
        var server = clinic.first().address();
        for (var route : CHANGES) {
            for (var type : List.of("text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "")) {
                var answer = send(dana, server, route, server, type);
                assertEquals(415, answer.statusCode(), route.operation() + " as " + type);
            }
        }
    }

    private HttpResponse<String> send(Browser browser, String server, Route route, String origin, String type)
            throws Exception {
        var path = Arrays.stream(route.path().split("/"))
                .map(part -> part.equals("{session}") ? clinic.session() : part.startsWith("{") ? "p-sam" : part)
                .reduce((one, next) -> one + "/" + next)
                .orElseThrow();
        var request = HttpRequest.newBuilder(URI.create(server + "/api/v1" + path + "?seat=" + browser.seat()))
                .header("cookie", browser.cookieHeader())
                .method(route.method().toUpperCase(Locale.ROOT), BodyPublishers.ofString("{}"));
        if (!origin.isEmpty()) request.header("origin", origin);
        if (!type.isEmpty()) request.header("content-type", type);
        return Browser.CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    @Test
    void no_socket_opens_for_a_foreign_page() {
        var dana = clinic.browserOf("Dana W.");
        foreignTo(clinic.first().address()).forEach(origin -> assertEquals(403, upgrade(dana, origin), origin));
        dana.open(clinic.session()).welcome("console");
    }

    @Test
    void nor_in_production_where_only_the_clinics_own_address_is_ours() {
        clinic.origins = Origins.of(Set.of(PRODUCTION));
        var dana = new Browser(clinic.start().address());
        assertEquals(200, dana.tryExchange(clinic.token("Dana W."), PRODUCTION).statusCode());
        dana.seat("p-dana");
        foreignTo(PRODUCTION).forEach(origin -> assertEquals(403, upgrade(dana, origin), origin));
        assertEquals(403, upgrade(dana, clinic.first().address()));
        dana.open(clinic.session(), PRODUCTION, true).welcome("console");
    }

    private int upgrade(Browser browser, String origin) {
        var thrown =
                assertThrows(CompletionException.class, () -> browser.open(clinic.session(), origin, true), origin);
        return assertInstanceOf(WebSocketHandshakeException.class, thrown.getCause())
                .getResponse()
                .statusCode();
    }
}
