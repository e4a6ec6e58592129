package org.holdfast.questionnaire;

import static org.holdfast.questionnaire.Faults.quoted;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The extensions of one object by their addresses, each at most once.
final class Extensions {
    private final @Nullable String item;
    private final Faults faults;
    private final Map<String, Part> open = new LinkedHashMap<>();
    private final Map<String, Part> taken = new LinkedHashMap<>();

    Extensions(@Nullable String item, Faults faults) {
        this.item = item;
        this.faults = faults;
    }

    void add(Part extension) {
        var url = extension.word("url");
        if (url == null) {
            faults.add(item, "an extension has no url.");
        } else if (open.put(url, extension) != null) {
            faults.add(item, "the extension " + quoted(url) + " stands here twice.");
        }
    }

    @Nullable
    Part take(String url) {
        var extension = open.remove(url);
        if (extension != null) taken.put(url, extension);
        return extension;
    }

    /// A code that stands in a list of codes, as FHIR has it for how an item looks.
    @Nullable
    String control() {
        var extension = take(Urls.ITEM_CONTROL);
        var concept = extension == null ? null : extension.object("valueCodeableConcept");
        if (concept == null) return null;
        var codings = concept.objects("coding", 1);
        return codings.isEmpty() ? null : new Part(codings.getFirst(), item, faults).word("code");
    }

    void done() {
        taken.forEach((url, extension) -> extension.done("the extension " + quoted(url)));
        open.keySet().forEach(url -> faults.add(item, "the extension " + quoted(url) + " is not known here."));
    }
}
