package org.holdfast.meeting;

import static org.holdfast.testing.Await.get;
import static org.holdfast.testing.Await.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.holdfast.attendance.AttendanceSheet;
import org.holdfast.attendance.CanonicalSheet;
import org.holdfast.audit.AuditCommand.OpenRecord;
import org.holdfast.audit.AuditEvent.RecordKind;
import org.holdfast.decision.Actor;
import org.holdfast.decision.CommandId;
import org.holdfast.live.LogId;
import org.holdfast.live.Outcome;
import org.holdfast.sealing.SignedHead;
import org.holdfast.sealing.SignedHead.Why;
import org.holdfast.sealing.SigningKey;
import org.holdfast.session.Life;
import org.holdfast.session.SessionCommand;
import org.holdfast.session.SessionId;
import org.holdfast.session.SheetHash;
import org.holdfast.session.SignOff;
import org.holdfast.testing.RedisExtension;
import org.holdfast.testing.TestRedis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class SignedEndTest {
    private Clinic clinic;
    private int asked;

    @BeforeEach
    void open(TestRedis redis) {
        clinic = Clinic.open(redis);
    }

    @AfterEach
    void close() {
        clinic.close();
    }

    private LogId log() {
        return LogId.session(clinic.session());
    }

    private Outcome submit(Clinic.Server server, Actor by, SessionCommand command) {
        var id = new CommandId("asked" + asked++);
        return get(server.node().sessionLogs().submit(log(), command, by, id));
    }

    /// What has left Redis about this session, from one node.
    private List<SignedHead> heads(int node) {
        var file = clinic.headsFile(node);
        return lines(file).stream()
                .map(SignedHead::parse)
                .filter(head -> head.says().log().equals(log().toString()))
                .toList();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void untilHeads(int node, int count) {
        until(() -> {
            clinic.tick();
            return heads(node).size() >= count;
        });
        assertEquals(count, heads(node).size());
        var key = Set.of(new SigningKey(clinic.master()).verifying());
        assertTrue(heads(node).stream().allMatch(head -> head.holds(key)));
    }

    private String sheet(Clinic.Server server) {
        var entries = get(server.node().sessions().entries(new SessionId(clinic.session())));
        return new String(
                CanonicalSheet.bytes(AttendanceSheet.of(entries, clinic.clock.instant())), StandardCharsets.UTF_8);
    }

    @Test
    void whenAMeetingEndsTheClinicSignsItsLogAndTheHeadLeavesRedis() {
        var dana = clinic.tabOf("Dana W.");
        dana.welcome("console");
        dana.done("session.end");
        untilHeads(0, 1);
        var says = heads(0).getFirst().says();
        assertEquals(Why.CLOSED, says.why());
        var entries = get(clinic.first().node().sessions().entries(new SessionId(clinic.session())));
        var end = entries.stream()
                .filter(entry -> entry.events().stream().anyMatch(Life.SessionEnded.class::isInstance))
                .findFirst()
                .orElseThrow();
        assertEquals(end.seq(), says.seq());
        assertEquals(end.at(), says.at());
    }

    @Test
    void whoeverSignsTheSheetIsFollowedByTheClinic() {
        var dana = clinic.tabOf("Dana W.");
        dana.welcome("console");
        dana.done("session.end");
        untilHeads(0, 1);
        var node = clinic.first();
        var state = get(node.node().sessionLogs().open(log())).state();
        var text = sheet(node);
        var hash = SheetHash.of(text);
        var signer = new SignOff.Signer("Dana Whitfield", "LCSW", clinic.clock.instant());
        assertInstanceOf(
                Outcome.Done.class,
                submit(
                        node,
                        new Actor.Person("p-dana"),
                        new SignOff.Sign(state.signOff().sheet(), hash, text, signer)));
        untilHeads(0, 2);
        var says = heads(0).getLast().says();
        assertEquals(Why.SIGNED, says.why());
        assertEquals(hash, says.sheet());
    }

    @Test
    void whatANodeThatDiedLeftUnsignedAnotherSignsOnce() {
        var gone = clinic.first();
        var other = clinic.start();
        var third = clinic.start();
        // No page of the session is open there, so nothing follows from what is written: as if killed right then.
        clinic.clock.pass(Duration.ofHours(3));
        var written = submit(gone, new Actor.Node("gone"), new Life.EndIfDue());
        assertInstanceOf(Outcome.Done.class, written);
        clinic.tick();
        assertEquals(List.of(), heads(0));
        clinic.browserOf("Dana W.", other).open(clinic.session()).welcome("ended");
        clinic.browserOf("Dana W.", third).open(clinic.session()).welcome("ended");
        until(() -> {
            clinic.tick();
            return heads(1).size() == 1 && heads(2).size() == 1;
        });
        assertEquals(heads(1), heads(2));
    }

    @Test
    void theAuditOfWhoLookedIsSignedEachHour() {
        var node = clinic.first().node();
        var audit = node.audit().current().toString();
        until(() -> {
            clinic.tick();
            return get(node.audit()
                            .submit(
                                    new OpenRecord("p-sam", RecordKind.WHEREABOUTS, clinic.session()),
                                    new Actor.Person("p-dana"),
                                    new CommandId("looked")))
                    instanceof Outcome.Done;
        });
        until(() -> {
            // The round of the hour before may still be under way, so one hour is not surely enough.
            clinic.clock.pass(Duration.ofMinutes(20));
            clinic.tick();
            return lines(clinic.headsFile(0)).stream().anyMatch(line -> line.contains(audit));
        });
    }
}
