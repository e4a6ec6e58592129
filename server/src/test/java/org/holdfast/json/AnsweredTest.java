package org.holdfast.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.List;
import org.holdfast.worksheet.Value;
import org.holdfast.worksheet.Value.Amount;
import org.holdfast.worksheet.Value.Several;
import org.holdfast.worksheet.Value.YesNo;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnsweredTest {
    record Said(@Nullable Value value) {}

    record Counted(BigDecimal score) {}

    private static final RecordJson<Said> JSON = RecordJson.of(Said.class);

    @Test
    void anAnswerIsWrittenAsPlainJsonAndReadAgain() {
        same("{\"value\":\"Sam\"}", new Value.Words("Sam"));
        same("{\"value\":true}", new YesNo(true));
        same("{\"value\":7}", Amount.of(7));
        same("{\"value\":0.1}", new Amount(new BigDecimal("0.1")));
        same("{\"value\":1000000}", new Amount(new BigDecimal("1E6")));
        same("{\"value\":[\"tea\",\"\"]}", new Several(List.of("tea", "")));
        same("{\"value\":[]}", new Several(List.of()));
        assertEquals(new Said(null), JSON.read("{\"value\":null}"));
    }

    private static void same(String json, Value value) {
        assertEquals(json, JSON.print(new Said(value)));
        assertEquals(new Said(value), JSON.read(json));
    }

    @Test
    void whatIsNoAnswerIsRefused() {
        for (var odd : List.of("{}", "[1]", "[null]", "[[\"a\"]]", "1e300", "1e999", "-1e400", "9999999999999999")) {
            assertThrows(BadJson.class, () -> JSON.read("{\"value\":" + odd + "}"), odd);
        }
    }

    @Test
    void aNumberIsExact() {
        var json = RecordJson.of(Counted.class);
        assertEquals("{\"score\":2.5}", json.print(new Counted(new BigDecimal("2.5"))));
        assertEquals(new Counted(new BigDecimal("2.5")), json.read("{\"score\":2.50}"));
        assertThrows(BadJson.class, () -> json.read("{\"score\":\"2.5\"}"));
    }
}
