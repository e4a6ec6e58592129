package org.holdfast.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import org.holdfast.worksheet.Value;
import org.holdfast.worksheet.Value.Amount;
import org.holdfast.worksheet.Value.Several;
import org.holdfast.worksheet.Value.YesNo;

/// What somebody answered, as JSON has it: a text, a number, yes or no, or a list of texts. Numbers are exact.
final class Answered {
    static final Shape NUMBER = new Shape() {
        @Override
        public JsonNode write(Object value, Path path, Words words) {
            return DecimalNode.valueOf((BigDecimal) value);
        }

        @Override
        public Object read(JsonNode node, Path path, Words words) {
            return amount(node, path).number();
        }
    };

    static final Shape VALUE = new Shape() {
        @Override
        public JsonNode write(Object value, Path path, Words words) {
            return switch ((Value) value) {
                case Value.Words(var text) -> TextNode.valueOf(text);
                case Amount(var number) -> DecimalNode.valueOf(number);
                case YesNo(var yes) -> BooleanNode.valueOf(yes);
                case Several(var texts) -> {
                    var array = JsonNodeFactory.instance.arrayNode();
                    texts.forEach(array::add);
                    yield array;
                }
            };
        }

        @Override
        public Object read(JsonNode node, Path path, Words words) {
            if (node.isTextual()) return new Value.Words(node.textValue());
            if (node.isBoolean()) return new YesNo(node.booleanValue());
            if (node.isNumber()) return amount(node, path);
            if (!node.isArray()) throw path.bad("expected an answer");
            var texts = new ArrayList<String>();
            for (var each : node) {
                if (!each.isTextual()) throw path.at(texts.size()).bad("expected text");
                texts.add(each.textValue());
            }
            return new Several(texts);
        }
    };

    private Answered() {}

    private static Amount amount(JsonNode node, Path path) {
        // An infinite double has no decimal value.
        if (!node.isNumber() || !Double.isFinite(node.doubleValue())) throw path.bad("expected a number");
        try {
            return new Amount(node.decimalValue());
        } catch (IllegalArgumentException _) {
            throw path.bad("expected a number that somebody could mean");
        }
    }
}
