package org.holdfast.person;

import java.time.Instant;
import java.util.List;
import org.holdfast.decision.Confidential;
import org.holdfast.person.PersonEvent.ContactKept;
import org.holdfast.person.PersonEvent.PlaceAnswer;
import org.holdfast.person.PersonEvent.PlaceKept;
import org.holdfast.person.PersonEvent.PlaceKind;
import org.jspecify.annotations.Nullable;

/// Where somebody said they are for one session, and whom to call: what an ambulance is sent by. Words whose key is
/// gone are absent.
///
/// @param answeredAt absent when they joined without saying
public record Whereabouts(
        PlaceAnswer place,
        @Nullable String address,
        @Nullable Contact contact,
        @Nullable Instant answeredAt) {

    /// Whom to call.
    public record Contact(String name, String phone) {}

    public static Whereabouts of(Person person, String session) {
        var today = person.arrivals().get(session);
        var contact = contact(person.contact());
        if (today == null || today.answers().place() == PlaceAnswer.UNANSWERED) {
            return new Whereabouts(PlaceAnswer.UNANSWERED, null, contact, null);
        }
        var said = today.answers();
        return new Whereabouts(said.place(), address(person, said.place(), said.address()), contact, today.at());
    }

    /// What they confirmed today comes first; what is kept may have changed since.
    private static @Nullable String address(Person person, PlaceAnswer place, @Nullable Confidential said) {
        var words = Person.text(said);
        if (words != null) return words;
        return switch (place) {
            case HOME -> only(kept(person, PlaceKind.HOME));
            case SAVED -> only(kept(person, PlaceKind.OTHER));
            case ELSEWHERE, UNANSWERED -> null;
        };
    }

    private static List<PlaceKept> kept(Person person, PlaceKind kind) {
        return person.places().values().stream()
                .filter(place -> place.kind() == kind)
                .toList();
    }

    /// Of several, nobody said which: sending help to the wrong door is worse than asking.
    private static @Nullable String only(List<PlaceKept> places) {
        return places.size() == 1 ? Person.text(places.getFirst().address()) : null;
    }

    private static @Nullable Contact contact(@Nullable ContactKept kept) {
        var phone = kept == null ? null : Person.text(kept.phone());
        var name = kept == null ? null : Person.text(kept.name());
        return phone == null || name == null ? null : new Contact(name, phone);
    }
}
