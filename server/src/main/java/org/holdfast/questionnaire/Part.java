package org.holdfast.questionnaire;

import static org.holdfast.questionnaire.Faults.quoted;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.holdfast.worksheet.Phrase;
import org.holdfast.worksheet.Value.Amount;
import org.jspecify.annotations.Nullable;

/// One object of a file. Whatever nobody asked for by its end is a fault: what a page would leave out, nobody should
/// take for shown.
final class Part {
    static final int LONGEST_NAME = 200;
    static final int LONGEST_TEXT = 2_000;

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");
    private static final long LARGEST = 1_000_000_000;

    private final ObjectNode node;
    private final @Nullable String item;
    private final Faults faults;
    private final Set<String> asked = new HashSet<>();

    Part(ObjectNode node, @Nullable String item, Faults faults) {
        this.node = node;
        this.item = item;
        this.faults = faults;
    }

    @Nullable
    String item() {
        return item;
    }

    void fault(String sentence) {
        faults.add(item, sentence);
    }

    boolean has(String name) {
        return node.has(name);
    }

    /// Words for a program.
    @Nullable
    String word(String name) {
        var value = take(name);
        if (value == null) return null;
        if (value.isTextual() && value.textValue().length() <= LONGEST_NAME) return value.textValue();
        fault(name + " should be a text of at most " + LONGEST_NAME + " letters.");
        return null;
    }

    List<String> words(String name) {
        var value = take(name);
        if (value == null) return List.of();
        var all = new ArrayList<String>();
        for (var each : value) if (each.isTextual() && all.size() < 2) all.add(each.textValue());
        if (!value.isArray() || all.size() != value.size()) fault(name + " should be a list of one text.");
        return all;
    }

    boolean flag(String name) {
        var value = take(name);
        if (value == null) return false;
        if (!value.isBoolean()) fault(name + " should be true or false.");
        return value.booleanValue();
    }

    @Nullable
    Integer whole(String name) {
        var number = number(name);
        if (number == null) return null;
        if (number.scale() <= 0) return number.intValueExact();
        fault(name + " should be a whole number.");
        return null;
    }

    @Nullable
    BigDecimal number(String name) {
        var value = take(name);
        if (value == null) return null;
        if (value.isNumber() && Math.abs(value.doubleValue()) <= LARGEST) {
            var number = value.decimalValue();
            if (number.scale() <= Amount.MOST_DECIMALS) return new Amount(number).number();
        }
        fault(name + " should be a number up to a thousand million with at most " + Amount.MOST_DECIMALS
                + " decimals.");
        return null;
    }

    @Nullable
    Part object(String name) {
        var value = take(name);
        if (value == null) return null;
        if (value instanceof ObjectNode object) return new Part(object, item, faults);
        fault(name + " should be an object.");
        return null;
    }

    List<ObjectNode> objects(String name, int most) {
        var value = take(name);
        if (value == null) return List.of();
        if (!value.isArray()) {
            fault(name + " should be a list.");
            return List.of();
        }
        if (value.size() > most) fault("there are more than " + most + " in " + name + ".");
        var all = new ArrayList<ObjectNode>();
        for (var each : value) {
            if (all.size() == most) break;
            if (each instanceof ObjectNode object) all.add(object);
            else fault(name + " should hold objects only.");
        }
        return all;
    }

    /// Words for people, with their translations in the property beside it.
    @Nullable
    Phrase phrase(String name) {
        var value = take(name);
        var beside = object("_" + name);
        var translations = new TreeMap<String, String>();
        if (beside != null) beside.translations(name, translations);
        if (value == null) {
            if (beside != null) fault("_" + name + " translates a text that is missing.");
            return null;
        }
        return value.isTextual() && readable(value.textValue())
                ? new Phrase(value.textValue(), translations)
                : unreadable(name);
    }

    private @Nullable Phrase unreadable(String name) {
        fault(name + " should be a text of 1 to " + LONGEST_TEXT + " letters without control characters.");
        return null;
    }

    private void translations(String name, TreeMap<String, String> into) {
        for (var each : objects("extension", 10)) {
            var translation = new Part(each, item, faults);
            var url = translation.word("url");
            if (!Urls.TRANSLATION.equals(url)) {
                translation.fault("_" + name + " may hold translations only.");
                continue;
            }
            translation.translation(name, into);
        }
        done("_" + name);
    }

    private void translation(String name, TreeMap<String, String> into) {
        String language = null;
        String content = null;
        for (var each : objects("extension", 2)) {
            var half = new Part(each, item, faults);
            switch (String.valueOf(half.word("url"))) {
                case "lang" -> language = half.word("valueCode");
                case "content" -> content = half.content();
                default -> fault("a translation of " + name + " has only lang and content.");
            }
            half.done("a translation of " + name);
        }
        done("a translation of " + name);
        if (language == null || !LANGUAGE.matcher(language).matches()) {
            fault("a translation of " + name + " needs a language of two letters, such as es.");
        } else if (content == null || !readable(content)) {
            unreadable("the translation of " + name);
        } else if (into.put(language, content) != null) {
            fault(name + " is translated twice into " + quoted(language) + ".");
        }
    }

    private @Nullable String content() {
        var value = take("valueString");
        return value != null && value.isTextual() ? value.textValue() : null;
    }

    private static boolean readable(String text) {
        return !text.isBlank()
                && text.length() <= LONGEST_TEXT
                && text.codePoints().allMatch(Part::harmless);
    }

    /// Half of a sign that comes in twos would harm whoever writes it on, and one that turns the line around whoever
    /// reads it.
    private static boolean harmless(int sign) {
        var turns = sign >= 0x202A && sign <= 0x202E || sign >= 0x2066 && sign <= 0x2069;
        return sign == '\n'
                || !turns && !Character.isISOControl(sign) && Character.getType(sign) != Character.SURROGATE;
    }

    Extensions extensions() {
        var all = new Extensions(item, faults);
        objects("extension", 20).forEach(each -> all.add(new Part(each, item, faults)));
        return all;
    }

    /// @param what this is, for the sentence
    void done(String what) {
        node.fieldNames().forEachRemaining(name -> {
            if (!asked.contains(name)) fault(what + " has " + quoted(name) + ", which cannot be shown here.");
        });
    }

    private @Nullable JsonNode take(String name) {
        asked.add(name);
        var value = node.get(name);
        return value == null || value.isNull() ? null : value;
    }
}
