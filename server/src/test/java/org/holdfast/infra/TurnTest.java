package org.holdfast.infra;

import static org.holdfast.infra.TurnGuest.FORBIDDEN;
import static org.holdfast.infra.TurnGuest.OK;
import static org.holdfast.infra.TurnGuest.UNAUTHORIZED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.holdfast.infra.Started.Refusal;
import org.holdfast.media.ice.IceServers;
import org.holdfast.session.EndpointId;
import org.holdfast.testing.Await;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// coturn as `infra/turn/start` starts it, with passes that the server makes: through to the bridges and nowhere else.
@Timeout(60)
class TurnTest {
    private static final String SECRET = "5c1d0f4be7a29386f0d1c2b3a4958677";
    private static final String BRIDGE = "10.203.7.9";
    private static final String BRIDGE_V6 = "2a00:1450:4001::9";
    private static final InstantSource NOW = Clock.systemUTC();
    private static final AtomicInteger GUESTS = new AtomicInteger();
    private static final int EACH = 12;
    private static final int QUOTA_REACHED = 486;
    private static final Infra INFRA = Infra.here();
    private static final Path START = INFRA.path("turn/start");

    /// Every range that is no single computer in the internet (RFC 6890, IANA's registries).
    private static final List<String> RESERVED = List.of(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            "::/128",
            "::1/128",
            "::ffff:0:0/96",
            "64:ff9b::/96",
            "64:ff9b:1::/48",
            "100::/64",
            "2001::/23",
            "2001:db8::/32",
            "2002::/16",
            "fc00::/7",
            "fe80::/10",
            "fec0::/10",
            "ff00::/8");

    @TempDir
    private static Path folder;

    private static Started coturn;
    private static int port;

    @BeforeAll
    static void start() throws Exception {
        var key = List.of("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes");
        var names = List.of("-subj", "/CN=turn.example", "-days", "2");
        var files = List.of("-keyout", folder + "/turn.example.key", "-out", folder + "/turn.example.crt");
        var command = new ArrayList<>(key);
        command.addAll(names);
        command.addAll(files);
        assertEquals(0, new ProcessBuilder(command).start().waitFor());
        port = twoFreePorts();
        coturn = Started.silently(START, environment());
        Await.until(TurnTest::answers);
    }

    /// For plain TURN and, one further, for TLS. From below those that the system hands to whoever connects somewhere:
    /// one that is free there is free still when coturn gets to it.
    private static int twoFreePorts() {
        var random = new Random();
        for (; ; ) {
            var port = random.nextInt(10_240, 32_000);
            if (free(port) && free(port + 1)) return port;
        }
    }

    private static boolean free(int port) {
        try (var udp = new DatagramSocket(port);
                var tcp = new ServerSocket(port)) {
            return udp.isBound() && tcp.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    private static boolean answers() {
        try (var guest = guest(SECRET, NOW)) {
            return guest.allocate(4) == OK;
        } catch (IOException silent) {
            return false;
        }
    }

    @AfterAll
    static void stop() {
        coturn.close();
    }

    private static Map<String, String> environment() {
        var environment = new HashMap<String, String>();
        environment.put("HOLDFAST_TURN_HOST", "turn.example");
        environment.put("HOLDFAST_TURN_SECRET", SECRET);
        environment.put("HOLDFAST_TURN_PEERS", BRIDGE + "," + BRIDGE_V6);
        environment.put("HOLDFAST_TURN_CERTS", folder.toString());
        environment.put("HOLDFAST_TURN_LISTEN", "127.0.0.1,::1");
        environment.put("HOLDFAST_TURN_PORT", String.valueOf(port));
        environment.put("HOLDFAST_TURN_TLS_PORT", String.valueOf(port + 1));
        environment.put("HOLDFAST_TURN_RUN", folder.resolve("run").toString());
        return environment;
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 16})
    void a_pass_of_the_server_lets_through_to_a_bridge(int family) throws IOException {
        try (var guest = guest(SECRET, NOW)) {
            assertEquals(OK, guest.allocate(family));
            assertEquals(OK, guest.permit(AddressRange.bytes(family == 4 ? BRIDGE : BRIDGE_V6)));
        }
    }

    @Test
    void a_pass_under_another_secret_or_under_none_lets_nobody_in() throws IOException {
        for (var secret : List.of("another-secret-of-the-same-length", " ")) {
            try (var guest = guest(secret, NOW)) {
                assertEquals(UNAUTHORIZED, guest.allocate(4));
            }
        }
    }

    @Test
    void a_pass_of_yesterday_lets_nobody_in() throws IOException {
        try (var guest = guest(SECRET, () -> NOW.instant().minus(Duration.ofDays(1)))) {
            assertEquals(UNAUTHORIZED, guest.allocate(4));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.0.0.1",
                "10.0.0.1",
                "10.203.7.8",
                "100.64.0.1",
                "127.0.0.1",
                "127.1.2.3",
                "169.254.169.254",
                "172.17.0.1",
                "192.168.1.1",
                "224.0.0.251",
                "255.255.255.255",
                "20.30.40.50",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:0.0.0.0",
                "::ffff:10.0.0.1",
                "::ffff:169.254.169.254",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "fc00::1",
                "fd12::1",
                "fe80::1",
                "ff02::1",
                "2a00:1450:4001::8"
            })
    void nobody_is_let_through_to_anything_but_a_bridge(String address) throws IOException {
        var bytes = AddressRange.bytes(address);
        try (var guest = guest(SECRET, NOW)) {
            assertEquals(OK, guest.allocate(bytes.length));
            assertEquals(FORBIDDEN, guest.permit(bytes));
        }
    }

    static List<String> reserved() {
        return RESERVED;
    }

    @ParameterizedTest
    @MethodSource("reserved")
    void each_reserved_range_is_denied_by_itself(String range) {
        var denied = INFRA.text("turn/turnserver.conf")
                .lines()
                .filter(line -> line.startsWith("denied-peer-ip="))
                .map(line -> AddressRange.between(line.substring("denied-peer-ip=".length())))
                .filter(each -> !each.isEverything());
        assertTrue(denied.anyMatch(each -> each.holds(AddressRange.cidr(range))), range);
    }

    @Test
    void the_secret_is_nowhere_that_others_can_read() throws IOException {
        assertFalse(coturn.commandLine().contains(SECRET));
        var kept = folder.resolve("run/turnserver.conf");
        assertEquals("rw-------", permissions(kept));
        assertTrue(Files.readString(kept).contains(SECRET));
        var environment = Files.readString(Path.of("/proc/" + coturn.process().pid() + "/environ"));
        assertFalse(environment.contains(SECRET));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HOLDFAST_TURN_SECRET", "HOLDFAST_TURN_PEERS", "HOLDFAST_TURN_HOST"})
    void without_a_secret_a_name_or_a_bridge_it_does_not_start(String name) {
        var environment = environment();
        environment.put(name, "");
        assertRefused(name, Started.refusal(START, environment));
    }

    @Test
    void a_short_secret_or_a_range_of_peers_is_refused() {
        var environment = environment();
        environment.put("HOLDFAST_TURN_SECRET", "north");
        assertRefused("HOLDFAST_TURN_SECRET", Started.refusal(START, environment));
        environment.put("HOLDFAST_TURN_SECRET", SECRET);
        environment.put("HOLDFAST_TURN_PEERS", "10.0.0.0-10.255.255.255");
        assertRefused("HOLDFAST_TURN_PEERS", Started.refusal(START, environment));
    }

    private static void assertRefused(String name, Refusal refusal) {
        assertNotEquals(0, refusal.code());
        assertTrue(refusal.said().contains(name), refusal.said());
    }

    @Test
    void one_person_does_not_take_the_relays_of_all() throws IOException {
        var endpoint = new EndpointId("greedy");
        var now = NOW.instant();
        var guests = new ArrayList<TurnGuest>();
        var got = new ArrayList<Integer>();
        try {
            for (var i = 0; i <= EACH; i++) {
                guests.add(guest(endpoint, SECRET, () -> now));
                got.add(guests.getLast().allocate(4));
            }
        } finally {
            guests.forEach(TurnGuest::close);
        }
        assertEquals(
                List.of(QUOTA_REACHED), got.stream().filter(code -> code != OK).toList());
    }

    private static TurnGuest guest(String secret, InstantSource clock) throws IOException {
        return guest(new EndpointId("e" + GUESTS.incrementAndGet()), secret, clock);
    }

    private static TurnGuest guest(EndpointId endpoint, String secret, InstantSource clock) throws IOException {
        var servers = new IceServers(List.of("turn:turn.example:3478"), secret, clock);
        var pass = servers.forEndpoint(endpoint).get(0);
        return new TurnGuest(
                "127.0.0.1",
                port,
                pass.get("username").asText(),
                pass.get("credential").asText());
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
