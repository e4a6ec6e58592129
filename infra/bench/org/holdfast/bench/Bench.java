package org.holdfast.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;

/// What one measurement stands on: a folder, what it started, what else the machine did, and what it found.
final class Bench implements AutoCloseable {
    /// Others may have had this much of the machine in a round that counts.
    static final double MOST_FOREIGN = 0.20;
    private static final int TRIES = 4;

    /// @param quick only to show that all works, in seconds and with figures that say nothing
    /// @param alone only our server, to see what a change of ours brings
    /// @param profile to find out where our server's time goes: it is measured alone, and leaves a flight recording
    record Wish(boolean quick, boolean alone, boolean profile) {
        Wish {
            alone |= profile;
        }
    }

    /// @param foreign the share of the whole machine that other programs had meanwhile
    record Round<T>(T value, double foreign) {
        boolean disturbed() {
            return foreign > MOST_FOREIGN;
        }
    }

    private final Wish wish;
    private final Path folder;
    /// Whoever stops the bench in the middle stops what it started too.
    private final Thread ending = new Thread(this::endAll);
    private final Deque<AutoCloseable> owned = new ConcurrentLinkedDeque<>();
    private final Set<Long> pids = ConcurrentHashMap.newKeySet();
    private final List<Finding> findings = new ArrayList<>();

    Bench(Wish wish) throws IOException {
        Runtime.getRuntime().addShutdownHook(ending);
        this.wish = wish;
        this.folder = Files.createTempDirectory("holdfast-bench");
        pids.add(ProcessHandle.current().pid());
    }

    boolean quick() {
        return wish.quick();
    }

    boolean alone() {
        return wish.alone();
    }

    boolean profile() {
        return wish.profile();
    }

    /// What makes a JVM keep a recording of where its time goes, written when it ends; nothing unless that is wished.
    List<String> recording(String name) {
        if (!profile()) return List.of();
        return List.of("-XX:StartFlightRecording=jdk.CPUTimeSample#enabled=true,jdk.CPUTimeSample#throttle=5ms,"
                + "filename=infra/bench/target/" + name + ".jfr");
    }

    int sized(int whole, int small) {
        return quick() ? small : whole;
    }

    Path folder() {
        return folder;
    }

    <T extends AutoCloseable> T own(T started) {
        owned.push(started);
        return started;
    }

    /// Its processor time is ours, not a stranger's.
    void ownProcess(long pid) {
        pids.add(pid);
    }

    void say(String sentence, Object... values) {
        System.out.println("  " + sentence.formatted(values));
    }

    void found(Finding finding) {
        findings.add(finding);
        System.out.println(finding.line());
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /// Measures, and again when others had too much of the machine meanwhile. When they never stop, the least disturbed
    /// round counts.
    <T> Round<T> round(String what, Callable<T> measuring) throws Exception {
        return round(what, TRIES, measuring);
    }

    /// For what cannot be done again, since whoever came has come.
    <T> Round<T> once(String what, Callable<T> measuring) throws Exception {
        return round(what, 1, measuring);
    }

    private <T> Round<T> round(String what, int most, Callable<T> measuring) throws Exception {
        Round<T> least = null;
        for (var tries = 1; ; tries++) {
            var began = System.nanoTime();
            var busy = Machine.busy() - ours();
            var value = measuring.call();
            var foreign = (double) Math.max(0, Machine.busy() - ours() - busy)
                    / ((System.nanoTime() - began) * Machine.CORES);
            say("%s: %s; others had %.0f %% of the machine", what, value, 100 * foreign);
            if (least == null || foreign < least.foreign()) least = new Round<>(value, foreign);
            if (!least.disturbed() || quick() || alone() || tries == most) return least;
            say("Too much: once more.");
        }
    }

    private long ours() {
        return pids.stream().mapToLong(Machine::used).sum() + Machine.usedByEnded();
    }

    private void endAll() {
        for (var started = owned.poll(); started != null; started = owned.poll()) {
            try {
                started.close();
            } catch (Exception failure) {
                System.err.println("Not ended in order: " + failure);
            }
        }
    }

    @Override
    public void close() throws IOException {
        endAll();
        Runtime.getRuntime().removeShutdownHook(ending);
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        }
    }
}
