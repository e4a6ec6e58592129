package org.holdfast.log;

import static org.holdfast.testing.Await.get;
import static org.holdfast.testing.Await.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import io.vertx.redis.client.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.holdfast.decision.DamagedLog;
import org.holdfast.live.LogId;
import org.holdfast.sealing.Mac;
import org.holdfast.sealing.OpenChain;
import org.holdfast.sealing.SignedHead;
import org.holdfast.sealing.SignedHead.Why;
import org.holdfast.sealing.SigningKey;
import org.holdfast.testing.ManualClock;
import org.holdfast.testing.RedisExtension;
import org.holdfast.testing.TestRedis;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith({VertxExtension.class, RedisExtension.class})
class SignedHeadsTest {
    private static final LogId EVENING = LogFixture.EVENING;
    private static final LogId CLINIC = new LogId("clinic", "clinic");
    private static final Instant NINE = LogFixture.NINE;

    @TempDir
    private Path folder;

    private final ManualClock clock = ManualClock.atNine();
    private Vertx vertx;
    private LogFixture node;
    private RedisSignedHeads store;

    @BeforeEach
    void connect(Vertx vertx, TestRedis redis) {
        this.vertx = vertx;
        node = new LogFixture(vertx, redis);
        store = new RedisSignedHeads(node.redis);
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    private HeadsShipping shipping(Path file) {
        return new HeadsShipping(store, file, vertx);
    }

    private SignedHeads signing(HeadsShipping shipping) {
        return new SignedHeads(
                LogFixture.MASTER,
                new ArchivedEntries(node.redis, LogFixture.MASTER),
                node.log,
                store,
                shipping,
                clock);
    }

    private SignedHeads signing() {
        return signing(shipping(file("heads.jsonl")));
    }

    private List<SignedHead> kept() {
        return get(store.lines()).stream().map(SignedHead::parse).toList();
    }

    private void fileHolds(Path file, int count) {
        until(() -> {
            try {
                return Files.exists(file) && Files.readAllLines(file).size() == count;
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
    }

    @Test
    void a_head_names_the_end_of_the_log_as_it_was_and_everybody_can_follow_it() throws IOException {
        node.fill(EVENING, 5);
        get(signing().sign(EVENING, 3, NINE, Why.CLOSED, null));
        var head = kept().getFirst();
        assertTrue(head.holds(Set.of(new SigningKey(LogFixture.MASTER).verifying())));
        var rows = get(new ArchivedEntries(node.redis, LogFixture.MASTER).of(EVENING));
        var open = new OpenChain("session:evening");
        open.next(rows.get(0).link(1));
        open.next(rows.get(1).link(2));
        assertEquals(open.next(rows.get(2).link(3)), head.says().entries());
        assertEquals(rows.get(2).mac().value(), head.says().mac());
        fileHolds(file("heads.jsonl"), 1);
        assertEquals(List.of(head.line()), Files.readAllLines(file("heads.jsonl")));
    }

    @Test
    void two_nodes_that_sign_the_same_leave_one_head() {
        node.fill(EVENING, 3);
        get(signing(shipping(file("one"))).sign(EVENING, 3, NINE, Why.CLOSED, null));
        get(signing(shipping(file("two"))).sign(EVENING, 3, NINE, Why.CLOSED, null));
        assertEquals(1, kept().size());
        fileHolds(file("one"), 1);
        fileHolds(file("two"), 1);
    }

    @Test
    void a_log_that_was_tampered_with_or_cut_is_not_signed() {
        node.fill(EVENING, 4);
        get(LogFixture.ask(node.redis, Command.XDEL, Names.stream(EVENING), "4-0"));
        var cut = assertThrows(DamagedLog.class, () -> get(signing().sign(EVENING, 4, NINE, Why.CLOSED, null)));
        assertTrue(cut.toString().contains("ends at entry 3"), cut.toString());
        get(LogFixture.ask(node.redis, Command.XDEL, Names.stream(EVENING), "2-0"));
        var tampered = assertThrows(DamagedLog.class, () -> get(signing().sign(EVENING, 2, NINE, Why.CLOSED, null)));
        assertEquals(List.of(), kept(), tampered.toString());
    }

    @Test
    void a_log_without_an_end_is_signed_only_when_it_has_moved() {
        node.fill(CLINIC, 2);
        var audit = new LogId("audit", "clinic-node-2026-03");
        node.fill(audit, 1);
        get(signing().signMoved(List.of(CLINIC, audit, new LogId("audit", "empty"))));
        clock.pass(Duration.ofHours(1));
        get(signing().signMoved(List.of(CLINIC, audit)));
        assertEquals(2, kept().size());
        node.append(CLINIC, 3);
        clock.pass(Duration.ofHours(1));
        get(signing().signMoved(List.of(CLINIC, audit)));
        var last = kept().getLast().says();
        assertEquals(3, kept().size());
        assertEquals(3, last.seq());
        assertEquals(Why.HOURLY, last.why());
        assertEquals(clock.instant(), last.at());
    }

    @Test
    void one_damaged_log_does_not_keep_the_others_from_being_signed() {
        node.fill(CLINIC, 3);
        var audit = new LogId("audit", "clinic-node-2026-03");
        node.fill(audit, 1);
        get(LogFixture.ask(node.redis, Command.XDEL, Names.stream(CLINIC), "2-0"));
        get(signing().signMoved(List.of(CLINIC, audit)));
        assertEquals(
                List.of("audit:clinic-node-2026-03"),
                kept().stream().map(head -> head.says().log()).toList());
    }

    @Test
    void a_full_disk_holds_up_nothing_and_the_file_catches_up() throws IOException {
        node.fill(EVENING, 3);
        var file = file("heads.jsonl");
        Files.createDirectories(file);
        var shipping = shipping(file);
        get(signing(shipping).sign(EVENING, 3, NINE, Why.CLOSED, null));
        assertEquals(1, kept().size());
        assertThrows(IllegalStateException.class, () -> get(shipping.look()));
        Files.delete(file);
        get(shipping.look());
        fileHolds(file, 1);
    }

    @Test
    void what_a_killed_node_could_not_ship_stands_in_the_files_of_the_others() {
        node.fill(EVENING, 3);
        get(signing(shipping(file("killed"))).sign(EVENING, 3, NINE, Why.CLOSED, null));
        var other = shipping(file("other"));
        get(other.look());
        get(other.look());
        fileHolds(file("other"), 1);
    }

    @Test
    void more_heads_than_a_page_of_the_store_are_all_shipped() {
        var key = new SigningKey(LogFixture.MASTER);
        var count = RedisSignedHeads.PAGE + 3;
        for (var n = 1; n <= count; n++) {
            var says = new SignedHead.Statement(
                    "clinic:clinic", n, new Mac("m".repeat(43)), "ab".repeat(32), NINE, Why.HOURLY, null);
            get(store.add(SignedHead.of(says, key)));
        }
        get(shipping(file("heads.jsonl")).look());
        fileHolds(file("heads.jsonl"), count);
        assertEquals(count, kept().size());
    }
}
