package org.holdfast.log;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.holdfast.decision.DamagedLog;
import org.holdfast.decision.Entry;
import org.holdfast.json.JsonText;
import org.holdfast.json.SealedJson;
import org.holdfast.live.LogId;
import org.holdfast.sealing.KeyName;
import org.holdfast.sealing.Keyring;
import org.holdfast.sealing.Link;

/// Entries to what is stored and back, sealing and opening the confidential words in them.
final class EntryCodec<E> {
    private final SealedJson<E> json;
    private final EntryJson<E> entries;
    private final Keyring keyring;

    EntryCodec(SealedJson<E> json, Keyring keyring) {
        this.json = json;
        this.entries = new EntryJson<>(json);
        this.keyring = keyring;
    }

    Future<Link> write(LogId log, Entry<E> entry) {
        var words = SealedWords.of(log, entry.command());
        var events = write(entry, words);
        if (words.needed().isEmpty()) return Future.succeededFuture(link(entry, events));
        return create(List.copyOf(words.needed()), words).map(nothing -> link(entry, write(entry, words)));
    }

    private JsonNode write(Entry<E> entry, SealedWords words) {
        var array = JsonNodeFactory.instance.arrayNode();
        for (var event : entry.events()) array.add(json.write(event, words.at(entry.seq(), array.size())));
        return array;
    }

    private Future<Void> create(List<KeyName> names, SealedWords words) {
        var all = new ArrayList<Future<?>>();
        for (var name : names) {
            all.add(Future.fromCompletionStage(keyring.create(name)));
        }
        return Future.all(all).map(made -> {
            for (var i = 0; i < names.size(); i++) words.give(Map.of(names.get(i), made.<Keyring.Found>resultAt(i)));
            return null;
        });
    }

    private Link link(Entry<E> entry, JsonNode events) {
        return new Link(
                entry.seq(),
                entry.at().toString(),
                entry.by().text(),
                entry.command().value(),
                JsonText.print(events));
    }

    /// Fails with [DamagedLog] on what cannot be read.
    Future<List<Entry<E>>> read(LogId log, List<Link> links) {
        try {
            var nodes = new ArrayList<JsonNode>(links.size());
            var needed = new LinkedHashSet<KeyName>();
            for (var link : links) {
                var events = entries.events(link);
                StoredWords.keys(events, needed);
                nodes.add(events);
            }
            if (needed.isEmpty()) return Future.succeededFuture(read(log, links, nodes, Map.of()));
            return Future.fromCompletionStage(keyring.get(needed)).map(found -> read(log, links, nodes, found));
        } catch (DamagedLog damaged) {
            return Future.failedFuture(damaged);
        }
    }

    private List<Entry<E>> read(LogId log, List<Link> links, List<JsonNode> nodes, Map<KeyName, Keyring.Found> found) {
        var words = SealedWords.reading(log, found);
        var all = new ArrayList<Entry<E>>(links.size());
        for (var i = 0; i < links.size(); i++) all.add(entries.read(links.get(i), nodes.get(i), words::at));
        return all;
    }
}
