package org.holdfast.live;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.holdfast.decision.Actor;
import org.holdfast.decision.CommandId;
import org.holdfast.decision.DamagedLog;
import org.holdfast.decision.Decider;
import org.holdfast.decision.Decision;
import org.holdfast.decision.Entry;
import org.holdfast.decision.RefusalCode;
import org.jspecify.annotations.Nullable;

/// Brings wishes into the log: decides, appends, and when the store answers otherwise, reads on and decides again.
final class Writer<S, C, E> {
    /// Losing a race this often in a row means that something else is wrong.
    static final int MOST_RACES = 64;
    /// Appends, or attempts to read, that get no answer in a row; with the pauses between them about five seconds.
    static final int MOST_UNANSWERED = 8;
    /// However often the store comes and goes meanwhile.
    static final Duration PATIENCE = Duration.ofSeconds(15);

    static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    /// A wish that has queued for longer is not begun: whoever asked has given up.
    static final Duration STALE = Duration.ofSeconds(10);

    private final LogHost<S, C, E> host;
    private final Decider<S, C, E> decider;
    private final EventLog<E> log;
    private final Live live;

    Writer(LogHost<S, C, E> host, Decider<S, C, E> decider, EventLog<E> log, Live live) {
        this.host = host;
        this.decider = decider;
        this.log = log;
        this.live = live;
    }

    Outcome write(C command, Actor by, CommandId id, Instant asked) {
        if (live.clock().instant().isAfter(asked.plus(STALE))) return refused(RefusalCode.UNAVAILABLE);
        var tries = new Tries(asked.plus(PATIENCE));
        while (host.halted() == null) {
            var fold = host.fold();
            var done = fold.doneAt(by, id);
            if (done != null) return new Outcome.Done(done);
            var at = later(fold.lastAt(), live.clock().instant().truncatedTo(ChronoUnit.MILLIS));
            switch (decider.decide(fold.state(), command, by, at)) {
                case Decision.Refused<E>(var code) -> {
                    // While an unanswered append could still land at the next place, "no" would be a guess.
                    var open = tries.hanging == fold.head().seq() + 1;
                    return refused(open ? RefusalCode.UNKNOWN_OUTCOME : code);
                }
                case Decision.Accepted<E>(var events) -> {
                    if (events.isEmpty()) return new Outcome.Done(fold.head().seq());
                    var entry = new Entry<>(fold.head().seq() + 1, at, by, id, events);
                    var refusal = append(entry, fold, tries);
                    if (refusal != null) return refused(refusal);
                }
            }
        }
        return refused(RefusalCode.UNAVAILABLE);
    }

    /// Null to go on: the command is then found in the fold, or decided again.
    private @Nullable RefusalCode append(Entry<E> entry, Fold<S, E> fold, Tries tries) {
        // Folded before it is written: an impossible event must never reach the log.
        var after = fold.stateAfter(entry);
        var known = fold.head();
        host.appending(entry.seq());
        EventLog.Appended answer;
        try {
            answer = Answer.of(log.append(host.id(), entry, known.mac()));
        } finally {
            host.appending(0);
        }
        return switch (answer) {
            case EventLog.Appended.Written(var mac) -> {
                host.advance(new Written<>(entry, mac), after);
                yield null;
            }
            case EventLog.Appended.Behind() -> {
                if (++tries.races >= MOST_RACES) yield RefusalCode.UNAVAILABLE;
                yield readOn(tries) ? null : unread(known, tries);
            }
            case EventLog.Appended.Ahead(var stored) -> {
                host.halt(new Halt.StoreLostEntries(host.id(), known.seq(), stored));
                yield null;
            }
            case EventLog.Appended.Forked() -> {
                host.halt(new Halt.StoreForked(host.id(), known.seq()));
                yield null;
            }
            case EventLog.Appended.Unknown unknown -> {
                tries.hanging = entry.seq();
                yield pause(++tries.unanswered, tries) && readOn(tries) ? null : RefusalCode.UNKNOWN_OUTCOME;
            }
        };
    }

    private static RefusalCode unread(Head known, Tries tries) {
        return tries.hanging > known.seq() ? RefusalCode.UNKNOWN_OUTCOME : RefusalCode.UNAVAILABLE;
    }

    /// Reads what is new, again and again while the store is away; false when patience has ended.
    private boolean readOn(Tries tries) {
        for (var unread = 1; ; unread++) {
            try {
                host.readNew();
                return true;
            } catch (DamagedLog damaged) {
                throw damaged;
            } catch (RuntimeException away) {
                if (!pause(unread, tries)) return false;
            }
        }
    }

    private boolean pause(int unanswered, Tries tries) {
        if (unanswered >= MOST_UNANSWERED || live.clock().instant().isAfter(tries.end)) return false;
        var pause = FIRST_PAUSE.multipliedBy(1L << (unanswered - 1));
        live.timers()
                .pause(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE)
                .await();
        return true;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Outcome refused(RefusalCode code) {
        return new Outcome.Refused(code);
    }

    private static final class Tries {
        final Instant end;
        int races;
        int unanswered;
        /// The place of the last append that got no answer; 0 when there is none.
        long hanging;

        Tries(Instant end) {
            this.end = end;
        }
    }
}
