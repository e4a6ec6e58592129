package org.holdfast.person;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import org.holdfast.decision.Actor;
import org.holdfast.decision.CommandId;
import org.holdfast.decision.Confidential;
import org.holdfast.decision.Confidential.Lifetime;
import org.holdfast.decision.DamagedLog;
import org.holdfast.decision.Decision;
import org.holdfast.decision.Entry;
import org.holdfast.decision.RefusalCode;
import org.holdfast.json.SealedJson;
import org.holdfast.person.PersonCommand.AnswerArrival;
import org.holdfast.person.PersonCommand.KeepPlace;
import org.holdfast.person.PersonCommand.KeepReach;
import org.holdfast.person.PersonCommand.Register;
import org.holdfast.person.PersonCommand.Rename;
import org.holdfast.person.PersonEvent.ArrivalAnswered;
import org.holdfast.person.PersonEvent.Channel;
import org.holdfast.person.PersonEvent.PlaceAnswer;
import org.holdfast.person.PersonEvent.PlaceKind;
import org.holdfast.person.PersonEvent.PrivatePlace;
import org.holdfast.person.PersonEvent.Registered;
import org.holdfast.person.PersonEvent.Speaks;
import org.junit.jupiter.api.Test;

class PersonTest {
    private static final Actor CLINIC = new Actor.Node("clinic");
    private static final Instant SIX = Instant.parse("2026-03-02T18:00:00Z");

    private Person sam = Person.DECIDER.initial();
    private long seq;

    private Decision<PersonEvent> decide(PersonCommand command) {
        return Person.DECIDER.decide(sam, command, CLINIC, SIX);
    }

    private void done(PersonCommand command) {
        if (!(decide(command) instanceof Decision.Accepted<PersonEvent> accepted)) {
            throw new AssertionError(command + " was refused");
        }
        if (accepted.events().isEmpty()) return;
        sam = Person.DECIDER.applyAll(
                sam, new Entry<>(++seq, SIX, CLINIC, new CommandId("c" + seq), accepted.events()));
    }

    private static AnswerArrival answer(String name, PlaceAnswer place, String address, String salt) {
        return new AnswerArrival("evening", name, place, address, PrivatePlace.YES, salt);
    }

    @Test
    void oneIsCalledAsOneAnsweredOnlyInThatSession() {
        done(new Register("Sam P."));
        done(answer("Sammy", PlaceAnswer.HOME, null, "salt"));
        assertEquals("Sammy", sam.nameIn("evening"));
        assertEquals("Sam P.", sam.nameIn("morning"));
    }

    @Test
    void anEmptyNameIsNone() {
        done(new Register("Sam P."));
        done(answer("  ", PlaceAnswer.UNANSWERED, "", "salt"));
        assertEquals("Sam P.", sam.nameIn("evening"));
        assertNull(sam.arrivals().get("evening").answers().address());
    }

    @Test
    void nothingIsKeptOfSomebodyUnknown() {
        assertEquals(Decision.refuse(RefusalCode.NOT_MEMBER), decide(answer("Sam", PlaceAnswer.HOME, null, "salt")));
    }

    @Test
    void registeringTwiceChangesNothing() {
        done(new Register("Sam P."));
        assertEquals(Decision.accept(), decide(new Register("Somebody else")));
    }

    @Test
    void longNamesAndThoseWithControlCharactersAreRefused() {
        done(new Register("Sam P."));
        for (var name : List.of("x".repeat(Person.LONGEST_NAME + 1), "Sam\u0000", "S\nam")) {
            assertEquals(Decision.refuse(RefusalCode.TOO_LONG), decide(answer(name, PlaceAnswer.HOME, null, "salt")));
        }
    }

    @Test
    void samIsCalledSamuelFromNowOnAlsoInTheSessionsToCome() {
        assertEquals(Decision.refuse(RefusalCode.NOT_MEMBER), decide(new Rename("Samuel P.")));
        done(new Register("Sam P."));
        done(new Rename(" Samuel P. "));
        assertEquals("Samuel P.", sam.nameIn("evening"));
        assertEquals(Decision.accept(), decide(new Rename("Samuel P.")));
        assertEquals(Decision.refuse(RefusalCode.TOO_LONG), decide(new Rename(" ")));
    }

    @Test
    void howToReachSamIsKeptOnceAndNoWordsThatAreNoAddress() {
        done(new Register("Sam P."));
        var reach = new KeepReach(Speaks.SPANISH, Channel.SMS, " ", " 555-0142 ", false);
        done(reach);
        assertNull(sam.reach().email());
        assertEquals("555-0142", Person.text(sam.reach().phone()));
        assertEquals(Decision.accept(), decide(reach));
        for (var odd : List.of("sam", "sam@", "a@b@c", "sam@example.org\nBcc: all@example.org", "<sam@example.org>")) {
            var wish = new KeepReach(Speaks.ENGLISH, Channel.EMAIL, odd, null, true);
            assertEquals(Decision.refuse(RefusalCode.TOO_LONG), decide(wish), odd);
        }
    }

    @Test
    void placesHaveALimit() {
        done(new Register("Sam P."));
        for (var n = 0; n < Person.MOST_PLACES; n++) {
            done(new KeepPlace(new PlaceId("p" + n), PlaceKind.OTHER, "Work", "1 Mill Road"));
        }
        assertEquals(
                Decision.refuse(RefusalCode.FULL),
                decide(new KeepPlace(new PlaceId("more"), PlaceKind.OTHER, "Work", "1 Mill Road")));
        done(new KeepPlace(new PlaceId("p0"), PlaceKind.HOME, "Home", "2 Mill Road"));
    }

    @Test
    void whereOneIsTodayHasAShorterLifeThanWhoOneIs() {
        done(new Register("Sam P."));
        done(answer("Sammy", PlaceAnswer.ELSEWHERE, "A friend's", "salt"));
        var answered = sam.arrivals().get("evening").answers();
        assertEquals(Lifetime.ARRIVAL, answered.address().lifetime());
        assertEquals(Lifetime.ARRIVAL, answered.salt().lifetime());
        assertEquals(Lifetime.PERSON, answered.name().lifetime());
    }

    @Test
    void theHashTellsAnswersApartAndSaysNothingWithoutTheSalt() {
        var one = hash(answer("Sam", PlaceAnswer.ELSEWHERE, "1 Mill Road", "salt"));
        assertEquals(one, hash(answer("Sam", PlaceAnswer.ELSEWHERE, "1 Mill Road", "salt")));
        assertNotEquals(one, hash(answer("Sam", PlaceAnswer.ELSEWHERE, "2 Mill Road", "salt")));
        assertNotEquals(one, hash(answer("Sam", PlaceAnswer.ELSEWHERE, "1 Mill Road", "other")));
        assertNotEquals(one, hash(answer(null, PlaceAnswer.ELSEWHERE, "Sam1 Mill Road", "salt")));
    }

    private String hash(AnswerArrival answer) {
        done(new Register("Sam P."));
        done(answer);
        return AnswersHash.of(sam.arrivals().get("evening").answers());
    }

    @Test
    void aNameThatIsGoneIsNoName() {
        var gone = new Registered(new Confidential.Gone(Lifetime.PERSON));
        var read = Person.DECIDER.applyAll(sam, new Entry<>(1, SIX, CLINIC, new CommandId("c1"), List.of(gone)));
        assertNull(read.nameIn("evening"));
    }

    @Test
    void aLogThatStartsWithoutARegistrationIsDamaged() {
        var json = SealedJson.of(PersonEvent.class);
        done(new Register("Sam P."));
        done(answer("Sammy", PlaceAnswer.HOME, null, "salt"));
        PersonEvent answered = sam.arrivals().get("evening").answers();
        assertEquals(answered, json.read(json.print(answered)));
        assertEquals(ArrivalAnswered.class, answered.getClass());
        var first = new Entry<>(1, SIX, CLINIC, new CommandId("c1"), List.of(answered));
        assertThrows(DamagedLog.class, () -> Person.DECIDER.applyAll(Person.DECIDER.initial(), first));
    }
}
