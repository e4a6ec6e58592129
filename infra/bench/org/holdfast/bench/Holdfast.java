package org.holdfast.bench;

import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// The product: its own web server over its own store, which has every entry on disk before anybody is told.
record Holdfast(Reactor reactor, Program program, Redis redis, int port, List<List<String>> links)
        implements ChatServer {
    /// What outlives two collections is what a session remembers of its commands: copying it fifteen times, as is
    /// usual, is most of what a collection costs.
    private static final List<String> JVM = List.of(
            "-XX:+UseSerialGC",
            "-XX:MaxTenuringThreshold=2",
            "-XX:+UseCompactObjectHeaders",
            "-Xmx512m",
            "--enable-native-access=ALL-UNNAMED");

    static Holdfast start(Bench bench, Reactor reactor, int rooms, int people) throws Exception {
        return start(bench, reactor, rooms, people, JVM, false);
    }

    /// Its garbage collector and heap as given.
    static Holdfast start(Bench bench, Reactor reactor, int rooms, int people, List<String> jvm) throws Exception {
        return start(bench, reactor, rooms, people, jvm, false);
    }

    /// With sessions in memory only.
    static Holdfast forgetful(Bench bench, Reactor reactor, int rooms, int people) throws Exception {
        return start(bench, reactor, rooms, people, JVM, true);
    }

    private static Holdfast start(
            Bench bench, Reactor reactor, int rooms, int people, List<String> jvm, boolean forgets) throws Exception {
        var folder = Files.createTempDirectory(bench.folder(), "holdfast");
        var redis = Redis.start(bench, folder.getFileName() + "/redis");
        Cores.pin(redis.pid(), Cores.SERVER);
        var command = new ArrayList<String>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(jvm);
        command.addAll(bench.recording("server"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ServerMain.class.getName()));
        command.addAll(List.of(redis.address(), Integer.toString(rooms), Integer.toString(people), folder.toString()));
        if (forgets) command.add("forget");
        var program = Program.start(bench, folder.resolve("err.log"), Map.of(), command);
        var said = program.said("ready ").split(" ");
        var links = Arrays.stream(said)
                .skip(2)
                .map(room -> List.of(room.split(",")))
                .toList();
        return new Holdfast(reactor, program, redis, Integer.parseInt(said[1]), links);
    }

    @Override
    public String name() {
        return "Holdfast";
    }

    @Override
    public List<Long> pids() {
        return List.of(program.pid(), redis.pid());
    }

    @Override
    public Guest guest(int room, int n) {
        var session = "sroom" + room;
        return new Person(reactor, port, session, links.get(room).get(n), n == 0);
    }

    /// Fifteen seconds of silence are a dropped line, and it looks each second.
    @Override
    public Duration noticesWithin() {
        return Duration.ofSeconds(18);
    }

    @Override
    public void letIn(Guest first) {
        if (first instanceof Person facilitator) facilitator.admitAll();
    }

    @Override
    public void end() {
        program.close();
        redis.close();
    }
}
