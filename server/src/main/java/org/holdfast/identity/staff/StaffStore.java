package org.holdfast.identity.staff;

import static io.vertx.redis.client.Command.DEL;
import static io.vertx.redis.client.Command.EVAL;
import static io.vertx.redis.client.Command.HGETALL;
import static io.vertx.redis.client.Command.SET;
import static io.vertx.redis.client.Command.SMEMBERS;
import static io.vertx.redis.client.Request.cmd;

import io.vertx.core.Future;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Sign-ins of staff as they stand in Redis: a hash each, found by its device and, when the provider ends a session, by
/// that session or its account. Everything goes by itself once it is over.
final class StaffStore {
    /// Of the last use or of the roles, only while it is still there: what was ended in between stays ended.
    private static final String CHANGE = """
            if redis.call('EXISTS', KEYS[1]) == 0 then return 0 end
            redis.call('HSET', KEYS[1], ARGV[2], ARGV[3])
            if ARGV[4] then redis.call('HSET', KEYS[1], ARGV[4], ARGV[5]) end
            redis.call('PEXPIRE', KEYS[1], ARGV[1])
            return 1
            """;

    private static final String KEEP = """
            for i = 3, #ARGV, 2 do redis.call('HSET', KEYS[1], ARGV[i], ARGV[i + 1]) end
            redis.call('PEXPIRE', KEYS[1], ARGV[1])
            return 1
            """;

    private static final String INDEX = """
            redis.call('SADD', KEYS[1], ARGV[1])
            redis.call('PEXPIRE', KEYS[1], ARGV[2])
            return 1
            """;

    private final Redis redis;

    StaffStore(Redis redis) {
        this.redis = redis;
    }

    Future<Void> keep(String device, Map<String, String> fields, Duration idle, String session, String subject) {
        var write =
                cmd(EVAL).arg(KEEP).arg(1).arg(key(device)).arg(idle.toMillis()).arg("");
        fields.forEach((name, value) -> write.arg(name).arg(value));
        return redis.send(write)
                .compose(_ -> index(bySession(session), device))
                .compose(_ -> index(bySubject(subject), device))
                .mapEmpty();
    }

    private Future<Response> index(String key, String device) {
        return redis.send(cmd(EVAL).arg(INDEX).arg(1).arg(key).arg(device).arg(SignedIn.LONGEST.toMillis()));
    }

    Future<@Nullable Response> find(String device) {
        return redis.send(cmd(HGETALL).arg(key(device))).map(all -> all.size() == 0 ? null : all);
    }

    /// @param still how much longer it may lie there
    Future<Boolean> change(String device, Duration still, List<String> namesAndValues) {
        var write = cmd(EVAL).arg(CHANGE).arg(1).arg(key(device)).arg(Math.max(1, still.toMillis()));
        namesAndValues.forEach(write::arg);
        return redis.send(write).map(done -> done.toInteger() == 1);
    }

    Future<Void> end(String device) {
        return redis.send(cmd(DEL).arg(key(device))).mapEmpty();
    }

    /// By the provider's session, or of the whole account when it names none.
    Future<List<String>> of(String session, String subject) {
        var key = session.isEmpty() ? bySubject(subject) : bySession(session);
        return redis.send(cmd(SMEMBERS).arg(key))
                .map(all -> all.stream().map(Response::toString).toList());
    }

    /// Whether whoever asks is the first within that time, on any node.
    Future<Boolean> first(String what, Duration within) {
        return redis.send(cmd(SET).arg(what).arg("1").arg("NX").arg("PX").arg(within.toMillis()))
                .map(set -> set != null);
    }

    static @Nullable Instant time(Response fields, String name) {
        var value = fields.get(name);
        return value == null ? null : Instant.ofEpochMilli(Long.parseLong(value.toString()));
    }

    static String text(Response fields, String name) {
        var value = fields.get(name);
        return value == null ? "" : value.toString();
    }

    private static String key(String device) {
        return "staff-sign-in:{" + device + "}";
    }

    private static String bySession(String session) {
        return "staff-sign-ins:session:{" + session + "}";
    }

    private static String bySubject(String subject) {
        return "staff-sign-ins:account:{" + subject + "}";
    }
}
