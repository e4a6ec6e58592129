package org.holdfast.web;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What every answer tells the browser not to do: run foreign code, be framed, be indexed, say where it came from.
final class SecurityHeaders implements Handler<RoutingContext> {
    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9.\\-]{1,253}(:[0-9]{1,5})?|\\[[0-9a-fA-F:]+](:[0-9]{1,5})?");

    /// `self` covers sockets in today's browsers; the phones that stopped getting updates need them spelled out.
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data: blob:; media-src 'self' blob: mediastream:; font-src 'self'; "
            + "connect-src 'self'%s; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

    private static final String PERMISSIONS = "camera=(self), microphone=(self), screen-wake-lock=(self), "
            + "speaker-selection=(self), autoplay=(self), display-capture=(self), geolocation=(), payment=(), usb=(), "
            + "serial=(), midi=(), browsing-topics=()";

    private final boolean https;
    private final String channels;

    /// @param channels of bridges that are reached at another origin than the pages
    SecurityHeaders(boolean https, Set<String> channels) {
        this.https = https;
        this.channels = channels.stream().sorted().map(channel -> " " + channel).collect(Collectors.joining());
    }

    @Override
    public void handle(RoutingContext context) {
        var headers = context.response().headers();
        headers.set("content-security-policy", POLICY.formatted(sockets(context.request()) + channels));
        headers.set("permissions-policy", PERMISSIONS);
        headers.set("referrer-policy", "no-referrer");
        headers.set("x-robots-tag", "noindex, nofollow");
        headers.set("x-content-type-options", "nosniff");
        headers.set("x-frame-options", "DENY");
        headers.set("cross-origin-opener-policy", "same-origin");
        headers.set("cross-origin-resource-policy", "same-origin");
        if (https) headers.set("strict-transport-security", "max-age=31536000");
        context.next();
    }

    private String sockets(HttpServerRequest request) {
        var host = request.getHeader("host");
        if (host == null || !HOST.matcher(host).matches()) return "";
        return https ? " wss://" + host : " ws://" + host + " wss://" + host;
    }
}
