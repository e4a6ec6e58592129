package org.holdfast.decision;

import java.util.List;

/// The answer to a command. Accepted with no events means that it is already so: nothing is written.
public sealed interface Decision<E> {
    record Accepted<E>(List<E> events) implements Decision<E> {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    record Refused<E>(RefusalCode code) implements Decision<E> {}

    @SafeVarargs
    static <E> Decision<E> accept(E... events) {
        return new Accepted<>(List.of(events));
    }

    static <E> Decision<E> refuse(RefusalCode code) {
        return new Refused<>(code);
    }
}
