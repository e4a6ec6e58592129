package org.holdfast.directory;

import static io.vertx.redis.client.Command.ZADD;
import static io.vertx.redis.client.Command.ZREVRANGE;
import static io.vertx.redis.client.Request.cmd;

import io.vertx.core.Future;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.holdfast.session.Plan;
import org.holdfast.session.SessionId;

/// The sessions of a person, newest first.
public final class SessionIndex {
    /// As far back as the pages look.
    static final int NEWEST = 20;

    private final Redis redis;

    public SessionIndex(Redis redis) {
        this.redis = redis;
    }

    public Future<Void> add(Plan plan) {
        var people = new ArrayList<String>();
        plan.everybody().forEach(member -> people.add(member.value()));
        return addFor(people, plan.session(), plan.starts());
    }

    private Future<Void> addFor(Collection<String> people, SessionId session, Instant starts) {
        var writes = new ArrayList<Future<Response>>();
        for (var person : people) {
            writes.add(redis.send(
                    cmd(ZADD).arg(key(person)).arg(starts.toEpochMilli()).arg(session.value())));
        }
        return Future.all(writes).mapEmpty();
    }

    public Future<List<SessionId>> of(String person) {
        return redis.send(cmd(ZREVRANGE).arg(key(person)).arg(0).arg(NEWEST - 1))
                .map(found -> {
                    var sessions = new ArrayList<SessionId>();
                    for (var id : found) sessions.add(new SessionId(id.toString()));
                    return sessions;
                });
    }

    private static String key(String person) {
        return "sessions:{" + person + "}";
    }
}
