package org.holdfast.log;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.holdfast.decision.Confidential;
import org.holdfast.decision.Confidential.Gone;
import org.holdfast.decision.Confidential.Lifetime;
import org.holdfast.json.BadJson;
import org.holdfast.json.Kebab;
import org.holdfast.json.Words;
import org.holdfast.live.LogId;
import org.holdfast.log.ClosedWords.Closed;
import org.holdfast.sealing.KeyName;
import org.holdfast.sealing.Keyring.Found;
import org.holdfast.sealing.Opening;
import org.holdfast.sealing.Sealer;
import org.jspecify.annotations.Nullable;

/// Confidential words of a state on their way into a snapshot and out of it. They go in as their entries seal them, so
/// whoever makes a snapshot needs no key, and a key that is destroyed takes the words out of each snapshot too.
final class SnapshotWords implements Words {
    private static final String KEY = "key";
    private static final String SEALED = "sealed";
    private static final String PLACE = "place";
    private static final String GONE = "gone";

    private final List<KeyName> keys;
    private final Map<KeyName, Integer> places = new LinkedHashMap<>();
    /// What becomes of words that are read; nothing for those that were not sealed for their place.
    private final Function<Closed, @Nullable Confidential> opening;

    private SnapshotWords(List<KeyName> keys, Function<Closed, @Nullable Confidential> opening) {
        this.keys = keys;
        this.opening = opening;
    }

    /// For a state whose words are closed, and to read it so.
    static SnapshotWords closed(List<KeyName> keys) {
        return new SnapshotWords(new ArrayList<>(keys), Closed::inPlaceOfWords);
    }

    /// To read one state, on one thread.
    static SnapshotWords opened(LogId log, List<KeyName> keys, Map<KeyName, Found> found) {
        var opening = new Opening();
        return new SnapshotWords(keys, closed -> switch (found.getOrDefault(closed.key(), new Found.Absent())) {
            case Found.Key(var key) -> {
                var text = Sealer.open(opening, key, closed.sealed(), SealedWords.place(log, closed.place()));
                yield text == null
                        ? null
                        : new Confidential.Readable(closed.key().lifetime(), text);
            }
            case Found.Destroyed() -> new Gone(closed.key().lifetime());
            case Found.Absent() -> new Gone(closed.key().lifetime());
        });
    }

    /// Those of all words that were written, in the order in which words name them.
    List<KeyName> keys() {
        return keys;
    }

    @Override
    public JsonNode write(Confidential words, String field) {
        var node = JsonNodeFactory.instance.objectNode();
        return switch (words) {
            case Gone(var lifetime) -> node.put(GONE, Kebab.of(lifetime));
            case Confidential.Readable(var _, var text, var _) -> {
                var closed = Closed.parse(text);
                var number = places.computeIfAbsent(closed.key(), key -> {
                    keys.add(key);
                    return keys.size() - 1;
                });
                yield node.put(KEY, number).put(SEALED, closed.sealed()).put(PLACE, closed.place());
            }
        };
    }

    @Override
    public Confidential read(JsonNode node, String field) {
        var gone = node.path(GONE);
        if (node.size() == 1 && gone.isTextual()) {
            var lifetime = Kebab.parse(Lifetime.class, gone.textValue());
            if (lifetime == null) throw new BadJson(field, "expected the lifetime of confidential words");
            return new Gone(lifetime);
        }
        var number = node.path(KEY).asInt(-1);
        if (node.size() != 3 || number < 0 || number >= keys.size()) throw new BadJson(field, "expected sealed words");
        var closed = new Closed(
                keys.get(number), node.path(SEALED).asText(), node.path(PLACE).asText());
        var words = opening.apply(closed);
        if (words == null) throw new BadJson(field, "was not sealed for this place");
        return words;
    }
}
