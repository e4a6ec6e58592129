package org.holdfast.worksheet;

import static org.holdfast.worksheet.Papers.number;
import static org.holdfast.worksheet.Papers.several;
import static org.holdfast.worksheet.Papers.words;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ValueTest {
    @Test
    void whatIsWrittenIsReadAgain() {
        for (var value : List.of(
                words(""),
                words("yes"),
                words("w\n5:\u0000"),
                number("0"),
                number("-12.5"),
                number("999999999999999"),
                new Value.YesNo(true),
                new Value.YesNo(false),
                several(),
                several("", "a", "3:x", "é\uD83D\uDE42"))) {
            assertEquals(value, Value.parse(value.written()), value.written());
        }
    }

    @Test
    void equalNumbersAreOneValue() {
        assertEquals(number("5"), number("5.000"));
        assertEquals(number("0"), number("-0.00"));
        assertEquals(number("100"), number("1E2"));
        assertEquals("n100", number("1E2").written());
        assertEquals(number("0.333333"), number("0.3333333333"));
    }

    @Test
    void aNumberOutOfAllProportionIsNone() {
        for (var odd : List.of("1E15", "-1E400", "1E-401", "1E-2147483647", "1E2147483647")) {
            assertThrows(IllegalArgumentException.class, () -> number(odd), odd);
        }
        assertEquals(number("0"), number("4.9E-324"));
    }

    @Test
    void whateverIsThereAnAnswerComes() {
        for (var odd : List.of(
                "",
                "x",
                "n",
                "nx",
                "n1E9",
                "n01",
                "n1E-999999999",
                "n1e2147483648",
                "s1",
                "s:",
                "s-1:a",
                "s9:abc",
                "s9999999:",
                "s01:a",
                "syes",
                "Yes",
                "n1.0",
                "n-0")) {
            assertNull(Value.parse(odd), odd);
        }
        var dice = new Random(7);
        var letters = "wnsyeo0123456789:.-E \u00e9".toCharArray();
        for (var n = 0; n < 20_000; n++) {
            var text = new StringBuilder();
            for (var i = dice.nextInt(12); i > 0; i--) text.append(letters[dice.nextInt(letters.length)]);
            var value = Value.parse(text.toString());
            if (value != null) assertEquals(text.toString(), value.written());
        }
    }

    @Test
    void noLogShowsWhatSomebodyWrote() {
        for (var value : List.of(words("secret"), several("secret"), new Value.Amount(new BigDecimal("77")))) {
            var shown = new Answer(Place.of("q"), value).toString();
            assertFalse(shown.contains("secret") || shown.contains("77"), shown);
        }
    }
}
