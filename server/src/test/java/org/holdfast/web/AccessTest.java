package org.holdfast.web;

import static org.holdfast.testing.Await.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.core.Vertx;
import io.vertx.openapi.contract.Operation;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AccessTest {
    @Test
    void everyOperationOfTheContractHasARowAndNoRowIsWithoutOne() {
        var vertx = Vertx.vertx();
        try {
            var operations = get(Contract.load(vertx)).operations().stream()
                    .map(Operation::getOperationId)
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(operations, new TreeSet<>(Access.TABLE.keySet()));
        } finally {
            get(vertx.close());
        }
    }

    @Test
    void ofEveryReadOfTheContractItIsSaidWhetherItIsNoted() {
        var reads = WebContract.routes().stream()
                .filter(route -> route.method().equals("get"))
                .map(WebContract.Route::operation)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(reads, new TreeSet<>(Reads.TABLE.keySet()));
    }

    @Test
    void nobodyIsAnsweredWhatNobodyThoughtAbout() {
        assertThrows(NullPointerException.class, () -> Access.of("somethingNew"));
    }

    @Test
    void whoSeesEverythingIsAmongThoseWhoMayAsk() {
        Access.TABLE.forEach((operation, access) -> {
            if (access instanceof Access.Staff(var roles, var whole)) {
                assertEquals(
                        Set.of(),
                        whole.stream().filter(role -> !roles.contains(role)).collect(Collectors.toSet()),
                        operation);
            }
        });
    }
}
