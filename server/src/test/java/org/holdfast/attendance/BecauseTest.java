package org.holdfast.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.holdfast.decision.DamagedLog;
import org.holdfast.decision.Entry;
import org.holdfast.session.Cast;
import org.holdfast.session.Meeting;
import org.holdfast.session.Play;
import org.holdfast.session.SessionEvent;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// A sentence names the entries it rests on: take any one of them away, and the sentence or the minutes are others, or
/// the log cannot be true any more.
class BecauseTest {
    private static final int PLAYED = 400;

    @TestFactory
    Stream<DynamicTest> every_sentence_of_an_evening_rests_on_each_entry_that_it_names() {
        return Evenings.all().entrySet().stream()
                .map(evening -> DynamicTest.dynamicTest(evening.getKey(), () -> {
                    Meeting meeting = evening.getValue().get();
                    rests(meeting.entries(), meeting.now());
                }));
    }

    @Test
    void so_does_every_sentence_of_many_sessions_that_nobody_wrote() {
        for (var number = 0; number < PLAYED; number++) {
            var play = Play.of(2026, number);
            rests(play.entries(), play.now());
        }
    }

    private static void rests(List<Entry<SessionEvent>> entries, Instant now) {
        var sheet = AttendanceSheet.of(entries, now);
        for (var row : sheet.rows()) {
            for (var because : row.because()) {
                for (var seq : because.entries()) {
                    assertFalse(
                            stands(because, row, without(entries, seq), sheet.asOf()),
                            () -> row.member() + ": without entry " + seq + " still " + because + "\n"
                                    + because.text(Language.ENGLISH) + "\n" + entries.get((int) (seq - 1)));
                }
            }
        }
    }

    private static boolean stands(Because because, Row row, List<Entry<SessionEvent>> rest, Instant asOf) {
        if (rest.isEmpty()) return false;
        try {
            var other = AttendanceSheet.of(rest, asOf).row(row.member());
            return other != null
                    && other.actual().equals(row.actual())
                    && other.credited().equals(row.credited())
                    && other.because().stream().anyMatch(it -> same(it, because));
        } catch (DamagedLog _) {
            return false;
        }
    }

    /// The same words, whatever entries they name.
    private static boolean same(Because one, Because other) {
        return one.reason() == other.reason() && one.args().equals(other.args());
    }

    private static List<Entry<SessionEvent>> without(List<Entry<SessionEvent>> entries, long seq) {
        var rest = new ArrayList<>(entries);
        rest.removeIf(entry -> entry.seq() == seq);
        return rest;
    }

    @Test
    void every_reason_is_worded_in_two_languages_with_the_same_places() {
        for (var reason : Reason.values()) {
            var english = reason.template(Language.ENGLISH);
            var spanish = reason.template(Language.SPANISH);
            assertFalse(english.equals(spanish), reason::code);
            assertEquals(places(english), places(spanish), reason::code);
        }
        for (var status : Status.values()) {
            assertFalse(status.in(Language.ENGLISH).equals(status.in(Language.SPANISH)));
        }
        for (var word : Word.values()) assertFalse(word.in(Language.ENGLISH).equals(word.in(Language.SPANISH)));
    }

    static List<String> places(String template) {
        return Pattern.compile("\\{\\w+}")
                .matcher(template)
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }

    @Test
    void a_log_that_does_not_start_with_its_opening_or_goes_backwards_has_no_sheet() {
        var entries = Meeting.begins(Cast.SAM).entries();
        for (var wrong : List.of(
                List.<Entry<SessionEvent>>of(),
                entries.subList(1, entries.size()),
                List.of(entries.get(0), entries.get(2), entries.get(1)))) {
            assertThrows(DamagedLog.class, () -> AttendanceSheet.of(wrong, Instant.MAX));
        }
        assertTrue(entries.size() > 3);
    }
}
