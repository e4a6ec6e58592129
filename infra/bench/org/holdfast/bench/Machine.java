package org.holdfast.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// What Linux tells of processors: who used how much. Times are in nanoseconds.
final class Machine {
    static final int CORES = Runtime.getRuntime().availableProcessors();

    /// A hundredth of a second, on every Linux there is.
    private static final long TICK = TimeUnit.MILLISECONDS.toNanos(10);
    /// In `/proc/stat`, after the name: user, nice, system, idle, iowait, irq, softirq, steal.
    private static final int IDLE = 3;

    private static final int IOWAIT = 4;
    private static final int IRQ = 5;
    private static final int SOFTIRQ = 6;
    private static final int STEAL = 7;
    private static final int COUNTED = 8;
    /// In `/proc/PID/stat`, after the closing bracket of the name.
    private static final int USER_OF_PROCESS = 11;

    private static final int USER_OF_CHILDREN = 13;

    private Machine() {}

    /// What processes had of all cores, and what a host took away from this machine. Interrupts are left out: they
    /// work for whoever sends and receives, and that is us.
    static long busy() {
        var fields =
                read(Path.of("/proc/stat")).lines().findFirst().orElseThrow().split(" +");
        var sum = 0L;
        for (var i = 0; i < COUNTED; i++) {
            if (i == IDLE || i == IOWAIT || i == IRQ || i == SOFTIRQ) continue;
            sum += Long.parseLong(fields[i + 1]);
        }
        return sum * TICK;
    }

    static long stolen() {
        var fields =
                read(Path.of("/proc/stat")).lines().findFirst().orElseThrow().split(" +");
        return Long.parseLong(fields[STEAL + 1]) * TICK;
    }

    /// What a process has had so far, in its own code and in the kernel; 0 when it is gone.
    static long used(long pid) {
        var file = Path.of("/proc", Long.toString(pid), "stat");
        return Files.exists(file) ? used(file, USER_OF_PROCESS) : 0;
    }

    /// What all programs that this one started, and that have ended, have had.
    static long usedByEnded() {
        return used(Path.of("/proc/self/stat"), USER_OF_CHILDREN);
    }

    private static long used(Path file, int user) {
        var text = read(file);
        var fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[user]) + Long.parseLong(fields[user + 1])) * TICK;
    }

    /// Memory that a process really holds, in bytes.
    static long resident(long pid) {
        return read(Path.of("/proc", Long.toString(pid), "status"))
                .lines()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElseThrow();
    }

    static String name() {
        return read(Path.of("/proc/cpuinfo"))
                .lines()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("an unnamed processor");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The bench reads /proc, so it needs Linux", e);
        }
    }
}
