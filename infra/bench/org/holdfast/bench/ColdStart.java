package org.holdfast.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.holdfast.session.SessionId;

/// From nothing to somebody standing in the waiting room of a session: the server with an embedded Redis of its own,
/// all on one core, with a clinic that has never been there before.
final class ColdStart implements Measurement {
    private static final int STARTS = 5;
    private static final double MOST_S = 2.5;
    /// The launcher's.
    private static final List<String> JVM = List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-XX:MaxTenuringThreshold=2",
            "--enable-native-access=ALL-UNNAMED");
    private static final Pattern PORT = Pattern.compile("\"url\":\"http://127\\.0\\.0\\.1:(\\d+)\"");
    private static final Pattern SESSION = Pattern.compile("\"id\":\"([^\"]+)\"");
    private static final Pattern TOKEN = Pattern.compile("/join#([\\w-]+)");

    @Override
    public String name() {
        return "cold-start";
    }

    @Override
    public String about() {
        return "from starting the server to the first person in a waiting room";
    }

    @Override
    public void run(Bench bench) throws Exception {
        Cores.pinGenerator();
        var reactor = bench.own(new Reactor());
        var rehearsed = Rehearsed.with(bench, JVM);
        var plain = seconds(bench, reactor, rehearsed, false);
        var cached = seconds(bench, reactor, rehearsed, true);
        bench.found(Finding.most(
                "from starting the server, with an embedded Redis, to the first person in a waiting room, one core",
                plain,
                "s",
                MOST_S,
                "with an AOT cache %.2f s".formatted(cached)));
    }

    private static double seconds(Bench bench, Reactor reactor, Rehearsed rehearsed, boolean cached) throws Exception {
        var all = new ArrayList<Double>();
        for (var i = 0; i < bench.sized(STARTS, 1); i++) {
            all.add(bench.round("a start", () -> start(bench, reactor, rehearsed, cached))
                    .value());
        }
        return Median.of(all, seconds -> seconds);
    }

    private static double start(Bench bench, Reactor reactor, Rehearsed rehearsed, boolean cached) throws Exception {
        var data = Files.createTempDirectory(bench.folder(), "clinic");
        var command = new ArrayList<>(rehearsed.java(cached));
        command.addAll(List.of("-cp", rehearsed.classes(), "org.holdfast.Main"));
        command.addAll(List.of("demo", "--json", "--port", "0"));
        var began = System.nanoTime();
        try (var program =
                Program.start(bench, data.resolve("err.log"), Map.of("HOLDFAST_DATA", data.toString()), command)) {
            var ready = program.said("{");
            var redis = Long.parseLong(
                    Files.readString(data.resolve("redis").resolve("pid")).strip());
            bench.ownProcess(redis);
            var joined = new CompletableFuture<Long>();
            var person = new Person(
                    reactor,
                    Integer.parseInt(found(PORT, ready)),
                    new SessionId(found(SESSION, ready)).value(),
                    found(TOKEN, ready),
                    false);
            reactor.post(() -> person.arrive(
                    () -> joined.complete(System.nanoTime()),
                    why -> joined.completeExceptionally(new IOException(why))));
            return (joined.get(20, TimeUnit.SECONDS) - began) / 1e9;
        }
    }

    private static String found(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        if (!matcher.find()) throw new IllegalStateException("The demo did not say " + pattern + " in " + text);
        return matcher.group(1);
    }
}
