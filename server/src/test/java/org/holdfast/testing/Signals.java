package org.holdfast.testing;

import java.io.IOException;

/// Sends a signal to a process that the test itself started.
public final class Signals {
    private Signals() {}

    public static void send(String name, long pid) {
        try {
            var kill = new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start();
            if (kill.waitFor() != 0) throw new IllegalStateException("kill -" + name + " " + pid + " did not work");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// To it and to all that it started.
    public static void sendAll(String name, long pid) {
        var process = ProcessHandle.of(pid).orElseThrow(() -> new IllegalStateException("There is no " + pid));
        process.descendants().forEach(child -> send(name, child.pid()));
        send(name, pid);
    }
}
