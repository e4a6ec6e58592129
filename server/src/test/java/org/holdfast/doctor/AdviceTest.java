package org.holdfast.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.holdfast.doctor.Findings.Candidate;
import org.holdfast.doctor.Findings.Channel;
import org.holdfast.doctor.Findings.Room;
import org.holdfast.doctor.Sentence.Kind;
import org.holdfast.media.bridges.Look;
import org.holdfast.media.bridges.Look.Refused;
import org.holdfast.media.bridges.Look.Silent;
import org.holdfast.media.bridges.Look.Unwell;
import org.holdfast.media.bridges.Look.Well;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdviceTest {
    private static final URI BRIDGE = URI.create("http://bridge-1:8080");
    private static final String PUBLIC = "20.30.40.50";
    private static final Well WELL = new Well(0.1, false, 0, 0, 1);
    private static final Advice CLINIC = new Advice(Set.of(URI.create("https://meet.example")), Set.of());
    private static final Advice AT_HOME = new Advice(Set.of(), Set.of("ws://10.1.1.2:9090"));
    private static final Channel LAN_HOST = channel("ws://10.1.1.2:9090/colibri-ws/jvb1/r/e");
    private static final Channel OWN_HOST = channel("wss://meet.example/colibri-ws/jvb1/r/e");

    @Test
    void a_bridge_that_people_reach_has_no_fault_and_no_note() {
        var said = CLINIC.on(found(candidate(PUBLIC), OWN_HOST));
        assertEquals(4, said.size());
        assertTrue(said.stream().allMatch(sentence -> sentence.kind() == Kind.GOOD), said.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.5", "192.168.1.5", "100.64.0.9", "169.254.0.9", "127.0.0.1", "fd00::5"})
    void an_address_that_people_at_home_cannot_reach_is_a_fault_and_the_mapping_is_named(String address) {
        var fault = theFault(CLINIC.on(found(candidate(address), OWN_HOST)));
        assertTrue(fault.contains(address), fault);
        assertTrue(fault.contains("static-mappings"), fault);
        assertTrue(fault.contains("UDP 10000"), fault);
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.4", "198.51.100.4", "203.0.113.4", "2001:db8::4"})
    void an_address_copied_from_a_manual_is_a_fault_wherever_people_are(String address) {
        for (var advice : List.of(CLINIC, AT_HOME)) {
            var fault = theFault(advice.on(found(candidate(address), advice == CLINIC ? OWN_HOST : LAN_HOST)));
            assertTrue(fault.contains(address + " port 10000. Such addresses stand in manuals"), fault);
            assertTrue(fault.contains("static-mappings"), fault);
        }
    }

    @Test
    void a_private_address_beside_a_public_one_does_no_harm() {
        var room = new Room(List.of(candidate("10.0.0.5"), candidate(PUBLIC)), OWN_HOST);
        assertEquals(0, faults(CLINIC.on(new Findings(BRIDGE, WELL, "2.3", room))));
    }

    @Test
    void inside_a_network_of_ones_own_a_private_address_will_do_and_its_limit_is_said() {
        var said = AT_HOME.on(found(candidate("10.1.1.2"), LAN_HOST));
        assertEquals(0, faults(said));
        assertTrue(said.stream()
                .anyMatch(sentence ->
                        sentence.kind() == Kind.NOTE && sentence.text().contains("For people at home")));
    }

    @Test
    void this_computers_own_address_will_never_do() {
        assertEquals(1, faults(AT_HOME.on(found(candidate("127.0.0.1"), channel("ws://10.1.1.2:9090/x")))));
    }

    @Test
    void a_port_that_answers_nothing_is_named_with_its_protocol() {
        var silent = new Candidate(PUBLIC, 10_000, false);
        var said = CLINIC.on(found(silent, OWN_HOST));
        assertTrue(
                said.stream().anyMatch(sentence -> sentence.text().contains("open UDP 10000 to the bridge, not TCP")));
    }

    @Test
    void another_port_than_the_usual_one_is_named() {
        var said = CLINIC.on(found(new Candidate(PUBLIC, 20_000, true), OWN_HOST));
        assertTrue(said.stream().anyMatch(sentence -> sentence.text().contains("20000, not 10000")));
    }

    @Test
    void without_a_channel_pages_would_get_no_picture() {
        var fault = theFault(CLINIC.on(found(candidate(PUBLIC), null)));
        assertTrue(fault.contains("videobridge.websockets.enabled"), fault);
    }

    @Test
    void a_channel_where_pages_may_not_go_is_a_fault_until_it_is_named() {
        var elsewhere = channel("wss://bridge-1.example/colibri-ws/jvb1/r/e");
        var fault = theFault(CLINIC.on(found(candidate(PUBLIC), elsewhere)));
        assertTrue(fault.contains("HOLDFAST_BRIDGE_CHANNELS"), fault);
        var named = new Advice(Set.of(URI.create("https://meet.example")), Set.of("wss://bridge-1.example"));
        assertEquals(0, faults(named.on(found(candidate(PUBLIC), elsewhere))));
    }

    @Test
    void a_channel_at_the_pages_own_host_may_name_the_port_that_goes_without_saying() {
        assertEquals(
                0, faults(CLINIC.on(found(candidate(PUBLIC), channel("wss://Meet.example:443/colibri-ws/j/r/e")))));
        theFault(CLINIC.on(found(candidate(PUBLIC), channel("wss://meet.example:8443/colibri-ws/j/r/e"))));
    }

    @Test
    void an_open_channel_is_no_use_to_an_encrypted_page() {
        var fault = theFault(CLINIC.on(found(candidate(PUBLIC), channel("ws://meet.example/colibri-ws/j/r/e"))));
        assertTrue(fault.contains("tls = true"), fault);
    }

    @Test
    void a_channel_that_does_not_open_points_at_the_proxy() {
        var shut = new Channel(URI.create("wss://meet.example/colibri-ws/jvb1/r/e"), false);
        assertTrue(theFault(CLINIC.on(found(candidate(PUBLIC), shut))).contains("/colibri-ws/"));
    }

    @Test
    void a_bridge_that_is_not_there_or_not_well_gets_one_fault_that_says_what_to_do() {
        for (Look look : List.of(new Refused(), new Silent(), new Unwell())) {
            theFault(CLINIC.on(new Findings(BRIDGE, look, null, null)));
        }
        var silent = theFault(CLINIC.on(new Findings(BRIDGE, new Silent(), null, null)));
        assertTrue(silent.contains("TCP 8080"), silent);
    }

    @Test
    void a_bridge_that_gives_no_room_is_at_fault() {
        theFault(CLINIC.on(new Findings(BRIDGE, WELL, "2.3", null)));
    }

    @Test
    void a_bridge_that_drains_says_so() {
        var leaving = new Findings(
                BRIDGE, new Well(0.1, true, 0, 0, 1), "2.3", new Room(List.of(candidate(PUBLIC)), OWN_HOST));
        assertTrue(
                CLINIC.on(leaving).stream().anyMatch(sentence -> sentence.text().contains("no new sessions")));
    }

    private static Findings found(Candidate candidate, @Nullable Channel channel) {
        return new Findings(BRIDGE, WELL, "2.3", new Room(List.of(candidate), channel));
    }

    private static Candidate candidate(String address) {
        return new Candidate(address, 10_000, true);
    }

    private static Channel channel(String address) {
        return new Channel(URI.create(address), true);
    }

    private static long faults(List<Sentence> said) {
        return said.stream().filter(sentence -> sentence.kind() == Kind.FAULT).count();
    }

    private static String theFault(List<Sentence> said) {
        assertEquals(1, faults(said), said.toString());
        return said.stream()
                .filter(sentence -> sentence.kind() == Kind.FAULT)
                .findFirst()
                .orElseThrow()
                .text();
    }
}
