package org.holdfast.questionnaire;

import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import org.holdfast.json.JsonText;
import org.holdfast.testing.Expected;
import org.holdfast.worksheet.Form;

/// A form that somebody brings in tests: one with everything in it, and what becomes of it when it is changed.
final class Brought {
    static final String EACH_KIND =
            Expected.in("questionnaires", "each-kind.json").read();

    private Brought() {}

    static Form form(String text) {
        return switch (QuestionnaireReader.ofClinic(text)) {
            case Reading.Read(var form, var _) -> form;
            case Reading.Refused(var faults) -> fail(faults.toString());
        };
    }

    static ObjectNode tree() {
        return (ObjectNode) JsonText.parse(EACH_KIND);
    }

    static ObjectNode item(ObjectNode root, String id) {
        for (var item : root.withArray("item")) if (item.path("linkId").asText().equals(id)) return (ObjectNode) item;
        throw new AssertionError("No item " + id);
    }

    static String changed(Consumer<ObjectNode> change) {
        var tree = tree();
        change.accept(tree);
        return JsonText.print(tree);
    }

    static List<String> faults(Consumer<ObjectNode> change) {
        return switch (QuestionnaireReader.ofClinic(changed(change))) {
            case Reading.Read _ -> List.of();
            case Reading.Refused(var faults) ->
                faults.stream().map(Fault::toString).toList();
        };
    }
}
