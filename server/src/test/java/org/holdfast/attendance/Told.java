package org.holdfast.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.holdfast.session.Meeting;
import org.holdfast.session.MemberId;
import org.jspecify.annotations.Nullable;

/// One row of a sheet, as a test asks about it.
record Told(AttendanceSheet sheet, Row row) {
    static Told of(String evening, MemberId member) {
        return of(Objects.requireNonNull(Evenings.all().get(evening)).get(), member);
    }

    static Told of(Meeting meeting, MemberId member) {
        return of(meeting, meeting.now(), member);
    }

    static Told of(Meeting meeting, Instant asOf, MemberId member) {
        var sheet = AttendanceSheet.of(meeting.entries(), asOf);
        return new Told(sheet, Objects.requireNonNull(sheet.row(member)));
    }

    Told is(@Nullable Status status) {
        assertEquals(status, row.status());
        return this;
    }

    Told actual(int minutes, int seconds) {
        assertEquals(Duration.ofMinutes(minutes).plusSeconds(seconds), row.actual(), "actual");
        return this;
    }

    Told credited(int minutes, int seconds) {
        assertEquals(Duration.ofMinutes(minutes).plusSeconds(seconds), row.credited(), "credited");
        return this;
    }

    Told causes(Cause... causes) {
        assertEquals(
                List.of(causes), row.intervals().stream().map(Interval::cause).toList());
        return this;
    }

    /// That this sentence is said, in English, and rests on these entries.
    Told says(String text, long... entries) {
        var all = row.because().stream().map(it -> it.text(Language.ENGLISH)).toList();
        assertTrue(all.contains(text), () -> "Not said: " + text + "\n" + String.join("\n", all));
        if (entries.length > 0) {
            var because = row.because().get(all.indexOf(text));
            assertNotNull(because);
            assertEquals(Arrays.stream(entries).boxed().toList(), because.entries());
        }
        return this;
    }

    Told doesNotSay(Reason reason) {
        assertTrue(row.because().stream().noneMatch(it -> it.reason() == reason), () -> reason + " is said");
        return this;
    }

    Told decidedBy(Reason reason) {
        assertEquals(reason, row.because().getFirst().reason());
        return this;
    }
}
