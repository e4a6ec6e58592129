package org.holdfast.meeting;

import static org.holdfast.testing.Await.get;

import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import java.net.URI;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.holdfast.clinic.ClinicId;
import org.holdfast.clinic.StaffRole;
import org.holdfast.identity.keycloak.KeycloakAdapter;
import org.holdfast.identity.keycloak.KeycloakDirectory;
import org.holdfast.identity.staff.AccountProvider.Account;
import org.holdfast.identity.staff.StaffSignIns;
import org.holdfast.testing.TestRedis;

/// Staff who have signed in with an account: somebody of each role, and somebody who lost theirs. Whoever keeps the
/// accounts is away, so what was said of them last holds.
final class SignedInStaff {
    static final KeycloakAdapter.Client PROVIDER = new KeycloakAdapter.Client(
            URI.create("http://127.0.0.1:1/realms/holdfast"),
            "holdfast",
            "secret",
            URI.create("http://127.0.0.1/staff/signed-in"),
            new KeycloakDirectory.Client("holdfast-directory", "secret"));

    private static final Map<String, Set<StaffRole>> ROLES = roles();

    private SignedInStaff() {}

    private static Map<String, Set<StaffRole>> roles() {
        var roles = new TreeMap<String, Set<StaffRole>>();
        for (var role : StaffRole.values()) {
            roles.put(role.name().toLowerCase(Locale.ROOT).replace('_', '-'), EnumSet.of(role));
        }
        roles.put("without-a-role", EnumSet.noneOf(StaffRole.class));
        return roles;
    }

    /// For the plan of a session.
    static String[] people() {
        return ROLES.keySet().stream().map(StaffSignIns::person).toArray(String[]::new);
    }

    /// Their browsers at a server whose staff have accounts, each by the name of its row or column: `account-` and what
    /// they are.
    static Map<String, Browser> browsers(Clinic clinic, TestRedis redis, String server) {
        var vertx = Vertx.vertx();
        var store = Redis.createClient(vertx, redis.url());
        var provider = new KeycloakAdapter(vertx, PROVIDER, clinic.clock);
        var signIns = new StaffSignIns(store, provider, clinic.master(), clinic.clock);
        var browsers = new TreeMap<String, Browser>();
        ROLES.forEach((who, roles) -> {
            var now = clinic.clock.instant();
            var account = new Account(who, "session of " + who, "Kim T.", Set.of("clinic"), roles, now, "refresh");
            var opened = get(signIns.open(account, ClinicId.ONLY, null));
            var browser = new Browser(server).seat(StaffSignIns.person(who));
            browser.keep("holdfast-staff=" + opened.cookie());
            browsers.put("account-" + who, browser);
        });
        get(vertx.close());
        return browsers;
    }
}
