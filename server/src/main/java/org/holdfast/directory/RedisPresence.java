package org.holdfast.directory;

import static io.vertx.redis.client.Command.DEL;
import static io.vertx.redis.client.Command.EXPIRE;
import static io.vertx.redis.client.Command.HGETALL;
import static io.vertx.redis.client.Command.HSET;
import static io.vertx.redis.client.Command.SADD;
import static io.vertx.redis.client.Command.SMEMBERS;
import static io.vertx.redis.client.Command.SREM;
import static io.vertx.redis.client.Request.cmd;

import io.vertx.core.Future;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.holdfast.live.PresenceStore;
import org.holdfast.session.ConnectionId;
import org.holdfast.session.SessionId;

/// Last beats in a hash of the session, sessions in a set of the node.
public final class RedisPresence implements PresenceStore {
    /// Longer than any clinic takes to notice that its server is down.
    static final Duration KEPT = Duration.ofDays(1);
    /// Sessions whose beats are written in one go: so few that what is asked meanwhile does not feel it.
    static final int AT_ONCE = 8;

    private static final String NODES = "holders";

    private final Redis redis;

    public RedisPresence(Redis redis) {
        this.redis = redis;
    }

    @Override
    public Future<Void> write(Map<SessionId, Map<ConnectionId, Instant>> beats) {
        var sessions = List.copyOf(beats.keySet());
        Future<?> written = Future.succeededFuture();
        for (var from = 0; from < sessions.size(); from += AT_ONCE) {
            var next = sessions.subList(from, Math.min(from + AT_ONCE, sessions.size()));
            var before = written;
            // Each part is tried, whatever became of those before.
            written = before.transform(_ -> write(next, beats).compose(_ -> before));
        }
        return written.mapEmpty();
    }

    private Future<?> write(List<SessionId> sessions, Map<SessionId, Map<ConnectionId, Instant>> beats) {
        var writes = new ArrayList<Request>();
        for (var session : sessions) {
            var write = cmd(HSET).arg(beats(session));
            beats.getOrDefault(session, Map.of())
                    .forEach((connection, at) -> write.arg(connection.value()).arg(at.toEpochMilli()));
            writes.add(write);
            writes.add(cmd(EXPIRE).arg(beats(session)).arg(KEPT.toSeconds()));
        }
        return redis.batch(writes);
    }

    @Override
    public Future<Map<ConnectionId, Instant>> read(SessionId session) {
        return redis.send(cmd(HGETALL).arg(beats(session))).map(fields -> {
            var read = new HashMap<ConnectionId, Instant>();
            for (var connection : fields.getKeys()) {
                read.put(
                        new ConnectionId(connection),
                        Instant.ofEpochMilli(fields.get(connection).toLong()));
            }
            return read;
        });
    }

    @Override
    public Future<Void> holds(String node, SessionId session) {
        return redis.send(cmd(SADD).arg(NODES).arg(node))
                .compose(_ -> redis.send(cmd(SADD).arg(held(node)).arg(session.value())))
                .compose(_ -> redis.send(cmd(EXPIRE).arg(held(node)).arg(KEPT.toSeconds())))
                .mapEmpty();
    }

    @Override
    public Future<Void> releases(String node, SessionId session) {
        return redis.send(cmd(SREM).arg(held(node)).arg(session.value())).mapEmpty();
    }

    @Override
    public Future<Set<String>> nodes() {
        return redis.send(cmd(SMEMBERS).arg(NODES)).map(found -> {
            var nodes = new HashSet<String>();
            for (var node : found) nodes.add(node.toString());
            return nodes;
        });
    }

    @Override
    public Future<Void> forget(String node) {
        return redis.send(cmd(DEL).arg(held(node)))
                .compose(_ -> redis.send(cmd(SREM).arg(NODES).arg(node)))
                .mapEmpty();
    }

    @Override
    public Future<Set<SessionId>> heldBy(String node) {
        return redis.send(cmd(SMEMBERS).arg(held(node))).map(found -> {
            var sessions = new HashSet<SessionId>();
            for (var id : found) sessions.add(new SessionId(id.toString()));
            return sessions;
        });
    }

    private static String beats(SessionId session) {
        return "beats:{session:" + session + "}";
    }

    private static String held(String node) {
        return "held:{node:" + node + "}";
    }
}
