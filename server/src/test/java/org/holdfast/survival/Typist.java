package org.holdfast.survival;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;

/// Somebody who fills in a worksheet as the pages do: a command for each change, said again under its id to whichever
/// server is there until one says that it is saved.
final class Typist {
    private static final int ROWS = 20;
    /// Each row is begun, then gone over once more.
    static final int KEYSTROKES = 2 * ROWS;

    private static final int BEGUN = 5;
    private static final int BEFORE_NEXT_TRY_MS = 100;
    private static final int OK = 200;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, String> written = new TreeMap<>();
    private final RawPerson person;
    private final String path;
    private final boolean drops;
    private final NodeProcess other;
    private boolean inDoubt;

    /// @param path of the sheet
    /// @param drops whether their line breaks now and then before they hear an answer
    /// @param other to which they go when theirs is not there
    Typist(RawPerson person, String path, boolean drops, NodeProcess other) {
        this.person = person;
        this.path = path + "/answers";
        this.drops = drops;
        this.other = other;
    }

    RawPerson person() {
        return person;
    }

    /// The words of each row that the server said it has.
    Map<String, String> written() {
        return written;
    }

    /// Whether anything was said again that might have arrived before.
    boolean wasInDoubt() {
        return inDoubt;
    }

    /// @param begun passed by all when each has written some
    /// @param killed waited for before the last is written
    Void type(CyclicBarrier begun, CompletableFuture<Void> killed) throws Exception {
        for (var n = 0; n < KEYSTROKES; n++) {
            if (n == BEGUN) begun.await(30, TimeUnit.SECONDS);
            if (n == KEYSTROKES - BEGUN) killed.get(30, TimeUnit.SECONDS);
            save("rowrowro" + (char) ('a' + n % ROWS), person.seat() + " says " + n);
        }
        return null;
    }

    private void save(String row, String words) throws IOException, InterruptedException {
        var body = "{\"command\":\"" + command() + "\",\"item\":\"people-what\",\"row\":\"" + row + "\",\"value\":\""
                + words + "\"}";
        var breaks = drops && random.nextInt(3) == 0;
        while (true) {
            try {
                if (breaks) {
                    inDoubt = true;
                    breaks = false;
                    person.putAndBeGone(path, body);
                }
                var answer = person.put(path, body);
                if (answer.statusCode() == OK) break;
                if (!mayPass(answer)) throw new AssertionError(answer.statusCode() + " " + answer.body());
            } catch (IOException e) {
                inDoubt = true;
                person.goTo(other);
            }
            Thread.sleep(BEFORE_NEXT_TRY_MS);
        }
        written.put(row, words);
    }

    /// Too much at once, or a server that cannot just now: the same again may be taken.
    private static boolean mayPass(HttpResponse<String> answer) {
        return answer.statusCode() == 429 || answer.statusCode() == 503;
    }

    private String command() {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
