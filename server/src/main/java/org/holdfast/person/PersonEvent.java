package org.holdfast.person;

import org.holdfast.decision.Confidential;
import org.holdfast.decision.Named;
import org.jspecify.annotations.Nullable;

/// Whatever can have happened in a person's log.
public sealed interface PersonEvent
        permits PersonEvent.Registered,
                PersonEvent.Renamed,
                PersonEvent.ReachKept,
                PersonEvent.PlaceKept,
                PersonEvent.ContactKept,
                PersonEvent.ArrivalAnswered,
                Sheets.Event {
    @Named("person.registered")
    record Registered(Confidential name) implements PersonEvent {}

    @Named("person.renamed")
    record Renamed(Confidential name) implements PersonEvent {}

    /// How the clinic speaks with them between sessions.
    ///
    /// @param mayLeaveMessage whether somebody else may hear that the clinic called
    @Named("reach.kept")
    record ReachKept(
            Speaks speaks,
            Channel channel,
            @Nullable Confidential email,
            @Nullable Confidential phone,
            boolean mayLeaveMessage)
            implements PersonEvent {}

    @Named("place.kept")
    record PlaceKept(PlaceId place, PlaceKind kind, Confidential label, Confidential address) implements PersonEvent {}

    @Named("contact.kept")
    record ContactKept(Confidential name, Confidential phone) implements PersonEvent {}

    @Named("arrival.answered")
    record ArrivalAnswered(
            String session,
            @Nullable Confidential name,
            PlaceAnswer place,
            @Nullable Confidential address,
            PrivatePlace privatePlace,
            Confidential salt)
            implements PersonEvent {}

    enum Speaks {
        ENGLISH,
        SPANISH
    }

    /// How they want to be told of sessions; `NONE` is a wish too.
    enum Channel {
        NONE,
        EMAIL,
        SMS,
        CALL
    }

    enum PlaceKind {
        HOME,
        OTHER
    }

    enum PlaceAnswer {
        HOME,
        SAVED,
        ELSEWHERE,
        UNANSWERED
    }

    enum PrivatePlace {
        YES,
        NO,
        UNSURE,
        UNANSWERED
    }
}
