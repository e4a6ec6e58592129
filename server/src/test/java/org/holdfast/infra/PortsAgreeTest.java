package org.holdfast.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The same port, name or address stands in several files, each in its own language.
class PortsAgreeTest {
    private final Infra infra = Infra.here();

    @ParameterizedTest
    @CsvSource({
        "bridge/jvb.conf, udp\\.port = (\\d+), 10000",
        "bridge/jvb.conf, (?s)private \\{.*?port = (\\d+), 8080",
        "bridge/jvb.conf, (?s)public \\{.*?port = (\\d+), 9090",
        "caddy/pages.caddy, bridge-1:(\\d+), 9090",
        "caddy/pages.caddy, server:(\\d+), 8080",
        "caddy/Caddyfile, https_port (\\d+), 8443",
        "caddy/Caddyfile, servers :(\\d+), 8443",
        "caddy/Caddyfile, http_port (\\d+), 8080",
        "front/haproxy.cfg, bind :(\\d+), 8443",
        "turn/turnserver.conf, (?m)^listening-port=(\\d+), 3478",
        "turn/turnserver.conf, tls-listening-port=(\\d+), 5349",
        "server/healthy, MANAGEMENT_PORT:-(\\d+), 8081",
        "server/Containerfile, EXPOSE (\\d+), 8080",
    })
    void each_file_says_the_port_that_the_others_go_to(String file, String where, String port) {
        var found = Pattern.compile(where).matcher(infra.text(file)).results();
        assertEquals(List.of(port), found.map(match -> match.group(1)).toList());
    }

    @Test
    void only_what_people_need_is_published() {
        assertEquals(List.of("443:8443/tcp"), infra.list("front", "ports"));
        assertEquals(List.of("80:8080/tcp"), infra.list("caddy", "ports"));
        assertEquals(List.of("10000:10000/udp"), infra.list("bridge-1", "ports"));
        assertEquals(List.of("3478:3478/udp"), infra.list("turn", "ports"));
        assertEquals(List.of(), infra.list("server", "ports"));
        assertEquals("10000", infra.environment("bridge-1").get("JVB_PORT"));
        assertEquals("caddy:8443", infra.environment("front").get("HOLDFAST_FRONT_PAGES"));
        assertEquals("turn:5349", infra.environment("front").get("HOLDFAST_FRONT_TURN"));
        assertTrue(infra.environment("server").get("HOLDFAST_BRIDGES").contains("bridge-1:8080"));
    }

    @Test
    void the_readme_lists_every_port_and_whom_it_is_for() {
        var readme = infra.text("README.md");
        var turn = infra.text("turn/turnserver.conf");
        var relay = Pattern.compile("min-port=(\\d+)\\s+max-port=(\\d+)").matcher(turn);
        assertTrue(relay.find());
        for (var row : List.of(
                "| 80/tcp | everybody |",
                "| 443/tcp | everybody |",
                "| 10000/udp | everybody |",
                "| 3478/udp | everybody |",
                "| " + relay.group(1) + "–" + relay.group(2) + "/udp | bridges on other machines only |",
                "| 8080/tcp | the server | bridge-1, private | never",
                "| 9090/tcp | caddy |",
                "| 8081/tcp | your monitoring |",
                "| 6379/tcp | the server |")) {
            assertTrue(readme.contains(row), row);
        }
    }

    @Test
    void a_bridge_has_one_name_and_one_path() {
        var bridge = infra.environment("bridge-1").get("HOLDFAST_BRIDGE_ID");
        assertTrue(infra.text("caddy/pages.caddy").contains("handle /colibri-ws/" + bridge + "/*"));
        assertTrue(infra.text("bridge/jvb.conf").contains("server-id = ${HOLDFAST_BRIDGE_ID}"));
        assertTrue(infra.list("bridge-1", "volumes").contains("./bridge/jvb.conf:/config/custom-jvb.conf:ro"));
    }

    @Test
    void whoever_is_trusted_by_address_has_that_address() {
        assertTrue(infra.text("caddy/Caddyfile").contains("allow " + address("front") + "/32"));
        assertEquals(address("turn"), infra.environment("turn").get("HOLDFAST_TURN_LISTEN"));
        assertTrue(infra.environment("turn").get("HOLDFAST_TURN_PEERS").contains(address("bridge-1") + ","));
        assertTrue(infra.text("README.md").contains("`" + address("bridge-1") + "`"));
    }

    @Test
    void the_bridge_takes_no_orders_but_the_servers_and_names_every_address() {
        var conf = infra.text("bridge/jvb.conf");
        for (var line : List.of(
                "rest.enabled = true",
                "xmpp-client.configs = {}",
                "advertise-private-candidates = true",
                "stun.enabled = false",
                "debug.enabled = false",
                "redact-remote-addresses = true",
                "host = 127.0.0.1")) {
            assertTrue(conf.contains(line), line);
        }
        var environment = infra.environment("bridge-1");
        assertEquals("true", environment.get("COLIBRI_REST_ENABLED"));
        assertEquals("1", environment.get("JVB_DISABLE_XMPP"));
        assertEquals("true", environment.get("JVB_ADVERTISE_PRIVATE_CANDIDATES"));
        assertTrue(environment.get("JVB_ADVERTISE_IPS").startsWith("${HOLDFAST_ADDRESSES:?"));
    }

    private String address(String service) {
        var text = infra.service(service).get("networks").toString();
        var found = Pattern.compile("ipv4_address=([\\d.]+)").matcher(text);
        assertTrue(found.find(), text);
        return found.group(1);
    }
}
