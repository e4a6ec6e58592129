package org.holdfast.media.jitsi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.holdfast.media.jitsi.BridgeTransport.Candidate;
import org.holdfast.media.jitsi.Colibri.Allocated;
import org.holdfast.media.jitsi.Source.Kind;
import org.holdfast.media.jitsi.Transport.Fingerprint;
import org.holdfast.session.EndpointId;
import org.jspecify.annotations.Nullable;

/// What a bridge answers, read for what is used of it; whatever else it says is passed over.
final class Told {
    private static final Pattern CHANNEL = Pattern.compile("wss?://\\S{1,500}");

    private Told() {}

    /// @return absent where the answer names no transport for it
    static @Nullable Allocated allocated(JsonNode answer, EndpointId endpoint) {
        for (var one : list(answer.path("endpoints"))) {
            if (!one.path("id").asText().equals(endpoint.value())) continue;
            var line = one.path("transport").path("transport");
            var transport = transport(line);
            if (transport != null) return new Allocated(transport, channel(line), feedback(answer));
        }
        return null;
    }

    private static List<Source> feedback(JsonNode answer) {
        var all = new ArrayList<Source>();
        for (var one : list(answer.path("sources"))) {
            var kind = one.path("type").asText().equals(Kind.AUDIO.medium()) ? Kind.AUDIO : Kind.CAMERA;
            var ssrcs = list(one.path("sources")).stream()
                    .map(source -> source.path("ssrc").asLong())
                    .toList();
            all.add(new Source(one.path("id").asText(), kind, ssrcs, List.of()));
        }
        return all;
    }

    private static @Nullable BridgeTransport transport(JsonNode line) {
        var fingerprints = new ArrayList<Fingerprint>();
        for (var one : list(line.path("fingerprints"))) {
            fingerprints.add(new Fingerprint(
                    one.path("hash").asText(),
                    one.path("fingerprint").asText(),
                    one.path("setup").asText()));
        }
        var ufrag = line.path("ufrag").asText();
        var pwd = line.path("pwd").asText();
        if (ufrag.isEmpty() || pwd.isEmpty() || fingerprints.isEmpty()) return null;
        var candidates =
                list(line.path("candidates")).stream().map(Told::candidate).toList();
        return new BridgeTransport(ufrag, pwd, fingerprints, candidates);
    }

    private static Candidate candidate(JsonNode one) {
        return new Candidate(
                one.path("foundation").asText(),
                one.path("component").asText(),
                one.path("protocol").asText(),
                one.path("priority").asText(),
                one.path("ip").asText(),
                one.path("port").asText(),
                one.path("type").asText(),
                textOf(one, "generation"),
                textOf(one, "rel-addr"),
                textOf(one, "rel-port"),
                textOf(one, "tcptype"));
    }

    /// The first that is one: a bridge may name several ways to the same channel.
    private static @Nullable String channel(JsonNode line) {
        for (var url : list(line.path("web-sockets"))) {
            if (CHANNEL.matcher(url.asText()).matches()) return url.asText();
        }
        return null;
    }

    private static @Nullable String textOf(JsonNode node, String name) {
        return node.hasNonNull(name) ? node.path(name).asText() : null;
    }

    private static List<JsonNode> list(JsonNode node) {
        if (!(node instanceof ArrayNode array)) return List.of();
        var all = new ArrayList<JsonNode>(array.size());
        array.forEach(all::add);
        return all;
    }
}
