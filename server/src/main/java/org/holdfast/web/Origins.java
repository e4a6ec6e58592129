package org.holdfast.web;

import io.vertx.core.http.HttpServerRequest;
import java.util.LinkedHashSet;
import java.util.Set;

/// Which pages may speak to this server. A browser says truly where a page came from; another site's page can make it
/// send cookies, but not lie about this.
public final class Origins {
    private final Set<String> allowed;

    private Origins(Set<String> allowed) {
        this.allowed = Set.copyOf(allowed);
    }

    public static Origins of(Set<String> origins) {
        return new Origins(origins);
    }

    /// This computer's own names for itself, and any named besides.
    public static Origins loopback(int port, Set<String> others) {
        var origins = new LinkedHashSet<>(others);
        for (var host : new String[] {"127.0.0.1", "localhost", "[::1]"}) origins.add("http://" + host + ":" + port);
        return new Origins(origins);
    }

    /// A request without an Origin does not come from a page that could be foreign in anything a browser lets it do,
    /// but it is also no page of ours: every browser we serve sends it with upgrades and mutations.
    boolean allow(HttpServerRequest request) {
        var origin = request.getHeader("origin");
        return origin != null && allowed.contains(origin);
    }

    boolean https() {
        return allowed.stream().anyMatch(origin -> origin.startsWith("https://"));
    }
}
