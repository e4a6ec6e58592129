package org.holdfast.export.paper;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;

/// What a paper says that neither the form nor the person wrote.
///
/// @param language `en` or `es`
record PaperWords(String language) {
    private static final Locale SPANISH = Locale.of("es", "US");

    private boolean spanish() {
        return language.equals("es");
    }

    private Locale locale() {
        return spanish() ? SPANISH : Locale.US;
    }

    private String in(String english, String spanish) {
        return spanish() ? spanish : english;
    }

    String yes() {
        return in("Yes", "Sí");
    }

    String no() {
        return in("No", "No");
    }

    String of(int at, int all) {
        return in("%d of %d", "%d de %d").formatted(at, all);
    }

    String scale(int from, int to) {
        return in("A scale from %d to %d", "Una escala del %d al %d").formatted(from, to);
    }

    String page(int at, int all) {
        return in("Page %d of %d", "Página %d de %d").formatted(at, all);
    }

    String written(Instant at, ZoneId zone) {
        return in("Last change: %s", "Último cambio: %s")
                .formatted(day(at.atZone(zone).toLocalDate()));
    }

    String number(String recordNumber) {
        return in("Record number %s", "Expediente n.º %s").formatted(recordNumber);
    }

    String wave() {
        return in("A wave that rises, stands high, and falls", "Una ola que sube, se mantiene alta y baja");
    }

    List<String> phases() {
        return List.of(
                in(
                        "It rises. Breathe in slowly. You can let it come.",
                        "Sube. Tome aire despacio. Puede dejar que llegue."),
                in(
                        "It stands high. Stay with your breath. You need not act.",
                        "Está en lo alto. Siga con su respiración. No tiene que hacer nada."),
                in(
                        "It falls. Breathe out slowly. Feel it get smaller.",
                        "Baja. Suelte el aire despacio. Sienta cómo se hace pequeña."));
    }

    String number(BigDecimal number) {
        var format = NumberFormat.getInstance(locale());
        format.setMaximumFractionDigits(number.scale());
        return format.format(number);
    }

    /// As it is written when it is no day.
    String day(String text) {
        try {
            return day(LocalDate.parse(text));
        } catch (DateTimeParseException _) {
            return text;
        }
    }

    private String day(LocalDate day) {
        return day.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale()));
    }
}
