package org.holdfast.web;

import io.vertx.core.http.HttpServerRequest;

/// `Authorization: Bearer`, with which a program comes instead of a cookie. No page of another site can make a browser
/// send it, so what comes with it and without a cookie is no browser's doing, whatever its Origin.
final class Bearer {
    private static final String HEADER = "authorization";
    private static final String SCHEME = "bearer";

    private Bearer() {}

    static boolean isIn(HttpServerRequest request) {
        return request.headers().getAll(HEADER).stream().anyMatch(Bearer::isOne);
    }

    /// Empty, which is nobody's, when several say who it is.
    static String token(HttpServerRequest request) {
        var said = request.headers().getAll(HEADER);
        return said.size() == 1 ? said.getFirst().substring(SCHEME.length()).strip() : "";
    }

    /// Whether one of our cookies comes along, so that two would say who it is.
    static boolean besideCookie(HttpServerRequest request) {
        return request.cookies().stream().anyMatch(cookie -> cookie.getName().contains(SeatCookies.PREFIX));
    }

    private static boolean isOne(String said) {
        var whole = said.strip();
        return whole.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && (whole.length() == SCHEME.length() || Character.isWhitespace(whole.charAt(SCHEME.length())));
    }
}
