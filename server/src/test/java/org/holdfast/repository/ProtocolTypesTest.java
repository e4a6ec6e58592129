package org.holdfast.repository;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.holdfast.attendance.OwnRow;
import org.holdfast.attendance.RecordView;
import org.holdfast.attendance.SheetView;
import org.holdfast.decision.Named;
import org.holdfast.decision.RefusalCode;
import org.holdfast.session.Asked;
import org.holdfast.session.Notice;
import org.holdfast.session.View;
import org.holdfast.session.WorksheetView;
import org.holdfast.session.You;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Server and pages name the same things: what the records say, the TypeScript says.
class ProtocolTypesTest {
    private static final Tree TREE = Tree.here();
    private static final TypeScript PROTOCOL = read("protocol.ts");
    private static final TypeScript COMMANDS = read("commands.ts", "protocol.ts");

    private static final TypeScript SHEET = read("sheet.ts", "api.ts", "record.ts", "protocol.ts");

    private static TypeScript read(String... names) {
        return new TypeScript(Arrays.stream(names)
                .map(name -> TREE.text(Path.of("web-client/src/session", name)).orElseThrow())
                .collect(Collectors.joining()));
    }

    @TestFactory
    Stream<DynamicTest> a_view_has_the_same_fields_on_both_sides() {
        return permitted(View.class)
                .map(view -> DynamicTest.dynamicTest(
                        view.getSimpleName(), () -> assertSame(withPlace(view), PROTOCOL.shape(view.getSimpleName()))));
    }

    @Test
    void the_personal_part_has_the_same_fields_on_both_sides() {
        assertSame(JavaShapes.of(You.class), PROTOCOL.shape("You"));
    }

    @Test
    void a_worksheet_has_the_same_fields_on_both_sides() {
        assertSame(JavaShapes.of(WorksheetView.class), PROTOCOL.shape("WorksheetView"));
    }

    @Test
    void a_person_can_ask_for_the_same_things_on_both_sides() {
        var asked = Shape.oneOf(Stream.concat(
                        permitted(Asked.class).map(JavaShapes::withType), Stream.of(COMMANDS.shape("MediaSignal")))
                .toList());
        assertSame(asked, COMMANDS.shape("Command"));
    }

    @Test
    void a_wish_is_refused_by_the_same_codes_on_both_sides() {
        var codes = Arrays.stream(RefusalCode.values())
                .filter(RefusalCode::inMeetings)
                .map(code -> new Shape.Word(code.wire()))
                .toList();
        assertSame(Shape.oneOf(codes), PROTOCOL.shape("RefusalCode"));
    }

    @Test
    void a_notice_has_the_same_name_on_both_sides() {
        var names = permitted(Notice.class)
                .filter(Class::isRecord)
                .map(notice -> notice.getAnnotation(Named.class))
                .filter(Objects::nonNull)
                .map(named -> new Shape.Word(named.value()))
                .toList();
        assertSame(Shape.oneOf(names), PROTOCOL.shape("NoticeCode"));
    }

    @Test
    void what_is_written_in_the_chat_has_the_same_fields_on_both_sides() {
        assertSame(JavaShapes.of(Notice.Said.class), PROTOCOL.shape("Said"));
    }

    @Test
    void the_sheet_and_ones_own_row_have_the_same_fields_on_both_sides() {
        assertSame(JavaShapes.of(SheetView.class), SHEET.shape("AttendanceSheet"));
        var own = new TreeMap<>(JavaShapes.of(OwnRow.class).fields());
        own.put("name", new Shape.Plain("string"));
        assertSame(new Shape.Fields(own), SHEET.shape("Mine"));
    }

    @Test
    void the_record_of_a_session_has_the_same_fields_on_both_sides() {
        assertSame(JavaShapes.of(RecordView.class), SHEET.shape("SessionRecord"));
    }

    private static Stream<Class<?>> permitted(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses());
    }

    /// In Java the place is an enum for all views; on the wire it tells one view from another.
    private static Shape withPlace(Class<?> view) {
        var fields = new TreeMap<>(JavaShapes.of(view).fields());
        fields.put(
                "place", new Shape.Word(view.getSimpleName().replace("View", "").toLowerCase(Locale.ROOT)));
        return new Shape.Fields(fields);
    }

    private static void assertSame(Shape java, Shape typeScript) {
        assertEquals(java.toString(), typeScript.toString());
    }
}
