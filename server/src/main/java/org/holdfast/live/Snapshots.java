package org.holdfast.live;

import io.vertx.core.Future;
import java.util.Optional;

/// Where snapshots of logs are found.
public interface Snapshots<S> {
    /// One that can be believed: of this log, as it stands now. Nothing is as good an answer; then the log is folded
    /// from its start.
    Future<Optional<Snapshot<S>>> of(LogId log);

    /// For logs that are short enough without.
    static <S> Snapshots<S> none() {
        return log -> Future.succeededFuture(Optional.empty());
    }
}
