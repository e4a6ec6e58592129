package org.holdfast.log;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.core.Future;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.holdfast.decision.Actor;
import org.holdfast.decision.CommandId;
import org.holdfast.decision.DamagedLog;
import org.holdfast.decision.Entry;
import org.holdfast.json.BadJson;
import org.holdfast.json.JsonText;
import org.holdfast.json.SealedJson;
import org.holdfast.json.UtcTime;
import org.holdfast.live.LogId;
import org.holdfast.sealing.KeyName;
import org.holdfast.sealing.Keyring;
import org.holdfast.sealing.Link;

/// Entries to what is stored and back, sealing and opening the confidential words in them.
final class EntryCodec<E> {
    private final SealedJson<E> json;
    private final Keyring keyring;

    EntryCodec(SealedJson<E> json, Keyring keyring) {
        this.json = json;
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
            all.add(Future.fromCompletionStage(keyring.create(name))
                    .onSuccess(found -> words.give(java.util.Map.of(name, found))));
        }
        return Future.all(all).mapEmpty();
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
            var words = new ArrayList<SealedWords>();
            var needed = new LinkedHashSet<KeyName>();
            var entries = new ArrayList<Entry<E>>();
            for (var link : links) {
                var command = new CommandId(link.command());
                var own = SealedWords.of(log, command);
                entries.add(read(link, command, own));
                words.add(own);
                needed.addAll(own.needed());
            }
            if (needed.isEmpty()) return Future.succeededFuture(entries);
            return Future.fromCompletionStage(keyring.get(needed)).map(found -> {
                for (var i = 0; i < entries.size(); i++) {
                    if (words.get(i).needed().isEmpty()) continue;
                    words.get(i).give(found);
                    entries.set(i, read(links.get(i), entries.get(i).command(), words.get(i)));
                }
                return entries;
            });
        } catch (DamagedLog | IllegalArgumentException damaged) {
            return Future.failedFuture(
                    damaged instanceof DamagedLog ? damaged : new DamagedLog("A command id is not one."));
        }
    }

    private Entry<E> read(Link link, CommandId command, SealedWords words) {
        try {
            var array = JsonText.parse(link.events());
            if (!array.isArray()) throw new BadJson("", "expected a list of events");
            var events = new ArrayList<E>();
            for (var node : array) events.add(json.read(node, words.at(link.seq(), events.size())));
            return new Entry<>(link.seq(), UtcTime.parse(link.at()), Actor.parse(link.by()), command, events);
        } catch (BadJson bad) {
            throw new DamagedLog("Entry " + link.seq() + " cannot be read. " + bad.getMessage() + ".");
        } catch (DateTimeException | IllegalArgumentException bad) {
            throw new DamagedLog("Entry " + link.seq() + " cannot be read.");
        }
    }
}
