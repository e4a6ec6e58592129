package org.holdfast.survival;

import java.io.IOException;

/// Sends a signal to a process that the test itself started.
final class Signals {
    private Signals() {}

    static void send(String name, long pid) {
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
}
