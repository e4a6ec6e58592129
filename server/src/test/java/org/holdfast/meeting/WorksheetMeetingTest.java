package org.holdfast.meeting;

import static org.holdfast.testing.Await.get;
import static org.holdfast.testing.Await.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Objects;
import org.holdfast.decision.Actor;
import org.holdfast.directory.PersonLogs;
import org.holdfast.live.Outcome;
import org.holdfast.person.SheetId;
import org.holdfast.person.Sheets;
import org.holdfast.questionnaire.Shelf;
import org.holdfast.testing.RedisExtension;
import org.holdfast.testing.TestRedis;
import org.holdfast.worksheet.Form;
import org.holdfast.worksheet.Place;
import org.holdfast.worksheet.Value;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Worksheets in the room over real sockets: who is sent what of whose answers, and when no more.
@ExtendWith(RedisExtension.class)
class WorksheetMeetingTest {
    private static final String SHEET = "wHaltHaltHaltHaltHaltH";
    private static final String CARD = "kCardCardCardCardCardC";
    private static final String OTHER_CARD = "kOtherOtherOtherOtherO";
    private static final String WORDS = "Nobody called all day";
    private static final Place ALWAYS_ASKED = new Place("next-hour", null);
    private static final Place PLACE = new Place("something-else", null);

    private Clinic clinic;
    private Tab dana;
    private Browser samsPhone;
    private Tab sam;
    private Tab maria;

    @BeforeEach
    void open(TestRedis redis) {
        clinic = Clinic.open(redis);
        dana = clinic.tabOf("Dana W.");
        dana.welcome("console");
        samsPhone = clinic.browserOf("Sam P.");
        sam = samsPhone.open(clinic.session());
        sam.welcome("waiting");
        dana.done("member.admit", "member", sam.id());
        sam.welcome("room");
        maria = clinic.seatOf("Maria V.", dana);
    }

    @AfterEach
    void close() {
        clinic.close();
    }

    private static Form form() {
        return Objects.requireNonNull(Shelf.shipped().find("halt", "1"));
    }

    private void opens(String mode) {
        dana.done("worksheet.open", "worksheet", SHEET, "form", "halt", "version", "1", "mode", mode);
    }

    private void asked(Tab who, Sheets.Command command) {
        asked(clinic.first().node().people(), who, command);
    }

    private static void asked(PersonLogs people, Tab who, Sheets.Command command) {
        var outcome = get(people.submit(who.id(), command, new Actor.Person(who.id()), Books.fresh()));
        if (!(outcome instanceof Outcome.Done)) throw new AssertionError(command + ": " + outcome);
    }

    private void writes(Tab who, String words) {
        asked(who, new Sheets.Begin(new SheetId(SHEET), "halt", "1", clinic.session()));
        asked(who, new Sheets.Fill(new SheetId(SHEET), form(), PLACE, new Value.Words(words)));
    }

    private static void shares(Tab who, String card, boolean named) {
        who.done("answer.share", "worksheet", SHEET, "card", card, "item", PLACE.item(), "named", named);
    }

    private static JsonNode card(Tab tab, String card) {
        return tab.worksheets().path(SHEET).path("cards").path(card);
    }

    private static void reads(Tab tab, String card, String words) {
        tab.seesWorksheets(all ->
                all.path(SHEET).path("cards").path(card).path("words").asText().equals(words));
    }

    private static void seesNo(Tab tab, String card) {
        tab.seesWorksheets(all -> all.path(SHEET).path("cards").path(card).isMissingNode());
    }

    /// What this page has been sent, once whatever was on its way has come.
    private static String sentTo(Tab tab) {
        tab.beatHeard();
        return tab.texts().toString();
    }

    private static long frames(Tab tab) {
        tab.beatHeard();
        return tab.texts().stream().filter(text -> !text.contains("\"beat\"")).count();
    }

    @Test
    void anAnswerReachesNobodyBeforeItIsSharedAndNobodyAfterItIsTakenBack() {
        opens("share");
        sam.seesWorksheets(all -> all.has(SHEET));
        var quiet = frames(maria);
        writes(sam, WORDS);
        assertEquals(quiet, frames(maria));
        for (var other : List.of(maria, dana)) assertFalse(sentTo(other).contains(WORDS));
        shares(sam, CARD, true);
        reads(maria, CARD, WORDS);
        reads(dana, CARD, WORDS);
        assertEquals("Sam P.", card(maria, CARD).path("name").asText());
        writes(sam, "Somebody did call");
        reads(maria, CARD, "Somebody did call");
        sam.done("answer.take-back", "card", CARD);
        seesNo(maria, CARD);
        seesNo(dana, CARD);
        var back = frames(maria);
        writes(sam, "Nobody reads this");
        assertEquals(back, frames(maria));
        for (var other : List.of(maria, dana)) assertFalse(sentTo(other).contains("Nobody reads this"));
    }

    @Test
    void staffSeeHowFarEachIsWhileTheyWriteAndNobodyElseIsSentAnything() {
        opens("private");
        sam.seesWorksheets(all -> all.has(SHEET));
        assertTrue(dana.seesWorksheets(all -> all.path(SHEET).has("progress"))
                .path(SHEET)
                .path("progress")
                .isEmpty());
        var quiet = List.of(frames(sam), frames(maria));
        asked(sam, new Sheets.Begin(new SheetId(SHEET), "halt", "1", clinic.session()));
        asked(sam, new Sheets.Fill(new SheetId(SHEET), form(), ALWAYS_ASKED, new Value.Words(WORDS)));
        var progress = progressOf(sam, 1);
        assertTrue(progress.path("questions").asInt() > 1 && progress.has("changed"), progress.toString());
        var elsewhere = clinic.start().node().people();
        asked(elsewhere, sam, new Sheets.Clear(new SheetId(SHEET), ALWAYS_ASKED));
        progressOf(sam, 0);
        assertFalse(sentTo(dana).contains(WORDS));
        assertEquals(quiet, List.of(frames(sam), frames(maria)));
    }

    private JsonNode progressOf(Tab member, int answered) {
        return dana.seesWorksheets(all -> {
                    var theirs = all.path(SHEET).path("progress").path(member.id());
                    return theirs.has("answered") && theirs.path("answered").asInt() == answered;
                })
                .path(SHEET)
                .path("progress")
                .path(member.id());
    }

    @Test
    void anAnswerThatIsClearedIsGoneFromEveryWallAtOnce() {
        opens("board");
        writes(sam, WORDS);
        shares(sam, CARD, false);
        reads(maria, CARD, WORDS);
        asked(sam, new Sheets.Clear(new SheetId(SHEET), PLACE));
        seesNo(maria, CARD);
        seesNo(dana, CARD);
        until(() -> card(sam, CARD).isObject() && !card(sam, CARD).has("words"));
        sam.close();
        var again = samsPhone.open(clinic.session());
        assertFalse(again.welcome("room").toString().contains(WORDS));
    }

    @Test
    void aCardWithoutANameSaysToTheGroupNothingOfWhoseItIs() {
        opens("board");
        writes(sam, WORDS);
        shares(sam, CARD, false);
        reads(maria, CARD, WORDS);
        var cards = maria.worksheets().toString();
        assertFalse(cards.contains(sam.id()) || cards.contains("Sam"), cards);
        assertEquals("Sam P.", card(dana, CARD).path("name").asText());
    }

    @Test
    void whomAWorksheetIsNotForIsSentNoByteOfIt() {
        var amina = clinic.tabOf("Amina H.");
        amina.welcome("waiting");
        var others = List.of(frames(maria), frames(amina));
        dana.done(
                "worksheet.open",
                "worksheet",
                SHEET,
                "form",
                "halt",
                "version",
                "1",
                "mode",
                "share",
                "members",
                JsonNodeFactory.instance.arrayNode().add(sam.id()));
        writes(sam, WORDS);
        shares(sam, CARD, true);
        reads(dana, CARD, WORDS);
        dana.done("worksheet.nudge", "worksheet", SHEET, "member", sam.id());
        assertEquals("Dana W.", sam.notice("nudged").path("by").asText());
        assertEquals(others, List.of(frames(maria), frames(amina)));
        assertEquals(
                "no-worksheet",
                maria.refused(
                        "answer.share", "worksheet", SHEET, "card", OTHER_CARD, "item", PLACE.item(), "named", true));
        assertEquals("no-card", maria.refused("card.move", "card", CARD));
    }

    @Test
    void allIsTheSameAfterTheMemoryOfTheNodeIsGoneAndNothingIsLeftAfterTheEnd() {
        opens("board");
        writes(sam, WORDS);
        writes(maria, "Slept four hours");
        shares(sam, CARD, true);
        shares(maria, OTHER_CARD, false);
        maria.done("card.move", "card", OTHER_CARD, "before", CARD);
        reads(dana, OTHER_CARD, "Slept four hours");
        var order = card(sam, CARD).path("order").asLong();
        sam.seesWorksheets(all ->
                all.path(SHEET).path("cards").path(OTHER_CARD).path("order").asLong() < order);
        sam.beatHeard();
        var before = sam.worksheets();
        sam.close();
        clinic.refold();
        var again = samsPhone.open(clinic.session());
        again.welcome("room");
        assertEquals(before, again.worksheets());
        dana.done("session.end");
        assertFalse(dana.welcome("ended").toString().contains(WORDS));
        assertFalse(again.welcome("ended").has("worksheets"));
        assertNotEquals(0, before.size());
    }

    @Test
    void aFormThatIsNotThereIsNotOpened() {
        for (var form : List.of(List.of("halt", "99"), List.of("nonsense", "1"))) {
            assertEquals(
                    "no-form",
                    dana.refused(
                            "worksheet.open",
                            "worksheet",
                            SHEET,
                            "form",
                            form.getFirst(),
                            "version",
                            form.getLast(),
                            "mode",
                            "share"));
        }
    }
}
