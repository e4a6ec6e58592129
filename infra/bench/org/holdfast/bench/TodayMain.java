package org.holdfast.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.holdfast.clinic.Clinic;
import org.holdfast.clinic.ClinicCommand;
import org.holdfast.clinic.ClinicEvent;
import org.holdfast.directory.ClinicLog;
import org.holdfast.json.SealedJson;
import org.holdfast.live.Alarm;
import org.holdfast.live.Live;
import org.holdfast.live.LiveContext;
import org.holdfast.live.LogHost;
import org.holdfast.live.LogHosts;
import org.holdfast.live.Timers;
import org.holdfast.log.RedisConnections;
import org.holdfast.log.RedisEventLog;
import org.holdfast.log.RedisHeads;
import org.holdfast.log.RedisKeyring;
import org.holdfast.sealing.MasterKey;

/// A server that has just started is asked for its clinic, and then serves it: `redis master-key folder snapshot`.
/// Without a snapshot the log is folded beside it from its first entry. Prints its port and how long that took.
public final class TodayMain {
    private TodayMain() {}

    /// Started by the bench, on the core of servers, with what a node has: the clinic's last snapshot, if there is one.
    ///
    /// @return what it printed, in words
    static String[] start(Bench bench, Redis redis, MasterKey master) throws IOException {
        return launch(bench, redis, master, true).said("ready ").split(" ");
    }

    /// @param snapshot whether it may begin with one
    static Program launch(Bench bench, Redis redis, MasterKey master, boolean snapshot) throws IOException {
        var command = new ArrayList<String>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(bench.recording(snapshot ? "today-snapshot" : "today"));
        command.addAll(List.of(
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                TodayMain.class.getName(),
                redis.address(),
                master.export(),
                bench.folder().toString(),
                Boolean.toString(snapshot)));
        return Program.start(bench, bench.folder().resolve("err.log"), Map.of(), command);
    }

    public static void main(String[] arguments) throws Exception {
        var master = MasterKey.parse(arguments[1]);
        var folder = Path.of(arguments[2]);
        // Nothing of what a node does by itself, or it would have opened the log before it is asked.
        var asleep = Today.server(arguments[0], master, folder, Clock.systemUTC(), Today.NEVER);
        Callable<Future<Clinic>> asking = Boolean.parseBoolean(arguments[3])
                ? asleep.node().clinic()::clinic
                : withoutSnapshots(arguments[0], master);
        var began = System.nanoTime();
        var clinic = Group.await(asking.call());
        var took = (System.nanoTime() - began) / 1e6;
        if (clinic.groups().all().isEmpty()) throw new IllegalStateException("A clinic without groups");
        Group.await(asleep.node().close());
        var server = Today.server(arguments[0], master, folder, Clock.systemUTC(), null);
        System.out.println("ready %d %.0f".formatted(server.port(), took));
        while (System.in.read() >= 0) {}
        Group.await(server.node().close());
        System.exit(0);
    }

    private static Callable<Future<Clinic>> withoutSnapshots(String redis, MasterKey master) throws Exception {
        var vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
        var connections = Group.await(RedisConnections.connect(vertx, redis, 1));
        var log = new RedisEventLog<>(
                connections,
                SealedJson.of(ClinicEvent.class),
                master,
                new RedisKeyring(connections, master),
                new RedisHeads(connections, master));
        var live = new Live(Group.await(LiveContext.start(vertx)), Clock.systemUTC(), Timers.of(vertx), Alarm.LOGGED);
        var logs = new LogHosts<Clinic, ClinicCommand, ClinicEvent>(Clinic.DECIDER, log, live);
        return () -> logs.open(ClinicLog.ID).map(LogHost::state);
    }
}
