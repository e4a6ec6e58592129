package org.holdfast.web;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.holdfast.directory.PersonLogs;
import org.holdfast.identity.Secrets;
import org.holdfast.identity.staff.AccountProvider;
import org.holdfast.identity.staff.AccountProvider.Account;
import org.holdfast.identity.staff.ClinicNames;
import org.holdfast.identity.staff.SigningIn.Begun;
import org.holdfast.identity.staff.StaffSignIns;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where a browser goes out to sign in, comes back, and where the provider says that somebody signed out elsewhere.
/// Whatever goes wrong ends at a page of ours that says so in words, and from which one can try again.
final class StaffDoor {
    private static final Logger LOG = LoggerFactory.getLogger(StaffDoor.class);
    private static final Pattern OURS = Pattern.compile("/staff(/[A-Za-z0-9_-]{1,64}){0,4}");
    private static final long LONGEST_LOGOUT = 20 * 1024;

    private enum Why {
        /// Never begun, begun too long ago or in another browser, or answered already.
        AGAIN,
        REFUSED,
        NO_ROLE,
        NO_CLINIC,
        AWAY,
        BUSY;

        String wire() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final StaffAccounts accounts;
    private final StaffCookies cookies;
    private final PersonLogs people;
    private final Rates rates;
    private final Caller caller;

    StaffDoor(StaffAccounts accounts, StaffCookies cookies, PersonLogs people, Rates rates, Caller caller) {
        this.accounts = accounts;
        this.cookies = cookies;
        this.people = people;
        this.rates = rates;
        this.caller = caller;
    }

    void mount(Router router) {
        router.get("/staff/sign-in").handler(this::out);
        router.get("/staff/signed-in").handler(this::back);
        router.post("/staff/signed-out-elsewhere")
                .handler(BodyHandler.create(false).setBodyLimit(LONGEST_LOGOUT))
                .handler(this::signedOutElsewhere);
    }

    private void out(RoutingContext context) {
        var request = context.request();
        var to = ours(request.getParam("to"));
        var known = cookies.signingIn(request);
        // Each wish is kept for a while, so a stranger does not get to make any number of them.
        if (!rates.of("signing in from " + caller.address(request)).page()) {
            go(context, why(Why.BUSY, to));
            return;
        }
        var browser = known == null || known.length() != Secrets.fresh().length() ? Secrets.fresh() : known;
        accounts.signingIn()
                .begin(browser, to, request.getParam("anew") != null)
                .compose(begun -> accounts.provider().address(begun.question()))
                .onSuccess(address -> {
                    cookies.setSigningIn(request, browser);
                    go(context, address);
                })
                .onFailure(cause -> fail(context, cause, to));
    }

    private void back(RoutingContext context) {
        var request = context.request();
        var state = request.getParam("state");
        accounts.signingIn()
                .answered(state == null ? "" : state, cookies.signingIn(request))
                .onFailure(context::fail)
                .onSuccess(begun -> {
                    var code = request.getParam("code");
                    if (begun == null || code == null || request.getParam("error") != null) {
                        go(context, why(Why.AGAIN, begun == null ? "/staff" : begun.to()));
                    } else {
                        answered(context, begun, code);
                    }
                });
    }

    private void answered(RoutingContext context, Begun begun, String code) {
        accounts.provider()
                .account(begun.question(), code)
                .compose(account -> {
                    var not = notOurs(account);
                    if (not != null) {
                        return accounts.provider()
                                .leave(account.refresh())
                                .transform(_ -> Future.succeededFuture(why(not, begun.to())));
                    }
                    return signIn(context.request(), account).map(begun.to());
                })
                .onSuccess(to -> go(context, to))
                .onFailure(cause -> fail(context, cause, begun.to()));
    }

    private static @Nullable Why notOurs(Account account) {
        if (account.roles().isEmpty()) return Why.NO_ROLE;
        return ClinicNames.one(account.clinics()) == null ? Why.NO_CLINIC : null;
    }

    private Future<Void> signIn(HttpServerRequest request, Account account) {
        var clinic = Objects.requireNonNull(ClinicNames.one(account.clinics()));
        var person = StaffSignIns.person(account.subject());
        return accounts.signIns()
                .of(cookies.signedIn(request))
                .compose(before -> StaffNames.keep(people, person, account.name())
                        .compose(_ -> accounts.signIns().open(account, clinic, before)))
                .map(opened -> {
                    cookies.setSignedIn(request, opened.cookie());
                    return null;
                });
    }

    private void signedOutElsewhere(RoutingContext context) {
        var token = context.request().getFormAttribute("logout_token");
        var response = context.response().putHeader("cache-control", "no-store");
        accounts.signIns()
                .leftElsewhere(token == null ? "" : token)
                .onSuccess(_ -> response.setStatusCode(200).end())
                .onFailure(cause -> {
                    if (cause instanceof AccountProvider.Refused) {
                        response.setStatusCode(400).end();
                    } else {
                        context.fail(cause);
                    }
                });
    }

    private static void fail(RoutingContext context, Throwable cause, String to) {
        if (cause instanceof AccountProvider.Refused) {
            go(context, why(Why.REFUSED, to));
        } else if (cause instanceof IOException || cause instanceof TimeoutException) {
            LOG.info("A sign-in did not come about: {}", cause.toString());
            go(context, why(Why.AWAY, to));
        } else {
            context.fail(cause);
        }
    }

    private static String why(Why why, String to) {
        return "/staff/signed-out?why=" + why.wire() + "&to=" + URLEncoder.encode(to, StandardCharsets.UTF_8);
    }

    /// Anything else would make of our address a way to somebody else's page.
    private static String ours(@Nullable String to) {
        return to != null && OURS.matcher(to).matches() ? to : "/staff";
    }

    private static void go(RoutingContext context, String address) {
        context.response()
                .setStatusCode(303)
                .putHeader("location", address)
                .putHeader("cache-control", "no-store")
                .end();
    }
}
