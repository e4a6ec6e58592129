package org.holdfast;

import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import java.time.Duration;
import java.util.Map;
import org.holdfast.identity.SignIns;
import org.holdfast.identity.keycloak.KeycloakAdapter;
import org.holdfast.identity.keycloak.KeycloakDirectory;
import org.holdfast.identity.staff.AccountSignIns;
import org.holdfast.identity.staff.SigningIn;
import org.holdfast.identity.staff.StaffSignIns;
import org.holdfast.web.Readiness.Part;
import org.holdfast.web.StaffAccounts;
import org.jspecify.annotations.Nullable;

/// How staff come to a node: with accounts, or, where there are none, by links and codes.
final class Accounts {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(15);

    private final @Nullable KeycloakAdapter keycloak;
    private final @Nullable KeycloakDirectory directory;
    private final @Nullable StaffAccounts staff;
    private final SignIns signIns;
    private final Runnable looksNoMore;

    /// @param codes for when there are no accounts
    Accounts(Vertx vertx, Redis redis, Node.Setup setup, SignIns codes) {
        var client = setup.accounts();
        if (client == null) {
            keycloak = null;
            directory = null;
            staff = null;
            signIns = codes;
            looksNoMore = () -> {};
            return;
        }
        var adapter = new KeycloakAdapter(vertx, client, setup.clock());
        var kept = new StaffSignIns(redis, adapter, setup.master(), setup.clock());
        keycloak = adapter;
        var colleagues = new KeycloakDirectory(vertx, client.issuer(), client.directory(), setup.clock());
        directory = colleagues;
        staff = new StaffAccounts(kept, new SigningIn(redis), adapter, colleagues);
        signIns = new AccountSignIns(kept);
        adapter.look();
        var looking = vertx.setPeriodic(LOOK_EVERY.toMillis(), _ -> adapter.look());
        looksNoMore = () -> vertx.cancelTimer(looking);
    }

    @Nullable
    StaffAccounts staff() {
        return staff;
    }

    SignIns signIns() {
        return signIns;
    }

    void close() {
        looksNoMore.run();
        if (directory != null) directory.close();
    }

    /// Whoever is signed in goes on while Keycloak is away; only nobody new comes in.
    void readiness(Map<String, Part> parts) {
        if (keycloak != null) parts.put("sign-in", keycloak.reachable() ? Part.UP : Part.DEGRADED);
    }
}
