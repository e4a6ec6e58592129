package org.holdfast.worksheet;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import org.holdfast.worksheet.Item.Group;
import org.jspecify.annotations.Nullable;

/// What stands on one paper, in the order in which each was answered first.
public record Answers(SequencedMap<Place, Value> all) {
    public static final Answers NONE = new Answers(new LinkedHashMap<>());

    public Answers {
        all = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(all));
    }

    public @Nullable Value at(Place place) {
        return all.get(place);
    }

    public Answers with(Place place, Value value) {
        var next = new LinkedHashMap<>(all);
        next.put(place, value);
        return new Answers(next);
    }

    public Answers without(Place place) {
        var next = new LinkedHashMap<>(all);
        next.remove(place);
        return new Answers(next);
    }

    /// All that was answered in one row of a group.
    public Answers withoutRow(Form form, String group, String row) {
        if (!(form.find(group) instanceof Group found)) return this;
        var next = new LinkedHashMap<>(all);
        next.keySet().removeIf(place -> row.equals(place.row()) && found.holds(place.item()));
        return new Answers(next);
    }

    /// The rows of a group that say something, the oldest first.
    public List<String> rows(Group group) {
        return all.keySet().stream()
                .filter(place -> group.holds(place.item()))
                .map(Place::row)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
