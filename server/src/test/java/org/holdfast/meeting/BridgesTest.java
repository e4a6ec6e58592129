package org.holdfast.meeting;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Set;
import org.holdfast.MediaSettings;
import org.holdfast.media.testbridge.TestBridge;
import org.holdfast.testing.Await;
import org.holdfast.testing.RedisExtension;
import org.holdfast.testing.TestRedis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What a server tells machines and browsers of the bridges that it has.
@ExtendWith(RedisExtension.class)
class BridgesTest {
    private final Vertx vertx = Vertx.vertx();
    private final HttpClient http = HttpClient.newHttpClient();
    private TestBridge bridge;
    private Clinic clinic;
    private String address;

    @BeforeEach
    void start(TestRedis redis) {
        bridge = Await.get(TestBridge.start(vertx));
        clinic = new Clinic(redis);
        clinic.media = new MediaSettings(List.of(bridge.address()), Set.of("wss://bridge-1.example"), List.of(), null);
        address = clinic.start().address();
    }

    @AfterEach
    void close() {
        clinic.close();
        http.close();
        Await.get(vertx.close());
    }

    @Test
    void a_server_whose_bridge_is_gone_says_so_to_whoever_watches_it() {
        Await.until(() -> ready().body().contains("\"bridges\":\"up\""));
        Await.get(bridge.die());
        Await.until(() -> ready().body().contains("\"bridges\":\"degraded\""));
        Await.get(bridge.comeBack());
        Await.until(() -> ready().body().contains("\"bridges\":\"up\""));
    }

    @Test
    void a_page_may_open_a_channel_to_a_bridge_at_another_address() {
        var policy = ready().headers().firstValue("content-security-policy").orElseThrow();
        assertTrue(policy.matches(".*connect-src 'self'[^;]* wss://bridge-1\\.example;.*"), policy);
    }

    private HttpResponse<String> ready() {
        var request =
                HttpRequest.newBuilder(URI.create(address + "/health/ready")).build();
        return http.sendAsync(request, BodyHandlers.ofString()).join();
    }
}
