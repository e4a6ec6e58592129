package org.holdfast.log;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.util.ArrayList;
import org.holdfast.decision.Actor;
import org.holdfast.decision.CommandId;
import org.holdfast.decision.DamagedLog;
import org.holdfast.decision.Entry;
import org.holdfast.json.BadJson;
import org.holdfast.json.JsonText;
import org.holdfast.json.SealedJson;
import org.holdfast.json.UtcTime;
import org.holdfast.json.Words;
import org.holdfast.sealing.Link;

/// Entries out of what is stored. Fails with [DamagedLog] on what cannot be read.
final class EntryJson<E> {
    /// What becomes of the confidential words of each event: they are bound to its place.
    interface PlacedWords {
        Words at(long seq, int event);
    }

    private final SealedJson<E> json;

    EntryJson(SealedJson<E> json) {
        this.json = json;
    }

    JsonNode events(Link link) {
        try {
            var events = JsonText.parse(link.events());
            if (!events.isArray()) throw new BadJson("", "expected a list of events");
            return events;
        } catch (BadJson bad) {
            throw unreadable(link, bad);
        }
    }

    /// @param nodes of this link, from [#events]
    Entry<E> read(Link link, JsonNode nodes, PlacedWords words) {
        try {
            var events = new ArrayList<E>();
            for (var node : nodes) events.add(json.read(node, words.at(link.seq(), events.size())));
            return new Entry<>(
                    link.seq(),
                    UtcTime.parse(link.at()),
                    Actor.parse(link.by()),
                    new CommandId(link.command()),
                    events);
        } catch (BadJson bad) {
            throw unreadable(link, bad);
        } catch (DateTimeException | IllegalArgumentException bad) {
            throw new DamagedLog("Entry " + link.seq() + " cannot be read.");
        }
    }

    private static DamagedLog unreadable(Link link, BadJson bad) {
        return new DamagedLog("Entry " + link.seq() + " cannot be read. " + bad.getMessage() + ".");
    }
}
