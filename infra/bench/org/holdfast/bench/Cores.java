package org.holdfast.bench;

import java.io.IOException;

/// A server and its store share one core, the generator has another: so each is measured by what it uses, not by who
/// gets there first.
final class Cores {
    static final int SERVER = 0;
    static final int GENERATOR = 1;

    private Cores() {}

    static void pin(long pid, int core) throws IOException, InterruptedException {
        if (Machine.CORES < 2) throw new IOException("Side by side needs two cores");
        var taskset = new ProcessBuilder("taskset", "-acp", Integer.toString(core), Long.toString(pid))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (taskset.waitFor() != 0) throw new IOException("taskset could not keep a process on core " + core);
    }

    /// This program, as the generator.
    static void pinGenerator() throws IOException, InterruptedException {
        pin(ProcessHandle.current().pid(), GENERATOR);
    }
}
