package org.holdfast.web;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.OpenAPIContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// The contract of the REST side, by which requests are checked before any of our code sees them. `openapi.yaml` lists
/// the paths; what each takes and answers stands in the part that it refers to.
final class Contract {
    private static final String FILE = "openapi.yaml";
    private static final List<String> PARTS = List.of(
            "openapi-common.yaml",
            "openapi-me.yaml",
            "openapi-own-clinic.yaml",
            "openapi-rules.yaml",
            "openapi-staff.yaml",
            "openapi-sheet.yaml",
            "openapi-record.yaml",
            "openapi-exports.yaml",
            "openapi-groups.yaml",
            "openapi-people.yaml",
            "openapi-links.yaml",
            "openapi-audit.yaml",
            "openapi-imports.yaml",
            "openapi-schedule.yaml",
            "openapi-prepared.yaml",
            "openapi-worksheets.yaml",
            "openapi-papers.yaml");
    private static final Pattern OTHER_FILE = Pattern.compile("'openapi[a-z-]*\\.yaml#/");
    private static final String ITEM = "#/components/pathItems/";

    private Contract() {}

    static Future<OpenAPIContract> load(Vertx vertx) {
        return whole(vertx).compose(contract -> OpenAPIContract.from(vertx, routable(contract)));
    }

    /// As if it were one file: the library follows no reference into another, and at a path none at all.
    static Future<JsonObject> whole(Vertx vertx) {
        var reading = new ArrayList<Future<JsonObject>>();
        PARTS.forEach(part -> reading.add(read(vertx, part)));
        return read(vertx, FILE)
                .compose(contract -> Future.all(reading).map(_ -> {
                    var components = contract.getJsonObject("components");
                    reading.forEach(part -> add(part.result().getJsonObject("components"), components));
                    putIn(contract.getJsonObject("paths"), components.getJsonObject("pathItems"));
                    components.remove("pathItems");
                    return contract;
                }));
    }

    private static void add(JsonObject part, JsonObject components) {
        for (var kind : part.fieldNames()) {
            if (!components.containsKey(kind)) components.put(kind, new JsonObject());
            var all = components.getJsonObject(kind);
            part.getJsonObject(kind).forEach(named -> {
                if (all.containsKey(named.getKey())) throw new IllegalStateException("Two " + named.getKey());
                all.put(named.getKey(), named.getValue());
            });
        }
    }

    private static void putIn(JsonObject paths, JsonObject items) {
        for (var path : Set.copyOf(paths.fieldNames())) {
            var reference = paths.getJsonObject(path).getString("$ref");
            paths.put(path, items.getJsonObject(reference.substring(ITEM.length())));
        }
    }

    private static Future<JsonObject> read(Vertx vertx, String file) {
        return vertx.fileSystem()
                .readFile(file)
                .map(text -> parse(OTHER_FILE.matcher(text.toString()).replaceAll("'#/")));
    }

    private static JsonObject parse(String yaml) {
        Map<String, Object> parsed = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        return new JsonObject(parsed);
    }

    /// The router knows no `application/problem+json` and no `text/csv`, and no cookie whose name depends on who asks:
    /// [SeatGate] looks at that. It only checks requests, so all three may be left out of what it is given.
    private static JsonObject routable(JsonObject contract) {
        var responses = contract.getJsonObject("components").getJsonObject("responses");
        for (var name : responses.fieldNames()) responses.getJsonObject(name).remove("content");
        contract.remove("security");
        for (var path : contract.getJsonObject("paths")) {
            for (var operation : (JsonObject) path.getValue()) ((JsonObject) operation.getValue()).remove("security");
        }
        contract.getJsonObject("components").remove("securitySchemes");
        return contract;
    }
}
