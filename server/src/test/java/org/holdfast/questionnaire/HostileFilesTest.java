package org.holdfast.questionnaire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.holdfast.json.JsonText;
import org.holdfast.json.RecordJson;
import org.holdfast.worksheet.Answers;
import org.holdfast.worksheet.Form;
import org.holdfast.worksheet.FormView;
import org.holdfast.worksheet.Progress;
import org.junit.jupiter.api.Test;

/// Files that nobody wrote in good faith: an answer comes, in words that fit into a line of a log.
class HostileFilesTest {
    private static final RecordJson<FormView> WIRE = RecordJson.of(FormView.class);

    private static List<Fault> faults(String text) {
        return assertInstanceOf(Reading.Refused.class, QuestionnaireReader.ofClinic(text))
                .faults();
    }

    @Test
    void whatIsNoFormIsSaidToBeNone() {
        for (var odd : List.of(
                "",
                "\u0000",
                "{",
                "[]",
                "null",
                "7",
                "\"Questionnaire\"",
                "{}",
                "{\"resourceType\":7}",
                "{\"resourceType\":\"Patient\"}",
                "\uFEFF{}",
                "{\"a\":1,\"a\":2}")) {
            assertFalse(faults(odd).isEmpty(), odd);
        }
    }

    @Test
    void depthSizeAndCountHaveAnEnd() {
        assertEquals(1, faults("[".repeat(100_000)).size());
        assertEquals(1, faults("{\"item\":[".repeat(10_000)).size());
        assertEquals(1, faults("x".repeat(QuestionnaireReader.LONGEST + 1)).size());
        var many = Brought.changed(root -> {
            var items = root.putArray("item");
            for (var n = 0; n < 5_000; n++) items.addObject().put("linkId", "i" + n);
        });
        assertTrue(faults(many).size() <= Faults.MOST);
        var tooMany = Brought.changed(root -> {
            var items = root.putArray("item");
            for (var n = 0; n <= Form.MOST_ITEMS; n++) {
                items.addObject().put("linkId", "i" + n).put("type", "boolean").put("text", "?");
            }
        });
        assertEquals(List.of(new Fault(null, "there are more than 200 in item.")), faults(tooMany));
    }

    @Test
    void whatStoodThereIsQuotedWithoutItsSting() {
        var all = faults(Brought.changed(root -> root.put("url", "urn:x\n\u001B[31m\"" + "y".repeat(9_000))));
        for (var fault : all) {
            assertTrue(fault.toString().length() < 300, fault.toString());
            assertTrue(fault.toString().chars().noneMatch(Character::isISOControl), fault.toString());
        }
    }

    /// A sound file in which one thing after another is cut off, swapped, doubled or made odd.
    @Test
    void whateverBecomesOfAFileAnAnswerComes() {
        var dice = new Random(23);
        var stillRead = 0;
        for (var n = 0; n < 4_000; n++) {
            var tree = Brought.tree();
            for (var i = 1 + dice.nextInt(3); i > 0; i--) disturb(tree, dice);
            switch (QuestionnaireReader.ofClinic(JsonText.print(tree))) {
                case Reading.Read(var form, var _) -> {
                    stillRead++;
                    WIRE.print(FormView.of(form, "es"));
                    var progress = Progress.of(form, Answers.NONE);
                    assertTrue(progress.answered() == 0 && progress.questions() >= 0);
                }
                case Reading.Refused(var faults) -> {
                    assertFalse(faults.isEmpty());
                    for (var fault : faults) assertTrue(fault.toString().length() < 400, fault.toString());
                }
            }
        }
        assertTrue(stillRead > 0 && stillRead < 4_000, "read " + stillRead);
    }

    private static void disturb(ObjectNode tree, Random dice) {
        var inner = new ArrayList<JsonNode>();
        gather(tree, inner);
        switch (inner.get(dice.nextInt(inner.size()))) {
            case ObjectNode object
            when !object.isEmpty() -> {
                var names = new ArrayList<String>();
                object.fieldNames().forEachRemaining(names::add);
                var name = names.get(dice.nextInt(names.size()));
                if (dice.nextInt(3) == 0) object.remove(name);
                else object.set(dice.nextInt(5) == 0 ? "odd" : name, odd(tree, inner, dice));
            }
            case ArrayNode array
            when !array.isEmpty() -> {
                var place = dice.nextInt(array.size());
                if (dice.nextBoolean()) array.remove(place);
                else array.insert(place, odd(tree, inner, dice));
            }
            default -> {}
        }
    }

    private static JsonNode odd(ObjectNode tree, List<JsonNode> inner, Random dice) {
        var make = JsonNodeFactory.instance;
        return switch (dice.nextInt(10)) {
            case 0 -> make.nullNode();
            case 1 -> make.textNode("");
            case 2 -> make.textNode("\u0000\u202E\uD83D<script>");
            case 3 -> make.numberNode(dice.nextBoolean() ? 1e300 : -1e-300);
            case 4 -> make.numberNode(Long.MIN_VALUE);
            case 5 -> make.booleanNode(dice.nextBoolean());
            case 6 -> make.arrayNode().add(make.objectNode());
            case 7 -> make.textNode("group");
            case 8 -> make.textNode("mood");
            default -> inner.get(dice.nextInt(inner.size())).deepCopy();
        };
    }

    private static void gather(JsonNode node, List<JsonNode> into) {
        if (!node.isContainerNode()) return;
        into.add(node);
        node.forEach(each -> gather(each, into));
    }
}
