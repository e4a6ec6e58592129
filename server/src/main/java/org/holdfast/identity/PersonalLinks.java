package org.holdfast.identity;

import static io.vertx.redis.client.Command.DEL;
import static io.vertx.redis.client.Command.HGETALL;
import static io.vertx.redis.client.Command.HSET;
import static io.vertx.redis.client.Command.SADD;
import static io.vertx.redis.client.Command.SMEMBERS;
import static io.vertx.redis.client.Request.cmd;

import io.vertx.core.Future;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import org.holdfast.decision.Ids;
import org.jspecify.annotations.Nullable;

/// The link in somebody's mail: a token that stands for one person, kept only as its digest.
///
/// A wrong, expired, revoked or unknown token is looked up by the same one read and gives the same nothing, so neither
/// words nor time tell them apart: that somebody *has* a link here is itself private.
public final class PersonalLinks {
    /// @param ends absent for a link that is valid until it is revoked
    public record Link(String person, Kind kind, @Nullable Instant ends) {
        public Link {
            Ids.check(person);
        }
    }

    private final Redis redis;
    private final InstantSource clock;

    public PersonalLinks(Redis redis, InstantSource clock) {
        this.redis = redis;
        this.clock = clock;
    }

    /// @return the token, which is never seen again here
    public Future<String> issue(Link link) {
        var token = Secrets.fresh();
        return keep(token, link).map(token);
    }

    /// For a token that already stands in a mail or on a demo's list.
    public Future<Void> keep(String token, Link link) {
        var digest = Secrets.digest(token);
        var write = cmd(HSET)
                .arg(key(digest))
                .arg("person")
                .arg(link.person())
                .arg("kind")
                .arg(link.kind().wire());
        var ends = link.ends();
        if (ends != null) write.arg("ends").arg(ends.toEpochMilli());
        return redis.send(cmd(SADD).arg(ofPerson(link.person())).arg(digest))
                .compose(_ -> redis.send(write))
                .mapEmpty();
    }

    public Future<@Nullable Link> find(String token) {
        var known = token.length() <= Secrets.LONGEST ? token : "";
        return redis.send(cmd(HGETALL).arg(key(Secrets.digest(known)))).map(this::read);
    }

    public Future<Void> revoke(String person) {
        return redis.send(cmd(SMEMBERS).arg(ofPerson(person))).compose(digests -> {
            var deletions = new ArrayList<Future<Response>>();
            for (var digest : digests) deletions.add(redis.send(cmd(DEL).arg(key(digest.toString()))));
            return Future.all(deletions)
                    .compose(_ -> redis.send(cmd(DEL).arg(ofPerson(person))))
                    .mapEmpty();
        });
    }

    private @Nullable Link read(Response fields) {
        var person = fields.get("person");
        var kind = fields.get("kind");
        if (person == null || kind == null) return null;
        var ends = fields.get("ends") == null
                ? null
                : Instant.ofEpochMilli(fields.get("ends").toLong());
        if (ends != null && !clock.instant().isBefore(ends)) return null;
        return new Link(person.toString(), Kind.of(kind.toString()), ends);
    }

    private static String key(String digest) {
        return "link:{" + digest + "}";
    }

    private static String ofPerson(String person) {
        return "links:{" + person + "}";
    }
}
