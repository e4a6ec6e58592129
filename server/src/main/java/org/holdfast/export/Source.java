package org.holdfast.export;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.holdfast.attendance.AttendanceSheet;
import org.holdfast.attendance.Language;
import org.holdfast.attendance.Timeline;
import org.holdfast.decision.Entry;
import org.holdfast.session.MemberId;
import org.holdfast.session.Names;
import org.holdfast.session.SessionEvent;
import org.jspecify.annotations.Nullable;

/// All that an export is made of.
///
/// @param entries a session's log from its opening
/// @param person the only one whom it may tell of, or nothing when it is about everybody
/// @param asOf the moment for which an open session is computed
public record Source(
        List<Entry<SessionEvent>> entries,
        Names names,
        Language language,
        @Nullable MemberId person,
        Instant asOf) {
    public Source {
        entries = List.copyOf(entries);
    }

    AttendanceSheet sheet() {
        return AttendanceSheet.of(entries, asOf);
    }

    Timeline timeline() {
        return person == null ? Timeline.of(entries) : Timeline.of(entries, person);
    }

    ZoneId zone() {
        return ZoneId.of(sheet().plan().zone());
    }

    /// When it was, and nothing of what, where or who: a file's name is read over shoulders.
    String date() {
        return DateTimeFormatter.ISO_LOCAL_DATE.format(
                ZonedDateTime.ofInstant(sheet().plan().starts(), zone()));
    }

    /// The language as HTML and JSON have it.
    String tag() {
        return switch (language) {
            case ENGLISH -> "en";
            case SPANISH -> "es";
        };
    }

    /// Whether the sheet has a row of whom it is about. It has none of somebody who had no time to come.
    public boolean hasRow() {
        return person == null || sheet().row(person) != null;
    }

    boolean shows(MemberId member) {
        return person == null || person.equals(member);
    }
}
