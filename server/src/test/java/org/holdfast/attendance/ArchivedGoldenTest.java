package org.holdfast.attendance;

import static org.holdfast.testing.Await.get;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.security.SecureRandom;
import java.util.List;
import org.holdfast.decision.Entry;
import org.holdfast.json.SealedJson;
import org.holdfast.live.EventLog.Appended;
import org.holdfast.live.Head;
import org.holdfast.live.LogId;
import org.holdfast.live.Written;
import org.holdfast.log.Archiver;
import org.holdfast.log.LogVerifier;
import org.holdfast.log.RedisConnections;
import org.holdfast.log.RedisEventLog;
import org.holdfast.log.RedisHeads;
import org.holdfast.log.RedisKeyring;
import org.holdfast.log.Verdict;
import org.holdfast.sealing.Mac;
import org.holdfast.sealing.MasterKey;
import org.holdfast.session.SessionEvent;
import org.holdfast.testing.RedisExtension;
import org.holdfast.testing.TestRedis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The kept logs once more, from an archive.
@ExtendWith({VertxExtension.class, RedisExtension.class})
class ArchivedGoldenTest {
    @Test
    void every_view_and_every_sheet_of_an_archived_log_is_what_it_was_to_the_byte(Vertx vertx, TestRedis redis) {
        var master = MasterKey.random(new SecureRandom());
        var connections = get(RedisConnections.connect(vertx, redis.url(), 1));
        var heads = new RedisHeads(connections, master);
        var log = new RedisEventLog<>(
                connections, SealedJson.of(SessionEvent.class), master, new RedisKeyring(connections, master), heads);
        var archiver = new Archiver(connections, master, heads);
        for (var name : GoldenLogTest.KEPT) {
            var kept = GoldenLogTest.kept(name);
            var entries = GoldenLog.entries(kept);
            var id = LogId.session(name);
            // Archived half-way as well, so that some is read from two parts and some from a part and a tail.
            var half = append(log, id, entries.subList(0, entries.size() / 2), Mac.NONE);
            assertEquals(Archiver.Outcome.ARCHIVED, get(archiver.archive(id)));
            append(log, id, entries.subList(entries.size() / 2, entries.size()), half);
            assertEquals(kept, GoldenLog.of(read(log, id), GoldenLog.asOf(kept)), name);
            assertEquals(Archiver.Outcome.ARCHIVED, get(archiver.archive(id)));
            assertEquals(kept, GoldenLog.of(read(log, id), GoldenLog.asOf(kept)), name);
            get(heads.flush());
            var verdict = get(new LogVerifier(connections, master, heads).verify(id));
            assertEquals(new Verdict.Sound(id, entries.size(), true), verdict);
        }
        connections.close();
    }

    private static Mac append(
            RedisEventLog<SessionEvent> log, LogId id, List<Entry<SessionEvent>> entries, Mac before) {
        var mac = before;
        for (var entry : entries) mac = ((Appended.Written) get(log.append(id, entry, mac))).mac();
        return mac;
    }

    private static List<Entry<SessionEvent>> read(RedisEventLog<SessionEvent> log, LogId id) {
        return get(log.read(id, Head.EMPTY)).stream().map(Written::entry).toList();
    }
}
