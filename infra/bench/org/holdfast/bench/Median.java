package org.holdfast.bench;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// The middle one of several rounds: one that was lucky or disturbed does not count.
final class Median {
    private Median() {}

    static <T> T of(List<T> rounds, ToDoubleFunction<T> figure) {
        return rounds.stream()
                .sorted(Comparator.comparingDouble(figure))
                .skip((rounds.size() - 1) / 2)
                .findFirst()
                .orElseThrow();
    }
}
