package org.holdfast.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        // Class data archives take jars only.
        var jar = bench.folder().resolve("holdfast.jar");
        run(List.of(tool("jar"), "--create", "--file", jar.toString(), "-C", "server/target/classes", "."));
        var cache = bench.folder().resolve("holdfast.aot");
        var plain = seconds(bench, reactor, jar, List.of());
        start(bench, reactor, jar, List.of("-XX:AOTCacheOutput=" + cache));
        var cached = seconds(bench, reactor, jar, List.of("-XX:AOTCache=" + cache));
        bench.found(Finding.most(
                "from starting the server, with an embedded Redis, to the first person in a waiting room, one core",
                plain,
                "s",
                MOST_S,
                "with an AOT cache %.2f s".formatted(cached)));
    }

    private static double seconds(Bench bench, Reactor reactor, Path jar, List<String> options) throws Exception {
        var all = new ArrayList<Double>();
        for (var i = 0; i < bench.sized(STARTS, 1); i++) {
            all.add(bench.round("a start", () -> start(bench, reactor, jar, options))
                    .value());
        }
        return Median.of(all, seconds -> seconds);
    }

    private static double start(Bench bench, Reactor reactor, Path jar, List<String> options) throws Exception {
        var data = Files.createTempDirectory(bench.folder(), "clinic");
        var command = new ArrayList<>(List.of(tool("java"), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(options);
        command.addAll(List.of("-cp", jar + ":server/target/lib/*:server/target/demo-lib/*", "org.holdfast.Main"));
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

    private static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) throw new IOException("Failed: " + command);
    }
}
