package org.holdfast.web;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.function.Function;
import org.holdfast.identity.staff.RoleNames;
import org.holdfast.identity.staff.SignedIn;
import org.holdfast.session.SignOff;
import org.jspecify.annotations.Nullable;

/// What a page of somebody with an account asks about their sign-in. To look changes nothing, so a page that looks
/// again and again keeps nobody signed in.
final class StaffAccount {
    private final @Nullable StaffAccounts accounts;
    private final StaffCookies cookies;
    private final InstantSource clock;

    StaffAccount(@Nullable StaffAccounts accounts, StaffCookies cookies, InstantSource clock) {
        this.accounts = accounts;
        this.cookies = cookies;
        this.clock = clock;
    }

    Future<@Nullable JsonObject> look(RoutingContext context) {
        if (accounts == null) return Future.succeededFuture(new JsonObject().put("accounts", false));
        var none = new JsonObject().put("accounts", true);
        return accounts.signIns()
                .of(cookies.signedIn(context.request()))
                .map(who -> who == null ? none : none.put("signedIn", about(who)));
    }

    Future<@Nullable JsonObject> active(RoutingContext context) {
        return signedIn(
                context,
                who -> in().signIns()
                        .active(who)
                        .compose(_ -> in().signIns().of(cookies.signedIn(context.request())))
                        .compose(now -> now == null
                                ? Future.failedFuture(Problem.NOT_SIGNED_IN.raised())
                                : Future.succeededFuture(about(now))));
    }

    /// @return whether the provider knows as well; if not, its own session goes on until it ends by itself
    Future<@Nullable JsonObject> leave(RoutingContext context) {
        return signedIn(
                context,
                who -> in().signIns().leave(who).map(heard -> {
                    cookies.forgetSignedIn(context.request());
                    return new JsonObject().put("everywhere", heard);
                }));
    }

    private Future<@Nullable JsonObject> signedIn(
            RoutingContext context, Function<SignedIn, Future<@Nullable JsonObject>> answer) {
        if (accounts == null) return Future.failedFuture(Problem.NOT_FOUND.raised());
        return accounts.signIns()
                .of(cookies.signedIn(context.request()))
                .compose(who -> who == null ? Future.failedFuture(Problem.NOT_SIGNED_IN.raised()) : answer.apply(who));
    }

    private StaffAccounts in() {
        if (accounts == null) throw new IllegalStateException("There are no accounts here");
        return accounts;
    }

    private JsonObject about(SignedIn who) {
        var roles = new JsonArray();
        who.roles().stream().map(RoleNames::of).sorted().forEach(roles::add);
        return new JsonObject()
                .put("seat", who.person())
                .put("name", who.name())
                .put("roles", roles)
                // A page's own clock may be another.
                .put("now", clock.instant().toString())
                .put("idleEnds", who.idleEnds().toString())
                .put("ends", who.ends().toString())
                .put("freshUntil", who.at().plus(SignOff.FRESH).toString());
    }
}
