package org.holdfast.web;

import io.vertx.core.json.JsonObject;
import java.util.SortedMap;
import java.util.TreeMap;

/// Whether people may be sent to this node, and what it lacks.
///
/// A node without a usable bridge stays ready: people come in, see who is there, are told that sound and pictures are
/// away, and get them as soon as a bridge is back. Taking the node out of service would end the meeting for everybody,
/// and the next node has the same bridges.
public record Readiness(SortedMap<String, Part> parts) {
    public enum Part {
        UP,
        /// Less than there should be; people are served all the same.
        DEGRADED,
        /// Without it this node may serve nobody.
        DOWN
    }

    public Readiness {
        parts = new TreeMap<>(parts);
    }

    boolean ready() {
        return !parts.containsValue(Part.DOWN);
    }

    JsonObject json() {
        var worst = parts.values().stream().max(Enum::compareTo).orElse(Part.UP);
        var each = new JsonObject();
        parts.forEach((name, part) -> each.put(name, word(part)));
        return new JsonObject().put("status", word(worst)).put("parts", each);
    }

    private static String word(Part part) {
        return switch (part) {
            case UP -> "up";
            case DEGRADED -> "degraded";
            case DOWN -> "down";
        };
    }
}
