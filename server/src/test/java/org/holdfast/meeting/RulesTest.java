package org.holdfast.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.holdfast.attendance.AttendanceSheet;
import org.holdfast.attendance.CanonicalSheet;
import org.holdfast.clinic.Standards.AdoptRules;
import org.holdfast.decision.Actor;
import org.holdfast.decision.CommandId;
import org.holdfast.session.AttendanceRules;
import org.holdfast.session.SessionId;
import org.holdfast.testing.Await;
import org.holdfast.testing.RedisExtension;
import org.holdfast.testing.TestRedis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A clinic that thinks better of its rules.
@ExtendWith(RedisExtension.class)
class RulesTest {
    private static final AttendanceRules STRICT =
            new AttendanceRules(1, Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ZERO, 100, false);

    private Clinic clinic;

    @BeforeEach
    void open(TestRedis redis) {
        clinic = Clinic.open(redis);
    }

    @AfterEach
    void close() {
        clinic.close();
    }

    @Test
    void aRuleChangedLaterChangesNoSheetAndTheNextSessionHasIt() {
        var dana = clinic.tabOf("Dana W.");
        dana.welcome("console");
        dana.done("session.end");
        var before = sheet(clinic.session());

        var node = clinic.first().node();
        var adopt = node.clinic().submit(new AdoptRules(STRICT), new Actor.Node("test"), new CommandId("c1"));
        Await.get(adopt);
        assertEquals(before, sheet(clinic.session()));

        var first = clinic.session();
        clinic.clock.pass(Duration.ofHours(2));
        clinic.opensAgain();
        assertNotEquals(first, clinic.session());
        var page = clinic.browserOf("Dana W.");
        assertEquals(1, rules(page, first));
        assertEquals(2, rules(page, clinic.session()));
    }

    private static int rules(Browser page, String session) {
        var sheet = page.json("/api/v1/sessions/" + session + "/attendance");
        return sheet.path("rules").path("version").asInt();
    }

    private String sheet(String session) {
        var entries = Await.get(clinic.first().node().sessions().entries(new SessionId(session)));
        var sheet = AttendanceSheet.of(entries, entries.getLast().at());
        return new String(CanonicalSheet.bytes(sheet), StandardCharsets.UTF_8);
    }
}
