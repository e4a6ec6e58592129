package org.holdfast.bench;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.holdfast.attendance.AttendanceSheet;
import org.holdfast.decision.Entry;
import org.holdfast.json.SealedJson;
import org.holdfast.live.EventLog;
import org.holdfast.live.Head;
import org.holdfast.live.LogId;
import org.holdfast.live.Written;
import org.holdfast.log.Heads;
import org.holdfast.log.RedisConnections;
import org.holdfast.log.RedisEventLog;
import org.holdfast.log.RedisHeads;
import org.holdfast.log.RedisKeyring;
import org.holdfast.sealing.MasterKey;
import org.holdfast.session.SessionEvent;

/// Reads each session of a year from its start, believes nothing that its chain does not vouch for, and computes its
/// sheet: `redis master-key sessions others`. A program of its own, so that it has one core with its Redis and nothing
/// else. It reads the others first, unmeasured: what its compiler does in the first seconds is not what a year costs.
public final class YearMain {
    private static final int WARM_UP_PASSES = 12;

    private YearMain() {}

    public static void main(String[] arguments) throws Exception {
        var vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
        var master = MasterKey.parse(arguments[1]);
        var connections = Group.await(RedisConnections.connect(vertx, arguments[0], 1));
        var log = log(connections, master, new RedisHeads(connections, master));
        var sessions = Integer.parseInt(arguments[2]);
        var all = sessions + Integer.parseInt(arguments[3]);
        for (var pass = 0; pass < WARM_UP_PASSES; pass++) {
            for (var number = sessions; number < all; number++) read(log, number);
        }
        var nanos = Latency.histogram();
        var entries = 0L;
        var rows = 0L;
        var began = System.nanoTime();
        for (var number = 0; number < sessions; number++) {
            var from = System.nanoTime();
            var sheet = read(log, number);
            entries += sheet.seq();
            rows += sheet.rows().size();
            nanos.recordValue(System.nanoTime() - from);
        }
        var seconds = (System.nanoTime() - began) / 1e9;
        var tail = nanos.getValueAtPercentile(99) / 1e6;
        System.out.println("read %.3f %.3f %d entries, %d rows".formatted(seconds, tail, entries, rows));
        System.exit(0);
    }

    private static AttendanceSheet read(EventLog<SessionEvent> log, int number) throws Exception {
        List<Entry<SessionEvent>> all = log.read(
                        LogId.session(new Group(number, 1).session().value()), Head.EMPTY)
                .map(read -> read.stream().map(Written::entry).toList())
                .toCompletionStage()
                .toCompletableFuture()
                .get(1, TimeUnit.MINUTES);
        return AttendanceSheet.of(all, all.getLast().at());
    }

    static EventLog<SessionEvent> log(RedisConnections connections, MasterKey master, Heads heads) {
        var keyring = new RedisKeyring(connections, master);
        return new RedisEventLog<>(connections, SealedJson.of(SessionEvent.class), master, keyring, heads);
    }
}
