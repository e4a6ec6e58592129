package org.holdfast.web;

import io.vertx.core.Future;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import org.holdfast.decision.Ids;
import org.holdfast.identity.Devices;
import org.holdfast.identity.Kind;
import org.holdfast.identity.Seat;
import org.jspecify.annotations.Nullable;

/// Who a request speaks for: `seat` says which of the browser's cookies counts, since one computer may serve a family.
final class SeatCookies {
    static final Duration KEPT = Duration.ofDays(180);
    static final String PREFIX = "holdfast-";

    private final Devices devices;
    private final @Nullable StaffAccounts accounts;
    private final StaffCookies staff;
    private final boolean https;
    private final String prefix;

    SeatCookies(Devices devices, @Nullable StaffAccounts accounts, StaffCookies staff, boolean https) {
        this.devices = devices;
        this.accounts = accounts;
        this.staff = staff;
        this.https = https;
        this.prefix = StaffCookies.ofThisHost(https) + PREFIX;
    }

    /// Nothing for whoever is not signed in, whatever the reason.
    Future<@Nullable Seat> seat(HttpServerRequest request) {
        var person = request.getParam("seat");
        if (person == null || !Ids.wellFormed(person)) return Future.succeededFuture(null);
        var cookie = accounts == null ? null : staff.signedIn(request);
        if (accounts == null || cookie == null) return ofPerson(request, person);
        return accounts.signIns()
                .of(cookie)
                .compose(who -> who == null || !who.person().equals(person)
                        ? ofPerson(request, person)
                        : Future.succeededFuture(who.seat()));
    }

    Future<@Nullable Seat> ofPerson(HttpServerRequest request, String person) {
        var cookie = request.getCookie(prefix + person);
        if (cookie == null) return Future.succeededFuture(null);
        // Where staff have accounts, a link is not enough to be one of them.
        return devices.seat(person, cookie.getValue())
                .map(seat -> seat != null && accounts != null && seat.kind() == Kind.STAFF ? null : seat);
    }

    /// Whether a link is a way in for such people.
    boolean opensBy(Kind kind) {
        return accounts == null || kind == Kind.PARTICIPANT;
    }

    void set(HttpServerRequest request, String person, String secret) {
        request.response().addCookie(cookie(person, secret, KEPT));
    }

    void forget(HttpServerRequest request, String person) {
        request.response().addCookie(cookie(person, "", Duration.ZERO));
    }

    private Cookie cookie(String person, String value, Duration kept) {
        return Cookie.cookie(prefix + person, value)
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.STRICT)
                .setSecure(https)
                .setPath("/")
                .setMaxAge(kept.toSeconds());
    }
}
