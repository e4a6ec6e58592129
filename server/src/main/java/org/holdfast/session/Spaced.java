package org.holdfast.session;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Places in a line with room between them, so that whoever is moved changes no other place: a page is then told of one
/// thing and not of all behind it. Only when there is no room left all get new places.
final class Spaced {
    static final long STEP = 1L << 20;

    private Spaced() {}

    /// Where all stand once this one, known or new, stands before that one; last, where that one is not.
    static <K extends Comparable<K>> SortedMap<K, Long> moved(Map<K, Long> places, K one, @Nullable K before) {
        var line = line(places, one);
        var at = before == null ? -1 : line.indexOf(before);
        var index = at < 0 ? line.size() : at;
        var low = index == 0 ? 0 : places.get(line.get(index - 1));
        var high = index == line.size() ? low + 2 * STEP : places.get(line.get(index));
        var next = new TreeMap<>(places);
        if (high - low >= 2) {
            next.put(one, low + (high - low) / 2);
            return next;
        }
        line.add(index, one);
        for (var i = 0; i < line.size(); i++) next.put(line.get(i), (i + 1) * STEP);
        return next;
    }

    /// Whether it stands there already.
    static <K extends Comparable<K>> boolean standsBefore(Map<K, Long> places, K one, @Nullable K before) {
        var own = places.get(one);
        if (own == null) return false;
        var behind = before == null ? null : places.get(before);
        return behind == null
                ? places.values().stream().noneMatch(place -> place > own)
                : own < behind && places.values().stream().noneMatch(place -> place > own && place < behind);
    }

    private static <K extends Comparable<K>> ArrayList<K> line(Map<K, Long> places, K without) {
        var line = new ArrayList<>(places.keySet());
        line.remove(without);
        line.sort(Comparator.<K, Long>comparing(places::get).thenComparing(Comparator.naturalOrder()));
        return line;
    }
}
