package org.holdfast.bench;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.HdrHistogram.Histogram;
import org.holdfast.Node;
import org.holdfast.decision.Actor;
import org.holdfast.decision.CommandId;
import org.holdfast.identity.Kind;
import org.holdfast.identity.PersonalLinks.Link;
import org.holdfast.identity.Secrets;
import org.holdfast.person.PersonCommand;
import org.holdfast.person.SheetId;
import org.holdfast.person.Sheets;
import org.holdfast.sealing.MasterKey;

/// Many people who fill in worksheets at once: how many of their words are saved in a second, each sealed with its
/// person's key and on disk before it is said to be saved.
final class Answers implements Measurement {
    private static final int PEOPLE = 100;
    private static final int ROUNDS = 5;
    private static final int WARM_UPS = 5;
    /// Fewer than anybody may ask for in one go.
    private static final int WORDS = 100;

    private static final String SHEET = "wBench";
    private static final Actor SYSTEM = new Actor.Node("bench");

    @Override
    public String name() {
        return "answers";
    }

    @Override
    public String about() {
        return "words on worksheets that are saved in a second";
    }

    @Override
    public void run(Bench bench) throws Exception {
        Cores.pinGenerator();
        var redis = Redis.start(bench, "redis");
        Cores.pin(redis.pid(), Cores.SERVER);
        var master = MasterKey.random(new SecureRandom());
        var filling = Today.server(redis.address(), master, bench.folder(), Instant::now, Today.NEVER);
        new ClinicBooks(filling.node(), Instant.now()).begin(1);
        var people = bench.sized(PEOPLE, 5);
        var rounds = bench.sized(ROUNDS, 1);
        var warmUps = bench.sized(WARM_UPS, 1);
        // Each may ask for so much and no more: others in each round.
        var groups = new ArrayList<List<String>>();
        for (var round = 0; round < warmUps + rounds; round++) groups.add(links(filling.node(), round, people));
        Group.await(filling.node().close());
        var port = Integer.parseInt(TodayMain.said(TodayMain.start(bench, redis, master))[1]);

        for (var round = 0; round < warmUps; round++) bench.say("warms up: %s", write(port, groups.get(round)));
        var all = new ArrayList<Latency>();
        for (var tokens : groups.subList(warmUps, groups.size())) {
            all.add(bench.once("answers", () -> write(port, tokens)).value());
        }
        var middle = Median.of(all, Latency::perSecond);
        bench.found(Finding.plain(
                "words on worksheets saved a second, %d people at once, one core with its Redis".formatted(people),
                "%,.0f (p50 %.1f ms, p99 %.1f ms)".formatted(middle.perSecond(), middle.ms(50), middle.ms(99)),
                ""));
    }

    private static List<String> links(Node node, int round, int people) throws Exception {
        var tokens = new ArrayList<String>();
        for (var n = 0; n < people; n++) {
            var id = "w" + round + "x" + n;
            var begin = new Sheets.Begin(new SheetId(SHEET), "trigger-map", "1", null);
            for (var command : List.of(new PersonCommand.Register("Amina " + id), begin)) {
                Group.await(node.people().submit(id, command, SYSTEM, new CommandId(Secrets.fresh())));
            }
            tokens.add(Group.await(node.links().issue(new Link(id, Kind.PARTICIPANT, null))));
        }
        return tokens;
    }

    /// Everybody is there before the first word is written.
    private static Latency write(int port, List<String> tokens) throws Exception {
        var writers = new ArrayList<Writer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var token : tokens) writers.add(new Writer(port, token, SHEET));
            var began = System.nanoTime();
            var writing = new ArrayList<Callable<Histogram>>();
            for (var writer : writers) {
                writing.add(() -> {
                    var nanos = Latency.histogram();
                    writer.write(WORDS, nanos);
                    return nanos;
                });
            }
            var all = Latency.histogram();
            for (var done : threads.invokeAll(writing)) all.add(done.get());
            return new Latency(all, (System.nanoTime() - began) / 1e9);
        } finally {
            for (var writer : writers) writer.close();
        }
    }
}
