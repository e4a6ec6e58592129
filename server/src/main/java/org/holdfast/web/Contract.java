package org.holdfast.web;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.OpenAPIContract;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// The contract of the REST side, by which requests are checked before any of our code sees them.
final class Contract {
    private static final String FILE = "openapi.yaml";

    private Contract() {}

    static Future<OpenAPIContract> load(Vertx vertx) {
        return vertx.fileSystem()
                .readFile(FILE)
                .compose(text -> OpenAPIContract.from(vertx, routable(parse(text.toString()))));
    }

    private static JsonObject parse(String yaml) {
        Map<String, Object> parsed = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        return new JsonObject(parsed);
    }

    /// The router knows no `application/problem+json`, and no cookie whose name depends on who asks: [SeatGate] looks
    /// at
    /// that. It only checks requests, so both may be left out of what it is given.
    private static JsonObject routable(JsonObject contract) {
        contract.getJsonObject("components")
                .getJsonObject("responses")
                .getJsonObject("Problem")
                .remove("content");
        contract.remove("security");
        contract.getJsonObject("components").remove("securitySchemes");
        return contract;
    }
}
