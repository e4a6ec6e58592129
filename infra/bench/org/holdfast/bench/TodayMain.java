package org.holdfast.bench;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.holdfast.ClinicSnapshots;
import org.holdfast.clinic.Clinic;
import org.holdfast.clinic.ClinicCommand;
import org.holdfast.clinic.ClinicEvent;
import org.holdfast.directory.ClinicLog;
import org.holdfast.json.SealedJson;
import org.holdfast.live.Alarm;
import org.holdfast.live.Live;
import org.holdfast.live.LiveContext;
import org.holdfast.live.LogHosts;
import org.holdfast.live.Snapshots;
import org.holdfast.live.Timers;
import org.holdfast.log.RedisConnections;
import org.holdfast.log.RedisEventLog;
import org.holdfast.log.RedisHeads;
import org.holdfast.log.RedisKeyring;
import org.holdfast.sealing.MasterKey;

/// Folds a clinic's log as a server does that has just started, before anything in it is warm, and then serves that
/// clinic: `redis master-key folder snapshot`. Prints its port, how long the fold took, and how many entries it is of.
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
        var vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
        var connections = Group.await(RedisConnections.connect(vertx, arguments[0], 1));
        var heads = new RedisHeads(connections, master);
        var log = new RedisEventLog<>(
                connections, SealedJson.of(ClinicEvent.class), master, new RedisKeyring(connections, master), heads);
        var snapshots = Boolean.parseBoolean(arguments[3])
                ? ClinicSnapshots.found(connections, master, heads)
                : Snapshots.<Clinic>none();
        var live = new Live(Group.await(LiveContext.start(vertx)), Clock.systemUTC(), Timers.of(vertx), Alarm.LOGGED);
        var logs = new LogHosts<Clinic, ClinicCommand, ClinicEvent>(Clinic.DECIDER, log, snapshots, live);
        var began = System.nanoTime();
        var clinic = Group.await(logs.open(ClinicLog.ID));
        var took = (System.nanoTime() - began) / 1e6;
        if (clinic.state().groups().all().isEmpty()) throw new IllegalStateException("A clinic without groups");
        logs.close();
        connections.close();
        Group.await(vertx.close());
        var server = Today.server(arguments[0], master, Path.of(arguments[2]), Clock.systemUTC(), null);
        System.out.println("ready %d %.0f %d".formatted(server.port(), took, clinic.seq()));
        while (System.in.read() >= 0) {}
        Group.await(server.node().close());
        System.exit(0);
    }
}
