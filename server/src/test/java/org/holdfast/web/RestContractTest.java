package org.holdfast.web;

import static org.holdfast.testing.Await.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.Operation;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.holdfast.attendance.AttendanceSheet;
import org.holdfast.attendance.DecisionView;
import org.holdfast.attendance.DisputeView;
import org.holdfast.attendance.Interval;
import org.holdfast.attendance.RecordView;
import org.holdfast.attendance.SheetView;
import org.holdfast.attendance.Status;
import org.holdfast.json.SealedJson;
import org.holdfast.session.Corrections;
import org.holdfast.session.Life;
import org.holdfast.session.SignOff;
import org.junit.jupiter.api.Test;

/// What the REST contract says of the sheet and the record is what staff are sent and what pages send: no more, no
/// less.
class RestContractTest {
    private static final JsonObject CONTRACT = contract();
    private static final JsonObject SCHEMAS =
            CONTRACT.getJsonObject("components").getJsonObject("schemas");

    private static JsonObject contract() {
        var vertx = Vertx.vertx();
        try {
            return get(Contract.whole(vertx));
        } finally {
            get(vertx.close());
        }
    }

    private static JsonObject schema(String name, String... path) {
        var schema = SCHEMAS.getJsonObject(name);
        for (var property : path) schema = schema.getJsonObject("properties").getJsonObject(property);
        return schema.getJsonObject("items", schema);
    }

    private static void described(Class<?> type, JsonObject schema) {
        var properties = new TreeSet<>(schema.getJsonObject("properties").fieldNames());
        assertEquals(names(type), properties, type.getSimpleName());
    }

    private static Set<String> names(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(component -> component.getName())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<?> words(Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }

    @Test
    void itIsOpenApi31AndEveryErrorIsAProblem() {
        assertTrue(CONTRACT.getString("openapi").startsWith("3.1."));
        var problem =
                CONTRACT.getJsonObject("components").getJsonObject("responses").getJsonObject("Problem");
        assertEquals(
                Set.of("application/problem+json"),
                problem.getJsonObject("content").fieldNames());
    }

    @Test
    void theRouterCanReadItWhole() {
        var vertx = Vertx.vertx();
        try {
            var routed = get(Contract.load(vertx)).operations().stream()
                    .map(Operation::getOperationId)
                    .toList();
            assertTrue(
                    routed.containsAll(
                            List.of("record", "correctRow", "disputeRow", "answerDispute", "signSheet", "signIn")),
                    routed::toString);
        } finally {
            get(vertx.close());
        }
    }

    @Test
    void ofEachOperationItSaysWhetherAProgramMayAskForIt() {
        for (var path : CONTRACT.getJsonObject("paths")) {
            for (var each : (JsonObject) path.getValue()) {
                var operation = (JsonObject) each.getValue();
                var ways = operation.getJsonArray("security", CONTRACT.getJsonArray("security"));
                var named = ways.stream().anyMatch(way -> ((JsonObject) way).containsKey("serviceToken"));
                var id = operation.getString("operationId");
                assertEquals(Access.forServices(id), named, id);
            }
        }
    }

    @Test
    void theSheetHasTheFieldsThatTheContractNames() {
        described(SheetView.class, schema("Sheet"));
        described(SheetView.Heading.class, schema("Sheet", "session"));
        described(SheetView.RowView.class, schema("SheetRow"));
        described(Interval.class, schema("SheetRow", "intervals"));
        described(SheetView.Sentence.class, schema("SheetRow", "because"));
    }

    @Test
    void theRecordHasTheFieldsThatTheContractNames() {
        described(RecordView.class, schema("Record"));
        described(DecisionView.class, schema("Decision"));
        described(RecordView.LogView.class, schema("Record", "log"));
        described(RecordView.SigningView.class, schema("Record", "signing"));
        described(RecordView.VersionView.class, schema("SignedVersion"));
        described(RecordView.CoSignatureView.class, schema("SignedVersion", "coSigned"));
        described(RecordView.ChangedView.class, schema("ChangedRow"));
        described(RecordView.ValuesView.class, schema("StandingValues"));
        described(SheetView.CorrectionView.class, schema("Correction"));
        described(SheetView.CorrectedView.class, schema("SheetRow", "corrected"));
        described(DisputeView.class, schema("Dispute"));
        assertEquals(
                words(RecordView.Allowed.values()),
                schema("Record", "signing", "may").getJsonArray("enum").getList());
        assertEquals(
                words(DisputeView.State.values()),
                schema("Dispute", "state").getJsonArray("enum").getList());
    }

    @Test
    void whatIsAskedOfTheRecordHasTheFieldsThatTheContractNames() {
        for (var asked : RecordRequest.class.getPermittedSubclasses()) {
            described(asked, schema(asked.getSimpleName()));
            assertEquals(false, schema(asked.getSimpleName()).getBoolean("additionalProperties"));
        }
        described(RecordRequest.Accept.class, schema("AnswerDispute", "accept"));
        described(RecordRequest.Decline.class, schema("AnswerDispute", "decline"));
        var changes = SCHEMAS.getJsonObject("Change").getJsonArray("oneOf").stream()
                .map(JsonObject.class::cast)
                .toList();
        var types = SealedJson.of(Corrections.Change.class).types();
        assertEquals(types.size(), changes.size());
        for (var change : changes) {
            var fields = new TreeSet<>(change.getJsonObject("properties").fieldNames());
            var name = change.getJsonObject("properties").getJsonObject("type").getString("const");
            assertTrue(fields.remove("type"));
            assertEquals(names(types.get(name)), fields, name);
        }
    }

    @Test
    void whatPeopleTypeMayBeAsLongAsTheRulesSay() {
        assertEquals(Corrections.LONGEST_WORDS, schema("Words").getInteger("maxLength"));
        assertEquals(SignOff.LONGEST_NAME, schema("SignSheet", "name").getInteger("maxLength"));
        assertEquals(
                SignOff.LONGEST_CREDENTIAL, schema("SignSheet", "credential").getInteger("maxLength"));
    }

    @Test
    void theSheetHasTheWordsThatTheContractNames() {
        assertEquals(
                words(Status.values()),
                schema("SheetRow", "status").getJsonArray("enum").getList());
        var session = schema("Sheet", "session").getJsonObject("properties");
        assertEquals(
                words(AttendanceSheet.Standing.values()),
                session.getJsonObject("life").getJsonArray("enum").getList());
        assertEquals(
                words(Life.EndCause.values()),
                session.getJsonObject("endedBy").getJsonArray("enum").getList());
    }
}
