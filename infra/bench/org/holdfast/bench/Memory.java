package org.holdfast.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// What one more person takes of the server's memory and its store's, after the garbage is gone, and what the whole
/// demo takes.
final class Memory implements Measurement {
    private static final int ROOMS = 180;
    private static final int PEOPLE = 10;
    private static final double MOST_KB = 80;
    private static final double MOST_DEMO_MB = 256;

    /// Gives back what it does not need, as on a small computer.
    private static final List<String> SMALL = List.of(
            "-XX:+UseSerialGC",
            "-Xmx256m",
            "-XX:MinHeapFreeRatio=5",
            "-XX:MaxHeapFreeRatio=10",
            "--enable-native-access=ALL-UNNAMED");

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public String about() {
        return "what a person who is connected takes, with 1,800 of them, and what the whole demo takes";
    }

    @Override
    public void run(Bench bench) throws Exception {
        var rooms = bench.sized(ROOMS, 4);
        Cores.pinGenerator();
        var reactor = bench.own(new Reactor());
        var holdfast = Holdfast.start(bench, reactor, rooms, PEOPLE, SMALL);
        var ours = perPerson(bench, reactor, holdfast, rooms, () -> collect(holdfast));
        holdfast.end();
        var prosody = Prosody.start(bench, reactor);
        var theirs = perPerson(bench, reactor, prosody, rooms, () -> {});
        prosody.end();
        bench.found(Finding.most(
                "memory for each connected person, store included, %,d people in rooms".formatted(rooms * PEOPLE),
                ours,
                "kB",
                MOST_KB,
                "Prosody %.0f kB".formatted(theirs)));
        bench.found(Finding.most("memory of the whole demo, with its Redis", demo(bench), "MB", MOST_DEMO_MB, ""));
    }

    private interface Collecting {
        void run() throws Exception;
    }

    /// Beside the same server with nobody there.
    private static double perPerson(Bench bench, Reactor reactor, ChatServer server, int rooms, Collecting collecting)
            throws Exception {
        collecting.run();
        var empty = server.memory();
        var crowd = Crowd.seated(reactor, server, rooms, PEOPLE);
        crowd.pace(bench.sized(240, 20), Duration.ofSeconds(bench.sized(20, 1)));
        collecting.run();
        var full = server.memory();
        bench.say("%s: %.0f MB with nobody, %.0f MB with all of them", server.name(), empty / 1e6, full / 1e6);
        crowd.leave();
        return (full - empty) / 1e3 / (rooms * PEOPLE);
    }

    private static void collect(Holdfast holdfast) throws Exception {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        // Twice: what the first frees in the old part is given back by the second.
        for (var i = 0; i < 2; i++) {
            var collecting = new ProcessBuilder(
                            jcmd, Long.toString(holdfast.program().pid()), "GC.run")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (collecting.waitFor() != 0) throw new IllegalStateException("jcmd could not collect the garbage");
        }
    }

    private static double demo(Bench bench) throws Exception {
        var data = bench.folder().resolve("demo");
        var program = Program.start(
                bench,
                bench.folder().resolve("demo.log"),
                Map.of("HOLDFAST_DATA", data.toString()),
                List.of("./holdfast", "demo", "--json", "--port", "0"));
        program.said("{");
        var redis = Long.parseLong(
                Files.readString(data.resolve("redis").resolve("pid")).strip());
        bench.ownProcess(redis);
        return (Machine.resident(program.pid()) + Machine.resident(redis)) / 1e6;
    }
}
