package org.holdfast.web;

import static org.holdfast.testing.Await.get;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.holdfast.audit.Noted;
import org.holdfast.clinic.Enrolment;
import org.holdfast.clinic.Group;
import org.holdfast.clinic.Guests;
import org.holdfast.clinic.Place;
import org.holdfast.clinic.Slot;
import org.holdfast.clinic.StaffRole;
import org.holdfast.clinic.Timing;
import org.holdfast.intake.Column;
import org.holdfast.worksheet.FormView;
import org.holdfast.worksheet.When;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What the contract says of the clinic's books is what staff are sent and what pages send: no more, no less.
class BooksContractTest {
    private static final JsonObject SCHEMAS = schemas();
    private static final Map<Class<?>, String> NAMED_OTHERWISE = Map.of(
            Group.Size.class,
            "GroupSize",
            Group.Policies.class,
            "GroupPolicies",
            Place.class,
            "SlotPlace",
            FormView.Piece.class,
            "FormPiece",
            FormView.Offered.class,
            "FormOption",
            FormView.Condition.class,
            "FormCondition");

    private static JsonObject schemas() {
        var vertx = Vertx.vertx();
        try {
            return get(Contract.whole(vertx)).getJsonObject("components").getJsonObject("schemas");
        } finally {
            get(vertx.close());
        }
    }

    @Test
    void everyShapeHasTheFieldsThatTheContractNames() {
        var requests = Stream.of(GroupRequest.class, PeopleRequest.class, ScheduleRequest.class, WorksheetRequest.class)
                .flatMap(family -> Arrays.stream(family.getPermittedSubclasses()));
        var parts = Stream.of(
                PeopleRequest.Reach.class,
                PeopleRequest.Contact.class,
                Group.Size.class,
                Group.Policies.class,
                Timing.class,
                Place.class,
                FormView.class);
        var views = Stream.of(
                        ClinicViews.class,
                        ScheduleViews.class,
                        LinkPages.class,
                        ImportPages.class,
                        AuditViews.class,
                        WorksheetViews.class,
                        FormView.class)
                .flatMap(holder -> Arrays.stream(holder.getDeclaredClasses()))
                .filter(Class::isRecord);
        Stream.of(requests, parts, views).flatMap(it -> it).forEach(BooksContractTest::described);
    }

    private static void described(Class<?> type) {
        var name = NAMED_OTHERWISE.getOrDefault(type, type.getSimpleName());
        var schema = SCHEMAS.getJsonObject(name);
        var fields = new TreeSet<String>();
        var needed = new TreeSet<String>();
        for (var component : type.getRecordComponents()) {
            fields.add(component.getName());
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) needed.add(component.getName());
        }
        assertEquals(fields, new TreeSet<>(schema.getJsonObject("properties").fieldNames()), name);
        var required = schema.getJsonArray("required", new JsonArray()).stream()
                .map(String::valueOf)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(needed, required, name);
    }

    @Test
    void theWordsAreThoseThatTheContractNames() {
        words("Phase", Enrolment.Phase.values());
        words("Why", Enrolment.Why.values());
        words("StaffRole", StaffRole.values());
        words("GroupKind", Group.Kind.values());
        words("GuestKind", Guests.Kind.values());
        words("ImportColumn", Column.values());
        words("SlotState", Slot.State.values());
        words("Noted", Noted.Kind.values());
        words("ChainState", AuditChains.State.values());
    }

    @Test
    void a_forms_words_are_those_that_the_contract_names() {
        words(property("FormPiece", "type"), FormView.Type.values());
        words(property("FormCondition", "is"), When.Is.values());
    }

    private static JsonObject property(String name, String property) {
        return SCHEMAS.getJsonObject(name).getJsonObject("properties").getJsonObject(property);
    }

    private static void words(String name, Enum<?>[] values) {
        words(SCHEMAS.getJsonObject(name), values);
    }

    private static void words(JsonObject schema, Enum<?>[] values) {
        List<?> kebab = Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
        assertEquals(kebab, schema.getJsonArray("enum").getList());
    }
}
