package org.holdfast.identity;

import static org.holdfast.testing.Await.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import java.security.SecureRandom;
import java.util.stream.IntStream;
import org.holdfast.identity.SignIns.Answer;
import org.holdfast.sealing.MasterKey;
import org.holdfast.session.SignOff;
import org.holdfast.testing.ManualClock;
import org.holdfast.testing.RedisExtension;
import org.holdfast.testing.TestRedis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith({VertxExtension.class, RedisExtension.class})
class SignInCodesTest {
    private static final Seat DANA = new Seat("p-dana", Kind.STAFF, "d1");
    private static final Seat BEN = new Seat("p-ben", Kind.STAFF, "d1");
    private static final String CODE = "482913";

    private final ManualClock clock = ManualClock.atNine();
    private Redis redis;
    private SignInCodes codes;

    @BeforeEach
    void dana_has_a_code(Vertx vertx, TestRedis server) {
        redis = Redis.createClient(vertx, server.url());
        codes = new SignInCodes(redis, MasterKey.random(new SecureRandom()), clock);
        get(codes.keep("p-dana", CODE));
    }

    @AfterEach
    void close() {
        redis.close();
    }

    private Answer tries(Seat seat, String code) {
        return get(codes.prove(seat, code));
    }

    private String kept(String key) {
        return get(redis.send(Request.cmd(Command.GET).arg(key))).toString();
    }

    @Test
    void whoever_knows_the_code_has_proved_on_this_device_who_they_are() {
        assertNull(get(codes.last(DANA)));
        assertEquals(new Answer.Proven(clock.instant()), tries(DANA, CODE));
        assertEquals(clock.instant(), get(codes.last(DANA)));
        assertNull(get(codes.last(new Seat("p-dana", Kind.STAFF, "d2"))));
        assertNull(get(codes.last(BEN)));
    }

    @Test
    void the_proof_is_forgotten_by_the_store_when_it_counts_no_more() {
        tries(DANA, CODE);
        var left = get(redis.send(Request.cmd(Command.PTTL).arg("signed-in:{p-dana}:d1")))
                .toLong();
        assertTrue(left > 0 && left <= SignOff.FRESH.toMillis(), () -> left + " ms");
    }

    @Test
    void a_code_is_one_persons_and_a_new_one_ends_the_old() {
        assertInstanceOf(Answer.Wrong.class, tries(BEN, CODE));
        get(codes.keep("p-ben", CODE));
        assertNotEquals(kept("sign-in-code:{p-dana}"), kept("sign-in-code:{p-ben}"));
        get(codes.keep("p-dana", "000000"));
        assertInstanceOf(Answer.Wrong.class, tries(DANA, CODE));
        assertNull(get(codes.last(DANA)));
    }

    @Test
    void the_store_alone_does_not_tell_the_code() {
        var kept = kept("sign-in-code:{p-dana}");
        assertFalse(kept.contains(CODE));
        var others = new SignInCodes(redis, MasterKey.random(new SecureRandom()), clock);
        assertInstanceOf(Answer.Wrong.class, get(others.prove(DANA, CODE)));
        assertNotEquals(Secrets.digest(CODE), kept);
    }

    @Test
    void of_many_tries_at_once_only_a_few_are_looked_at() {
        var answers = IntStream.range(0, 20)
                .mapToObj(n -> codes.prove(DANA, "%06d".formatted(n)))
                .toList();
        var wrong =
                answers.stream().filter(it -> get(it) instanceof Answer.Wrong).count();
        assertEquals(SignInCodes.MOST_TRIES, wrong);
        assertInstanceOf(Answer.TooOften.class, tries(DANA, CODE));
        get(codes.keep("p-ben", CODE));
        assertInstanceOf(Answer.Proven.class, tries(BEN, CODE));
    }

    @Test
    void the_right_code_clears_the_wrong_tries_before_it() {
        for (var round = 0; round < 3; round++) {
            for (var n = 1; n < SignInCodes.MOST_TRIES; n++)
                assertInstanceOf(Answer.Wrong.class, tries(DANA, "00000" + n));
            assertInstanceOf(Answer.Proven.class, tries(DANA, CODE));
        }
    }

    @Test
    void a_fresh_code_has_six_digits() {
        for (var n = 0; n < 100; n++) assertTrue(Secrets.freshCode().matches("[0-9]{6}"));
    }
}
