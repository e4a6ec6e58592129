package org.holdfast.media.testbridge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/// One person's end at the bridge, as far as a focus can change it.
public final class Endpoint {
    private final String id;
    private final String channelPassword = Dice.letters(24);
    private String ufrag = Dice.letters(14);
    private String pwd = Dice.letters(26);
    private boolean iceConnected;
    private boolean audioMuted;
    private boolean videoMuted;
    private @Nullable JsonNode remote;
    private ArrayNode sources = JsonNodeFactory.instance.arrayNode();

    Endpoint(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    public boolean audioMuted() {
        return audioMuted;
    }

    public boolean videoMuted() {
        return videoMuted;
    }

    /// What the page answered with, once the focus has passed it on.
    public @Nullable JsonNode remote() {
        return remote;
    }

    public ArrayNode sources() {
        return sources.deepCopy();
    }

    public String ufrag() {
        return ufrag;
    }

    String channelPassword() {
        return channelPassword;
    }

    void connect() {
        iceConnected = true;
    }

    void mute(JsonNode which) {
        audioMuted = which.path("audio").asBoolean(audioMuted);
        videoMuted = which.path("video").asBoolean(videoMuted);
    }

    void remote(JsonNode transport) {
        remote = transport;
    }

    void sources(ArrayNode now) {
        sources = now.deepCopy();
    }

    /// @return whether there is a transport to tell of: one whose ICE never connected keeps what it has
    boolean restartIce() {
        if (!iceConnected) return false;
        ufrag = Dice.letters(14);
        pwd = Dice.letters(26);
        return true;
    }

    ObjectNode transport(ArrayNode candidates, @Nullable String channel) {
        var transport = JsonNodeFactory.instance
                .objectNode()
                .put("xmlns", "urn:xmpp:jingle:transports:ice-udp:1")
                .put("pwd", pwd)
                .put("ufrag", ufrag);
        transport
                .putArray("fingerprints")
                .addObject()
                .put("fingerprint", Dice.FINGERPRINT)
                .put("setup", "actpass")
                .put("hash", "sha-256");
        transport.set("candidates", candidates);
        if (channel != null) transport.putArray("web-sockets").add(channel + "/" + id + "?pwd=" + channelPassword);
        return transport.put("rtcp-mux", true);
    }
}
