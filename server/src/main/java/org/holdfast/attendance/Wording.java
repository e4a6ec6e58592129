package org.holdfast.attendance;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A sentence in every language, with places in braces for what differs, and the code that names it in the API.
interface Wording {
    Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    String code();

    String template(Language language);

    /// Filled in one go, so that a name with braces in it stays the name that it is.
    default String filled(Language language, UnaryOperator<String> place) {
        var text = PLACE.matcher(template(language))
                .replaceAll(found -> Matcher.quoteReplacement(place.apply(found.group(1))));
        // Where a name or a time that ends in a full stop ends a sentence.
        var once = text.replace(". m..", ". m.");
        return once.endsWith("..") ? once.substring(0, once.length() - 1) : once;
    }
}
