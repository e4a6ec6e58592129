package org.holdfast.log;

import com.fasterxml.jackson.databind.JsonNode;
import org.holdfast.decision.Confidential;
import org.holdfast.json.Words;
import org.holdfast.sealing.KeyName;

/// Words of one event that are read without being opened: in their place stands how they are sealed. A fold that goes
/// by no words folds to the same with these, and nobody's words are touched.
final class ClosedWords implements Words {
    /// @param place in its log that they are sealed for
    record Closed(KeyName key, String sealed, String place) {
        Confidential inPlaceOfWords() {
            return new Confidential.Readable(key.lifetime(), key.text() + "\n" + sealed + "\n" + place);
        }

        static Closed parse(String text) {
            var parts = text.split("\n", 3);
            if (parts.length < 3) throw new IllegalStateException("Words that are open go into no snapshot");
            return new Closed(KeyName.parse(parts[0]), parts[1], parts[2]);
        }
    }

    private final long seq;
    private final int event;

    ClosedWords(long seq, int event) {
        this.seq = seq;
        this.event = event;
    }

    @Override
    public JsonNode write(Confidential words, String field) {
        throw new IllegalStateException("Nothing is written here");
    }

    @Override
    public Confidential read(JsonNode node, String field) {
        var stored = StoredWords.of(node, field);
        var sealed = stored.sealed();
        return sealed == null
                ? new Confidential.Gone(stored.key().lifetime())
                : new Closed(stored.key(), sealed, SealedWords.place(seq, event, field)).inPlaceOfWords();
    }
}
