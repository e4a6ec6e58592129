package org.holdfast.bench;

import java.time.Duration;
import java.util.List;

/// A server whose rooms people come into, in processes of its own.
interface ChatServer {
    String name();

    /// Whose processor time and memory are its price, its store's included.
    List<Long> pids();

    /// The first one of a room is the one who leads it.
    Guest guest(int room, int n);

    /// When all of a room have come: lets in who waits.
    void letIn(Guest first);

    /// Takes its memory from nobody any more.
    void end();

    /// How long after people went without a word the server is still busy with that.
    default Duration noticesWithin() {
        return Duration.ofSeconds(5);
    }

    default List<Long> cpu() {
        return pids().stream().map(Machine::used).toList();
    }

    default long memory() {
        return pids().stream().mapToLong(Machine::resident).sum();
    }
}
