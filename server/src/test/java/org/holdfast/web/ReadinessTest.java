package org.holdfast.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.TreeMap;
import org.holdfast.web.Readiness.Part;
import org.junit.jupiter.api.Test;

class ReadinessTest {
    @Test
    void a_node_without_a_bridge_serves_people_and_says_what_it_lacks() {
        var readiness = of(Map.of("store", Part.UP, "clock", Part.UP, "bridges", Part.DEGRADED));
        assertTrue(readiness.ready());
        assertEquals(
                "{\"status\":\"degraded\",\"parts\":{\"bridges\":\"degraded\",\"clock\":\"up\",\"store\":\"up\"}}",
                readiness.json().encode());
    }

    @Test
    void a_node_without_its_store_serves_nobody() {
        var readiness = of(Map.of("store", Part.DOWN, "clock", Part.UP, "bridges", Part.DEGRADED));
        assertFalse(readiness.ready());
        assertEquals("down", readiness.json().getString("status"));
    }

    private static Readiness of(Map<String, Part> parts) {
        return new Readiness(new TreeMap<>(parts));
    }
}
