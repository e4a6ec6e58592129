package org.holdfast.testing;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.holdfast.decision.Entry;
import org.holdfast.live.EventLog;
import org.holdfast.live.Head;
import org.holdfast.live.LogId;
import org.holdfast.live.Subscription;
import org.holdfast.live.Written;
import org.holdfast.sealing.Mac;
import org.jspecify.annotations.Nullable;

/// Logs in memory with the same rules as the real ones, and with accidents that a test can order.
public final class MemoryEventLog<E> implements EventLog<E> {
    private final Map<LogId, List<Written<E>>> logs = new HashMap<>();
    private final Map<LogId, List<LongConsumer>> listeners = new HashMap<>();
    private @Nullable Supplier<Appended> accident;
    private int accidents;
    private boolean standsAnyway;
    private int refusedReads;
    private int asked;

    @Override
    public synchronized Future<Appended> append(LogId log, Entry<E> entry, Mac previous) {
        var planned = accident;
        if (accidents > 0) accidents--;
        if (accidents == 0) accident = null;
        if (planned != null && !standsAnyway) return Future.succeededFuture(planned.get());
        var entries = logs.computeIfAbsent(log, id -> new ArrayList<>());
        var answer = tryAppend(log, entries, entry, previous);
        return Future.succeededFuture(planned != null ? planned.get() : answer);
    }

    private Appended tryAppend(LogId log, List<Written<E>> entries, Entry<E> entry, Mac previous) {
        var last = entries.size();
        if (last >= entry.seq()) return new Appended.Behind();
        if (last < entry.seq() - 1) return new Appended.Ahead(last);
        var stands = last == 0 ? Mac.NONE : entries.getLast().mac();
        if (!stands.equals(previous)) return new Appended.Forked();
        var mac = new Mac(Integer.toHexString(java.util.Objects.hash(previous, entry)));
        entries.add(new Written<>(entry, mac));
        for (var heard : List.copyOf(listeners.getOrDefault(log, List.of()))) heard.accept(entry.seq());
        return new Appended.Written(mac);
    }

    @Override
    public synchronized Future<List<Written<E>>> read(LogId log, Head known) {
        if (refusedReads > 0) {
            refusedReads--;
            return Future.failedFuture("The store is away");
        }
        var entries = logs.getOrDefault(log, List.of());
        return Future.succeededFuture(
                known.seq() >= entries.size()
                        ? List.of()
                        : List.copyOf(entries.subList((int) known.seq(), entries.size())));
    }

    @Override
    public synchronized Future<Head> head(LogId log) {
        asked++;
        var entries = logs.getOrDefault(log, List.of());
        return Future.succeededFuture(
                entries.isEmpty() ? Head.EMPTY : entries.getLast().head());
    }

    @Override
    public synchronized Future<Map<LogId, Head>> ends(List<LogId> ids) {
        var ends = new HashMap<LogId, Head>();
        for (var id : ids) {
            var entries = logs.getOrDefault(id, List.of());
            if (!entries.isEmpty()) ends.put(id, entries.getLast().head());
        }
        return Future.succeededFuture(ends);
    }

    /// How often somebody asked where one log ends.
    public synchronized int asked() {
        return asked;
    }

    @Override
    public synchronized Subscription hints(LogId log, LongConsumer heard) {
        listeners.computeIfAbsent(log, id -> new ArrayList<>()).add(heard);
        heard.accept(0);
        return () -> {
            synchronized (this) {
                listeners.getOrDefault(log, new ArrayList<>()).remove(heard);
            }
        };
    }

    public synchronized List<Entry<E>> entries(LogId log) {
        return logs.getOrDefault(log, List.of()).stream().map(Written::entry).toList();
    }

    /// The next append gets no answer; whether it stands is the test's choice.
    public synchronized void loseNextAnswer(boolean stands) {
        loseAnswers(1);
        standsAnyway = stands;
    }

    /// The next appends get no answer and do not stand.
    public synchronized void loseAnswers(int count) {
        accident = () -> new Appended.Unknown(new IllegalStateException("connection lost"));
        accidents = count;
        standsAnyway = false;
    }

    public synchronized void refuseReads(int times) {
        refusedReads = times;
    }

    /// As after a failover to a copy that lagged behind.
    public synchronized void loseLast(LogId log, int count) {
        var entries = logs.get(log);
        if (entries == null) throw new IllegalArgumentException("No such log: " + log);
        for (var i = 0; i < count; i++) entries.removeLast();
    }
}
