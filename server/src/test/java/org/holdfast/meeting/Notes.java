package org.holdfast.meeting;

import static org.holdfast.testing.Await.get;

import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.util.List;
import org.holdfast.audit.AuditEvent;
import org.holdfast.decision.Entry;
import org.holdfast.json.SealedJson;
import org.holdfast.live.Head;
import org.holdfast.live.LogId;
import org.holdfast.live.Written;
import org.holdfast.log.RedisConnections;
import org.holdfast.log.RedisEventLog;
import org.holdfast.log.RedisKeyring;
import org.holdfast.testing.TestRedis;

/// The audit log of a clinic's first node, read past it.
record Notes(Clinic clinic, RedisConnections redis) implements AutoCloseable {
    static Notes of(Clinic clinic, Vertx vertx, TestRedis server) {
        return new Notes(clinic, get(RedisConnections.connect(vertx, server.url(), 1)));
    }

    LogId log() {
        return clinic.first().node().audit().current();
    }

    List<Entry<AuditEvent>> all() {
        var notes = new RedisEventLog<>(
                redis, SealedJson.of(AuditEvent.class), clinic.master(), new RedisKeyring(redis, clinic.master()));
        return get(notes.read(log(), Head.EMPTY)).stream().map(Written::entry).toList();
    }

    /// In the log's place stands something that is no log: nothing can be appended there.
    void standInTheWay() {
        get(redis.send(Request.cmd(Command.SET).arg("log:{" + log() + "}").arg("in the way")));
    }

    @Override
    public void close() {
        redis.close();
    }
}
