package org.holdfast.attendance;

import static org.holdfast.session.Cast.ROSTER;
import static org.holdfast.session.Cast.SAM;
import static org.holdfast.session.Cast.STAFF;
import static org.holdfast.session.Cast.STRANGER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import org.holdfast.session.Cast;
import org.junit.jupiter.api.Test;

class OwnRowTest {
    private static AttendanceSheet sheet(String evening) {
        var meeting = Objects.requireNonNull(Evenings.all().get(evening)).get();
        return AttendanceSheet.of(meeting.entries(), meeting.now());
    }

    @Test
    void a_person_reads_their_own_minutes_and_why() {
        var own = OwnRow.of(sheet("long-drop"), SAM, Language.ENGLISH);
        assertEquals(57, own.minutes());
        assertEquals(55, own.creditedMinutes());
        assertTrue(own.sentences()
                .contains("The line dropped 7:20 pm to 7:25 pm: 5 min, not under 2 min, so it is not credited."));
    }

    @Test
    void in_spanish_too() {
        var own = OwnRow.of(sheet("long-drop"), SAM, Language.SPANISH);
        assertTrue(own.sentences()
                .contains(
                        "La conexión se cortó de 7:20 p. m. a 7:25 p. m.: 5 min, no menos de 2 min; no se acredita."));
    }

    @Test
    void nobody_else_shows_in_it() {
        for (var evening : Evenings.all().keySet()) {
            var own = OwnRow.of(sheet(evening), SAM, Language.ENGLISH).toString();
            for (var other :
                    List.of(ROSTER, STAFF).stream().flatMap(List::stream).toList()) {
                assertFalse(own.contains(Cast.name(other)) || own.contains(other.value()), () -> other + " in " + own);
            }
        }
    }

    @Test
    void a_stranger_has_none() {
        assertNull(OwnRow.of(sheet("long-drop"), STRANGER, Language.ENGLISH));
    }

    @Test
    void staff_read_the_sheet_with_names_participants_first() {
        var view = SheetView.of(sheet("handover"), Cast::name, Language.ENGLISH);
        assertEquals(
                List.of("Amina H.", "Luis G.", "Maria V.", "Sam P.", "Theo M.", "Ben H.", "Dana W."),
                view.rows().stream().map(SheetView.RowView::name).toList());
        assertEquals(AttendanceSheet.Standing.ENDED, view.session().life());
    }
}
