package org.holdfast.directory;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.time.Duration;
import java.util.List;
import org.holdfast.session.AttendanceRules;
import org.holdfast.session.Cast;
import org.holdfast.session.Life;
import org.holdfast.session.Meeting;
import org.holdfast.session.Plan;
import org.holdfast.session.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// One hour from midnight on, and another, of the same people, from a quarter past one.
class NearestTest {
    private static final Plan LATER =
            Cast.plan(Cast.STARTS.plus(Duration.ofMinutes(75)), Cast.LENGTH, AttendanceRules.DEFAULT);

    private final Session first = Meeting.begins(Cast.SAM).session();
    private final Session next = Meeting.opens(LATER).session();

    private Session of(int minute, List<Session> sessions) {
        var nearest = Nearest.of(sessions, Cast.SAM, Cast.STARTS.plus(Duration.ofMinutes(minute)));
        if (nearest == null) throw new AssertionError("None");
        return nearest;
    }

    @ParameterizedTest
    @CsvSource({"50, first", "59, first", "62, first", "74, first", "75, next", "100, next", "134, next"})
    void a_link_leads_to_where_its_person_is_until_the_next_begins(int minute, String expected) {
        var nearest = of(minute, List.of(next, first));
        assertSame(expected.equals("first") ? first : next, nearest);
    }

    @Test
    void whoever_is_not_in_one_that_runs_late_goes_to_the_next() {
        var without = Meeting.begins(Cast.MARIA).session();
        assertSame(without, of(50, List.of(next, without)));
        assertSame(next, of(62, List.of(next, without)));
    }

    @Test
    void what_has_ended_is_only_looked_back_at() {
        var ended =
                Meeting.begins(Cast.SAM).at(50).does(Cast.DANA, new Life.End()).session();
        assertSame(next, of(62, List.of(next, ended)));
        var endedLater = Meeting.begins(LATER, Cast.SAM)
                .at(50)
                .does(Cast.DANA, new Life.End())
                .session();
        assertSame(endedLater, of(300, List.of(ended, endedLater)));
    }

    @Test
    void who_has_none_is_led_nowhere() {
        assertNull(Nearest.of(List.of(), Cast.SAM, Cast.STARTS));
    }
}
