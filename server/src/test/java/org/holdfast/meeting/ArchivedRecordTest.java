package org.holdfast.meeting;

import static org.holdfast.testing.Await.get;
import static org.holdfast.testing.Await.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.time.Duration;
import org.holdfast.live.LogId;
import org.holdfast.log.LogVerifier;
import org.holdfast.log.RedisConnections;
import org.holdfast.log.RedisHeads;
import org.holdfast.log.Verdict;
import org.holdfast.testing.RedisExtension;
import org.holdfast.testing.TestRedis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A signed record, and what becomes of it a day later.
@ExtendWith({VertxExtension.class, RedisExtension.class})
class ArchivedRecordTest {
    private static final Duration A_DAY = Duration.ofHours(24);

    private Clinic clinic;
    private RedisConnections redis;
    private Records dana;
    private Records ben;
    private Records sam;

    @BeforeEach
    void the_evening_ends_and_is_signed(TestRedis server, Vertx vertx) {
        clinic = Clinic.open(server);
        redis = get(RedisConnections.connect(vertx, server.url(), 1));
        var console = clinic.tabOf("Dana W.");
        console.welcome("console");
        var seat = clinic.seatOf("Sam P.", console);
        clinic.pass(Duration.ofMinutes(20), console, seat);
        console.done("session.end");
        dana = Records.of("Dana W.", clinic);
        ben = Records.of("Ben H.", clinic);
        sam = Records.of("Sam P.", clinic);
        dana.signs();
        clinic.tick();
    }

    @AfterEach
    void close() {
        redis.close();
        clinic.close();
    }

    private LogId log() {
        return LogId.session(clinic.session());
    }

    private long inStream() {
        var length = get(redis.send(Request.cmd(Command.XLEN).arg("log:{" + log() + "}")));
        return length == null ? -1 : length.toLong();
    }

    /// Without what the person may do now, which time alone changes.
    private static String recordOf(Records staff) {
        var record = (ObjectNode) staff.record();
        record.remove("signing");
        return record.toString();
    }

    private void untilArchived() {
        until(() -> {
            clinic.pass(Duration.ofSeconds(1));
            return inStream() == 0;
        });
    }

    private void verifies() {
        var heads = new RedisHeads(redis, clinic.master());
        until(() -> {
            // The anchor follows within a second.
            clinic.pass(Duration.ofSeconds(1));
            var verdict = get(new LogVerifier(redis, clinic.master(), heads).verify(log()));
            return verdict instanceof Verdict.Sound(var _, var _, var anchored) && anchored;
        });
    }

    @Test
    void nothing_changes_for_anybody_when_a_signed_session_is_archived() {
        ben.coSigns();
        var staff = recordOf(dana);
        var own = sam.mine().toString();
        clinic.tick();
        clinic.clock.pass(A_DAY);
        untilArchived();
        clinic.refold();
        assertEquals(staff, recordOf(dana));
        assertEquals(own, sam.mine().toString());
        clinic.keepsWhatWasSigned(1);
        verifies();
    }

    @Test
    void a_correction_after_that_makes_a_second_version_which_is_archived_in_its_turn() {
        clinic.clock.pass(A_DAY);
        untilArchived();
        sam.disputes("I called in when the line was lost.");
        dana.accepts("p-sam", Records.minutes(57), "True, I had forgotten.");
        clinic.tick();
        clinic.clock.pass(A_DAY);
        clinic.pass(Duration.ofSeconds(3));
        assertNotEquals(0, inStream(), "Not before it is signed again");
        dana.signs();
        clinic.tick();
        var record = recordOf(dana);
        clinic.clock.pass(A_DAY);
        untilArchived();
        clinic.refold();
        assertEquals(record, recordOf(dana));
        clinic.keepsWhatWasSigned(2);
        verifies();
    }

    @Test
    void what_is_said_within_the_day_puts_it_off_for_another() {
        clinic.clock.pass(Duration.ofHours(23));
        sam.disputes("I called in when the line was lost.");
        clinic.tick();
        clinic.clock.pass(Duration.ofHours(23));
        clinic.pass(Duration.ofSeconds(3));
        assertNotEquals(0, inStream());
        clinic.clock.pass(Duration.ofHours(1));
        untilArchived();
    }
}
