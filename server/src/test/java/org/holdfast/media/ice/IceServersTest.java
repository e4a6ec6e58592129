package org.holdfast.media.ice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.holdfast.session.EndpointId;
import org.holdfast.testing.ManualClock;
import org.junit.jupiter.api.Test;

class IceServersTest {
    private static final String SECRET = "a secret of two servers";
    private static final EndpointId SAM = new EndpointId("e0000001");

    private final IceServers servers = new IceServers(
            List.of("stun:turn.example:3478", "turns:turn.example:443?transport=tcp"), SECRET, ManualClock.atNine());

    /// Computed by openssl: dgst -sha1 -hmac.
    @Test
    void a_pass_is_what_a_turn_server_computes_too() {
        var turn = servers.forEndpoint(SAM).get(1);
        assertEquals("turns:turn.example:443?transport=tcp", turn.path("urls").asText());
        assertEquals("1772470800:e0000001", turn.path("username").asText());
        assertEquals("d8K331YPp1SeJqtYwZrAJ5Q3ghE=", turn.path("credential").asText());
    }

    @Test
    void a_pass_is_of_one_endpoint_alone() {
        assertNotEquals(
                servers.forEndpoint(SAM).get(1).path("credential"),
                servers.forEndpoint(new EndpointId("e0000002")).get(1).path("credential"));
    }

    @Test
    void whoever_only_asks_for_the_own_address_needs_no_pass() {
        var stun = servers.forEndpoint(SAM).get(0);
        assertEquals("stun:turn.example:3478", stun.path("urls").asText());
        assertFalse(stun.has("username"));
    }

    @Test
    void the_secret_itself_is_told_to_nobody() {
        assertFalse(servers.forEndpoint(SAM).toString().contains(SECRET));
    }

    @Test
    void a_server_that_nobody_has_a_pass_for_is_not_named() {
        var without = new IceServers(List.of("turn:turn.example:3478"), null, ManualClock.atNine());
        assertEquals(0, without.forEndpoint(SAM).size());
    }
}
