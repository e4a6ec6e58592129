package org.holdfast.session;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Takes steps out of a failing sequence as long as it still fails.
final class Shrinking {
    private Shrinking() {}

    /// @param fails what goes wrong with these steps, or nothing
    static List<Step> shrink(List<Step> steps, Function<List<Step>, @Nullable Throwable> fails) {
        var best = List.copyOf(steps);
        for (var chunk = Math.max(1, best.size() / 2); chunk >= 1; chunk /= 2) {
            for (var from = 0; from < best.size(); ) {
                var fewer = new ArrayList<>(best);
                fewer.subList(from, Math.min(from + chunk, fewer.size())).clear();
                if (fails.apply(fewer) != null) {
                    best = List.copyOf(fewer);
                } else {
                    from += chunk;
                }
            }
        }
        return withoutNeedlessTime(best, fails);
    }

    private static List<Step> withoutNeedlessTime(List<Step> steps, Function<List<Step>, @Nullable Throwable> fails) {
        var best = new ArrayList<>(steps);
        for (var i = 0; i < best.size(); i++) {
            var step = best.get(i);
            if (step.millis() == 0) continue;
            best.set(i, new Step(step.kind(), step.by(), step.whom(), step.number(), 0));
            if (fails.apply(best) == null) best.set(i, step);
        }
        return best;
    }
}
