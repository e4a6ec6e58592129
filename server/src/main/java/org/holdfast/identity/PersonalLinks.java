package org.holdfast.identity;

import static io.vertx.redis.client.Command.DEL;
import static io.vertx.redis.client.Command.EVAL;
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
import java.util.Comparator;
import java.util.List;
import org.holdfast.clinic.ClinicId;
import org.holdfast.decision.Ids;
import org.jspecify.annotations.Nullable;

/// The link in somebody's mail: a token that stands for one person, kept only as its digest.
///
/// A wrong, expired, revoked or unknown token is looked up by the same one read and gives the same nothing, so neither
/// words nor time tell them apart: that somebody *has* a link here is itself private.
public final class PersonalLinks {
    /// @param ends absent for a link that is valid until it is revoked
    public record Link(
            ClinicId clinic,
            String person,
            Kind kind,
            @Nullable Instant ends) {
        public Link {
            Ids.check(person);
        }

        /// On a server of one clinic.
        public Link(String person, Kind kind, @Nullable Instant ends) {
            this(ClinicId.ONLY, person, kind, ends);
        }
    }

    /// A link that opens something, as staff see it: never the token.
    public record Valid(Instant made, @Nullable Instant ends) {}

    /// One that was revoked in between stays revoked.
    private static final String END = """
            if redis.call('EXISTS', KEYS[1]) == 0 then return 0 end
            return redis.call('HSET', KEYS[1], 'ends', ARGV[1])
            """;

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
                .arg(link.kind().wire())
                .arg("clinic")
                .arg(link.clinic().value())
                .arg("made")
                .arg(clock.millis());
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

    /// Newest first.
    public Future<List<Valid>> of(String person) {
        return redis.send(cmd(SMEMBERS).arg(ofPerson(person))).compose(digests -> {
            var reading = new ArrayList<Future<Response>>();
            for (var digest : digests) reading.add(redis.send(cmd(HGETALL).arg(key(digest.toString()))));
            return Future.all(reading)
                    .map(_ -> reading.stream()
                            .map(Future::result)
                            .filter(fields -> read(fields) != null)
                            .map(fields -> new Valid(made(fields), time(fields, "ends")))
                            .sorted(Comparator.comparing(Valid::made).reversed())
                            .toList());
        });
    }

    /// Those that somebody has open until then.
    public Future<Void> endAt(String person, Instant ends) {
        return redis.send(cmd(SMEMBERS).arg(ofPerson(person))).compose(digests -> {
            var writes = new ArrayList<Future<Response>>();
            for (var digest : digests) {
                writes.add(redis.send(
                        cmd(EVAL).arg(END).arg(1).arg(key(digest.toString())).arg(ends.toEpochMilli())));
            }
            return Future.all(writes).mapEmpty();
        });
    }

    /// A new link in the place of all there were.
    public Future<String> renew(Link link) {
        return revoke(link.person()).compose(_ -> issue(link));
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
        var ends = time(fields, "ends");
        if (ends != null && !clock.instant().isBefore(ends)) return null;
        var clinic = fields.get("clinic");
        return new Link(
                clinic == null ? ClinicId.ONLY : new ClinicId(clinic.toString()),
                person.toString(),
                Kind.of(kind.toString()),
                ends);
    }

    /// Of some it was not written down.
    private static Instant made(Response fields) {
        var made = time(fields, "made");
        return made == null ? Instant.EPOCH : made;
    }

    private static @Nullable Instant time(Response fields, String name) {
        var time = fields.get(name);
        return time == null ? null : Instant.ofEpochMilli(time.toLong());
    }

    private static String key(String digest) {
        return "link:{" + digest + "}";
    }

    private static String ofPerson(String person) {
        return "links:{" + person + "}";
    }
}
