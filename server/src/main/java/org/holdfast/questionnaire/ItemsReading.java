package org.holdfast.questionnaire;

import static org.holdfast.questionnaire.Faults.quoted;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.holdfast.worksheet.Form;
import org.holdfast.worksheet.Item;
import org.holdfast.worksheet.Item.Display;
import org.holdfast.worksheet.Item.Exercise;
import org.holdfast.worksheet.Item.Group;
import org.holdfast.worksheet.Item.Head;
import org.holdfast.worksheet.Phrase;
import org.holdfast.worksheet.When;
import org.jspecify.annotations.Nullable;

/// The items of a file from the first to the last, so that each may depend on those before it.
final class ItemsReading {
    private static final String HELP = "help";

    private final Faults faults;
    private final QuestionReading questions;
    private final ConditionsReading conditions;
    private final Set<String> ids = new HashSet<>();
    private int count;

    ItemsReading(String form, Faults faults) {
        this.faults = faults;
        this.questions = new QuestionReading(form, faults);
        this.conditions = new ConditionsReading(form, faults);
    }

    List<Item> read(Part root) {
        var items = items(root.objects("item", Form.MOST_ITEMS), 0, null);
        if (items.isEmpty()) root.fault("it has no items.");
        if (count > Form.MOST_ITEMS) root.fault("it has more than " + Form.MOST_ITEMS + " items.");
        return items;
    }

    /// @param depth of the groups around these
    /// @param rows the repeating group around these
    private List<Item> items(List<ObjectNode> given, int depth, @Nullable String rows) {
        var all = new ArrayList<Item>();
        for (var each : given) {
            if (++count > Form.MOST_ITEMS) break;
            var item = item(each, depth, rows);
            if (item != null) all.add(item);
        }
        return all;
    }

    private @Nullable Item item(ObjectNode node, int depth, @Nullable String rows) {
        var id = id(node);
        if (id == null) return null;
        var part = new Part(node, id, faults);
        part.word("linkId");
        var type = String.valueOf(part.word("type"));
        var text = part.phrase("text");
        var extensions = part.extensions();
        var when = conditions.read(part, rows);
        var item = switch (type) {
            case "group" -> group(part, text, when, extensions, depth, rows);
            case "display" -> display(part, text, when, extensions);
            default -> {
                var head = head(part, text, help(part), when);
                yield questions.read(type, head, part, extensions);
            }
        };
        part.flag("required");
        if (item instanceof Item.Question question) conditions.know(question, rows);
        extensions.done();
        part.done("it");
        return item;
    }

    private @Nullable String id(ObjectNode node) {
        var id = node.path("linkId").asText("");
        if (!Form.isName(id)) {
            faults.add(
                    null,
                    "an item has the linkId " + quoted(id)
                            + "; it starts with a small letter, then small letters, digits and -, at most 40 in all.");
            return null;
        }
        if (!ids.add(id)) faults.add(id, "this linkId stands in the form twice.");
        return id;
    }

    private static Head head(Part part, @Nullable Phrase text, @Nullable Phrase help, When when) {
        if (text == null) part.fault("it has no text.");
        return new Head(String.valueOf(part.item()), text == null ? Phrase.of("") : text, help, when);
    }

    private Item group(
            Part part, @Nullable Phrase text, When when, Extensions extensions, int depth, @Nullable String rows) {
        var id = String.valueOf(part.item());
        var repeats = part.flag("repeats");
        if (part.flag("required")) part.fault("only questions can be required.");
        if (repeats && rows != null) part.fault("a group that repeats cannot lie in another that repeats.");
        if (depth + 1 > Form.DEEPEST) {
            part.fault("groups can lie in each other " + Form.DEEPEST + " deep and no deeper.");
            part.objects("item", Form.MOST_ITEMS);
            extensions.take(Urls.ADD);
            return new Group(new Head(id, Phrase.of(""), null, when), repeats, null, List.of());
        }
        var add = extensions.take(Urls.ADD);
        if (add != null && !repeats) part.fault("only a group that repeats has a button for one more.");
        var button = add == null ? null : add.phrase("valueString");
        var inner = new ArrayList<ObjectNode>();
        Phrase help = null;
        for (var each : part.objects("item", Form.MOST_ITEMS)) {
            if (isHelp(each)) help = oneHelp(part, help, each);
            else inner.add(each);
        }
        var items = items(inner, depth + 1, repeats ? id : rows);
        if (items.isEmpty()) part.fault("a group must hold something.");
        return new Group(new Head(id, text == null ? Phrase.of("") : text, help, when), repeats, button, items);
    }

    private static Item display(Part part, @Nullable Phrase text, When when, Extensions extensions) {
        var exercise = extensions.take(Urls.EXERCISE);
        var kind = exercise == null ? null : exercise.word("valueCode");
        if (exercise != null && !"wave".equals(kind)) {
            part.fault("the exercise " + quoted(String.valueOf(kind)) + " is not known; there is wave.");
        }
        if (part.flag("required")) part.fault("only questions can be required.");
        if (part.flag("repeats")) part.fault("what is only shown cannot repeat.");
        if (!part.objects("item", 1).isEmpty()) part.fault("what is only shown can hold no other items.");
        return new Display(head(part, text, null, when), exercise == null ? null : Exercise.WAVE);
    }

    /// Below a question stands its help and nothing else.
    private @Nullable Phrase help(Part part) {
        Phrase help = null;
        for (var each : part.objects("item", Form.MOST_ITEMS)) {
            if (isHelp(each)) help = oneHelp(part, help, each);
            else part.fault("items below a question cannot be shown; put them after it, in the same group.");
        }
        return help;
    }

    private static boolean isHelp(ObjectNode node) {
        if (!"display".equals(node.path("type").asText())) return false;
        for (var extension : node.path("extension")) {
            var code = extension
                    .path("valueCodeableConcept")
                    .path("coding")
                    .path(0)
                    .path("code");
            if (Urls.ITEM_CONTROL.equals(extension.path("url").asText()) && HELP.equals(code.asText())) return true;
        }
        return false;
    }

    private @Nullable Phrase oneHelp(Part of, @Nullable Phrase before, ObjectNode node) {
        if (++count > Form.MOST_ITEMS) return before;
        var id = id(node);
        var part = new Part(node, id == null ? of.item() : id, faults);
        part.word("linkId");
        part.word("type");
        var text = part.phrase("text");
        var extensions = part.extensions();
        extensions.control();
        extensions.done();
        part.done("it");
        if (text == null) part.fault("help without a text helps nobody.");
        if (before != null) of.fault("it has more than one help.");
        return text;
    }
}
