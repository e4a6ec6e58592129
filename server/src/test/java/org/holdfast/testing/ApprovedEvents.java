package org.holdfast.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.holdfast.json.SealedJson;

/// What stands in logs cannot be renamed: one event of each kind, and their JSON as it was approved.
public record ApprovedEvents<E>(SealedJson<E> json, List<E> oneOfEach, Expected approved) {
    public static <E> ApprovedEvents<E> of(Class<E> family, List<E> oneOfEach, String file) {
        return new ApprovedEvents<>(SealedJson.of(family), oneOfEach, Expected.in("golden", file));
    }

    public void areWrittenAsTheyWereApproved() {
        var written = oneOfEach.stream().map(json::print).collect(Collectors.joining("\n", "", "\n"));
        if (Expected.REWRITE) approved.write(written);
        assertEquals(approved.read(), written);
    }

    public void areReadAsTheyWereApproved() {
        assertEquals(oneOfEach, approved.read().lines().map(json::read).toList());
    }

    public void leaveNoneOut() {
        var types = new HashSet<Class<?>>();
        oneOfEach.forEach(event -> types.add(event.getClass()));
        assertEquals(new HashSet<>(json.types().values()), types);
    }
}
