package org.holdfast.identity;

import static io.vertx.redis.client.Command.EVAL;
import static io.vertx.redis.client.Command.GET;
import static io.vertx.redis.client.Command.SET;
import static io.vertx.redis.client.Request.cmd;

import io.vertx.core.Future;
import io.vertx.redis.client.Redis;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.holdfast.decision.Ids;
import org.holdfast.sealing.MasterKey;
import org.holdfast.session.SignOff;
import org.jspecify.annotations.Nullable;

/// Sign-ins by a code of six digits that each of the staff has, for installations without an identity provider.
///
/// So short a code is guessed from any digest of it, so what is kept is keyed by the master key, which no store holds.
/// Tries are counted before they are looked at: however many come at once, few of them are.
public final class SignInCodes implements SignIns {
    public static final int MOST_TRIES = 5;
    public static final Duration WITHIN = Duration.ofMinutes(15);

    private static final String ALGORITHM = "HmacSHA256";
    private static final String TRY = """
            local tries = redis.call('INCR', KEYS[2])
            if tries == 1 then redis.call('PEXPIRE', KEYS[2], ARGV[2]) end
            if tries > tonumber(ARGV[3]) then return -1 end
            if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
            redis.call('DEL', KEYS[2])
            redis.call('SET', KEYS[3], ARGV[4], 'PX', ARGV[5])
            return 1
            """;

    private final Redis redis;
    private final SecretKey key;
    private final InstantSource clock;

    public SignInCodes(Redis redis, MasterKey master, InstantSource clock) {
        this.redis = redis;
        this.key = master.derive(ALGORITHM, "sign-in codes");
        this.clock = clock;
    }

    /// Instead of the code that this person had.
    public Future<Void> keep(String person, String code) {
        return redis.send(cmd(SET).arg(code(person)).arg(digest(person, code))).mapEmpty();
    }

    @Override
    public Future<Answer> prove(Seat seat, String code) {
        var at = clock.instant();
        return redis.send(cmd(EVAL)
                        .arg(TRY)
                        .arg(3)
                        .arg(code(seat.person()))
                        .arg("sign-in-tries:{" + seat.person() + "}")
                        .arg(proof(seat))
                        .arg(digest(seat.person(), code))
                        .arg(WITHIN.toMillis())
                        .arg(MOST_TRIES)
                        .arg(at.toEpochMilli())
                        .arg(SignOff.FRESH.toMillis()))
                .map(answer -> switch (answer.toInteger()) {
                    case 1 -> new Answer.Proven(Instant.ofEpochMilli(at.toEpochMilli()));
                    case 0 -> new Answer.Wrong();
                    default -> new Answer.TooOften();
                });
    }

    @Override
    public Future<@Nullable Instant> last(Seat seat) {
        return redis.send(cmd(GET).arg(proof(seat)))
                .map(at -> at == null ? null : Instant.ofEpochMilli(Long.parseLong(at.toString())));
    }

    @Override
    public boolean elsewhere() {
        return false;
    }

    /// Bound to the person, so that two who have the same code cannot be told to.
    private String digest(String person, String code) {
        try {
            var hmac = Mac.getInstance(ALGORITHM);
            hmac.init(key);
            var text = Ids.check(person) + "\n" + code;
            return HexFormat.of().formatHex(hmac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK cannot make MACs", e);
        }
    }

    private static String code(String person) {
        return "sign-in-code:{" + person + "}";
    }

    /// Of this device alone: a code that was typed here proves nothing about another browser.
    private static String proof(Seat seat) {
        return "signed-in:{" + seat.person() + "}:" + seat.device();
    }
}
