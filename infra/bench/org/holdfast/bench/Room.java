package org.holdfast.bench;

import java.util.List;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/// One room under load: somebody says something, and when all have seen it, it is somebody else's turn.
final class Room {
    private final List<Guest> guests;
    private int turn;
    private int seen;
    private long asked;
    private boolean busy;
    private @Nullable Runnable whenAllSaw;
    private @Nullable Histogram nanos;
    private long deliveries;

    Room(List<Guest> guests) {
        this.guests = guests;
        guests.forEach(guest -> guest.onSeen(this::seen));
    }

    List<Guest> guests() {
        return guests;
    }

    boolean seated() {
        return guests.stream().allMatch(Guest::seated);
    }

    boolean busy() {
        return busy;
    }

    /// What was delivered to anybody so far.
    long deliveries() {
        return deliveries;
    }

    /// @param since when it should have been said, had nobody been busy
    void say(long since, Histogram into, Runnable allSaw) {
        busy = true;
        seen = 0;
        asked = since;
        nanos = into;
        whenAllSaw = allSaw;
        guests.get(turn++ % guests.size()).say();
    }

    private void seen() {
        deliveries++;
        if (!busy || ++seen < guests.size()) return;
        busy = false;
        if (nanos != null) nanos.recordValue(System.nanoTime() - asked);
        if (whenAllSaw != null) whenAllSaw.run();
    }
}
