package org.holdfast.log;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.holdfast.decision.CommandId;
import org.holdfast.decision.Confidential;
import org.holdfast.json.BadJson;
import org.holdfast.json.Words;
import org.holdfast.live.LogId;
import org.holdfast.sealing.DataKey;
import org.holdfast.sealing.KeyName;
import org.holdfast.sealing.Keyring;
import org.holdfast.sealing.Sealer;

/// Confidential words of one event on their way into a log and out of it. Keys must be fetched in between, so this is
/// used twice: first without keys, to learn which are needed, then with them.
final class SealedWords implements Words {
    private static final String KEY = "key";
    private static final String SEALED = "sealed";
    private static final String GONE = "gone";

    private final LogId log;
    private final CommandId command;
    private final long seq;
    private final int event;
    private final Map<KeyName, Keyring.Found> keys;
    private final Set<KeyName> needed;

    private SealedWords(
            LogId log, CommandId command, long seq, int event, Map<KeyName, Keyring.Found> keys, Set<KeyName> needed) {
        this.log = log;
        this.command = command;
        this.seq = seq;
        this.event = event;
        this.keys = keys;
        this.needed = needed;
    }

    /// @param command the command of the entry
    static SealedWords of(LogId log, CommandId command) {
        return new SealedWords(log, command, 0, 0, new HashMap<>(), new LinkedHashSet<>());
    }

    /// For the event at this place: sealed words are bound to it.
    SealedWords at(long seq, int event) {
        return new SealedWords(log, command, seq, event, keys, needed);
    }

    /// Few events hold sealed words, so it is put together only for those.
    private String place(String field) {
        return log + "\n" + seq + "\n" + event + field;
    }

    Set<KeyName> needed() {
        return needed;
    }

    void give(Map<KeyName, Keyring.Found> found) {
        keys.putAll(found);
    }

    @Override
    public JsonNode write(Confidential words, String field) {
        var name = KeyNames.of(log, words.lifetime(), command);
        var node = JsonNodeFactory.instance.objectNode().put(KEY, name.text());
        // Words that come after their key was destroyed have outlived what they were said for: they are not kept.
        return switch (words) {
            case Confidential.Gone gone -> node.put(GONE, true);
            case Confidential.Readable(var lifetime, var text) ->
                switch (found(name)) {
                    case Keyring.Found.Key(var key) -> node.put(SEALED, Sealer.seal(key, text, place(field)));
                    case Keyring.Found.Destroyed() -> node.put(GONE, true);
                    case Keyring.Found.Absent() -> node.put(GONE, true);
                };
        };
    }

    @Override
    public Confidential read(JsonNode node, String field) {
        if (!node.isObject() || node.size() != 2 || !node.path(KEY).isTextual()) {
            throw new BadJson(field, "expected sealed words");
        }
        var name = name(node.path(KEY).textValue(), field);
        if (node.path(GONE).asBoolean(false)) return new Confidential.Gone(name.lifetime());
        if (!node.path(SEALED).isTextual()) throw new BadJson(field, "expected sealed words");
        return switch (found(name)) {
            case Keyring.Found.Key(var key) -> open(key, node.path(SEALED).textValue(), field);
            case Keyring.Found.Destroyed() -> new Confidential.Gone(name.lifetime());
            case Keyring.Found.Absent() -> new Confidential.Gone(name.lifetime());
        };
    }

    private Confidential open(DataKey key, String sealed, String field) {
        var text = Sealer.open(key, sealed, place(field));
        if (text == null) throw new BadJson(field, "was not sealed for this place");
        return new Confidential.Readable(key.name().lifetime(), text);
    }

    private Keyring.Found found(KeyName name) {
        needed.add(name);
        return keys.getOrDefault(name, new Keyring.Found.Absent());
    }

    private static KeyName name(String text, String field) {
        try {
            return KeyName.parse(text);
        } catch (IllegalArgumentException e) {
            throw new BadJson(field, "expected the name of a key");
        }
    }
}
