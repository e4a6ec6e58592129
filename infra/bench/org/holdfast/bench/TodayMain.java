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

    private static final List<String> JVM =
            List.of("-XX:+UseSerialGC", "-Xmx512m", "--enable-native-access=ALL-UNNAMED");

    /// As a clinic has it, in a jar. The class of the bench comes after all that was rehearsed.
    static Rehearsed rehearse(Bench bench) throws IOException, InterruptedException {
        return Rehearsed.with(bench, JVM);
    }

    /// On the core of servers, with what a node has.
    ///
    /// @param snapshot whether it may begin with the clinic's last one
    /// @param cached whether it begins with what Java kept of the rehearsal
    static Program start(
            Bench bench, Rehearsed rehearsed, Redis redis, MasterKey master, boolean snapshot, boolean cached)
            throws IOException {
        var command = new ArrayList<>(rehearsed.java(cached));
        command.addAll(bench.recording("today" + (snapshot ? "-snapshot" : "") + (cached ? "-cached" : "")));
        command.addAll(List.of("-cp", rehearsed.classes() + ":infra/bench/target/classes"));
        return start(bench, command, redis, master, snapshot);
    }

    /// For who does not care how it starts.
    static Program start(Bench bench, Redis redis, MasterKey master) throws IOException {
        var command = new ArrayList<>(List.of(Rehearsed.tool("java")));
        command.addAll(JVM);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        return start(bench, command, redis, master, true);
    }

    private static Program start(Bench bench, List<String> java, Redis redis, MasterKey master, boolean snapshot)
            throws IOException {
        var command = new ArrayList<>(java);
        command.addAll(List.of(
                TodayMain.class.getName(),
                redis.address(),
                master.export(),
                bench.folder().toString(),
                Boolean.toString(snapshot)));
        return Program.start(bench, bench.folder().resolve("err.log"), Map.of(), command);
    }

    /// @return what it printed once it serves, in words: its port second, the milliseconds third, and those of
    /// processor fourth
    static String[] said(Program server) throws IOException {
        return server.said("ready ").split(" ");
    }

    public static void main(String[] arguments) throws Exception {
        var master = MasterKey.parse(arguments[1]);
        var folder = Path.of(arguments[2]);
        // Nothing of what a node does by itself, or it would have opened the log before it is asked.
        var asleep = Today.server(arguments[0], master, folder, Clock.systemUTC(), Today.NEVER);
        Callable<Future<Clinic>> asking = Boolean.parseBoolean(arguments[3])
                ? asleep.node().clinic()::clinic
                : withoutSnapshots(arguments[0], master);
        var own = ProcessHandle.current().pid();
        var before = Machine.used(own);
        var began = System.nanoTime();
        var clinic = Group.await(asking.call());
        var took = (System.nanoTime() - began) / 1e6;
        var used = (Machine.used(own) - before) / 1e6;
        if (clinic.groups().all().isEmpty()) throw new IllegalStateException("A clinic without groups");
        Group.await(asleep.node().close());
        var server = Today.server(arguments[0], master, folder, Clock.systemUTC(), null);
        System.out.println("ready %d %.0f %.0f".formatted(server.port(), took, used));
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
