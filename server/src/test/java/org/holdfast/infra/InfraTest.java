package org.holdfast.infra;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.holdfast.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a clinic would start: secrets are asked for, nothing is root, no port stands open that need not.
class InfraTest {
    private static final String COMPOSE = "compose.yaml";
    private static final Map<String, String> CLINIC = Map.of(
            "HOLDFAST_VERSION", "0.1.0",
            "HOLDFAST_HOST", "meet.example",
            "HOLDFAST_TURN_HOST", "turn.example",
            "HOLDFAST_KEYCLOAK", "https://id.example/realms/clinic",
            "HOLDFAST_KEYCLOAK_DIRECTORY_SECRET", "9a8b7c6d5e4f30211203f4e5d6c7b8a99a8b7c6d5e4f30211203f4e5d6c7b8a9",
            "HOLDFAST_KEYCLOAK_SECRET", "1d2c3b4a5968778695a4b3c2d1e0ff0e1d2c3b4a5968778695a4b3c2d1e0f00e",
            "HOLDFAST_ADDRESSES", "20.30.40.50,192.168.1.20",
            "HOLDFAST_MASTER_KEY", "q8mJ0dXo3u3m2vE5Yw1Zk7cN4bR6tP9sL0aH8fG2iDk=",
            "HOLDFAST_REDIS_PASSWORD", "0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0",
            "HOLDFAST_TURN_SECRET", "f0e1d2c3b4a5968778695a4b3c2d1e0ff0e1d2c3b4a5968778695a4b3c2d1e0f");

    private final Infra infra = Infra.here();

    @Test
    void what_has_no_default_is_asked_for_and_what_is_secret_always_is() {
        var variables = Infra.variables(infra.text(COMPOSE)).toList();
        var asked = variables.stream().filter(Infra.Variable::refuses).map(Infra.Variable::name);
        var names = asked.collect(Collectors.toSet());
        assertEquals(
                List.of(),
                variables.stream()
                        .filter(variable -> variable.isOpen() && !names.contains(variable.name()))
                        .toList());
        var secret = Pattern.compile("SECRET|PASSWORD|KEY");
        assertEquals(
                List.of(),
                variables.stream()
                        .filter(variable -> secret.matcher(variable.name()).find() && !variable.refuses())
                        .toList());
        assertTrue(names.containsAll(Set.of("HOLDFAST_TURN_SECRET", "HOLDFAST_REDIS_PASSWORD", "HOLDFAST_MASTER_KEY")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"HOLDFAST_TURN_SECRET", "HOLDFAST_REDIS_PASSWORD", "HOLDFAST_MASTER_KEY", "HOLDFAST_ADDRESSES"})
    void an_empty_secret_or_address_stops_the_whole(String name) {
        var settings = new HashMap<>(CLINIC);
        settings.put(name, "");
        assertThrows(IllegalStateException.class, () -> Compose.interpolated(infra.text(COMPOSE), settings));
        assertDoesNotThrow(() -> Compose.interpolated(infra.text(COMPOSE), CLINIC));
    }

    @Test
    void what_is_asked_for_is_written_by_the_preparation() {
        var written = Pattern.compile("(?m)^(HOLDFAST_[A-Z_]+)=")
                .matcher(infra.text("prepare"))
                .results();
        var asked = Infra.variables(infra.text(COMPOSE))
                .filter(Infra.Variable::refuses)
                .map(Infra.Variable::name)
                .collect(Collectors.toSet());
        assertEquals(asked, written.map(match -> match.group(1)).collect(Collectors.toSet()));
    }

    @Test
    void the_server_takes_every_setting_that_it_is_given() {
        var environment = new HashMap<String, String>();
        infra.environment("server")
                .forEach((name, value) -> environment.put(name, Compose.interpolated(value, CLINIC)));
        var config = Config.read(Config.Mode.SERVE, environment, new Config.Arguments(null));
        assertEquals(Set.of("https://meet.example"), config.origins());
        assertEquals(
                List.of("turn:turn.example:3478?transport=udp", "turns:turn.example:443?transport=tcp"),
                config.media().ice());
        assertEquals("http://bridge-1:8080", config.media().bridges().getFirst().toString());
        assertEquals(Set.of(), config.media().channels());
        assertEquals(Set.of(), unknown(environment.keySet()));
    }

    @Test
    void images_stay_what_they_were_when_they_were_tried() {
        var pinned = Pattern.compile("[a-z./-]+:(stable-)?\\d+[\\w.-]*\\d[\\w.-]*");
        for (var service : infra.services().keySet()) {
            var image = Compose.interpolated(infra.service(service).get("image").toString(), CLINIC);
            assertTrue(pinned.matcher(image).matches(), image);
        }
        for (var image : serverImages()) assertTrue(pinned.matcher(image).matches(), image);
    }

    /// Java takes up what was rehearsed only if it is the very same.
    @Test
    void a_start_is_rehearsed_with_the_java_and_the_jar_that_run() {
        assertEquals(1, Set.copyOf(serverImages()).size());
        var file = infra.text("server/Containerfile");
        var rehearsed = line(file, "RUN rehearse ").split(" ");
        var runs = line(file, "ENTRYPOINT ");
        var cache = rehearsed[2];
        var jar = rehearsed[rehearsed.length - 1];
        assertTrue(runs.contains("\"-XX:AOTCache=" + cache + "\""), runs);
        assertTrue(runs.endsWith("\"-jar\", \"" + jar + "\"]"), runs);
        assertEquals("COPY --from=rehearsed " + jar + " " + cache + " /opt/", line(file, "COPY --from=rehearsed "));
    }

    private List<String> serverImages() {
        return Pattern.compile("(?m)^FROM (\\S+)")
                .matcher(infra.text("server/Containerfile"))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static String line(String text, String start) {
        return text.lines().filter(line -> line.startsWith(start)).findFirst().orElseThrow();
    }

    @Test
    void nothing_is_root_and_nothing_can_become_it() {
        for (var service : infra.services().keySet()) {
            // The bridge's image names a user of its own, by name, that only it knows.
            if (!service.equals("bridge-1")) {
                assertTrue(infra.service(service).get("user").toString().matches("[1-9]\\d*:[1-9]\\d*"), service);
                assertEquals(List.of("ALL"), infra.list(service, "cap_drop"), service);
            }
            assertEquals(true, infra.service(service).get("read_only"), service);
            assertTrue(infra.list(service, "security_opt").contains("no-new-privileges:true"), service);
            assertFalse(infra.service(service).containsKey("privileged"), service);
            assertFalse(infra.service(service).containsKey("network_mode"), service);
        }
        var user = infra.text("server/Containerfile").lines().filter(line -> line.startsWith("USER "));
        assertEquals(List.of("USER 65534:65534"), user.toList());
    }

    @Test
    void nobody_but_the_server_reaches_the_record() {
        assertEquals(List.of(), infra.list("redis", "ports"));
        assertEquals(List.of("store"), infra.list("redis", "networks"));
        assertTrue(infra.text(COMPOSE).contains("  store:\n    internal: true\n"));
        for (var service : infra.services().keySet()) {
            if (Set.of("server", "redis").contains(service)) continue;
            assertFalse(infra.service(service).get("networks").toString().contains("store"), service);
        }
    }

    @Test
    void no_secret_stands_on_a_command_line() {
        for (var service : infra.services().keySet()) {
            for (var key : List.of("command", "entrypoint", "healthcheck")) {
                var said = String.valueOf(infra.service(service).get(key));
                assertFalse(said.contains("HOLDFAST"), service + " " + key);
            }
        }
    }

    private Set<String> unknown(Set<String> names) {
        var known = Settled.names(infra.folder().resolveSibling("server/src/main/java"));
        return names.stream().filter(name -> !known.contains(name)).collect(Collectors.toSet());
    }
}
