package org.holdfast.media.jitsi;

import static io.vertx.redis.client.Command.EVAL;
import static io.vertx.redis.client.Request.cmd;

import io.vertx.core.Future;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.holdfast.json.BadJson;
import org.holdfast.json.RecordJson;
import org.holdfast.sealing.MasterKey;
import org.holdfast.sealing.ShortLived;
import org.holdfast.session.EndpointId;
import org.holdfast.session.SessionId;
import org.jspecify.annotations.Nullable;

/// What all nodes know of each session's media, sealed, for some hours. One node at a time has it in its hands; who is
/// to be put out is written beside it, without waiting for that.
final class MediaStore {
    /// Longer than any session, and than a clinic's night.
    static final Duration KEPT = Duration.ofHours(24);
    /// A node that died with it in its hands holds the others up for so long.
    static final Duration IN_HANDS = Duration.ofSeconds(3);

    private static final String TAKE = """
            if redis.call('EXISTS', KEYS[1]) == 1 then return {0} end
            redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
            return {1, redis.call('GET', KEYS[2]) or '', redis.call('SMEMBERS', KEYS[3])}
            """;
    private static final String KEEP = """
            if redis.call('GET', KEYS[1]) ~= ARGV[1] then return {0} end
            redis.call('PEXPIRE', KEYS[1], ARGV[2])
            if ARGV[3] ~= '' then redis.call('SET', KEYS[2], ARGV[3], 'PX', ARGV[4]) end
            return {1, redis.call('SMEMBERS', KEYS[3])}
            """;
    private static final String GIVE_BACK = """
            if redis.call('GET', KEYS[1]) ~= ARGV[1] then return {0} end
            if ARGV[2] ~= '' then redis.call('SET', KEYS[2], ARGV[2], 'PX', ARGV[3]) end
            redis.call('DEL', KEYS[1])
            return {1}
            """;
    private static final String DISMISS = """
            redis.call('SADD', KEYS[3], ARGV[1])
            redis.call('PEXPIRE', KEYS[3], ARGV[2])
            return {1, redis.call('GET', KEYS[2]) or ''}
            """;

    private static final RecordJson<Held> HELD = RecordJson.of(Held.class);

    private final Redis redis;
    private final ShortLived seal;

    MediaStore(Redis redis, MasterKey master) {
        this.redis = redis;
        this.seal = new ShortLived(master, "media");
    }

    /// @param dismissed whoever was put out of the session, whatever else is said of them
    record Taken(Held held, Set<EndpointId> dismissed) {}

    /// Another node has taken it over meanwhile, so nothing was kept.
    static final class NotInHands extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotInHands() {
            super("it is not in this node's hands any more", null, false, false);
        }
    }

    /// @return absent while somebody else has it
    Future<@Nullable Taken> take(SessionId session, String hands) {
        return ask(session, TAKE, hands, millis(IN_HANDS))
                .map(answer -> is(answer)
                        ? new Taken(read(session, answer.get(1).toString()), endpoints(answer.get(2)))
                        : null);
    }

    /// Goes on having it, and keeps what is held by now.
    ///
    /// @param held absent to keep what was kept before
    /// @return who was dismissed by now
    Future<Set<EndpointId>> keep(SessionId session, String hands, @Nullable Held held) {
        return ask(session, KEEP, hands, millis(IN_HANDS), sealed(session, held), millis(KEPT))
                .map(answer -> {
                    if (!is(answer)) throw new NotInHands();
                    return endpoints(answer.get(1));
                });
    }

    Future<Void> giveBack(SessionId session, String hands, @Nullable Held held) {
        return ask(session, GIVE_BACK, hands, sealed(session, held), millis(KEPT))
                .map(answer -> {
                    if (!is(answer)) throw new NotInHands();
                    return null;
                });
    }

    /// From now on this endpoint is wanted nowhere, whoever says otherwise; endpoints are never used again.
    ///
    /// @return what was held until now
    Future<Held> dismiss(SessionId session, EndpointId endpoint) {
        return ask(session, DISMISS, endpoint.value(), millis(KEPT))
                .map(answer -> read(session, answer.get(1).toString()));
    }

    private Future<Response> ask(SessionId session, String script, String... arguments) {
        var request = cmd(EVAL)
                .arg(script)
                .arg(3)
                .arg("media-hands:" + tag(session))
                .arg("media:" + tag(session))
                .arg("media-dismissed:" + tag(session));
        for (var argument : arguments) request.arg(argument);
        return redis.send(request);
    }

    private static boolean is(Response answer) {
        return answer.get(0).toInteger() == 1;
    }

    private static Set<EndpointId> endpoints(Response members) {
        var all = new HashSet<EndpointId>();
        for (var member : members) all.add(new EndpointId(member.toString()));
        return all;
    }

    private String sealed(SessionId session, @Nullable Held held) {
        return held == null ? "" : seal.seal(HELD.print(held), place(session));
    }

    /// What cannot be read (another version's, or nobody's) is made anew: nothing is lost with it but a moment.
    private Held read(SessionId session, String sealed) {
        if (sealed.isEmpty()) return Held.NOTHING;
        var words = seal.open(sealed, place(session));
        try {
            return words == null ? Held.NOTHING : HELD.read(words);
        } catch (BadJson _) {
            return Held.NOTHING;
        }
    }

    private static String place(SessionId session) {
        return "media:" + tag(session);
    }

    private static String tag(SessionId session) {
        return "{session:" + session + "}";
    }

    private static String millis(Duration length) {
        return Long.toString(length.toMillis());
    }
}
