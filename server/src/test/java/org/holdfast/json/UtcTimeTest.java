package org.holdfast.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UtcTimeTest {
    private static final long YEAR_0 = Instant.parse("0000-01-01T00:00:00Z").getEpochSecond();
    private static final long YEAR_10000 =
            Instant.parse("+10000-01-01T00:00:00Z").getEpochSecond();
    private static final String LETTERS = "0123456789-:.TZ+ x";
    private static final long SEED = new Random().nextLong();

    @Test
    void any_time_is_read_back_as_it_was_printed() {
        var random = new Random(SEED);
        for (var i = 0; i < 20_000; i++) {
            var second = random.nextLong(YEAR_0 - 1_000, YEAR_10000 + 1_000);
            var fraction = new int[] {0, 1_000_000, 1_000, 1}[i % 4];
            var time = Instant.ofEpochSecond(second, random.nextInt(1_000) * (long) fraction);
            assertEquals(time, UtcTime.parse(time.toString()), () -> "seed " + SEED);
        }
    }

    @Test
    void a_text_with_anything_changed_means_what_it_means_to_java() {
        var random = new Random(SEED);
        for (var i = 0; i < 20_000; i++) {
            var text = new StringBuilder(i % 2 == 0 ? "2026-02-27T23:58:59Z" : "2024-02-29T18:30:05.123Z");
            for (var changes = 1 + random.nextInt(2); changes > 0; changes--) {
                var at = random.nextInt(text.length());
                var letter = LETTERS.charAt(random.nextInt(LETTERS.length()));
                switch (random.nextInt(4)) {
                    case 0 -> text.insert(at, letter);
                    case 1 -> text.deleteCharAt(at);
                    default -> text.setCharAt(at, letter);
                }
            }
            assertEquals(byJava(text.toString()), read(text.toString()), () -> text + ", seed " + SEED);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-05T24:00:00Z",
                "2026-12-31T23:59:60Z",
                "2026-01-05T18:00:00.1Z",
                "2026-01-05T18:00:00.123456789Z",
                "2026-01-05T18:00:00+01:00",
                "-0001-01-05T18:00:00Z",
                "2026-01-05t18:00:00z"
            })
    void a_rare_way_to_write_a_time_means_what_it_means_to_java(String text) {
        assertEquals(byJava(text), read(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Z", "2026-02-29T10:00:00Z", "2026-13-01T10:00:00Z", "2026-04-31T10:00:00Z"})
    void what_is_no_time_is_refused(String text) {
        assertThrows(DateTimeException.class, () -> UtcTime.parse(text));
    }

    private static String read(String text) {
        try {
            return UtcTime.parse(text).toString();
        } catch (DateTimeException refused) {
            return "refused";
        }
    }

    private static String byJava(String text) {
        try {
            return Instant.parse(text).toString();
        } catch (DateTimeException refused) {
            return "refused";
        }
    }
}
