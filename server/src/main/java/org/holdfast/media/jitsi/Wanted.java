package org.holdfast.media.jitsi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.holdfast.media.jitsi.Colibri.Muted;
import org.holdfast.media.jitsi.Source.SsrcGroup;
import org.holdfast.session.EndpointId;

/// What a bridge is asked for, in its own words (Colibri2).
final class Wanted {
    /// Codecs and extensions under the numbers that the pages' offers use: both ends must mean the same by them.
    private static final int OPUS = 111;

    private static final int VP8 = 100;
    private static final int RTX = 96;
    private static final int AUDIO_LEVEL = 1;
    private static final int SEND_TIME = 3;
    private static final int WIDE_CC = 5;

    private static final String ICE = "urn:xmpp:jingle:transports:ice-udp:1";
    /// A bridge insists on names of the form `x@y`, and does nothing with them.
    private static final String DOMAIN = "@holdfast.invalid";

    private Wanted() {}

    static ObjectNode conference(Call at, ObjectNode endpoint) {
        return endpoint(endpoint)
                .put("meeting-id", at.meeting())
                .put("name", at.meeting() + DOMAIN)
                .put("create", true);
    }

    /// A request about one endpoint, as all must be that create one or set something of it.
    static ObjectNode endpoint(ObjectNode endpoint) {
        var request = object();
        request.putArray("endpoints").add(endpoint);
        return request;
    }

    static ObjectNode allocated(EndpointId id) {
        var endpoint = named(id).put("create", true).put("stats-id", id.value()).put("muc-role", "participant");
        endpoint.putObject("transport").put("ice-controlling", true);
        endpoint.putArray("capabilities").add("source-names");
        endpoint.putArray("medias").add(audio()).add(video());
        return endpoint;
    }

    static ObjectNode answered(EndpointId id, Transport transport, List<Source> sources) {
        var endpoint = sending(id, sources);
        var line = endpoint.putObject("transport")
                .putObject("transport")
                .put("xmlns", ICE)
                .put("ufrag", transport.ufrag())
                .put("pwd", transport.pwd())
                .put("rtcp-mux", true);
        var fingerprints = line.putArray("fingerprints");
        for (var one : transport.fingerprints()) {
            fingerprints
                    .addObject()
                    .put("hash", one.hash())
                    .put("fingerprint", one.fingerprint())
                    .put("setup", one.setup());
        }
        return endpoint;
    }

    static ObjectNode sending(EndpointId id, List<Source> sources) {
        var endpoint = named(id);
        var list = endpoint.putArray("sources");
        sources.forEach(source -> list.add(source(source)));
        return endpoint;
    }

    static ObjectNode restarted(EndpointId id) {
        var endpoint = named(id);
        endpoint.putObject("transport").put("ice-restart", true);
        return endpoint;
    }

    static ObjectNode muted(Map<EndpointId, Muted> muted) {
        var request = object();
        var endpoints = request.putArray("endpoints");
        muted.forEach((id, which) -> {
            var endpoint = named(id);
            endpoint.putObject("force-mute").put("audio", which.audio()).put("video", which.video());
            endpoints.add(endpoint);
        });
        return request;
    }

    static ObjectNode expired(Collection<EndpointId> gone) {
        var request = object();
        var endpoints = request.putArray("endpoints");
        gone.forEach(id -> endpoints.add(named(id).put("expire", true)));
        return request;
    }

    private static ObjectNode source(Source source) {
        var written = object().put("type", source.kind().medium()).put("id", source.name());
        var numbers = written.putArray("sources");
        source.ssrcs().forEach(ssrc -> numbers.addObject().put("ssrc", ssrc).put("name", source.name()));
        var groups = written.putArray("ssrc-groups");
        source.groups().forEach(group -> groups.add(group(group)));
        return written;
    }

    private static ObjectNode group(SsrcGroup group) {
        var written = object().put("semantics", group.semantics().name());
        var numbers = written.putArray("sources");
        group.ssrcs().forEach(numbers::add);
        return written;
    }

    private static ObjectNode audio() {
        var opus = codec("opus", OPUS, 48_000).put("channels", "2");
        opus.putObject("parameters").put("useinbandfec", "1").put("minptime", "10");
        opus.putArray("rtcp-fbs").addObject().put("type", "transport-cc");
        var media = media("audio", opus);
        extensions(media)
                .add(extension("urn:ietf:params:rtp-hdrext:ssrc-audio-level", AUDIO_LEVEL))
                .add(wideCc());
        return media;
    }

    private static ObjectNode video() {
        var vp8 = codec("VP8", VP8, 90_000);
        vp8.putArray("rtcp-fbs")
                .add(object().put("type", "ccm").put("subtype", "fir"))
                .add(object().put("type", "nack"))
                .add(object().put("type", "nack").put("subtype", "pli"))
                .add(object().put("type", "transport-cc"));
        var rtx = codec("rtx", RTX, 90_000);
        rtx.putObject("parameters").put("apt", String.valueOf(VP8));
        var media = media("video", vp8, rtx);
        extensions(media)
                .add(extension("http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time", SEND_TIME))
                .add(wideCc());
        return media;
    }

    private static ObjectNode media(String type, ObjectNode... codecs) {
        var media = object().put("type", type);
        media.putArray("payload-types").addAll(List.of(codecs));
        return media;
    }

    private static ObjectNode codec(String name, int number, int clockRate) {
        return object().put("name", name).put("id", String.valueOf(number)).put("clockrate", String.valueOf(clockRate));
    }

    private static ArrayNode extensions(ObjectNode media) {
        var extensions = media.putArray("rtp-hdrexts");
        media.put("extmap-allow-mixed", true);
        return extensions;
    }

    private static ObjectNode wideCc() {
        return extension("http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01", WIDE_CC);
    }

    private static ObjectNode extension(String uri, int number) {
        return object().put("uri", uri).put("id", number);
    }

    private static ObjectNode named(EndpointId id) {
        return object().put("id", id.value());
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
