package org.holdfast.person;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.util.List;
import org.holdfast.decision.Actor;
import org.holdfast.decision.CommandId;
import org.holdfast.decision.Confidential;
import org.holdfast.decision.Confidential.Gone;
import org.holdfast.decision.Confidential.Lifetime;
import org.holdfast.decision.Entry;
import org.holdfast.person.PersonEvent.ArrivalAnswered;
import org.holdfast.person.PersonEvent.ContactKept;
import org.holdfast.person.PersonEvent.PlaceAnswer;
import org.holdfast.person.PersonEvent.PlaceKept;
import org.holdfast.person.PersonEvent.PlaceKind;
import org.holdfast.person.PersonEvent.PrivatePlace;
import org.holdfast.person.PersonEvent.Registered;
import org.junit.jupiter.api.Test;

class WhereaboutsTest {
    private static final Instant SIX = Instant.parse("2026-03-02T18:00:00Z");
    private static final Confidential GONE_TODAY = new Gone(Lifetime.ARRIVAL);

    private Person sam = Person.DECIDER.initial();
    private long seq;

    WhereaboutsTest() {
        happened(new Registered(Person.about("Sam P.")));
    }

    private void happened(PersonEvent event) {
        var entry = new Entry<>(++seq, SIX, new Actor.Node("clinic"), new CommandId("c" + seq), List.of(event));
        sam = Person.DECIDER.applyAll(sam, entry);
    }

    private void keeps(String id, PlaceKind kind, String address) {
        happened(new PlaceKept(new PlaceId(id), kind, Person.about(id), Person.about(address)));
    }

    private Whereabouts answers(PlaceAnswer place, Confidential address) {
        happened(new ArrivalAnswered("evening", null, place, address, PrivatePlace.YES, Person.today("salt")));
        return Whereabouts.of(sam, "evening");
    }

    @Test
    void whoDidNotAnswerMayStillHaveSomebodyToCall() {
        happened(new ContactKept(Person.about("Jo P."), Person.about("555-0102")));
        var contact = new Whereabouts.Contact("Jo P.", "555-0102");
        assertEquals(new Whereabouts(PlaceAnswer.UNANSWERED, null, contact, null), Whereabouts.of(sam, "evening"));
    }

    @Test
    void theAddressSaidTodayIsTheOneWithTheTimeItWasSaid() {
        keeps("home", PlaceKind.HOME, "48 Juniper Street");
        var elsewhere = Person.today("3 Ferry Steps");
        assertEquals(
                new Whereabouts(PlaceAnswer.ELSEWHERE, "3 Ferry Steps", null, SIX),
                answers(PlaceAnswer.ELSEWHERE, elsewhere));
        assertEquals(PlaceAnswer.UNANSWERED, Whereabouts.of(sam, "morning").place());
    }

    @Test
    void whoJoinedWithoutSayingHasSaidNothingAtAnyTime() {
        assertNull(answers(PlaceAnswer.UNANSWERED, null).answeredAt());
    }

    @Test
    void homeIsTheAddressThatIsKept() {
        keeps("home", PlaceKind.HOME, "48 Juniper Street");
        keeps("work", PlaceKind.OTHER, "1 Mill Road");
        assertEquals("48 Juniper Street", answers(PlaceAnswer.HOME, null).address());
        assertEquals("1 Mill Road", answers(PlaceAnswer.SAVED, null).address());
    }

    @Test
    void ofTwoSavedPlacesNoneIsGuessed() {
        keeps("work", PlaceKind.OTHER, "1 Mill Road");
        keeps("friend", PlaceKind.OTHER, "2 Mill Road");
        assertNull(answers(PlaceAnswer.SAVED, null).address());
    }

    @Test
    void wordsWhoseKeyIsGoneAreAbsent() {
        happened(new ContactKept(new Gone(Lifetime.PERSON), new Gone(Lifetime.PERSON)));
        assertEquals(
                new Whereabouts(PlaceAnswer.ELSEWHERE, null, null, SIX), answers(PlaceAnswer.ELSEWHERE, GONE_TODAY));
    }
}
