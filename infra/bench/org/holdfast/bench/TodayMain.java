package org.holdfast.bench;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.holdfast.clinic.Clinic;
import org.holdfast.clinic.ClinicEvent;
import org.holdfast.directory.ClinicLog;
import org.holdfast.json.SealedJson;
import org.holdfast.live.Head;
import org.holdfast.log.RedisConnections;
import org.holdfast.log.RedisEventLog;
import org.holdfast.log.RedisHeads;
import org.holdfast.log.RedisKeyring;
import org.holdfast.sealing.MasterKey;

/// Folds a clinic's log as a server does that has just started, before anything in it is warm, and then serves that
/// clinic: `redis master-key folder`. Prints how long the fold took, and its port.
public final class TodayMain {
    private TodayMain() {}

    /// Started by the bench, on the core of servers.
    ///
    /// @return what it printed, in words
    static String[] start(Bench bench, Redis redis, MasterKey master) throws IOException {
        var program = Program.start(
                bench,
                bench.folder().resolve("err.log"),
                Map.of(),
                List.of(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-XX:+UseSerialGC",
                        "-Xmx512m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TodayMain.class.getName(),
                        redis.address(),
                        master.export(),
                        bench.folder().toString()));
        return program.said("ready ").split(" ");
    }

    public static void main(String[] arguments) throws Exception {
        var master = MasterKey.parse(arguments[1]);
        var vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
        var connections = Group.await(RedisConnections.connect(vertx, arguments[0], 1));
        var heads = new RedisHeads(connections, master);
        var log = new RedisEventLog<>(
                connections, SealedJson.of(ClinicEvent.class), master, new RedisKeyring(connections, master), heads);
        var began = System.nanoTime();
        var clinic = Clinic.DECIDER.initial();
        var entries = Group.await(log.read(ClinicLog.ID, Head.EMPTY));
        for (var written : entries) clinic = Clinic.DECIDER.applyAll(clinic, written.entry());
        var took = (System.nanoTime() - began) / 1e6;
        if (clinic.groups().all().isEmpty()) throw new IllegalStateException("A clinic without groups");
        connections.close();
        Group.await(vertx.close());
        var server = Today.server(arguments[0], master, Path.of(arguments[2]), Clock.systemUTC(), null);
        System.out.println("ready %d %.1f %d".formatted(server.port(), took, entries.size()));
        while (System.in.read() >= 0) {}
        Group.await(server.node().close());
        System.exit(0);
    }
}
