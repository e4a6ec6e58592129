package org.holdfast.media.jitsi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.holdfast.json.BadJson;
import org.holdfast.json.Kebab;
import org.holdfast.media.jitsi.PageSignal.Answer;
import org.holdfast.media.jitsi.PageSignal.Renew;
import org.holdfast.media.jitsi.PageSignal.Restart;
import org.holdfast.media.jitsi.PageSignal.Sources;
import org.holdfast.media.jitsi.Source.Kind;
import org.holdfast.media.jitsi.Source.Semantics;
import org.holdfast.media.jitsi.Source.SsrcGroup;
import org.holdfast.media.jitsi.Transport.Fingerprint;

/// What a page said, taken apart. All of it may come from a page that somebody else wrote, and it goes on to the bridge
/// and into everybody's descriptions: only words of the expected form pass. Whether the sources make sense is for
/// [SourceCheck].
record PageReading(JsonNode said) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,64}");
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9+/=_-]{4,256}");
    private static final Pattern HASH = Pattern.compile("sha-[0-9]{1,3}");
    private static final Pattern FINGERPRINT = Pattern.compile("[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){15,63}");
    private static final Pattern SETUP = Pattern.compile("active|passive");

    private static final int MOST_FINGERPRINTS = 8;
    // More than can be in order, so that it is the check that tells what is wrong.
    private static final int MOST_SOURCES = 8;
    private static final int MOST_SSRCS = 16;
    private static final int MOST_GROUPS = 8;

    PageSignal signal() {
        var generation = text(said, "generation", NAME);
        var kind = text(said, "kind", NAME);
        return switch (kind) {
            case "answer" -> new Answer(generation, transport(said.path("transport")), sources());
            case "sources" -> new Sources(generation, sources());
            case "restart" -> new Restart(generation);
            case "renew" -> new Renew(generation);
            default -> throw new BadJson("/kind", "is not known");
        };
    }

    private static Transport transport(JsonNode node) {
        var fingerprints = each(node, "fingerprints", MOST_FINGERPRINTS, PageReading::fingerprint);
        if (fingerprints.isEmpty()) throw new BadJson("/transport/fingerprints", "is empty");
        return new Transport(text(node, "ufrag", TOKEN), text(node, "pwd", TOKEN), fingerprints);
    }

    private static Fingerprint fingerprint(JsonNode node) {
        return new Fingerprint(
                text(node, "hash", HASH), text(node, "fingerprint", FINGERPRINT), text(node, "setup", SETUP));
    }

    private List<Source> sources() {
        return each(said, "sources", MOST_SOURCES, PageReading::source);
    }

    private static Source source(JsonNode node) {
        var groups = node.has("groups") ? each(node, "groups", MOST_GROUPS, PageReading::group) : List.<SsrcGroup>of();
        var kind = Kebab.parse(Kind.class, text(node, "kind", NAME));
        if (kind == null) throw new BadJson("/sources/kind", "is not known");
        return new Source(text(node, "name", NAME), kind, ssrcs(node), groups);
    }

    private static SsrcGroup group(JsonNode node) {
        var semantics = switch (text(node, "semantics", NAME)) {
            case "SIM" -> Semantics.SIM;
            case "FID" -> Semantics.FID;
            default -> throw new BadJson("/sources/groups/semantics", "is not known");
        };
        return new SsrcGroup(semantics, ssrcs(node));
    }

    private static List<Long> ssrcs(JsonNode node) {
        return each(node, "ssrcs", MOST_SSRCS, number -> {
            if (!number.isIntegralNumber() || !number.canConvertToLong()) {
                throw new BadJson("/sources/ssrcs", "expected whole numbers");
            }
            return number.longValue();
        });
    }

    private static String text(JsonNode node, String name, Pattern form) {
        var value = node.path(name);
        if (!value.isTextual() || !form.matcher(value.textValue()).matches()) {
            throw new BadJson("/" + name, "is not of the expected form");
        }
        return value.textValue();
    }

    private static <T> List<T> each(JsonNode node, String name, int most, Function<JsonNode, T> read) {
        if (!(node.path(name) instanceof ArrayNode list)) throw new BadJson("/" + name, "expected a list");
        if (list.size() > most) throw new BadJson("/" + name, "is too long");
        var all = new ArrayList<T>(list.size());
        for (var item : list) all.add(read.apply(item));
        return all;
    }
}
