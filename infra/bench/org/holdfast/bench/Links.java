package org.holdfast.bench;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;
import org.holdfast.Node;
import org.holdfast.clinic.Enrolment;
import org.holdfast.decision.Actor;
import org.holdfast.decision.CommandId;
import org.holdfast.identity.Kind;
import org.holdfast.identity.PersonalLinks.Link;
import org.holdfast.identity.Secrets;
import org.holdfast.sealing.MasterKey;
import org.holdfast.session.MemberId;

/// Links that open nothing: whether time tells one kind of them from another, and whether anybody guesses one.
final class Links implements Measurement {
    private static final int ROUNDS = 4_000;
    private static final int WARM_UPS = 1_000;
    private static final int VALID = 1_000;
    private static final int GUESSES = 50_000;
    private static final int GUESSERS = 64;
    private static final double MOST_APART_MS = 1;
    private static final int NOT_FOUND = 404;
    private static final int LOCKED_OUT = 429;
    /// One less than an address may: what opens a connection is not measured.
    private static final int TRIES = LinkTry.BEFORE_LOCKED - 1;

    private enum What {
        /// A valid one, but for a letter.
        WRONG,
        UNKNOWN,
        EXPIRED,
        REVOKED,
        /// Of somebody who was discharged: it opens again on the day that they come back.
        RESTING;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public String name() {
        return "links";
    }

    @Override
    public String about() {
        return "links that open nothing: whether time tells them apart, and whether one is guessed";
    }

    @Override
    public void run(Bench bench) throws Exception {
        Cores.pinGenerator();
        var redis = Redis.start(bench, "redis");
        Cores.pin(redis.pid(), Cores.SERVER);
        var master = MasterKey.random(new SecureRandom());
        var aYearAgo = Instant.now().minus(Duration.ofDays(365));
        var filling = Today.server(redis.address(), master, bench.folder(), () -> aYearAgo, Today.NEVER);
        new ClinicBooks(filling.node(), aYearAgo).begin(3);
        var tokens = issue(filling.node(), aYearAgo, bench.sized(VALID, 20));
        Group.await(filling.node().close());
        var port = Integer.parseInt(TodayMain.said(TodayMain.start(bench, redis, master))[1]);

        measure(port, tokens, bench.sized(WARM_UPS, 20));
        var times = bench.round("links", () -> measure(port, tokens, bench.sized(ROUNDS, 40)))
                .value();
        bench.found(Finding.most(
                "a link that opens nothing, between the medians of what is answered soonest and latest of "
                        + Arrays.stream(What.values()).map(What::toString).collect(Collectors.joining(", ")),
                times.apartMs(),
                "ms",
                MOST_APART_MS,
                times.toString()));
        bench.found(lockedOut(port));
        bench.found(guesses(port, bench.sized(GUESSES, 2_000), bench.sized(VALID, 20)));
    }

    private static Map<What, String> issue(Node node, Instant then, int valid) throws Exception {
        var links = node.links();
        var tokens = new EnumMap<What, String>(What.class);
        var right = Group.await(links.issue(new Link("m0x0", Kind.PARTICIPANT, null)));
        tokens.put(What.WRONG, (right.startsWith("A") ? "B" : "A") + right.substring(1));
        tokens.put(What.EXPIRED, Group.await(links.issue(new Link("m0x1", Kind.PARTICIPANT, then.plusSeconds(60)))));
        tokens.put(What.REVOKED, Group.await(links.issue(new Link("m0x2", Kind.PARTICIPANT, null))));
        Group.await(links.revoke("m0x2"));
        tokens.put(What.RESTING, Group.await(links.issue(new Link("m0x3", Kind.PARTICIPANT, null))));
        var gone = new Enrolment.Discharge(
                new MemberId("m0x3"), LocalDate.ofInstant(then, ZoneOffset.UTC), Enrolment.Why.COMPLETED, null);
        Group.await(node.clinic().submit(gone, new Actor.Node("bench"), new CommandId(Secrets.fresh())));
        for (var n = 0; n < valid; n++) {
            Group.await(links.issue(new Link("m1x" + n % 10, Kind.PARTICIPANT, null)));
        }
        return tokens;
    }

    /// @param nanos of each kind
    private record Times(Map<What, Histogram> nanos) {
        double ms(What what, double percentile) {
            var of = nanos.get(what);
            return of == null ? 0 : of.getValueAtPercentile(percentile) / 1e6;
        }

        double apartMs() {
            var medians = Arrays.stream(What.values())
                    .mapToDouble(what -> ms(what, 50))
                    .summaryStatistics();
            return medians.getMax() - medians.getMin();
        }

        @Override
        public String toString() {
            return Arrays.stream(What.values())
                    .map(what -> "%s p50 %.3f, p99 %.2f ms".formatted(what, ms(what, 50), ms(what, 99)))
                    .collect(Collectors.joining("; "));
        }
    }

    /// All kinds in each round, in another order each time, so that whatever else goes on meets all alike.
    private static Times measure(int port, Map<What, String> tokens, int rounds) throws Exception {
        var nanos = new EnumMap<What, Histogram>(What.class);
        for (var what : What.values()) nanos.put(what, Latency.histogram());
        var order = new ArrayList<>(List.of(What.values()));
        var asked = 0;
        LinkTry page = null;
        String first = null;
        try {
            for (var round = 0; round < rounds; round++) {
                Collections.shuffle(order);
                for (var what : order) {
                    if (page == null || asked++ % TRIES == 0) {
                        if (page != null) page.close();
                        page = new LinkTry(port);
                        first = page.open(Secrets.fresh());
                    }
                    var token = tokens.getOrDefault(what, Secrets.fresh());
                    var began = System.nanoTime();
                    var answer = page.open(token);
                    nanos.get(what).recordValue(System.nanoTime() - began);
                    if (!answer.equals(first)) throw new IllegalStateException(what + " is told apart: " + answer);
                }
            }
        } finally {
            if (page != null) page.close();
        }
        if (first == null || KeptLine.status(first) != NOT_FOUND) throw new IllegalStateException("Answered " + first);
        return new Times(nanos);
    }

    private static Finding lockedOut(int port) throws Exception {
        try (var page = new LinkTry(port)) {
            var heard = 0;
            while (KeptLine.status(page.open(Secrets.fresh())) == NOT_FOUND) heard++;
            return new Finding(
                    "guesses from one address that are looked at in a minute",
                    "" + heard,
                    "then 429, right link or wrong",
                    "≤ " + LinkTry.BEFORE_LOCKED,
                    heard <= LinkTry.BEFORE_LOCKED);
        }
    }

    /// By many at once, each from one address after the other.
    private static Finding guesses(int port, int guesses, int valid) throws Exception {
        var left = new AtomicInteger(guesses);
        var hits = new AtomicInteger();
        Callable<Void> guesser = () -> {
            while (left.get() > 0) {
                try (var page = new LinkTry(port)) {
                    for (var n = 0; n < TRIES && left.getAndDecrement() > 0; n++) {
                        var status = KeptLine.status(page.open(Secrets.fresh()));
                        if (status == LOCKED_OUT)
                            throw new IllegalStateException("Locked out at an address of its own");
                        if (status != NOT_FOUND) hits.incrementAndGet();
                    }
                }
            }
            return null;
        };
        var began = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(Collections.nCopies(GUESSERS, guesser))) done.get();
        }
        var seconds = (System.nanoTime() - began) / 1e9;
        return new Finding(
                "links guessed, of %,d valid ones".formatted(valid),
                "%,d of %,d guesses".formatted(hits.get(), guesses),
                "%,.0f guesses a second".formatted(guesses / seconds),
                "0",
                hits.get() == 0);
    }
}
