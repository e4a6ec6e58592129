package org.holdfast;

import static org.holdfast.testing.Await.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.bundle.Bundle;
import org.holdfast.decision.Actor;
import org.holdfast.decision.CommandId;
import org.holdfast.decision.Entry;
import org.holdfast.json.SealedJson;
import org.holdfast.live.EventLog.Appended;
import org.holdfast.live.Head;
import org.holdfast.live.LogId;
import org.holdfast.log.ArchivedEntries;
import org.holdfast.log.Archiver;
import org.holdfast.log.HeadSigning;
import org.holdfast.log.RedisConnections;
import org.holdfast.log.RedisEventLog;
import org.holdfast.log.RedisHeads;
import org.holdfast.log.RedisKeyring;
import org.holdfast.log.RedisSignedHeads;
import org.holdfast.sealing.MasterKey;
import org.holdfast.sealing.SignedHead;
import org.holdfast.sealing.SignedHead.Why;
import org.holdfast.sealing.SigningKey;
import org.holdfast.testing.ManualClock;
import org.holdfast.testing.RedisExtension;
import org.holdfast.testing.Tally;
import org.holdfast.testing.TestRedis;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Logs that were signed, beside what was signed; and the bundles that they leave in.
@ExtendWith({VertxExtension.class, RedisExtension.class})
class SignedLogsTest {
    private static final MasterKey MASTER = MasterKey.random(new SecureRandom());
    private static final MasterKey STRANGER = MasterKey.random(new SecureRandom());
    private static final LogId EVENING = LogId.session("evening");
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

    @TempDir
    private Path folder;

    private final ManualClock clock = ManualClock.atNine();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    private RedisConnections redis;
    private RedisEventLog<Tally.Event> log;
    private RedisHeads anchors;
    private RedisSignedHeads signed;
    private Verification.Store store;

    @BeforeEach
    void aLog(Vertx vertx, TestRedis server) {
        redis = get(RedisConnections.connect(vertx, server.url(), 1));
        anchors = new RedisHeads(redis, MASTER);
        signed = new RedisSignedHeads(redis);
        log = new RedisEventLog<>(
                redis, SealedJson.of(Tally.Event.class), MASTER, new RedisKeyring(redis, MASTER), anchors);
        store = new Verification.Store(server.url(), MASTER, folder.resolve("heads.jsonl"));
        write(1, 5);
    }

    @AfterEach
    void disconnect() {
        redis.close();
    }

    private void write(int from, int to) {
        for (long seq = from; seq <= to; seq++) {
            var before = get(log.head(EVENING));
            var event = new Tally.Event.Added("chairs", 1);
            var entry = new Entry<Tally.Event>(
                    seq, NINE.plusSeconds(seq), new Actor.Person("dana"), new CommandId("c" + seq), List.of(event));
            assertTrue(get(log.append(EVENING, entry, before.mac())) instanceof Appended.Written);
        }
        get(anchors.flush());
    }

    private SignedHead head(int seq, MasterKey master) {
        var rows = get(new ArchivedEntries(redis, MASTER).of(EVENING)).subList(0, seq);
        var says = new HeadSigning(MASTER)
                .head(EVENING, rows, NINE, Why.CLOSED, null)
                .says();
        return SignedHead.of(says, new SigningKey(master));
    }

    private void ship(String... lines) throws IOException {
        Files.writeString(store.heads(), String.join("\n", lines) + "\n");
    }

    private void ask(Command command, Object... arguments) {
        var request = Request.cmd(command);
        for (var argument : arguments) request.arg(argument.toString());
        get(redis.send(request));
    }

    private List<String> verify(int exit) throws IOException {
        said.reset();
        assertEquals(exit, new Verification(out).run(store, "evening"));
        return said.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private void cutBehind(int seq) {
        var rows = get(new ArchivedEntries(redis, MASTER).of(EVENING)).subList(0, seq);
        // Deleted and written again, so that the stream itself has forgotten; and the anchor with it.
        ask(Command.DEL, "log:{session:evening}");
        for (var row : rows) {
            ask(
                    Command.XADD,
                    "log:{session:evening}",
                    row.id(),
                    "at",
                    row.at(),
                    "by",
                    row.by(),
                    "cmd",
                    row.command(),
                    "ev",
                    row.events(),
                    "mac",
                    row.mac().value());
        }
        ask(Command.DEL, "heads");
    }

    @Test
    void heads_that_agree_are_counted() throws IOException {
        get(signed.add(head(3, MASTER)));
        ship(head(3, MASTER).line(), head(5, MASTER).line());
        assertEquals(
                List.of("session:evening: all 5 entries are as they were written.", "2 signed heads agree with them."),
                verify(0));
    }

    @Test
    void a_tail_cut_together_with_its_anchor_shows_because_the_file_knows_better() throws IOException {
        ship(head(5, MASTER).line());
        cutBehind(3);
        assertEquals(
                List.of("session:evening: entry 4 and all after it were cut off: a signed head in " + store.heads()
                        + " knows entry 5."),
                verify(1));
        Files.delete(store.heads());
        assertEquals(
                List.of("session:evening: all 3 entries are as they were written. Its end is not anchored anywhere, so "
                        + "entries missing there would go unseen."),
                verify(0));
    }

    @Test
    void a_log_of_which_nothing_is_left_is_missed() throws IOException {
        ship(head(5, MASTER).line());
        ask(Command.FLUSHALL);
        said.reset();
        assertEquals(1, new Verification(out).run(store, null));
        assertTrue(said.toString(StandardCharsets.UTF_8).startsWith("session:evening: entry 1 and all after it"));
    }

    @Test
    void a_tail_that_was_written_anew_with_the_key_of_the_chain_shows() throws IOException {
        ship(head(5, MASTER).line());
        cutBehind(3);
        clock.pass(Duration.ofHours(1));
        for (long seq = 4; seq <= 5; seq++) {
            var before = get(log.head(EVENING));
            var event = new Tally.Event.Added("tables", 1);
            var entry = new Entry<Tally.Event>(
                    seq, NINE.plusSeconds(seq), new Actor.Person("dana"), new CommandId("d" + seq), List.of(event));
            get(log.append(EVENING, entry, before.mac()));
        }
        assertEquals(
                List.of("session:evening: entry 5 or one before it was written anew: a signed head in " + store.heads()
                        + " is over another."),
                verify(1));
    }

    @Test
    void a_head_that_a_stranger_put_into_redis_is_named() throws IOException {
        get(signed.add(head(5, STRANGER)));
        assertEquals(
                List.of(
                        "session:evening: the signed head of entry 5 in Redis was altered or not signed by this clinic."),
                verify(1));
    }

    @Test
    void a_line_that_a_crash_has_torn_is_told_from_one_that_was_altered() throws IOException {
        var line = head(5, MASTER).line();
        ship(line.substring(0, 40), line);
        assertEquals(
                List.of(
                        "session:evening: all 5 entries are as they were written.",
                        "Line 1 of " + store.heads() + " was torn by a crash; the same head stands whole elsewhere.",
                        "1 signed head agrees with them."),
                verify(0));
        ship("x" + line.substring(1), line);
        assertTrue(verify(1).contains("Line 1 of " + store.heads() + " was altered: it is no signed head."));
    }

    private Path bundle() throws IOException {
        var file = folder.resolve("evening.jsonl");
        said.reset();
        assertEquals(0, new Bundling(out, clock).run(store, "evening", file));
        return file;
    }

    private List<String> check(int exit, String key, Path file, @Nullable Path kept) throws IOException {
        said.reset();
        assertEquals(exit, new PublicVerification(out).run(key, file, kept, null));
        return said.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static String key() {
        return new SigningKey(MASTER).verifying().hex();
    }

    @Test
    void a_bundle_is_proved_where_there_is_no_redis_and_no_secret(TestRedis server) throws IOException {
        get(signed.add(head(3, MASTER)));
        var file = bundle();
        assertTrue(said.toString(StandardCharsets.UTF_8).contains(key()));
        assertTrue(said.toString(StandardCharsets.UTF_8).contains(Bundle.NOTICE));
        server.kill9();
        var told = check(0, key(), file, null);
        assertTrue(told.getFirst().startsWith("Proved for session:evening"), told.toString());
        assertTrue(
                told.contains("- The clinic signed it up to entry 5 when it made a bundle at 2026-03-02T09:00:00Z."),
                told.toString());
        var keys = Files.writeString(folder.resolve("keys"), "# of the clinic\n" + key() + "\n");
        check(0, keys.toString(), file, null);
        server.restart();
    }

    @Test
    void a_bundle_is_for_one_user_and_written_over_nothing() throws IOException {
        var file = bundle();
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertThrows(ConfigErrors.class, () -> new Bundling(out, clock).run(store, "evening", file));
        assertThrows(ConfigErrors.class, () -> new Bundling(out, clock).run(store, "tomorrow", folder.resolve("b")));
    }

    @Test
    void each_bundle_stands_in_the_audit_before_it_leaves() throws IOException {
        bundle();
        said.reset();
        assertEquals(0, new Verification(out).run(store, null));
        var audited = said.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("audit:clinic-bundle-"))
                .toList();
        assertEquals(1, audited.size(), audited.toString());
        var audit =
                LogId.parse(audited.getFirst().substring(0, audited.getFirst().indexOf(": ")));
        var noted = get(new ArchivedEntries(redis, MASTER).of(audit)).getFirst();
        assertEquals("[{\"type\":\"log.bundled\",\"log\":\"session:evening\"}]", noted.events());
    }

    @Test
    void nothing_is_bundled_of_a_log_that_is_not_as_it_was_written() throws IOException {
        ask(Command.XDEL, "log:{session:evening}", "2-0");
        var file = folder.resolve("evening.jsonl");
        assertEquals(1, new Bundling(out, clock).run(store, "evening", file));
        assertFalse(Files.exists(file));
        assertTrue(said.toString(StandardCharsets.UTF_8).contains("entry 2 was cut out."));
    }

    @Test
    void heads_that_an_auditor_kept_miss_what_a_bundle_leaves_out() throws IOException {
        var kept = Files.writeString(folder.resolve("kept"), head(5, MASTER).line() + "\ntorn\n");
        var rows = get(new ArchivedEntries(redis, MASTER).of(EVENING)).subList(0, 3);
        var cut = Bundle.write(
                "session:evening", rows.stream().map(row -> row.link(row.seq())).toList(), List.of(head(3, MASTER)));
        var file = Files.writeString(folder.resolve("cut"), cut);
        check(0, key(), file, null);
        var told = check(1, key(), file, kept);
        assertTrue(told.getFirst().contains("is no signed head and was passed over"), told.toString());
        assertTrue(
                told.get(1).startsWith("Not proved. Entry 4 is missing: your own heads know entry 5"), told.toString());
    }

    @Test
    void what_is_no_bundle_no_key_or_too_large_is_said_and_not_read() throws IOException {
        var file = bundle();
        assertEquals(
                2, new PublicVerification(out).run(key(), Files.writeString(folder.resolve("x"), "{}\n"), null, null));
        assertTrue(wrong(key(), folder.resolve("nowhere")).startsWith("There is no file"));
        assertTrue(wrong(key(), folder).startsWith("There is no file"));
        assertTrue(wrong("secret", file).startsWith("A public key is 64 digits"));
        assertTrue(wrong(Files.writeString(folder.resolve("k"), "\n").toString(), file)
                .startsWith("There is no public key"));
        assertTrue(wrong(key(), Path.of("/dev/zero")).endsWith("is larger than 64 MiB: it is not read."));
        var zip = Files.write(folder.resolve("zip"), new byte[] {'P', 'K', 3, 4, (byte) 0xff});
        assertTrue(wrong(key(), zip).contains("is not text in UTF-8"));
        var sheetless = assertThrows(ConfigErrors.class, () -> new PublicVerification(out).run(key(), file, null, 1));
        assertTrue(sheetless.sentences().getFirst().contains("holds no words of a version 1"));
    }

    private String wrong(String key, Path file) {
        return assertThrows(ConfigErrors.class, () -> new PublicVerification(out).run(key, file, null, null))
                .sentences()
                .getFirst();
    }

    @Test
    void an_open_log_is_signed_to_its_end_when_it_leaves_and_once_only() throws IOException {
        var first = bundle();
        Files.move(first, folder.resolve("first"));
        var again = bundle();
        assertEquals(Files.readString(folder.resolve("first")), Files.readString(again));
        assertEquals(1, new ArrayList<>(get(signed.lines())).size());
        assertEquals(5, get(log.head(EVENING)).seq());
        assertTrue(get(log.read(EVENING, Head.EMPTY)).size() == 5);
    }

    @Test
    void an_archived_log_is_held_against_its_heads_and_leaves_in_the_same_bytes() throws IOException {
        get(signed.add(head(3, MASTER)));
        Files.move(bundle(), folder.resolve("before"));
        assertEquals(Archiver.Outcome.ARCHIVED, get(new Archiver(redis, MASTER, anchors).archive(EVENING)));
        assertTrue(verify(0).contains("2 signed heads agree with them."));
        assertEquals(Files.readString(folder.resolve("before")), Files.readString(bundle()));
        write(6, 7);
        Files.delete(folder.resolve("evening.jsonl"));
        check(0, key(), bundle(), null);
    }
}
