package org.holdfast;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.holdfast.clinic.ClinicId;
import org.holdfast.directory.AuditLogs;
import org.holdfast.live.LogId;
import org.holdfast.log.KnownHeads;
import org.holdfast.log.RedisConnections;
import org.holdfast.log.RedisHeads;
import org.holdfast.log.RedisSignedHeads;
import org.holdfast.log.Verdict;
import org.holdfast.sealing.MasterKey;
import org.holdfast.web.AuditChains;

/// Walks a clinic's own log and its audit logs as `verify` does. At most once a minute and only the newest, so that
/// whoever looks again and again presses nobody; `verify` looks at all.
final class ClinicChains implements AuditChains {
    static final Duration KEPT = Duration.ofMinutes(1);
    static final int MOST = 200;

    private record Kept(Instant since, Future<Report> report) {}

    private final RedisConnections redis;
    private final MasterKey master;
    private final RedisHeads heads;
    private final InstantSource clock;
    private final Map<ClinicId, Kept> kept = new ConcurrentHashMap<>();

    /// @param heads of what this node itself has written
    ClinicChains(RedisConnections redis, MasterKey master, RedisHeads heads, InstantSource clock) {
        this.redis = redis;
        this.master = master;
        this.heads = heads;
        this.clock = clock;
    }

    @Override
    public Future<Report> of(ClinicId clinic) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return kept.compute(
                        clinic,
                        (_, before) -> before == null
                                        || before.report().failed()
                                        || !now.isBefore(before.since().plus(KEPT))
                                ? new Kept(now, look(clinic, now))
                                : before)
                .report();
    }

    private Future<Report> look(ClinicId clinic, Instant now) {
        var known = new KnownHeads(master);
        var checking = new Checking(redis, master, known);
        // What was written a moment ago has an end that is kept apart as well.
        return heads.flush()
                .otherwiseEmpty()
                .compose(_ -> new RedisSignedHeads(redis).lines())
                .compose(lines -> {
                    known.add(lines, "Redis");
                    return checking.logs().compose(all -> {
                        var logs = ofClinic(clinic, all);
                        var looked = logs.subList(0, Math.min(MOST, logs.size()));
                        return oneByOne(checking, known, looked, new ArrayList<>())
                                .map(chains -> new Report(now, chains, logs.size() - looked.size()));
                    });
                });
    }

    /// The clinic's own first, then the newest.
    private static List<LogId> ofClinic(ClinicId clinic, List<LogId> all) {
        var own = LogId.clinic(clinic.value());
        var logs = new ArrayList<LogId>();
        for (var log : all) if (AuditLogs.isOf(clinic, log)) logs.add(log);
        logs.sort(Comparator.comparing(AuditLogs::month).reversed().thenComparing(LogId::toString));
        if (all.contains(own)) logs.addFirst(own);
        return logs;
    }

    private static Future<List<Chain>> oneByOne(
            Checking checking, KnownHeads known, List<LogId> logs, List<Chain> chains) {
        if (chains.size() == logs.size()) return Future.succeededFuture(chains);
        var log = logs.get(chains.size());
        return checking.verify(log).compose(verdict -> {
            chains.add(chain(verdict, known));
            return oneByOne(checking, known, logs, chains);
        });
    }

    private static Chain chain(Verdict verdict, KnownHeads known) {
        var heads = known.of(verdict.log());
        var last = heads.isEmpty() ? null : heads.getLast().says();
        var log = verdict.log();
        var signed = last == null ? null : last.seq();
        var at = last == null ? null : last.at();
        return switch (verdict) {
            case Verdict.Sound(var _, var entries, var anchored) ->
                new Chain(log, anchored ? State.WHOLE : State.END_UNKNOWN, entries, null, signed, at);
            case Verdict.Broken(var _, var seq, var harm) ->
                new Chain(log, harm == Verdict.Harm.CUT_OFF ? State.CUT_OFF : State.ALTERED, seq - 1, seq, signed, at);
            case Verdict.ArchiveBroken(var _, var first, var _, var _) ->
                new Chain(log, State.ALTERED, first - 1, first, signed, at);
            case Verdict.AnchorAltered _ -> new Chain(log, State.HEAD_ALTERED, 0, null, signed, at);
            case Verdict.Unlike(var _, var seq, var length, var difference, var _) ->
                switch (difference) {
                    case CUT_OFF -> new Chain(log, State.CUT_OFF, length, length + 1, signed, at);
                    case OTHER -> new Chain(log, State.ALTERED, 0, seq, signed, at);
                    case FORGED -> new Chain(log, State.HEAD_ALTERED, length, null, signed, at);
                };
        };
    }
}
