package org.holdfast.person;

import static org.holdfast.decision.Confidential.Lifetime.ARRIVAL;
import static org.holdfast.decision.Confidential.Lifetime.PERSON;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.holdfast.decision.Confidential;
import org.holdfast.decision.Confidential.Readable;
import org.holdfast.decision.DamagedLog;
import org.holdfast.decision.Decider;
import org.holdfast.decision.RefusalCode;
import org.holdfast.decision.Stamp;
import org.holdfast.person.PersonEvent.ArrivalAnswered;
import org.holdfast.person.PersonEvent.ContactKept;
import org.holdfast.person.PersonEvent.PlaceKept;
import org.holdfast.person.PersonEvent.ReachKept;
import org.holdfast.person.PersonEvent.Registered;
import org.holdfast.person.PersonEvent.Renamed;
import org.jspecify.annotations.Nullable;

/// A person as their log tells it.
///
/// @param name absent in a log nobody was registered in yet
/// @param reach how the clinic speaks with them; absent until somebody asked
/// @param arrivals the last answers given for each session
/// @param sheets their worksheets
public record Person(
        @Nullable Confidential name,
        SortedMap<PlaceId, PlaceKept> places,
        @Nullable ContactKept contact,
        @Nullable ReachKept reach,
        SortedMap<String, Today> arrivals,
        Sheets sheets) {
    /// What was answered, and when.
    public record Today(ArrivalAnswered answers, Instant at) {}

    public static final int LONGEST_NAME = 40;
    public static final int LONGEST_ADDRESS = 200;
    public static final int LONGEST_PHONE = 40;
    public static final int LONGEST_EMAIL = 120;
    public static final int MOST_PLACES = 10;

    public static final Decider<Person, PersonCommand, PersonEvent> DECIDER = new PersonDecider();

    static final Person NOBODY =
            new Person(null, Collections.emptySortedMap(), null, null, Collections.emptySortedMap(), Sheets.NONE);

    public Person {
        places = Collections.unmodifiableSortedMap(new TreeMap<>(places));
        arrivals = Collections.unmodifiableSortedMap(new TreeMap<>(arrivals));
    }

    /// What the group calls them in this session; absent once the key is gone.
    public @Nullable String nameIn(String session) {
        var today = arrivals.get(session);
        var chosen = today == null ? null : text(today.answers().name());
        return chosen == null ? text(name) : chosen;
    }

    /// The words, or nothing when they are gone.
    public static @Nullable String text(@Nullable Confidential words) {
        return words instanceof Readable readable ? readable.text() : null;
    }

    /// Why one of these words cannot be kept of anybody; what is absent is no matter.
    public static @Nullable RefusalCode refusal(
            @Nullable String name,
            PersonCommand.@Nullable KeepReach reach,
            PersonCommand.@Nullable KeepContact contact) {
        return PersonDecider.refusal(name, reach, contact);
    }

    static Confidential about(String text) {
        return new Readable(PERSON, text);
    }

    static Confidential today(String text) {
        return new Readable(ARRIVAL, text);
    }

    Person apply(PersonEvent event, Stamp stamp) {
        if (name == null != event instanceof Registered) {
            throw new DamagedLog("Entry " + stamp.seq() + " does not follow a person's registration");
        }
        return switch (event) {
            case Registered(var registered) -> new Person(registered, places, contact, reach, arrivals, sheets);
            case Renamed(var renamed) -> new Person(renamed, places, contact, reach, arrivals, sheets);
            case ReachKept kept -> new Person(name, places, contact, kept, arrivals, sheets);
            case PlaceKept kept -> {
                var next = new TreeMap<>(places);
                next.put(kept.place(), kept);
                yield new Person(name, next, contact, reach, arrivals, sheets);
            }
            case ContactKept kept -> new Person(name, places, kept, reach, arrivals, sheets);
            case ArrivalAnswered answered -> {
                var next = new TreeMap<>(arrivals);
                next.put(answered.session(), new Today(answered, stamp.at()));
                yield new Person(name, places, contact, reach, next, sheets);
            }
            case Sheets.Event written ->
                new Person(name, places, contact, reach, arrivals, sheets.apply(written, stamp));
        };
    }
}
