package org.holdfast.log;

import static org.holdfast.log.LogFixture.DANA;
import static org.holdfast.log.LogFixture.EVENING;
import static org.holdfast.testing.Await.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import io.vertx.redis.client.Command;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.live.LogId;
import org.holdfast.live.Outcome;
import org.holdfast.testing.Tally.Wish.Add;
import org.holdfast.testing.TestRedis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Killing a server proves nothing about its disk: the system's cache survives that. So the system calls themselves are
/// watched: no append is acknowledged before the file that holds it was synced.
@ExtendWith(VertxExtension.class)
class FsyncTest {
    private static final Path TRACER = Path.of("/usr/bin/strace");
    private static final int ONE_BY_ONE = 10;
    private static final int AT_ONCE = 40;
    private static final int FLOOD = 5;
    private static final int MEGABYTE = 1 << 20;

    @TempDir
    private Path folder;

    @Test
    void an_append_is_written_then_synced_then_acknowledged(Vertx vertx) throws IOException {
        check(vertx, false);
    }

    @Test
    void also_while_a_subscriber_does_not_read(Vertx vertx) throws IOException {
        check(vertx, true);
    }

    private void check(Vertx vertx, boolean slowSubscriber) throws IOException {
        assumeTrue(Files.isExecutable(TRACER), "strace is not installed: the order of system calls is not watched");
        var trace = folder.resolve("trace");
        var wrapper = List.of(
                TRACER.toString(),
                "-f",
                "-y",
                "-s",
                "200000",
                "-e",
                "trace=write,writev,fdatasync",
                "-o",
                trace.toString());
        try (var redis = TestRedis.startUnder(wrapper);
                var subscriber = new Socket()) {
            var node = new LogFixture(vertx, redis);
            if (slowSubscriber) stall(subscriber, redis, node);
            append(node, vertx);
            redis.kill9();
            assertOrder(SystemCalls.parse(Files.readAllLines(trace, StandardCharsets.ISO_8859_1)));
        }
    }

    private static void append(LogFixture node, Vertx vertx) {
        var hosts = node.hosts(vertx);
        for (var n = 0; n < ONE_BY_ONE; n++) {
            get(hosts.submit(EVENING, new Add("chairs", 1), DANA, LogFixture.id(n)));
        }
        var asked = new ArrayList<Future<Outcome>>();
        for (var n = 0; n < AT_ONCE; n++) {
            var log = LogId.session("room" + n % 4);
            asked.add(hosts.submit(log, new Add("chairs", 1), DANA, LogFixture.id(n)));
        }
        get(Future.all(asked));
    }

    /// Listens for hints, reads none, and is sent more than its socket takes.
    private static void stall(Socket subscriber, TestRedis redis, LogFixture node) throws IOException {
        subscriber.setReceiveBufferSize(4096);
        subscriber.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), redis.port()));
        var subscribe = "SUBSCRIBE " + Names.hints(EVENING) + "\r\n";
        subscriber.getOutputStream().write(subscribe.getBytes(StandardCharsets.US_ASCII));
        // Its acknowledgement says that it is subscribed; after it nothing more is read.
        assertEquals('*', subscriber.getInputStream().read());
        for (var n = 0; n < FLOOD; n++) {
            // Any number is a hint.
            var hint = "0".repeat(MEGABYTE);
            get(LogFixture.ask(node.redis, Command.PUBLISH, Names.hints(EVENING), hint));
        }
    }

    private static void assertOrder(List<SystemCalls.Call> calls) {
        var written = 0;
        var synced = 0;
        var answered = 0;
        for (var call : calls) {
            switch (call) {
                case SystemCalls.Call.FileWritten(var entries) -> written += entries;
                case SystemCalls.Call.FileSynced() -> synced = written;
                case SystemCalls.Call.Replied(var answers) -> {
                    answered += answers;
                    assertFalse(answered > synced, answered + " appends acknowledged, " + synced + " synced");
                }
            }
        }
        assertEquals(ONE_BY_ONE + AT_ONCE, answered);
        assertEquals(ONE_BY_ONE + AT_ONCE, written);
    }
}
