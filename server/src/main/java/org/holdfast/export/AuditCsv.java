package org.holdfast.export;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.holdfast.attendance.Language;
import org.holdfast.audit.Noted;
import org.jspecify.annotations.Nullable;

/// Who opened what in a clinic, as CSV: one line for each note, newest first.
public final class AuditCsv {
    private AuditCsv() {}

    /// @param by who opened it, by name or record number; absent when a command at the server itself did it
    /// @param about whose, by name or record number; absent when it is about several
    /// @param log of a bundle, as `kind:id`
    public record Line(
            Instant at,
            @Nullable String by,
            @Nullable String byId,
            Noted.Kind what,
            @Nullable String about,
            @Nullable String aboutId,
            @Nullable String session,
            @Nullable String sessionId,
            @Nullable String group,
            @Nullable String log) {}

    /// @param more whether there are older ones that did not fit
    /// @param unread how many logs cannot be read as they were written
    /// @param from the first moment that was asked for
    /// @param to the first moment that was not asked for any more
    public record Source(
            List<Line> lines,
            boolean more,
            int unread,
            Instant from,
            Instant to,
            Instant asOf,
            ZoneId zone,
            Language language) {
        /// Of the day it was made, and nothing of whom it is about.
        String date() {
            return DateTimeFormatter.ISO_LOCAL_DATE.format(ZonedDateTime.ofInstant(asOf, zone));
        }
    }

    static String of(Source source) {
        var zone = source.zone();
        var words = new Words(source.language());
        return new Csv(source.language())
                .fact(Label.FROM, Cell.time(source.from(), zone))
                .fact(Label.TO, Cell.time(source.to(), zone))
                .fact(Label.AS_OF, Cell.time(source.asOf(), zone))
                .fact(Label.NOTES_COUNT, Cell.number((long) source.lines().size()))
                .fact(Label.NOTES_MORE, words.yes(source.more()))
                .fact(Label.LOGS_UNREAD, Cell.number((long) source.unread()))
                .table(Label.NOTES, columns(zone, words), source.lines())
                .text();
    }

    private static List<Column<Line>> columns(ZoneId zone, Words words) {
        return List.of(
                new Column<>(Label.TIME, line -> Cell.time(line.at(), zone)),
                new Column<>(Label.BY, line -> line.byId() == null ? words.theServer() : Cell.words(line.by())),
                new Column<>(Label.BY_ID, line -> Cell.words(line.byId())),
                new Column<>(Label.WHAT, line -> words.of(line.what())),
                new Column<>(Label.ABOUT, line -> Cell.words(line.about())),
                new Column<>(Label.ABOUT_ID, line -> Cell.words(line.aboutId())),
                new Column<>(Label.SESSION, line -> Cell.words(line.session())),
                new Column<>(Label.SESSION_ID, line -> Cell.words(line.sessionId())),
                new Column<>(Label.GROUP, line -> Cell.words(line.group())),
                new Column<>(Label.LOG, line -> Cell.words(line.log())),
                new Column<>(
                        Label.CODE,
                        line -> line.what().name().toLowerCase(Locale.ROOT).replace('_', '-')));
    }
}
