package org.holdfast.meeting;

import static org.holdfast.testing.Await.get;
import static org.holdfast.testing.Await.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.decision.Confidential.Lifetime;
import org.holdfast.live.LogId;
import org.holdfast.log.KeyNames;
import org.holdfast.log.LogVerifier;
import org.holdfast.log.RedisConnections;
import org.holdfast.log.RedisHeads;
import org.holdfast.log.Verdict;
import org.holdfast.session.SessionId;
import org.holdfast.testing.RedisExtension;
import org.holdfast.testing.TestRedis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What was written in the chat is gone with the session, down to the files of Redis.
@ExtendWith({VertxExtension.class, RedisExtension.class})
class ChatForgottenTest {
    private static final String SAID = "Unmistakable-kingfisher-words";

    private TestRedis server;
    private Clinic clinic;
    private RedisConnections redis;
    private Tab dana;
    private Tab sam;

    @BeforeEach
    void open(Vertx vertx, TestRedis started) {
        server = started;
        clinic = Clinic.open(server);
        redis = get(RedisConnections.connect(vertx, server.url(), 1));
        dana = clinic.tabOf("Dana W.");
        dana.welcome("console");
        sam = clinic.seatOf("Sam P.", dana);
        // Compressed, a file would hide what it holds from a search.
        ask(Command.CONFIG, "SET", "rdbcompression", "no");
        sam.done("chat.tell-staff", "text", SAID);
        assertEquals(SAID, dana.notice("said").path("text").asText());
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

    private LogId log() {
        return LogId.session(clinic.session());
    }

    private String storedKey() {
        return ask(
                Command.GET,
                "keyring:" + KeyNames.ofLog(log(), Lifetime.SESSION_CHAT).text());
    }

    private List<Path> filesWith(String text) {
        try (var files = Files.walk(server.folder())) {
            var found = new ArrayList<Path>();
            for (var file : files.filter(Files::isRegularFile).toList()) {
                if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(text)) found.add(file);
            }
            return found;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private String persistence(String field) {
        return ask(Command.INFO, "persistence")
                .lines()
                .filter(line -> line.startsWith(field + ":"))
                .findFirst()
                .orElseThrow()
                .substring(field.length() + 1)
                .strip();
    }

    private void rewriteFiles() {
        ask(Command.BGREWRITEAOF);
        until(() -> persistence("aof_rewrite_in_progress").equals("0")
                && persistence("aof_rewrite_scheduled").equals("0"));
        ask(Command.SAVE);
    }

    private void endTheSession() {
        dana.done("session.end");
        until(() -> {
            clinic.tick();
            return storedKey().equals("destroyed");
        });
    }

    @Test
    void no_file_ever_holds_the_words_and_after_the_end_and_a_rewrite_none_holds_their_key() {
        var wrapped = storedKey();
        assertTrue(wrapped.length() > 40, "This is no wrapped key: " + wrapped);
        assertEquals(List.of(), filesWith(SAID));
        assertFalse(filesWith(wrapped).isEmpty(), "The search finds nothing, whatever there is");
        endTheSession();
        // Until it is rewritten, the append-only file still tells how the key was once set.
        assertFalse(filesWith(wrapped).isEmpty(), "The docs say that a rewrite is needed, and it is not");
        rewriteFiles();
        assertEquals(List.of(), filesWith(wrapped));
        assertEquals(List.of(), filesWith(SAID));
        // The sealed words themselves are still part of the log, and both kinds of files were looked into.
        assertEquals(2, filesWith("chat.told-staff").size());
    }

    @Test
    void the_log_still_verifies_and_nothing_that_a_node_can_say_holds_the_words() {
        endTheSession();
        var heads = new RedisHeads(redis, clinic.master());
        var verdict = get(new LogVerifier(redis, clinic.master(), heads).verify(log()));
        assertTrue(verdict instanceof Verdict.Sound, verdict::sentence);
        var node = clinic.first().node();
        assertEquals(
                List.of(), get(node.sessionLogs().open(log())).state().chat().said());
        clinic.refold();
        assertEquals(
                List.of(), get(node.sessionLogs().open(log())).state().chat().said());
        var told = get(node.sessions().entries(new SessionId(clinic.session()))).toString();
        assertTrue(told.contains("ToldStaff") && !told.contains(SAID), told);
        var later = clinic.tabOf("Sam P.");
        later.welcome("ended");
        later.beatHeard();
        assertFalse(later.texts().toString().contains("said"));
    }
}
