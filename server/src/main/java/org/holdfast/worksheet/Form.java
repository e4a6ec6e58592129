package org.holdfast.worksheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.holdfast.worksheet.Item.Group;
import org.jspecify.annotations.Nullable;

/// One version of a worksheet, for ever: what was answered on it stays under what was asked.
///
/// @param language in which it was written: `en` or `es`
/// @param about in a sentence when to use it
/// @param rights whose it is, and what may be done with it
/// @param source where it comes from
/// @param shippable whether it may be handed on with the product
public record Form(
        String form,
        String version,
        String language,
        Phrase title,
        @Nullable Phrase about,
        Phrase rights,
        String source,
        boolean shippable,
        List<Item> items) {
    /// Of groups in each other, the outermost counted.
    public static final int DEEPEST = 3;

    public static final int MOST_ITEMS = 200;
    public static final int MOST_OPTIONS = 40;
    public static final int MOST_CONDITIONS = 10;

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern VERSION = Pattern.compile("[0-9]{1,4}(\\.[0-9]{1,4}){0,2}");

    public Form {
        items = List.copyOf(items);
    }

    /// The form of names: of forms, of items and of options.
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    public static boolean isVersion(String text) {
        return VERSION.matcher(text).matches();
    }

    public @Nullable Item find(String item) {
        return first(items, it -> it.id().equals(item));
    }

    /// The repeating group whose rows a question is answered in.
    public @Nullable Group repeatedAround(String item) {
        var found = first(items, it -> it instanceof Group group && group.repeats() && group.holds(item));
        return found instanceof Group group ? group : null;
    }

    /// Every item as one reads on, a group before what it holds.
    public List<Item> inOrder() {
        var all = new ArrayList<Item>();
        items.forEach(item -> gather(item, all));
        return all;
    }

    private static void gather(Item item, List<Item> all) {
        all.add(item);
        if (item instanceof Group group) group.items().forEach(inner -> gather(inner, all));
    }

    private static @Nullable Item first(List<Item> items, Predicate<Item> wanted) {
        return items.stream()
                .map(item -> {
                    if (wanted.test(item)) return item;
                    return item instanceof Group group ? first(group.items(), wanted) : null;
                })
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
