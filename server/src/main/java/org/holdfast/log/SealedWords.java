package org.holdfast.log;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.holdfast.decision.CommandId;
import org.holdfast.decision.Confidential;
import org.holdfast.json.BadJson;
import org.holdfast.json.Words;
import org.holdfast.live.LogId;
import org.holdfast.sealing.DataKey;
import org.holdfast.sealing.KeyName;
import org.holdfast.sealing.Keyring;
import org.holdfast.sealing.Opening;
import org.holdfast.sealing.Sealer;
import org.jspecify.annotations.Nullable;

/// Confidential words of one event on their way into a log and out of it. Keys must be fetched in between: to write,
/// this is used twice, first without keys, to learn which are needed; what is read names its keys.
final class SealedWords implements Words {
    private final LogId log;
    private final @Nullable CommandId command;
    private final long seq;
    private final int event;
    private final Map<KeyName, Keyring.Found> keys;
    private final Set<KeyName> needed;
    private final Opening opening;

    private SealedWords(
            LogId log,
            @Nullable CommandId command,
            long seq,
            int event,
            Map<KeyName, Keyring.Found> keys,
            Set<KeyName> needed,
            Opening opening) {
        this.log = log;
        this.command = command;
        this.seq = seq;
        this.event = event;
        this.keys = keys;
        this.needed = needed;
        this.opening = opening;
    }

    /// To write an entry.
    ///
    /// @param command of the entry
    static SealedWords of(LogId log, CommandId command) {
        return new SealedWords(log, command, 0, 0, new HashMap<>(), new LinkedHashSet<>(), new Opening());
    }

    /// To read entries of this log on one thread, with the keys that their words name.
    static SealedWords reading(LogId log, Map<KeyName, Keyring.Found> found) {
        return new SealedWords(log, null, 0, 0, found, Set.of(), new Opening());
    }

    /// For the event at this place: sealed words are bound to it.
    SealedWords at(long seq, int event) {
        return new SealedWords(log, command, seq, event, keys, needed, opening);
    }

    /// What words of this place in a log are sealed for.
    static String place(LogId log, String place) {
        return log + "\n" + place;
    }

    static String place(long seq, int event, String field) {
        return seq + "\n" + event + field;
    }

    /// Few events hold sealed words, so it is put together only for those.
    private String place(String field) {
        return place(log, place(seq, event, field));
    }

    Set<KeyName> needed() {
        return needed;
    }

    void give(Map<KeyName, Keyring.Found> found) {
        keys.putAll(found);
    }

    @Override
    public JsonNode write(Confidential words, String field) {
        var name = KeyNames.of(log, words, Objects.requireNonNull(command));
        // Words that come after their key was destroyed have outlived what they were said for: they are not kept.
        var sealed = switch (words) {
            case Confidential.Gone _ -> null;
            case Confidential.Readable(var _, var text, var _) -> {
                needed.add(name);
                yield switch (found(name)) {
                    case Keyring.Found.Key(var key) -> Sealer.seal(key, text, place(field));
                    case Keyring.Found.Destroyed() -> null;
                    case Keyring.Found.Absent() -> null;
                };
            }
        };
        return new StoredWords(name, sealed).node();
    }

    @Override
    public Confidential read(JsonNode node, String field) {
        var stored = StoredWords.of(node, field);
        var name = stored.key();
        var sealed = stored.sealed();
        if (sealed == null) return new Confidential.Gone(name.lifetime());
        return switch (found(name)) {
            case Keyring.Found.Key(var key) -> open(key, sealed, field);
            case Keyring.Found.Destroyed() -> new Confidential.Gone(name.lifetime());
            case Keyring.Found.Absent() -> new Confidential.Gone(name.lifetime());
        };
    }

    private Confidential open(DataKey key, String sealed, String field) {
        var text = Sealer.open(opening, key, sealed, place(field));
        if (text == null) throw new BadJson(field, "was not sealed for this place");
        return new Confidential.Readable(key.name().lifetime(), text, KeyNames.clinic(log, key.name()));
    }

    private Keyring.Found found(KeyName name) {
        return keys.getOrDefault(name, new Keyring.Found.Absent());
    }
}
