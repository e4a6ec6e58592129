package org.holdfast.questionnaire;

import static org.holdfast.questionnaire.Brought.EACH_KIND;
import static org.holdfast.questionnaire.Brought.item;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.holdfast.questionnaire.Reading.Attested;
import org.junit.jupiter.api.Test;

class QuestionnaireReaderTest {
    private static void refused(String sentence, Consumer<ObjectNode> change) {
        var faults = Brought.faults(change);
        assertEquals(List.of(sentence), faults);
    }

    private static Consumer<ObjectNode> of(String id, Consumer<ObjectNode> change) {
        return root -> change.accept(item(root, id));
    }

    @Test
    void aFormWithEverythingInItIsRead() {
        var read = assertInstanceOf(Reading.Read.class, QuestionnaireReader.ofClinic(EACH_KIND));
        assertEquals(new Attested("Vera M., clinical director", LocalDate.of(2026, 3, 2)), read.attested());
        assertEquals("each-kind", read.form().form());
        assertEquals("Uno de cada tipo", read.form().title().in("es"));
        assertFalse(read.form().shippable());
    }

    @Test
    void everythingThatIsWrongIsToldAtOnceAndNamesItsItem() {
        var faults = Brought.faults(root -> {
            root.put("version", "one");
            item(root, "mood").put("type", "open-choice");
            item(root, "name").put("maxLength", 5_000);
            item(root, "since").remove("text");
        });
        assertTrue(faults.contains("The form: it needs a version, such as 1 or 1.2."), faults.toString());
        assertTrue(faults.contains("Item \"name\": maxLength is 1 to 2000."), faults.toString());
        assertTrue(faults.contains("Item \"since\": it has no text."), faults.toString());
        assertTrue(
                faults.stream()
                        .anyMatch(it -> it.startsWith("Item \"mood\": the type \"open-choice\" cannot be shown")),
                faults.toString());
        // What depended on it depends on nothing now.
        assertTrue(
                faults.contains("Item \"why\": it depends on \"mood\", which is no question that stands before it."),
                faults.toString());
    }

    @Test
    void aClinicsFormSaysWhoseItIsAndWhoAnswersForItsLicence() {
        refused("The form: copyright must say whose it is and what may be done with it.", root -> {
            root.remove("copyright");
            root.remove("_copyright");
        });
        var noWho = "The form: urn:holdfast:worksheet:attested needs who (valueString) and date (valueDate, such as "
                + "2026-03-02).";
        refused(noWho, root -> ((ObjectNode) root.at("/extension/2/extension/1")).put("valueDate", "soon"));
        refused(
                "The form: nobody attests that the clinic may use it. Add the extension "
                        + "urn:holdfast:worksheet:attested with who and date.",
                root -> root.withArray("extension").remove(2));
        var unattested = Brought.changed(root -> root.withArray("extension").remove(2));
        assertInstanceOf(Reading.Read.class, QuestionnaireReader.shipped(unattested));
    }

    @Test
    void whatNoPageWouldShowIsRefused() {
        refused(
                "Item \"slept\": it has \"initial\", which cannot be shown here.",
                of("slept", item -> item.putArray("initial").addObject().put("valueBoolean", true)));
        refused(
                "Item \"mood\": it has \"answerValueSet\", which cannot be shown here.",
                of("mood", item -> item.put("answerValueSet", "urn:x")));
        refused(
                "The form: it has \"contained\", which cannot be shown here.",
                root -> root.putArray("contained").addObject());
        refused(
                "Item \"slept\": the extension \"urn:elsewhere\" is not known here.",
                of("slept", item -> item.putArray("extension").addObject().put("url", "urn:elsewhere")));
        refused(
                "Item \"slept\": only groups, choices and texts can repeat.",
                of("slept", item -> item.put("repeats", true)));
        refused("The form: its status must be active to be used.", root -> root.put("status", "draft"));
    }

    @Test
    void namesAndCodesStandOnce() {
        refused(
                "Item \"slept\": this linkId stands in the form twice.",
                of("story", item -> item.put("linkId", "slept")));
        refused(
                "Item \"helps\": two options have the code \"family\".",
                of("helps", item -> ((ObjectNode) item.at("/answerOption/1/valueCoding")).put("code", "family")));
        refused(
                "Item \"helps\": the system of an option is the form's url.",
                of("helps", item -> ((ObjectNode) item.at("/answerOption/1/valueCoding")).put("system", "urn:x")));
        refused(
                "Item \"mood\": either all options have an ordinalValue or none.",
                of("mood", item -> ((ObjectNode) item.at("/answerOption/1/valueCoding")).remove("extension")));
    }

    @Test
    void aSliderLeadsFromOneEndToTheOtherInWholeSteps() {
        var steps = "Item \"urge\": whole steps must lead from minValue to maxValue, at most 1000 of them.";
        refused(steps, of("urge", item -> ((ObjectNode) item.at("/extension/3")).put("valueInteger", 3)));
        refused(steps, of("urge", item -> ((ObjectNode) item.at("/extension/3")).put("valueInteger", 0)));
        refused(
                "Item \"urge\": a slider needs minValue and maxValue.",
                of("urge", item -> item.withArray("extension").remove(1)));
    }

    @Test
    void aConditionCanComeTrue() {
        var why = "Item \"why\": ";
        refused(
                why + "what it compares \"mood\" with is no answer that this question can have, or \"=\" does not "
                        + "apply to it.",
                of("why", item -> ((ObjectNode) item.at("/enableWhen/0/answerCoding")).put("code", "awful")));
        refused(
                why + "it depends on \"since\", which is no question that stands before it.",
                of("why", item -> ((ObjectNode) item.at("/enableWhen/0")).put("question", "since")));
        refused(
                "Item \"hours\": enableBehavior must say whether all conditions are needed or any is enough.",
                of("hours", item -> item.remove("enableBehavior")));
        refused(
                "Item \"last-one\": it depends on \"who\", which lies in the rows of another group.",
                root -> root.withArray("item")
                        .addObject()
                        .put("linkId", "last-one")
                        .put("type", "boolean")
                        .put("text", "Well?")
                        .putArray("enableWhen")
                        .addObject()
                        .put("question", "who")
                        .put("operator", "exists")
                        .put("answerBoolean", true));
    }

    @Test
    void groupsLieInEachOtherOnlySoDeepAndRowsNotInRows() {
        refused(
                "Item \"row\": a group that repeats cannot lie in another that repeats.",
                of("people", people -> group(people, "row").put("repeats", true)));
        refused(
                "Item \"deep\": groups can lie in each other 3 deep and no deeper.",
                root -> group(group((ObjectNode) item(root, "outer").at("/item/0"), "third"), "deep"));
        refused("Item \"outer\": a group must hold something.", of("outer", item -> item.remove("item")));
    }

    private static ObjectNode group(ObjectNode into, String id) {
        var group = into.withArray("item").addObject();
        group.put("linkId", id).put("type", "group").put("text", "In it");
        group.withArray("item")
                .addObject()
                .put("linkId", id + "-in")
                .put("type", "boolean")
                .put("text", "Well?");
        return group;
    }

    @Test
    void translationsHaveALanguageAndWords() {
        refused(
                "Item \"start\": a translation of text needs a language of two letters, such as es.",
                of(
                        "start",
                        item -> ((ObjectNode) item.at("/_text/extension/0/extension/0")).put("valueCode", "Spanish")));
        refused(
                "Item \"start\": the translation of text should be a text of 1 to 2000 letters without control "
                        + "characters.",
                of("start", item -> ((ObjectNode) item.at("/_text/extension/0/extension/1")).put("valueString", " ")));
    }
}
