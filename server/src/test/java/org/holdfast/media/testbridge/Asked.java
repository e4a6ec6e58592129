package org.holdfast.media.testbridge;

import com.fasterxml.jackson.databind.JsonNode;

/// One request that reached the private side.
public record Asked(String method, String path, JsonNode body) {
    /// Whether it was about conferences, not about how the bridge is.
    public boolean colibri() {
        return path.startsWith("/colibri/v2/");
    }
}
