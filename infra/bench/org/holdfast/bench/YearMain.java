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
/// sheet: `redis master-key sessions`. A program of its own, so that it has one core with its Redis and nothing else.
public final class YearMain {
    private YearMain() {}

    public static void main(String[] arguments) throws Exception {
        var vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
        var master = MasterKey.parse(arguments[1]);
        var connections = Group.await(RedisConnections.connect(vertx, arguments[0], 1));
        var log = log(connections, master, new RedisHeads(connections, master));
        var nanos = Latency.histogram();
        var entries = 0L;
        var credited = 0L;
        var began = System.nanoTime();
        for (var number = 0; number < Integer.parseInt(arguments[2]); number++) {
            var from = System.nanoTime();
            var id = LogId.session(new Group(number, 1).session().value());
            List<Entry<SessionEvent>> all = log.read(id, Head.EMPTY)
                    .map(read -> read.stream().map(Written::entry).toList())
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(1, TimeUnit.MINUTES);
            var sheet = AttendanceSheet.of(all, all.getLast().at());
            credited += sheet.rows().size();
            entries += all.size();
            nanos.recordValue(System.nanoTime() - from);
        }
        var seconds = (System.nanoTime() - began) / 1e9;
        var tail = nanos.getValueAtPercentile(99) / 1e6;
        System.out.println("read %.3f %.3f %d entries, %d rows".formatted(seconds, tail, entries, credited));
        System.exit(0);
    }

    static EventLog<SessionEvent> log(RedisConnections connections, MasterKey master, Heads heads) {
        var keyring = new RedisKeyring(connections, master);
        return new RedisEventLog<>(connections, SealedJson.of(SessionEvent.class), master, keyring, heads);
    }
}
