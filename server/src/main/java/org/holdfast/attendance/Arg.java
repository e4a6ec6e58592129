package org.holdfast.attendance;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;

/// What a sentence fills in. Exact for those who compute with it; rounded to what one reads when it is shown.
public sealed interface Arg {
    record At(Instant time) implements Arg {}

    /// The date of something that may have been said days after the session.
    record Day(Instant time) implements Arg {}

    record Judged(Status status) implements Arg {}

    record Lasting(Duration time) implements Arg {}

    record Number(long number) implements Arg {}

    record Said(Word word) implements Arg {}

    /// Words that somebody typed for the record, such as the name under a signature.
    record Typed(String words) implements Arg {}

    /// As it stands in JSON: ISO times and durations, digits, and words in lower case with hyphens.
    default String wire() {
        return switch (this) {
            case At(var time) -> time.toString();
            case Day(var time) -> time.toString();
            case Judged(var status) -> status.name().toLowerCase(Locale.ROOT).replace('_', '-');
            case Lasting(var time) -> time.toString();
            case Number(var number) -> Long.toString(number);
            case Typed(var words) -> words;
            case Said(var word) -> word.name().toLowerCase(Locale.ROOT).replace('_', '-');
        };
    }

    default String text(Language language, Zone zone) {
        return switch (this) {
            case At(var time) -> zone.clock(time, language);
            case Day(var time) -> zone.day(time, language);
            case Judged(var status) -> status.in(language);
            case Lasting(var time) -> lasting(time);
            case Number(var number) -> Long.toString(number);
            case Said(var word) -> word.in(language);
            case Typed(var words) -> words;
        };
    }

    private static String lasting(Duration time) {
        var minutes = time.toMinutes();
        var seconds = time.toSecondsPart();
        if (minutes == 0) return seconds + " s";
        return seconds == 0 ? minutes + " min" : minutes + " min " + seconds + " s";
    }

    /// The clinic's clock.
    ///
    /// @param changes whether it is put forward or back during the session, so that a time alone does not say which
    record Zone(ZoneId id, boolean changes) {
        /// Our own, since the names that Java knows differ from one Java to the next, and kept logs hold them.
        private static final List<String> ENGLISH_MONTHS =
                List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

        private static final List<String> SPANISH_MONTHS = List.of(
                "enero",
                "febrero",
                "marzo",
                "abril",
                "mayo",
                "junio",
                "julio",
                "agosto",
                "septiembre",
                "octubre",
                "noviembre",
                "diciembre");

        static Zone of(Comings comings, Instant end) {
            var id = ZoneId.of(comings.plan().zone());
            var rules = id.getRules();
            return new Zone(id, !rules.getOffset(comings.openedAt()).equals(rules.getOffset(end)));
        }

        String day(Instant time, Language language) {
            var at = ZonedDateTime.ofInstant(time, id);
            var month = at.getMonthValue() - 1;
            return switch (language) {
                case ENGLISH -> ENGLISH_MONTHS.get(month) + " " + at.getDayOfMonth() + ", " + at.getYear();
                case SPANISH -> at.getDayOfMonth() + " de " + SPANISH_MONTHS.get(month) + " de " + at.getYear();
            };
        }

        String clock(Instant time, Language language) {
            var at = ZonedDateTime.ofInstant(time, id);
            var hour = at.getHour() % 12 == 0 ? 12 : at.getHour() % 12;
            var morning = at.getHour() < 12;
            var half = switch (language) {
                case ENGLISH -> morning ? "am" : "pm";
                case SPANISH -> morning ? "a. m." : "p. m.";
            };
            var seconds = at.getSecond() == 0 ? "" : String.format(":%02d", at.getSecond());
            var text = String.format("%d:%02d%s %s", hour, at.getMinute(), seconds, half);
            return changes ? text + " (UTC" + at.getOffset() + ")" : text;
        }
    }
}
