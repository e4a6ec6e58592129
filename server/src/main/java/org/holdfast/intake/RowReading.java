package org.holdfast.intake;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import org.holdfast.clinic.People.Part;
import org.holdfast.intake.Roster.Contact;
import org.holdfast.intake.Roster.Fault;
import org.holdfast.intake.Roster.Row;
import org.holdfast.person.PersonEvent.Channel;
import org.holdfast.person.PersonEvent.Speaks;
import org.jspecify.annotations.Nullable;

/// One row: everything that is wrong with it is told at once.
final class RowReading {
    private static final Map<String, Part> PARTS = Map.of(
            "participant", Part.PARTICIPANT,
            "participante", Part.PARTICIPANT,
            "staff", Part.STAFF,
            "personal", Part.STAFF);
    private static final Map<String, Speaks> LANGUAGES = Map.of(
            "english", Speaks.ENGLISH,
            "inglés", Speaks.ENGLISH,
            "en", Speaks.ENGLISH,
            "spanish", Speaks.SPANISH,
            "español", Speaks.SPANISH,
            "es", Speaks.SPANISH);
    private static final Map<String, Channel> CHANNELS = Map.of(
            "none", Channel.NONE,
            "ninguno", Channel.NONE,
            "email", Channel.EMAIL,
            "correo", Channel.EMAIL,
            "sms", Channel.SMS,
            "call", Channel.CALL,
            "llamada", Channel.CALL);

    private final CsvRecord row;
    private final SortedMap<Column, Integer> places;
    private final List<Fault> faults;
    private final int before;

    RowReading(CsvRecord row, SortedMap<Column, Integer> places, List<Fault> faults) {
        this.row = row;
        this.places = places;
        this.faults = faults;
        this.before = faults.size();
    }

    /// Nothing when it says something that cannot be.
    @Nullable
    Row row() {
        var number = text(Column.NUMBER);
        var name = text(Column.NAME);
        if (number == null) fault(Column.NUMBER, Trouble.NO_NUMBER);
        if (name == null) fault(Column.NAME, Trouble.NO_NAME);
        var part = word(Column.PART, PARTS, Trouble.NOT_A_PART);
        var admitted = day();
        var speaks = word(Column.LANGUAGE, LANGUAGES, Trouble.NOT_A_LANGUAGE);
        var channel = word(Column.CHANNEL, CHANNELS, Trouble.NOT_A_CHANNEL);
        var contact = contact();
        if (number == null || name == null || faults.size() > before) return null;
        return new Row(
                row.getStartingLineNumber(),
                number,
                name,
                part == null ? Part.PARTICIPANT : part,
                admitted,
                speaks,
                channel,
                text(Column.EMAIL),
                text(Column.PHONE),
                contact,
                text(Column.GROUP));
    }

    private @Nullable String text(Column column) {
        var place = places.get(column);
        if (place == null || place >= row.getFieldCount()) return null;
        var text = row.getField(place).strip();
        return text.isEmpty() ? null : text;
    }

    private <T> @Nullable T word(Column column, Map<String, T> words, Trouble trouble) {
        var text = text(column);
        if (text == null) return null;
        var found = words.get(text.toLowerCase(Locale.ROOT));
        if (found == null) fault(column, trouble);
        return found;
    }

    private @Nullable LocalDate day() {
        var text = text(Column.ADMITTED);
        if (text == null) return null;
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException _) {
            fault(Column.ADMITTED, Trouble.NOT_A_DAY);
            return null;
        }
    }

    private @Nullable Contact contact() {
        var name = text(Column.CONTACT);
        var phone = text(Column.CONTACT_PHONE);
        if (name == null && phone == null) return null;
        if (name != null && phone != null) return new Contact(name, phone);
        fault(name == null ? Column.CONTACT : Column.CONTACT_PHONE, Trouble.HALF_A_CONTACT);
        return null;
    }

    private void fault(Column column, Trouble trouble) {
        faults.add(new Fault(row.getStartingLineNumber(), column, trouble));
    }
}
