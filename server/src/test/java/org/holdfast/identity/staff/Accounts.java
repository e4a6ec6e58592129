package org.holdfast.identity.staff;

import io.vertx.core.Future;
import java.io.IOException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.holdfast.clinic.StaffRole;

/// Keeps one account in memory: a test says what is true of it, and whether anybody can ask.
final class Accounts implements AccountProvider {
    Set<StaffRole> roles = EnumSet.of(StaffRole.FACILITATOR);
    boolean away;
    boolean closed;
    int asked;
    String left = "";

    Account account(Instant at) {
        return new Account("kim", "session-1", "Kim T.", Set.of("tidewater"), roles, at, "refresh-0");
    }

    @Override
    public Future<Standing> standing(String refresh) {
        asked++;
        if (away) return Future.failedFuture(new IOException("away"));
        if (closed) return Future.failedFuture(new Refused("invalid_grant"));
        return Future.succeededFuture(new Standing(roles, "refresh-" + asked));
    }

    @Override
    public Future<Service> service(String token) {
        throw new UnsupportedOperationException("No program comes here");
    }

    @Override
    public Future<Void> leave(String refresh) {
        left = refresh;
        return away ? Future.failedFuture(new IOException("away")) : Future.succeededFuture();
    }

    @Override
    public Future<Ended> ended(String token) {
        return token.startsWith("of ")
                ? Future.succeededFuture(new Ended(token, "kim", token.substring(3)))
                : Future.failedFuture(new Refused("forged"));
    }

    @Override
    public Future<String> address(Question question) {
        throw new UnsupportedOperationException("No browser is sent out here");
    }

    @Override
    public Future<Account> account(Question question, String code) {
        throw new UnsupportedOperationException("Nobody comes back here");
    }

    @Override
    public boolean reachable() {
        return !away;
    }
}
