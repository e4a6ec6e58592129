package org.holdfast;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.holdfast.Config.Secret;
import org.jspecify.annotations.Nullable;

/// How people's sound and pictures travel.
///
/// @param bridges by their private ports; with none media goes from browser to browser
/// @param channels origins of the bridges' channels that are not the pages' own
/// @param ice what helps a browser to find its way, as a browser names it
/// @param turnSecret what a TURN server and this one share; no browser ever learns it
public record MediaSettings(
        List<URI> bridges,
        Set<String> channels,
        List<String> ice,
        @Nullable Secret turnSecret) {
    /// From browser to browser, on one computer.
    public static final MediaSettings PEER = new MediaSettings(List.of(), Set.of(), List.of(), null);

    private static final int FROM_BROWSER_TO_BROWSER = 8;
    private static final int AT_A_BRIDGE = 40;

    public MediaSettings {
        bridges = List.copyOf(bridges);
        channels = Set.copyOf(channels);
        ice = List.copyOf(ice);
    }

    /// How many people one session can have: more than media from browser to browser carry well, and no more than a
    /// bridge forwards while each page asks only for whom it shows.
    public int roomLimit() {
        return bridges.isEmpty() ? FROM_BROWSER_TO_BROWSER : AT_A_BRIDGE;
    }

    static MediaSettings read(Settings settings) {
        var ice = settings.iceServers("HOLDFAST_ICE");
        var secret = settings.secret("HOLDFAST_TURN_SECRET");
        // A TURN server that turns everybody away looks like a poor network.
        if (secret == null && ice.stream().anyMatch(url -> url.startsWith("turn"))) {
            settings.problem("HOLDFAST_TURN_SECRET is missing: HOLDFAST_ICE names a TURN server, and browsers get "
                    + "passes to it that are made with its static-auth-secret.");
        }
        return new MediaSettings(
                settings.addresses("HOLDFAST_BRIDGES"), settings.channels("HOLDFAST_BRIDGE_CHANNELS"), ice, secret);
    }
}
