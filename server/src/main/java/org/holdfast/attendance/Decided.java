package org.holdfast.attendance;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.holdfast.session.MemberId;
import org.holdfast.session.Names;
import org.jspecify.annotations.Nullable;

/// One line of a timeline: what was decided or came about, when, and whose act it was.
///
/// @param entry its place in the log; nothing for whoever may not count what others do
/// @param about nothing when it concerns the room, or everybody
public record Decided(
        @Nullable Long entry,
        Instant at,
        Doer by,
        @Nullable MemberId about,
        Deed deed,
        SortedMap<String, Arg> args,
        Arg.Zone zone) {
    public Decided {
        args = Collections.unmodifiableSortedMap(new TreeMap<>(args));
    }

    static Decided of(Moment moment, Doer by, @Nullable MemberId about, Deed deed, Map<String, Arg> args) {
        var stamp = moment.stamp();
        return new Decided(stamp.seq(), stamp.at(), by, about, deed, new TreeMap<>(args), moment.zone());
    }

    Decided toldTo(MemberId member) {
        return new Decided(null, at, by.toldTo(member), about, deed, args, zone);
    }

    public String text(Names names, Language language) {
        return deed.filled(language, place -> switch (place) {
            case "by" -> by.name(names, language);
            case "about" -> names.of(about);
            default -> args.get(place).text(language, zone);
        });
    }
}
