package org.holdfast.media.ice;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.holdfast.session.EndpointId;
import org.jspecify.annotations.Nullable;

/// The servers that a page is told of, with a pass of its own to those that ask for one.
///
/// A pass is a name that ends by itself and its MAC under a secret that only this server and the TURN server know, as
/// TURN servers in general understand it (draft-uberti-behave-turn-rest); the secret itself never leaves. The MAC is
/// SHA-1 because that is what they compute; forging it would need the secret all the same.
public final class IceServers {
    /// Longer than any session: a page that restarts ICE late in the evening still has the pass it came with.
    static final Duration VALID = Duration.ofHours(8);

    private static final String MAC = "HmacSHA1";

    private final List<String> urls;
    private final @Nullable String secret;
    private final InstantSource clock;

    /// @param urls `stun:`, `turn:` or `turns:`, in the order in which a page shall try them
    /// @param secret absent where no server asks for a pass
    public IceServers(List<String> urls, @Nullable String secret, InstantSource clock) {
        this.urls = List.copyOf(urls);
        this.secret = secret;
        this.clock = clock;
    }

    /// As a browser takes them. No URL is named to whoever has no pass for it.
    public ArrayNode forEndpoint(EndpointId endpoint) {
        var servers = JsonNodeFactory.instance.arrayNode();
        for (var url : urls) {
            if (url.startsWith("stun")) {
                servers.addObject().put("urls", url);
            } else if (secret != null) {
                var name = clock.instant().plus(VALID).getEpochSecond() + ":" + endpoint.value();
                servers.addObject().put("urls", url).put("username", name).put("credential", mac(name, secret));
            }
        }
        return servers;
    }

    private static String mac(String name, String secret) {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), MAC));
            return Base64.getEncoder().encodeToString(mac.doFinal(name.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + MAC, e);
        }
    }
}
