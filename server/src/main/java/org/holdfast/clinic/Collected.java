package org.holdfast.clinic;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Sets and maps that stay as they are; each of these gives another. A clinic's log is folded from its first day, so
/// none is copied twice.
final class Collected {
    private Collected() {}

    static <K extends Comparable<? super K>, V> SortedMap<K, V> with(SortedMap<K, V> map, K key, V value) {
        var next = new TreeMap<>(map);
        next.put(key, value);
        return Collections.unmodifiableSortedMap(next);
    }

    static <K extends Comparable<? super K>, V> SortedMap<K, V> without(SortedMap<K, V> map, K key) {
        if (!map.containsKey(key)) return map;
        var next = new TreeMap<>(map);
        next.remove(key);
        return Collections.unmodifiableSortedMap(next);
    }

    static <T extends Comparable<? super T>> SortedSet<T> with(SortedSet<T> set, T one) {
        var next = new TreeSet<>(set);
        next.add(one);
        return Collections.unmodifiableSortedSet(next);
    }

    static <T extends Comparable<? super T>> SortedSet<T> without(SortedSet<T> set, T one) {
        var next = new TreeSet<>(set);
        next.remove(one);
        return Collections.unmodifiableSortedSet(next);
    }

    static <T extends Comparable<? super T>> SortedSet<T> set(Collection<T> all) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(all));
    }
}
