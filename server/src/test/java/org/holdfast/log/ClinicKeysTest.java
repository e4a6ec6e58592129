package org.holdfast.log;

import static org.holdfast.log.LogFixture.entry;
import static org.holdfast.testing.Await.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.util.List;
import org.holdfast.decision.Confidential;
import org.holdfast.decision.Confidential.Gone;
import org.holdfast.decision.Confidential.Lifetime;
import org.holdfast.decision.Confidential.Readable;
import org.holdfast.live.Head;
import org.holdfast.live.LogId;
import org.holdfast.sealing.KeyName;
import org.holdfast.sealing.Mac;
import org.holdfast.testing.RedisExtension;
import org.holdfast.testing.Tally.Event.Noted;
import org.holdfast.testing.TestRedis;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What a clinic's staff note in somebody's log is sealed with that clinic's key, and with no other's.
@ExtendWith({VertxExtension.class, RedisExtension.class})
class ClinicKeysTest {
    private static final LogId SAMS = LogId.person("p-sam");
    private static final Confidential NORTHS = new Readable(Lifetime.CLINIC, "named the step himself", "north");
    private static final Confidential SOUTHS = new Readable(Lifetime.CLINIC, "ask on Friday", "south");
    /// As a server wrote it before each of its clinics had a key.
    private static final Confidential OLD = new Readable(Lifetime.CLINIC, "came late");

    private LogFixture node;

    @BeforeEach
    void connect(Vertx vertx, TestRedis redis) {
        node = new LogFixture(vertx, redis);
    }

    private List<?> readAgain() {
        return get(node.log.read(SAMS, Head.EMPTY)).getFirst().entry().events();
    }

    private String stored() {
        return Tampering.read(node, SAMS).getFirst().events();
    }

    private void destroy(String subject) {
        node.keyring
                .destroy(new KeyName(Lifetime.CLINIC, subject))
                .toCompletableFuture()
                .join();
    }

    @Test
    void each_clinic_has_a_key_of_its_own_and_its_words_come_back_as_its_own() {
        var noted = new Noted("Sam", NORTHS, SOUTHS);
        get(node.log.append(SAMS, entry(1, noted), Mac.NONE));
        assertEquals(List.of(noted), readAgain());
        for (var key : List.of("clinic/clinic:north", "clinic/clinic:south")) {
            assertTrue(stored().contains('"' + key + '"'), stored());
        }
        assertFalse(stored().contains("\"clinic/clinic\""), stored());
    }

    @Test
    void a_key_that_is_destroyed_takes_no_other_clinics_words() {
        get(node.log.append(SAMS, entry(1, new Noted("Sam", NORTHS, SOUTHS)), Mac.NONE));
        destroy("clinic:north");
        assertEquals(List.of(new Noted("Sam", new Gone(Lifetime.CLINIC), SOUTHS)), readAgain());
    }

    @Test
    void what_was_sealed_for_all_of_them_still_opens() {
        var noted = new Noted("Sam", OLD, NORTHS);
        get(node.log.append(SAMS, entry(1, noted), Mac.NONE));
        assertTrue(stored().contains("\"clinic/clinic\""), stored());
        assertEquals(List.of(noted), readAgain());
    }
}
