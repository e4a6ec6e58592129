package org.holdfast.media.jitsi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.holdfast.json.Kebab;
import org.holdfast.media.jitsi.BridgeSignal.None;
import org.holdfast.media.jitsi.BridgeSignal.Offer;
import org.holdfast.media.jitsi.BridgeSignal.Refused;
import org.holdfast.media.jitsi.BridgeSignal.Reset;
import org.holdfast.media.jitsi.BridgeSignal.Restarted;
import org.holdfast.media.jitsi.BridgeSignal.Sources;
import org.holdfast.media.jitsi.BridgeTransport.Candidate;
import org.holdfast.session.EndpointId;
import org.jspecify.annotations.Nullable;

/// What pages are told, as the contract has it.
final class PageWriting {
    private PageWriting() {}

    static ObjectNode of(BridgeSignal signal) {
        return switch (signal) {
            case Offer offer -> offer(offer);
            case Sources(var generation, var set, var gone) -> {
                var written = ofKind("sources", generation);
                written.set("set", sources(set));
                var names = written.putArray("gone");
                gone.forEach(endpoint -> names.add(endpoint.value()));
                yield written;
            }
            case Restarted(var generation, var transport) -> {
                var written = ofKind("restarted", generation);
                written.set("transport", transport(transport));
                yield written;
            }
            case Reset _ -> object().put("kind", "reset");
            case None _ -> object().put("kind", "none");
            case Refused(var generation, var why) ->
                ofKind("refused", generation).put("why", Kebab.of(why));
        };
    }

    private static ObjectNode offer(Offer offer) {
        var written = ofKind("offer", offer.generation())
                .put("endpoint", offer.endpoint().value());
        written.set("transport", transport(offer.transport()));
        putIfThere(written, "channel", offer.channel());
        written.set("sources", sources(offer.sources()));
        return written;
    }

    private static ObjectNode transport(BridgeTransport transport) {
        var written = object().put("ufrag", transport.ufrag()).put("pwd", transport.pwd());
        var fingerprints = written.putArray("fingerprints");
        for (var one : transport.fingerprints()) {
            fingerprints
                    .addObject()
                    .put("hash", one.hash())
                    .put("fingerprint", one.fingerprint())
                    .put("setup", one.setup());
        }
        var candidates = written.putArray("candidates");
        transport.candidates().forEach(candidate -> candidates.add(candidate(candidate)));
        return written;
    }

    private static ObjectNode candidate(Candidate candidate) {
        var written = object().put("foundation", candidate.foundation())
                .put("component", candidate.component())
                .put("protocol", candidate.protocol())
                .put("priority", candidate.priority())
                .put("ip", candidate.ip())
                .put("port", candidate.port())
                .put("type", candidate.type());
        putIfThere(written, "generation", candidate.generation());
        putIfThere(written, "rel-addr", candidate.relAddr());
        putIfThere(written, "rel-port", candidate.relPort());
        putIfThere(written, "tcptype", candidate.tcptype());
        return written;
    }

    private static ObjectNode sources(Map<EndpointId, List<Source>> byEndpoint) {
        var written = object();
        byEndpoint.forEach((endpoint, sources) -> {
            var list = written.putArray(endpoint.value());
            sources.forEach(source -> list.add(source(source)));
        });
        return written;
    }

    private static ObjectNode source(Source source) {
        var written = object().put("name", source.name()).put("kind", Kebab.of(source.kind()));
        addAll(written.putArray("ssrcs"), source.ssrcs());
        var groups = written.putArray("groups");
        for (var group : source.groups()) {
            addAll(groups.addObject().put("semantics", group.semantics().name()).putArray("ssrcs"), group.ssrcs());
        }
        return written;
    }

    private static void addAll(ArrayNode array, List<Long> numbers) {
        numbers.forEach(array::add);
    }

    private static void putIfThere(ObjectNode object, String name, @Nullable String value) {
        if (value != null) object.put(name, value);
    }

    private static ObjectNode ofKind(String kind, String generation) {
        return object().put("kind", kind).put("generation", generation);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
