package org.holdfast.clinic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecurrenceTest {
    private static final LocalDate WEDNESDAY = LocalDate.parse("2025-01-01");

    /// However far ahead one looks, the days are those that one comes to by counting from the first.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=WEEKLY",
                "FREQ=WEEKLY;BYDAY=MO,TH",
                "FREQ=WEEKLY;BYDAY=SU,MO;INTERVAL=2",
                "FREQ=WEEKLY;BYDAY=SU,MO;INTERVAL=2;WKST=SU",
                "FREQ=WEEKLY;INTERVAL=3;BYDAY=FR;UNTIL=20260301",
                "FREQ=WEEKLY;BYDAY=TU;BYMONTH=3,9",
                "FREQ=WEEKLY;BYDAY=TU;COUNT=40",
                "FREQ=DAILY;INTERVAL=3",
                "FREQ=DAILY;INTERVAL=2;BYDAY=MO,TU,WE",
                "FREQ=DAILY;COUNT=200;INTERVAL=2",
                "FREQ=MONTHLY;BYDAY=1MO",
                "FREQ=MONTHLY;BYMONTHDAY=31",
                "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1;INTERVAL=2"
            })
    void a_look_far_ahead_finds_the_days_that_counting_finds(String rule) {
        var recurrence = Objects.requireNonNull(Recurrence.parse(rule), rule);
        var all = recurrence.days(WEDNESDAY, WEDNESDAY, WEDNESDAY.plusYears(2));
        for (var ahead = 0; ahead < 700; ahead++) {
            var from = WEDNESDAY.plusDays(ahead);
            var to = from.plusDays(ahead % 29);
            assertEquals(
                    all.stream()
                            .filter(day -> !day.isBefore(from) && !day.isAfter(to))
                            .toList(),
                    recurrence.days(WEDNESDAY, from, to),
                    rule + " from " + from);
        }
    }
}
