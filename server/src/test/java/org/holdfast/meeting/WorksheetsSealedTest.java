package org.holdfast.meeting;

import static org.holdfast.testing.Await.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.holdfast.clinic.ClinicId;
import org.holdfast.clinic.StaffRole;
import org.holdfast.decision.Confidential.Lifetime;
import org.holdfast.live.LogId;
import org.holdfast.log.KeyNames;
import org.holdfast.log.LogVerifier;
import org.holdfast.log.RedisConnections;
import org.holdfast.log.RedisHeads;
import org.holdfast.log.RedisKeyring;
import org.holdfast.log.Verdict;
import org.holdfast.testing.RedisExtension;
import org.holdfast.testing.TestRedis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What stands on a worksheet is nowhere in Redis or its files in the clear, and is gone with the person's key, while
/// their log stays whole.
@ExtendWith({VertxExtension.class, RedisExtension.class})
class WorksheetsSealedTest {
    private static final String WRITTEN = "Unmistakable-kingfisher-words";
    private static final String NOTED = "Unmistakable-heron-words";
    private static final String MINE = "/api/v1/me/worksheets/wpaper";
    private static final String THEIRS = "/api/v1/clinic/people/ppatient/worksheets/wpaper";

    private TestRedis server;
    private Clinic clinic;
    private RedisConnections redis;
    private Browser patient;
    private Browser lead;

    @BeforeEach
    void open(Vertx vertx, TestRedis started) {
        server = started;
        clinic = Clinic.open(server);
        redis = get(RedisConnections.connect(vertx, server.url(), 1));
        // Compressed, a file would hide what it holds from a search.
        ask(Command.CONFIG, "SET", "rdbcompression", "no");
        var own = new Books(clinic.first(), ClinicId.ONLY);
        lead = own.staff("pown", StaffRole.FACILITATOR);
        patient = own.participant("ppatient");
        own.group("gtheirs", 8, "pown", "ppatient");
        own.gives("ppatient", "wpaper");
        var answer = patient.put(
                MINE + "/answers",
                "{\"command\":\"" + Books.fresh().value() + "\",\"item\":\"hungry-next\",\"value\":\"" + WRITTEN
                        + "\"}");
        assertEquals(200, answer.statusCode(), answer.body());
        var note = lead.post(
                THEIRS + "/notes",
                "{\"command\":\"" + Books.fresh().value() + "\",\"item\":\"hungry-next\",\"words\":\"" + NOTED + "\"}");
        assertEquals(204, note.statusCode(), note.body());
    }

    @AfterEach
    void close() {
        redis.close();
        clinic.close();
    }

    private String ask(Command command, String... arguments) {
        var request = Request.cmd(command);
        for (var argument : arguments) request.arg(argument);
        return String.valueOf(get(redis.send(request)));
    }

    private static LogId log() {
        return LogId.person("ppatient");
    }

    private boolean isInAFile(String text) {
        try (var files = Files.walk(server.folder())) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(text)) return true;
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void destroysTheKey() {
        var name = KeyNames.ofLog(log(), Lifetime.PERSON);
        get(Future.fromCompletionStage(new RedisKeyring(redis, clinic.master()).destroy(name)));
    }

    @Test
    void no_file_of_redis_ever_holds_what_was_written_or_noted() {
        ask(Command.SAVE);
        assertTrue(isInAFile("worksheet.answered"), "The search finds nothing, whatever there is");
        assertFalse(isInAFile(WRITTEN));
        assertFalse(isInAFile(NOTED));
        var entries = ask(Command.XRANGE, "log:{" + log() + "}", "-", "+");
        assertFalse(entries.contains(WRITTEN));
        assertTrue(entries.contains("clinic/clinic:clinic"), entries);
    }

    @Test
    void with_the_persons_key_their_words_are_gone_everywhere_and_the_log_still_verifies() {
        destroysTheKey();
        var fresh = clinic.start();
        var read = patient.at(fresh.address()).json(MINE);
        assertEquals(
                "[{\"item\":\"hungry-next\",\"gone\":true}]",
                read.path("answers").toString());
        assertEquals(0, read.path("answered").asInt());
        var staffs = lead.at(fresh.address()).get(THEIRS);
        assertEquals(200, staffs.statusCode(), staffs.body());
        assertFalse(staffs.body().contains(WRITTEN), staffs.body());
        // What staff noted is the clinic's.
        assertTrue(staffs.body().contains(NOTED), staffs.body());
        var heads = new RedisHeads(redis, clinic.master());
        var verdict = get(new LogVerifier(redis, clinic.master(), heads).verify(log()));
        assertTrue(verdict instanceof Verdict.Sound, verdict::sentence);
    }

    @Test
    void what_comes_after_the_key_is_gone_is_not_taken() {
        destroysTheKey();
        var fresh = patient.at(clinic.start().address());
        var answer = fresh.put(
                MINE + "/answers",
                "{\"command\":\"" + Books.fresh().value() + "\",\"item\":\"angry-next\",\"value\":\"" + WRITTEN
                        + "\"}");
        // Nobody is told that something was saved which was not.
        assertEquals(404, answer.statusCode(), answer.body());
        assertEquals(List.of(), fresh.json(MINE).path("answers").findValuesAsText("value"));
    }
}
