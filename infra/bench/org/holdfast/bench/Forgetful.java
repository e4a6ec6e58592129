package org.holdfast.bench;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.holdfast.decision.Entry;
import org.holdfast.live.EventLog;
import org.holdfast.live.Head;
import org.holdfast.live.LogId;
import org.holdfast.live.Subscription;
import org.holdfast.live.Written;
import org.holdfast.sealing.Mac;

/// Logs in memory, with no chain and no seal: what is left of a server's work when nothing is kept.
final class Forgetful<E> implements EventLog<E> {
    private final Map<LogId, List<Written<E>>> logs = new HashMap<>();

    @Override
    public synchronized Future<Appended> append(LogId log, Entry<E> entry, Mac previous) {
        var entries = logs.computeIfAbsent(log, _ -> new ArrayList<>());
        if (entries.size() >= entry.seq()) return Future.succeededFuture(new Appended.Behind());
        if (entries.size() < entry.seq() - 1) return Future.succeededFuture(new Appended.Ahead(entries.size()));
        var mac = new Mac(entry.command().value());
        entries.add(new Written<>(entry, mac));
        return Future.succeededFuture(new Appended.Written(mac));
    }

    @Override
    public synchronized Future<List<Written<E>>> read(LogId log, Head known) {
        var entries = logs.getOrDefault(log, List.of());
        return Future.succeededFuture(List.copyOf(entries.subList((int) known.seq(), entries.size())));
    }

    @Override
    public synchronized Future<Head> head(LogId log) {
        var entries = logs.getOrDefault(log, List.of());
        return Future.succeededFuture(
                entries.isEmpty() ? Head.EMPTY : entries.getLast().head());
    }

    @Override
    public Subscription hints(LogId log, LongConsumer heard) {
        heard.accept(0);
        return () -> {};
    }
}
