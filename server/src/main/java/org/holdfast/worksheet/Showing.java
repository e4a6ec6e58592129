package org.holdfast.worksheet;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.holdfast.worksheet.Item.Day;
import org.holdfast.worksheet.Item.Group;
import org.holdfast.worksheet.Item.Head;
import org.holdfast.worksheet.When.Condition;
import org.jspecify.annotations.Nullable;

/// What of a form is shown to whom has answered this. Answers to what is not shown are kept, and count as none.
public final class Showing {
    private static final int ISO_DAY = 10;

    private final Form form;
    private final Answers answers;
    private final Map<String, Integer> order = new HashMap<>();
    /// Many may depend on one that depends on others: each is looked at once.
    private final Map<Place, Boolean> known = new HashMap<>();

    private Showing(Form form, Answers answers) {
        this.form = form;
        this.answers = answers;
        form.inOrder().forEach(item -> order.put(item.id(), order.size()));
    }

    public static Showing of(Form form, Answers answers) {
        return new Showing(form, answers);
    }

    /// @param row of the repeating group it lies in
    public boolean shows(String item, @Nullable String row) {
        var place = new Place(item, row);
        var before = known.get(place);
        if (before != null) return before;
        var shown = shows(form.items(), item, row);
        known.put(place, shown);
        return shown;
    }

    /// What counts of an answer.
    @Nullable
    Value shown(Place place) {
        var answer = answers.at(place);
        return answer != null && shows(place.item(), place.row()) ? answer : null;
    }

    /// Down to the item by the groups around it, each of which must be shown too.
    private boolean shows(List<Item> items, String wanted, @Nullable String row) {
        for (var item : items) {
            if (item.id().equals(wanted)) return holds(item.head(), row);
            if (item instanceof Group group && group.holds(wanted)) {
                return holds(group.head(), row) && shows(group.items(), wanted, row);
            }
        }
        return false;
    }

    private boolean holds(Head head, @Nullable String row) {
        var conditions = head.when().conditions();
        if (conditions.isEmpty()) return true;
        return head.when().any()
                ? conditions.stream().anyMatch(it -> holds(it, head, row))
                : conditions.stream().allMatch(it -> holds(it, head, row));
    }

    private boolean holds(Condition condition, Head of, @Nullable String row) {
        var answer = asked(condition.item(), of, row);
        var wanted = condition.value();
        return switch (condition.is()) {
            case EXISTS -> wanted instanceof Value.YesNo(var yes) && yes == (answer != null);
            case EQUALS -> answer != null && has(answer, wanted);
            case DIFFERS -> answer == null || !has(answer, wanted);
            case ABOVE -> compares(condition, answer, order -> order > 0);
            case BELOW -> compares(condition, answer, order -> order < 0);
            case AT_LEAST -> compares(condition, answer, order -> order >= 0);
            case AT_MOST -> compares(condition, answer, order -> order <= 0);
        };
    }

    /// The same row's own answer or one outside of rows. Only of what stands earlier, so that asking ends.
    private @Nullable Value asked(String item, Head by, @Nullable String row) {
        var place = order.get(item);
        var from = order.get(by.id());
        if (place == null || from == null || place >= from) return null;
        return shown(new Place(item, form.repeatedAround(item) == null ? null : row));
    }

    private static boolean has(Value answer, Value wanted) {
        return answer instanceof Value.Several(var texts) && wanted instanceof Value.Words(var text)
                ? texts.contains(text)
                : answer.equals(wanted);
    }

    private boolean compares(Condition condition, @Nullable Value answer, IntPredicate wanted) {
        var limit = condition.value();
        if (answer instanceof Value.Amount(var number) && limit instanceof Value.Amount(var other)) {
            return wanted.test(number.compareTo(other));
        }
        if (!(form.find(condition.item()) instanceof Day)) return false;
        var day = answer instanceof Value.Words(var text) ? day(text) : null;
        var other = limit instanceof Value.Words(var text) ? day(text) : null;
        return day != null && other != null && wanted.test(day.compareTo(other));
    }

    /// Written as 2026-03-02, or nothing.
    static @Nullable LocalDate day(String text) {
        try {
            return text.length() == ISO_DAY ? LocalDate.parse(text) : null;
        } catch (DateTimeParseException _) {
            return null;
        }
    }
}
