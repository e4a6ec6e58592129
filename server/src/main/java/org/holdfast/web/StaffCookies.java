package org.holdfast.web;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import org.holdfast.identity.staff.SigningIn;
import org.jspecify.annotations.Nullable;

/// The two cookies of staff who have accounts. They come along when a browser returns from the provider's page, but not
/// with what another site's page sends; what changes anything is looked at by its Origin besides.
final class StaffCookies {
    private final String signedIn;
    private final String signingIn;
    private final boolean https;

    StaffCookies(boolean https) {
        this.https = https;
        var prefix = ofThisHost(https);
        this.signedIn = prefix + "holdfast-staff";
        this.signingIn = prefix + "holdfast-signing-in";
    }

    /// With this before its name a browser takes a cookie from this very host alone, over https: a page on a
    /// neighbouring
    /// host cannot put one of its own in its place.
    static String ofThisHost(boolean https) {
        return https ? "__Host-" : "";
    }

    @Nullable
    String signedIn(HttpServerRequest request) {
        return value(request, signedIn);
    }

    @Nullable
    String signingIn(HttpServerRequest request) {
        return value(request, signingIn);
    }

    /// Until the browser is closed; how long it opens anything is not for the browser to say.
    void setSignedIn(HttpServerRequest request, String value) {
        request.response().addCookie(cookie(signedIn, value));
    }

    void setSigningIn(HttpServerRequest request, String value) {
        request.response().addCookie(cookie(signingIn, value).setMaxAge(SigningIn.WITHIN.toSeconds()));
    }

    void forgetSignedIn(HttpServerRequest request) {
        request.response().addCookie(cookie(signedIn, "").setMaxAge(0));
    }

    private Cookie cookie(String name, String value) {
        return Cookie.cookie(name, value)
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.LAX)
                .setSecure(https)
                .setPath("/");
    }

    private static @Nullable String value(HttpServerRequest request, String name) {
        var cookie = request.getCookie(name);
        return cookie == null ? null : cookie.getValue();
    }
}
