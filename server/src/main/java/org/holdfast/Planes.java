package org.holdfast;

import java.time.InstantSource;
import org.holdfast.live.MediaPlane;
import org.holdfast.media.bridges.BridgePool;
import org.holdfast.media.ice.IceServers;
import org.holdfast.media.jitsi.JitsiPlane;
import org.holdfast.media.peer.PeerPlane;
import org.jspecify.annotations.Nullable;

/// Where there are bridges, everybody's media go through them.
final class Planes {
    private Planes() {}

    static MediaPlane plane(
            MediaSettings settings, @Nullable BridgePool bridges, JitsiPlane.Ground ground, InstantSource clock) {
        var secret = settings.turnSecret();
        var ice = new IceServers(settings.ice(), secret == null ? null : secret.value(), clock);
        return bridges == null
                ? new PeerPlane(ice::forEndpoint, ground.signals())
                : new JitsiPlane(ground, bridges, ice::forEndpoint);
    }
}
