package org.holdfast.web;

import static org.holdfast.testing.Await.get;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.holdfast.clinic.StaffRole;
import org.jspecify.annotations.Nullable;

/// The REST side as tests of other packages may see it: what there is, and who may ask.
public final class WebContract {
    private WebContract() {}

    /// @param path with its parameters in braces
    public record Route(String operation, String method, String path, boolean hasBody) {
        /// The roles of staff that may ask; nothing where no role decides.
        public @Nullable Set<StaffRole> roles() {
            return Access.of(operation) instanceof Access.Staff(var roles, var _) ? roles : null;
        }

        /// Whether somebody of this role alone sees only what they lead.
        public boolean ownOnly(StaffRole role) {
            return Access.of(operation) instanceof Access.Staff(var _, var whole) && !whole.contains(role);
        }

        /// Whether reading it stands in the audit log; fails for a read that nobody thought about.
        public boolean noted() {
            return Reads.of(operation) == Reads.NOTED;
        }

        /// Whether a clinic's own programs may ask for it.
        public boolean forServices() {
            return Access.forServices(operation);
        }

        public boolean forAnyone() {
            return Access.of(operation) instanceof Access.Anyone;
        }
    }

    public static List<Route> routes() {
        var vertx = Vertx.vertx();
        try {
            var routes = new ArrayList<Route>();
            var paths = get(Contract.whole(vertx)).getJsonObject("paths");
            for (var path : paths.fieldNames()) {
                var item = paths.getJsonObject(path);
                for (var method : item.fieldNames()) routes.add(route(path, method, item.getJsonObject(method)));
            }
            return routes;
        } finally {
            get(vertx.close());
        }
    }

    private static Route route(String path, String method, JsonObject operation) {
        return new Route(operation.getString("operationId"), method, path, operation.containsKey("requestBody"));
    }
}
