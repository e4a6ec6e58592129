package org.holdfast.person;

import java.util.List;
import org.holdfast.decision.Confidential;
import org.holdfast.decision.Confidential.Lifetime;
import org.holdfast.person.PersonEvent.ArrivalAnswered;
import org.holdfast.person.PersonEvent.ContactKept;
import org.holdfast.person.PersonEvent.PlaceAnswer;
import org.holdfast.person.PersonEvent.PlaceKept;
import org.holdfast.person.PersonEvent.PlaceKind;
import org.holdfast.person.PersonEvent.PrivatePlace;
import org.holdfast.person.PersonEvent.Registered;
import org.holdfast.testing.ApprovedEvents;
import org.junit.jupiter.api.Test;

class PersonEventJsonTest {
    private static final SheetId SHEET = new SheetId("wevening");
    private static final ApprovedEvents<PersonEvent> EVENTS = ApprovedEvents.of(
            PersonEvent.class,
            List.of(
                    new Registered(words(Lifetime.PERSON, "Sam P.")),
                    new PlaceKept(
                            new PlaceId("home"),
                            PlaceKind.HOME,
                            words(Lifetime.PERSON, "Home"),
                            words(Lifetime.PERSON, "12 Quay Street, Westport")),
                    new ContactKept(words(Lifetime.PERSON, "Jo P."), words(Lifetime.PERSON, "555-0102")),
                    new ArrivalAnswered(
                            "evening",
                            words(Lifetime.ARRIVAL, "Sammy"),
                            PlaceAnswer.ELSEWHERE,
                            words(Lifetime.ARRIVAL, "3 Ferry Steps, Eastfield"),
                            PrivatePlace.UNSURE,
                            words(Lifetime.ARRIVAL, "salt")),
                    new ArrivalAnswered(
                            "evening", null, PlaceAnswer.HOME, null, PrivatePlace.YES, words(Lifetime.ARRIVAL, "salt")),
                    new PersonEvent.Renamed(words(Lifetime.PERSON, "Samuel P.")),
                    new PersonEvent.ReachKept(
                            PersonEvent.Speaks.SPANISH,
                            PersonEvent.Channel.SMS,
                            words(Lifetime.PERSON, "sam@example.org"),
                            words(Lifetime.PERSON, "555-0142"),
                            true),
                    new PersonEvent.ReachKept(PersonEvent.Speaks.ENGLISH, PersonEvent.Channel.NONE, null, null, false),
                    new Sheets.Begun(SHEET, "trigger-map", "1", "evening"),
                    new Sheets.Begun(new SheetId("wgiven"), "halt", "1", null),
                    new Sheets.Answered(SHEET, "people-what", "r00000001", words(Lifetime.PERSON, "wMy old crew")),
                    new Sheets.Answered(SHEET, "plan", null, words(Lifetime.PERSON, "s4:Walk4:Call")),
                    new Sheets.Cleared(SHEET, "plan", null),
                    new Sheets.Cleared(SHEET, "people-what", "r00000001"),
                    new Sheets.RowRemoved(SHEET, "r00000002"),
                    new Sheets.Noted(SHEET, "plan", null, words(Lifetime.CLINIC, "Ask who is in it")),
                    new Sheets.Noted(SHEET, "people-what", "r00000001", words(Lifetime.CLINIC, "Ask")),
                    new Sheets.Noted(
                            SHEET, "plan", null, new Confidential.Readable(Lifetime.CLINIC, "Ask Jo", "north")),
                    new Sheets.NoteTakenBack(SHEET, "plan", null),
                    new Sheets.NoteTakenBack(SHEET, "people-what", "r00000001")),
            "person-events.jsonl");

    private static Confidential words(Lifetime lifetime, String text) {
        return new Confidential.Readable(lifetime, text);
    }

    @Test
    void every_event_is_written_as_it_was_approved() {
        EVENTS.areWrittenAsTheyWereApproved();
    }

    @Test
    void what_was_approved_is_read_as_the_same_events() {
        EVENTS.areReadAsTheyWereApproved();
    }

    @Test
    void no_event_is_without_approval() {
        EVENTS.leaveNoneOut();
    }
}
