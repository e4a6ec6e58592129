package org.holdfast.directory;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.holdfast.audit.AuditEvent;
import org.holdfast.clinic.ClinicId;
import org.holdfast.decision.DamagedLog;
import org.holdfast.decision.Entry;
import org.holdfast.live.EventLog;
import org.holdfast.live.Head;
import org.holdfast.live.LogId;
import org.jspecify.annotations.Nullable;

/// The notes of a clinic as one list, newest first, whichever run of whichever node wrote them. Reads only, a month at
/// a time, and no more months than it needs.
public final class AuditTrail {
    /// After so many notes looked at, a page ends and says where to go on: nobody waits for years to be searched.
    static final int MOST_READ = 100_000;
    /// A note's log is chosen before its time is: at the turn of a month it may stand in the log of the last.
    private static final Duration BETWEEN = Duration.ofMinutes(1);

    private final Supplier<Future<List<LogId>>> logs;
    private final EventLog<AuditEvent> entries;

    /// @param logs every log there is
    public AuditTrail(Supplier<Future<List<LogId>>> logs, EventLog<AuditEvent> entries) {
        this.logs = logs;
        this.entries = entries;
    }

    /// Where a note stands in the list. The month is its log's.
    public record Place(YearMonth month, Instant at, String log, long seq) {
        static final Comparator<Place> NEWEST_FIRST = Comparator.comparing(Place::month)
                .thenComparing(Place::at)
                .thenComparing(Place::log)
                .thenComparingLong(Place::seq)
                .reversed();

        static Place endOf(YearMonth month) {
            return new Place(month, Instant.EPOCH, "", 0);
        }

        boolean isBefore(Place other) {
            return NEWEST_FIRST.compare(this, other) < 0;
        }
    }

    public record Note(Place place, Entry<AuditEvent> entry) {}

    /// @param from the first moment
    /// @param to the first moment that is not wanted any more
    /// @param after the place of the last note that is known; absent at first
    /// @param most how many notes one page has
    public record Wish(
            ClinicId clinic,
            Instant from,
            Instant to,
            Predicate<Entry<AuditEvent>> fits,
            @Nullable Place after,
            int most) {}

    /// @param next where to go on; absent when there is nothing more
    /// @param damaged logs that cannot be read as they were written, so that notes may be missing here
    public record Page(List<Note> notes, @Nullable Place next, List<LogId> damaged) {}

    public Future<Page> page(Wish wish) {
        return logs.get().compose(all -> {
            var months = new TreeMap<YearMonth, List<LogId>>(Comparator.reverseOrder());
            for (var log : all) {
                if (!AuditLogs.isOf(wish.clinic(), log)) continue;
                var month = AuditLogs.month(log);
                if (wanted(month, wish))
                    months.computeIfAbsent(month, _ -> new ArrayList<>()).add(log);
            }
            return read(
                    new ArrayList<>(months.entrySet().stream()
                            .map(month -> new Month(month.getKey(), month.getValue()))
                            .toList()),
                    wish,
                    new Reading());
        });
    }

    private record Month(YearMonth month, List<LogId> logs) {}

    private static final class Reading {
        private final List<Note> notes = new ArrayList<>();
        private final List<LogId> damaged = new ArrayList<>();
        private int read;
    }

    private static boolean wanted(YearMonth month, Wish wish) {
        var after = wish.after();
        var first = YearMonth.from(wish.from().atOffset(ZoneOffset.UTC).minus(BETWEEN));
        var last = YearMonth.from(wish.to().atOffset(ZoneOffset.UTC));
        return !month.isBefore(first) && !month.isAfter(last) && (after == null || !month.isAfter(after.month()));
    }

    private Future<Page> read(List<Month> months, Wish wish, Reading reading) {
        if (months.isEmpty()) return Future.succeededFuture(page(null, wish, reading));
        var month = months.removeFirst();
        Future<?> all = Future.succeededFuture();
        for (var log : month.logs()) all = all.compose(_ -> read(log, month.month(), wish, reading));
        return all.compose(_ -> {
            if (reading.notes.size() > wish.most()) return Future.succeededFuture(page(null, wish, reading));
            return reading.read >= MOST_READ && !months.isEmpty()
                    ? Future.succeededFuture(page(Place.endOf(month.month()), wish, reading))
                    : read(months, wish, reading);
        });
    }

    private Future<?> read(LogId log, YearMonth month, Wish wish, Reading reading) {
        return entries.read(log, Head.EMPTY)
                .map(all -> {
                    reading.read += all.size();
                    for (var written : all) {
                        var entry = written.entry();
                        var place = new Place(month, entry.at(), log.id(), entry.seq());
                        var after = wish.after();
                        if (entry.at().isBefore(wish.from()) || !entry.at().isBefore(wish.to())) continue;
                        if (after != null && !after.isBefore(place)) continue;
                        if (wish.fits().test(entry)) reading.notes.add(new Note(place, entry));
                    }
                    return all;
                })
                .recover(cause -> {
                    if (!(cause instanceof DamagedLog)) return Future.failedFuture(cause);
                    reading.damaged.add(log);
                    return Future.succeededFuture(List.of());
                });
    }

    /// @param stopped where the search was given up for now
    private static Page page(@Nullable Place stopped, Wish wish, Reading reading) {
        var notes = reading.notes;
        notes.sort(Comparator.comparing(Note::place, Place.NEWEST_FIRST));
        if (notes.size() <= wish.most()) return new Page(notes, stopped, reading.damaged);
        var shown = List.copyOf(notes.subList(0, wish.most()));
        return new Page(shown, shown.getLast().place(), reading.damaged);
    }
}
