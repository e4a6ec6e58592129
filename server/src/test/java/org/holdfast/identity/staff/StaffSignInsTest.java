package org.holdfast.identity.staff;

import static org.holdfast.testing.Await.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Set;
import org.holdfast.clinic.ClinicId;
import org.holdfast.clinic.StaffRole;
import org.holdfast.sealing.MasterKey;
import org.holdfast.testing.ManualClock;
import org.holdfast.testing.RedisExtension;
import org.holdfast.testing.TestRedis;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class StaffSignInsTest {
    private final Vertx vertx = Vertx.vertx();
    private final ManualClock clock = ManualClock.atNine();
    private final Accounts accounts = new Accounts();
    private Redis redis;
    private StaffSignIns signIns;
    private String cookie;

    @BeforeEach
    void kim_signs_in(TestRedis server) {
        redis = Redis.createClient(vertx, server.url());
        signIns = new StaffSignIns(redis, accounts, MasterKey.random(new SecureRandom()), clock);
        cookie = get(signIns.open(accounts.account(clock.instant()), ClinicId.ONLY, null))
                .cookie();
    }

    @AfterEach
    void the_store_is_left() {
        redis.close();
        get(vertx.close());
    }

    private @Nullable SignedIn kim() {
        return get(signIns.of(cookie));
    }

    private void askAgain() {
        for (var key : get(redis.send(Request.cmd(Command.KEYS).arg("staff-roles-asked:*")))) {
            get(redis.send(Request.cmd(Command.DEL).arg(key.toString())));
        }
    }

    @Test
    void whoever_does_nothing_for_half_an_hour_is_signed_out() {
        clock.pass(SignedIn.IDLE.minusSeconds(1));
        assertNotNull(kim());
        clock.pass(Duration.ofSeconds(1));
        assertNull(kim());
    }

    @Test
    void to_look_keeps_nobody_signed_in_but_to_do_something_does() {
        clock.pass(Duration.ofMinutes(20));
        get(signIns.active(kim()));
        clock.pass(Duration.ofMinutes(20));
        assertEquals(clock.instant().plus(Duration.ofMinutes(10)), kim().idleEnds());
        clock.pass(Duration.ofMinutes(10));
        assertNull(kim());
    }

    @Test
    void after_twelve_hours_nothing_helps() {
        for (var minutes = 0; minutes < 12 * 60 - 20; minutes += 20) {
            clock.pass(Duration.ofMinutes(20));
            get(signIns.active(kim()));
        }
        clock.pass(Duration.ofMinutes(19));
        assertNotNull(kim());
        clock.pass(Duration.ofMinutes(1));
        assertNull(kim());
    }

    @Test
    void a_new_sign_in_of_the_same_person_keeps_the_seat_and_ends_the_cookie_before() {
        var before = kim();
        var opened = get(signIns.open(accounts.account(clock.instant()), ClinicId.ONLY, before));
        assertEquals(before.device(), opened.who().device());
        assertNull(kim());
        assertNotNull(get(signIns.of(opened.cookie())));
    }

    @Test
    void roles_are_asked_for_once_in_a_while_and_hold_from_then_on() {
        kim();
        kim();
        assertEquals(1, accounts.asked);
        accounts.roles = Set.of(StaffRole.AUDITOR);
        assertEquals(Set.of(StaffRole.FACILITATOR), kim().roles());
        askAgain();
        assertEquals(Set.of(StaffRole.AUDITOR), kim().roles());
        assertFalse(kim().seat().mayBe(Set.of(StaffRole.FACILITATOR)));
        accounts.roles = Set.of();
        askAgain();
        assertTrue(kim().roles().isEmpty());
    }

    @Test
    void while_nobody_can_be_asked_what_was_said_last_holds() {
        accounts.away = true;
        assertEquals(Set.of(StaffRole.FACILITATOR), kim().roles());
        accounts.away = false;
        accounts.closed = true;
        askAgain();
        assertNull(kim());
    }

    @Test
    void who_signs_out_is_out_even_when_the_provider_does_not_hear_of_it() {
        assertTrue(get(signIns.leave(kim())));
        assertEquals("refresh-1", accounts.left);
        assertNull(kim());
        cookie = get(signIns.open(accounts.account(clock.instant()), ClinicId.ONLY, null))
                .cookie();
        accounts.away = true;
        assertFalse(get(signIns.leave(kim())));
        assertNull(kim());
    }

    @Test
    void the_provider_ends_one_session_or_all_of_an_account() {
        assertThrows(AccountProvider.Refused.class, () -> get(signIns.leftElsewhere("forged")));
        get(signIns.leftElsewhere("of session-2"));
        assertNotNull(kim());
        get(signIns.leftElsewhere("of session-1"));
        assertNull(kim());
        cookie = get(signIns.open(accounts.account(clock.instant()), ClinicId.ONLY, null))
                .cookie();
        get(signIns.leftElsewhere("of session-1"));
        assertNotNull(kim(), "the same message twice says nothing new");
        get(signIns.leftElsewhere("of "));
        assertNull(kim());
    }

    @Test
    void the_store_holds_neither_the_cookie_nor_the_refresh_token() {
        kim();
        for (var key : get(redis.send(Request.cmd(Command.KEYS).arg("staff-sign-in:*")))) {
            var kept = get(redis.send(Request.cmd(Command.HGETALL).arg(key.toString())))
                    .toString();
            assertFalse(kept.contains(cookie.substring(cookie.indexOf('.') + 1)), kept);
            assertFalse(kept.contains("refresh-"), kept);
        }
    }

    @Test
    void what_is_no_cookie_of_ours_opens_nothing() {
        var device = cookie.substring(0, cookie.indexOf('.'));
        for (var wrong : new String[] {"", ".", device, device + ".", device + ".x", "a".repeat(500) + ".x", "*.x"}) {
            assertNull(get(signIns.of(wrong)), wrong);
        }
    }
}
