package org.holdfast.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.holdfast.decision.Confidential;
import org.holdfast.json.JsonText;
import org.holdfast.json.Kebab;
import org.holdfast.json.SealedJson;
import org.holdfast.json.Words;
import org.holdfast.sealing.Chain;
import org.holdfast.sealing.Link;
import org.holdfast.sealing.Mac;
import org.holdfast.sealing.MasterKey;
import org.holdfast.sealing.OpenChain;
import org.holdfast.sealing.SignedHead;
import org.holdfast.sealing.SignedHead.Why;
import org.holdfast.sealing.SigningKey;
import org.holdfast.sealing.VerifyingKey;
import org.holdfast.session.SessionEvent;
import org.holdfast.testing.Expected;
import org.jspecify.annotations.Nullable;

/// A session as it is stored, with what is sealed in it sealed: signed and co-signed, corrected, signed once more.
final class SignedEvening {
    static final String LOG = "session:evening";
    /// Always the same, so that a bundle of today can be compared with those of earlier versions.
    static final MasterKey MASTER = MasterKey.parse("YW4gZXZlbmluZyB0aGF0IGEgY2xpbmljIHNpZ25lZC4");
    static final SigningKey CLINIC = new SigningKey(MASTER);
    static final Set<VerifyingKey> TRUSTED = Set.of(CLINIC.verifying());

    private static final SealedJson<SessionEvent> EVENTS = SealedJson.of(SessionEvent.class);

    private static final Words SEALING = new Words() {
        @Override
        public JsonNode write(Confidential words, String field) {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("key", Kebab.of(words.lifetime()) + "/" + LOG)
                    .put("sealed", "c2VhbGVkIHdvcmRz");
        }

        @Override
        public Confidential read(JsonNode node, String field) {
            throw new IllegalStateException("Only written here");
        }
    };

    private final String log;
    private final List<Link> links = new ArrayList<>();
    private final List<SignedHead> heads = new ArrayList<>();

    private SignedEvening(String log) {
        this.log = log;
    }

    /// With a head for the end and for each signature, as the clinic would have signed them.
    static SignedEvening signed() {
        return signed(LOG, CLINIC);
    }

    static SignedEvening signed(String log, SigningKey key) {
        var evening = new SignedEvening(log);
        Expected.in("golden", "signed-with-its-text.jsonl")
                .read()
                .lines()
                .map(JsonText::parse)
                .filter(line -> line.has("entry"))
                .forEach(line -> evening.links.add(stored(line.get("entry"))));
        evening.links.forEach(link -> evening.sign(link, key));
        return evening;
    }

    private static Link stored(JsonNode entry) {
        var events = JsonNodeFactory.instance.arrayNode();
        for (var event : entry.get("events")) events.add(EVENTS.write(EVENTS.read(event), SEALING));
        return new Link(
                entry.get("seq").asLong(),
                entry.get("at").asText(),
                entry.get("by").asText(),
                entry.get("command").asText(),
                JsonText.print(events));
    }

    private void sign(Link link, SigningKey key) {
        for (var event : JsonText.parse(link.events())) {
            switch (event.get("type").asText()) {
                case "session.ended" -> heads.add(head(link.seq(), Why.CLOSED, null, key));
                case "sheet.signed" ->
                    heads.add(head(link.seq(), Why.SIGNED, event.get("hash").asText(), key));
                case "sheet.co-signed" ->
                    heads.add(
                            head(link.seq(), Why.SIGNED, heads.getLast().says().sheet(), key));
                default -> {}
            }
        }
    }

    SignedHead head(long seq, Why why, @Nullable String sheet, SigningKey key) {
        var chain = new Chain(MASTER, log);
        var open = new OpenChain(log);
        var mac = Mac.NONE;
        var hash = "";
        for (var link : links.subList(0, (int) seq)) {
            mac = chain.next(mac, link);
            hash = open.next(link);
        }
        var at = Instant.parse(links.get((int) seq - 1).at());
        return SignedHead.of(new SignedHead.Statement(log, seq, mac, hash, at, why, sheet), key);
    }

    List<Link> links() {
        return links;
    }

    List<SignedHead> heads() {
        return heads;
    }

    String text() {
        return Bundle.write(log, links, heads);
    }

    static Finding check(String text) {
        return new PublicCheck(TRUSTED, List.of()).check(text);
    }
}
