package org.holdfast.live;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.holdfast.decision.Entry;
import org.holdfast.sealing.Mac;

/// Where logs are kept. Appending is a compare-and-set on the head: nothing is ever written after a gap or beside a
/// fork.
public interface EventLog<E> {
    sealed interface Appended {
        record Written(Mac mac) implements Appended {}

        /// Others wrote first: read what is new, fold it, decide again.
        record Behind() implements Appended {}

        /// The store knows less than we do: it has lost entries.
        record Ahead(long storeSeq) implements Appended {}

        /// As many entries as we know, but not the ones we know.
        record Forked() implements Appended {}

        /// No answer. The entry may stand or not; only reading tells.
        record Unknown(Throwable cause) implements Appended {}
    }

    /// Never fails: a lost connection is [Appended.Unknown].
    Future<Appended> append(LogId log, Entry<E> entry, Mac previous);

    /// All entries after `known`, in order, each verified against the chain that `known` ends in. Fails with
    /// [org.holdfast.decision.DamagedLog] where the chain breaks.
    Future<List<Written<E>>> read(LogId log, Head known);

    Future<Head> head(LogId log);

    /// Where these logs ended a moment ago, as far as it is cheap to say of many at once. Good for seeing that nothing
    /// is new; whatever is not as expected, or missing here, is to be asked for by [#head].
    default Future<Map<LogId, Head>> ends(List<LogId> logs) {
        return Future.succeededFuture(Map.of());
    }

    /// Tells of new entries, sometimes early, sometimes twice, sometimes never: a hint. `heard` gets the place of the
    /// entry, or 0 when the subscription has (re)started and anything may have been missed. Called on any thread.
    Subscription hints(LogId log, LongConsumer heard);
}
