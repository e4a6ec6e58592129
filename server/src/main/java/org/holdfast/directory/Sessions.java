package org.holdfast.directory;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.holdfast.decision.Entry;
import org.holdfast.live.EventLog;
import org.holdfast.live.Head;
import org.holdfast.live.LogHost;
import org.holdfast.live.LogHosts;
import org.holdfast.live.LogId;
import org.holdfast.live.Untrusted;
import org.holdfast.live.Written;
import org.holdfast.session.Life;
import org.holdfast.session.MemberId;
import org.holdfast.session.Session;
import org.holdfast.session.SessionCommand;
import org.holdfast.session.SessionEvent;
import org.holdfast.session.SessionId;
import org.jspecify.annotations.Nullable;

/// Sessions as their logs tell of them, found by the people in them.
public final class Sessions {
    private final SessionIndex index;
    private final LogHosts<Session, SessionCommand, SessionEvent> logs;
    private final EventLog<SessionEvent> entries;
    private final InstantSource clock;

    public Sessions(
            SessionIndex index,
            LogHosts<Session, SessionCommand, SessionEvent> logs,
            EventLog<SessionEvent> entries,
            InstantSource clock) {
        this.index = index;
        this.logs = logs;
        this.entries = entries;
        this.clock = clock;
    }

    /// All entries of a session's log, as they stand.
    public Future<List<Entry<SessionEvent>>> entries(SessionId id) {
        return entries.read(LogId.session(id.value()), Head.EMPTY)
                .map(all -> all.stream().map(Written::entry).toList());
    }

    /// Nothing when it was never opened.
    public Future<@Nullable Session> session(SessionId id) {
        return logs.open(LogId.session(id.value()))
                .map(Untrusted::trusted)
                .map(LogHost::state)
                .map(session -> session.life() instanceof Life.Scheduled ? null : session);
    }

    /// Newest first.
    public Future<List<Session>> of(String person) {
        return index.of(person).compose(ids -> {
            var reading = new ArrayList<Future<@Nullable Session>>();
            ids.forEach(id -> reading.add(session(id)));
            return Future.all(reading)
                    .map(_ -> reading.stream()
                            .map(Future::result)
                            .filter(Objects::nonNull)
                            .filter(session -> session.isFor(new MemberId(person)))
                            .sorted(Comparator.comparing(
                                            (Session session) -> session.plan().starts())
                                    .reversed())
                            .toList());
        });
    }

    /// The one to go to now, else the last that was; nothing for who has none.
    public Future<@Nullable Session> next(String person) {
        return of(person).map(sessions -> Nearest.of(sessions, new MemberId(person), clock.instant()));
    }
}
