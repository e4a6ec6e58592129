package org.holdfast.attendance;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.holdfast.session.MemberId;
import org.holdfast.session.Names;
import org.jspecify.annotations.Nullable;

/// One line of a timeline in the form of the API: with names, in one language.
///
/// @param by whose act it was, by name; absent when it came about by itself
/// @param about absent when it is about nobody
/// @param args what the sentence fills in besides names, exactly
public record DecisionView(
        @Nullable Long entry,
        Instant at,
        @Nullable String by,
        @Nullable MemberId about,
        String code,
        SortedMap<String, String> args,
        String text) {
    public static List<DecisionView> of(Timeline timeline, Names names, Language language) {
        return timeline.decisions().stream()
                .map(decided -> of(decided, names, language))
                .toList();
    }

    private static DecisionView of(Decided it, Names names, Language language) {
        var args = new TreeMap<String, String>();
        it.args().forEach((name, arg) -> args.put(name, arg.wire()));
        return new DecisionView(
                it.entry(),
                it.at(),
                it.by() instanceof Doer.Nobody ? null : it.by().name(names, language),
                it.about(),
                it.deed().code(),
                args,
                it.text(names, language));
    }
}
