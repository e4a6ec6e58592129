package org.holdfast;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import org.holdfast.directory.ClinicLog;
import org.holdfast.live.Due;
import org.holdfast.log.LogVerifier;
import org.holdfast.log.SignedHeads;

/// Signs, once an hour and on one node, the logs that never end: the clinic's own and those of who opened what.
final class HourlyHeads {
    static final Duration EVERY = Duration.ofHours(1);

    private static final String KIND = "heads";
    private static final Due.Item ITEM = new Due.Item(KIND, ClinicLog.ID);
    private static final Set<String> ENDLESS = Set.of("clinic", "audit");

    private final SignedHeads heads;
    private final LogVerifier logs;
    private final Due due;
    private final InstantSource clock;

    HourlyHeads(SignedHeads heads, LogVerifier logs, Due due, InstantSource clock) {
        this.heads = heads;
        this.logs = logs;
        this.due = due;
        this.clock = clock;
    }

    /// What it is called among the things that are due.
    String kind() {
        return KIND;
    }

    /// At once, whenever a node starts: nobody knows how long none was there.
    Future<Void> start() {
        return due.at(ITEM, clock.instant());
    }

    Future<Void> sign() {
        return logs.logs()
                .map(all ->
                        all.stream().filter(log -> ENDLESS.contains(log.kind())).toList())
                .compose(heads::signMoved)
                .compose(_ -> due.at(ITEM, clock.instant().plus(EVERY)));
    }
}
