package org.holdfast.web;

import io.vertx.core.Future;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import org.holdfast.decision.Ids;
import org.holdfast.identity.Devices;
import org.holdfast.identity.Seat;
import org.jspecify.annotations.Nullable;

/// Who a request speaks for: `seat` says which of the browser's cookies counts, since one computer may serve a family.
final class SeatCookies {
    static final Duration KEPT = Duration.ofDays(180);
    private static final String PREFIX = "holdfast-";

    private final Devices devices;
    private final boolean https;

    SeatCookies(Devices devices, boolean https) {
        this.devices = devices;
        this.https = https;
    }

    /// Nothing for whoever is not signed in, whatever the reason.
    Future<@Nullable Seat> seat(HttpServerRequest request) {
        var person = request.getParam("seat");
        if (person == null || !Ids.wellFormed(person)) return Future.succeededFuture(null);
        return ofPerson(request, person);
    }

    Future<@Nullable Seat> ofPerson(HttpServerRequest request, String person) {
        var cookie = request.getCookie(PREFIX + person);
        return cookie == null ? Future.succeededFuture(null) : devices.seat(person, cookie.getValue());
    }

    void set(HttpServerRequest request, String person, String secret) {
        request.response()
                .addCookie(Cookie.cookie(PREFIX + person, secret)
                        .setHttpOnly(true)
                        .setSameSite(CookieSameSite.STRICT)
                        .setSecure(https)
                        .setPath("/")
                        .setMaxAge(KEPT.toSeconds()));
    }
}
