package org.holdfast.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.holdfast.questionnaire.QuestionnaireReader;
import org.holdfast.questionnaire.Reading;
import org.holdfast.questionnaire.checking.HapiCheck;
import org.holdfast.testing.Expected;
import org.holdfast.worksheet.Answers;
import org.holdfast.worksheet.Fitting;
import org.holdfast.worksheet.Form;
import org.holdfast.worksheet.Place;
import org.holdfast.worksheet.Value;
import org.holdfast.worksheet.Value.Amount;
import org.holdfast.worksheet.Value.Several;
import org.holdfast.worksheet.Value.Words;
import org.holdfast.worksheet.Value.YesNo;
import org.junit.jupiter.api.Test;

class PaperResponseTest {
    private static final String QUESTIONNAIRE =
            Expected.in("questionnaires", "each-kind.json").read();
    private static final Form FORM = switch (QuestionnaireReader.ofClinic(QUESTIONNAIRE)) {
        case Reading.Read(var form, var _) -> form;
        case Reading.Refused(var faults) -> fail(faults.toString());
    };
    private static final HapiCheck CHECK = new HapiCheck(QUESTIONNAIRE);
    private static final String ANA = "rAbCd1234";
    private static final String LUIS = "rZyXw9876";

    private static Answers with(Answers before, String item, Value value) {
        return with(before, Place.of(item), value);
    }

    private static Answers with(Answers before, Place place, Value value) {
        assertNull(Fitting.refusal(FORM, before, place, value), place.item());
        return before.with(place, value);
    }

    private static Answers everything() {
        var answers = with(Answers.NONE, "name", new Words("Sam <b>&"));
        answers = with(answers, "story", new Words("It rained.\nI stayed in."));
        answers = with(answers, "things", new Several(List.of("Tea", "A walk")));
        answers = with(answers, "mood", new Words("low"));
        answers = with(answers, "why", new Words("Sundays"));
        answers = with(answers, "helps", new Several(List.of("family", "friends")));
        answers = with(answers, "slept", new YesNo(true));
        answers = with(answers, "hours", Amount.of(7));
        answers = with(answers, "weight", new Amount(new BigDecimal("71.5")));
        answers = with(answers, "since", new Words("2026-02-28"));
        answers = with(answers, "urge", Amount.of(4));
        answers = with(answers, new Place("who", ANA), new Words("Ana"));
        answers = with(answers, new Place("close", ANA), new YesNo(true));
        answers = with(answers, new Place("call", ANA), new Words("On Sundays"));
        answers = with(answers, new Place("who", LUIS), new Words("Luis"));
        return with(answers, "last", new Words("No"));
    }

    private static String response(Answers answers) {
        return Export.paperAsFhir(FORM, answers, "sheet-1", "A-1", Instant.parse("2026-03-02T18:00:00Z"))
                .text();
    }

    private static void assertSound(String response) {
        assertEquals(List.of(), CHECK.apply(response), response);
    }

    @Test
    void everythingThatWasWrittenIsToldAsItWasApproved() {
        var response = response(everything());
        var expected = Expected.in("exports", "each-kind-response.json");
        if (Expected.REWRITE) expected.write(response);
        assertEquals(expected.read(), response);
        assertSound(response);
    }

    @Test
    void aPaperThatIsHardlyBegunIsSoundToo() {
        assertSound(response(Answers.NONE));
        var begun = response(with(Answers.NONE, new Place("close", ANA), new YesNo(false)));
        assertSound(begun);
        assertTrue(begun.contains("\"status\":\"in-progress\""));
    }

    @Test
    void itIsLabelledAndSaysWhatTheLawSays() {
        var response = response(everything());
        for (var label : List.of("\"R\"", "\"ETH\"", "\"42CFRPart2\"", Notice.TEXT, "\"status\":\"completed\"")) {
            assertTrue(response.contains(label), label);
        }
    }

    @Test
    void whatIsNotShownIsNotTold() {
        var response = response(everything().with(Place.of("mood"), new Words("good")));
        assertFalse(response.contains("\"why\""), response);
        assertSound(response);
    }

    /// The library notices what does not fit: otherwise what it passes proves nothing.
    @Test
    void anAnswerThatTheFormDoesNotOfferIsNoticed() {
        var response = response(everything());
        assertFalse(CHECK.apply(response.replace("\"code\":\"low\"", "\"code\":\"awful\""))
                .isEmpty());
        assertFalse(CHECK.apply(response.replace("\"linkId\":\"slept\"", "\"linkId\":\"dozed\""))
                .isEmpty());
    }
}
