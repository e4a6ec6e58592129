package org.holdfast.web;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.holdfast.decision.Ids;
import org.holdfast.directory.PersonLogs;
import org.holdfast.identity.Kind;
import org.holdfast.identity.Seat;
import org.holdfast.identity.staff.AccountProvider;
import org.holdfast.identity.staff.AccountProvider.Service;
import org.holdfast.identity.staff.ClinicNames;
import org.holdfast.identity.staff.StaffSignIns;
import org.holdfast.person.Person;
import org.jspecify.annotations.Nullable;

/// The seats of a clinic's programs. Each request brings a token that the provider gave the program for itself; nothing
/// of it is kept here, so a program whose role is taken away, or whose account is closed, can go on until its token
/// ends, which is never far off. What it does stands in the logs under an id and a name that say that it is a program.
final class ServiceSeats {
    private static final int MANY = 1_000;
    /// As the accounts themselves call them.
    private static final String CALLED = "service-account-";

    private final @Nullable StaffAccounts accounts;
    private final PersonLogs people;
    private final Rates rates;
    private final Caller caller;
    private final Map<String, String> named = new ConcurrentHashMap<>();

    ServiceSeats(@Nullable StaffAccounts accounts, PersonLogs people, Rates rates, Caller caller) {
        this.accounts = accounts;
        this.people = people;
        this.rates = rates;
        this.caller = caller;
    }

    /// Never nothing: a token that is not taken fails.
    Future<@Nullable Seat> seat(HttpServerRequest request) {
        // Whoever sends one token after the other that is none does not get to keep this node busy.
        var tries = rates.of("tokens from " + caller.address(request));
        if (!tries.requestsLeft()) return Future.failedFuture(Problem.BUSY.raised());
        if (accounts == null) return Future.failedFuture(Problem.TOKEN_REFUSED.raised());
        return accounts.provider()
                .service(Bearer.token(request))
                .recover(cause -> {
                    if (!(cause instanceof AccountProvider.Refused)) return Future.failedFuture(cause);
                    tries.request();
                    return Future.failedFuture(Problem.TOKEN_REFUSED.raised());
                })
                .compose(this::seat);
    }

    private Future<@Nullable Seat> seat(Service service) {
        var person = StaffSignIns.service(service.subject());
        if (!Ids.wellFormed(person)) return Future.failedFuture(Problem.TOKEN_REFUSED.raised());
        var clinic = ClinicNames.one(service.clinics());
        if (clinic == null) return Future.failedFuture(Problem.NO_CLINIC.raised());
        var seat = new Seat(clinic, person, Kind.STAFF, person, service.roles());
        return keepName(person, name(service.client())).map(seat);
    }

    private Future<?> keepName(String person, String name) {
        if (name.equals(named.get(person))) return Future.succeededFuture();
        return StaffNames.keep(people, person, name).onSuccess(_ -> {
            if (named.size() >= MANY) named.clear();
            named.put(person, name);
        });
    }

    private static String name(String client) {
        var name = CALLED + client;
        return name.length() <= Person.LONGEST_NAME ? name : name.substring(0, Person.LONGEST_NAME - 1) + "…";
    }

    /// For what nobody has to be signed in for, or only a person can be.
    static void turnAway(RoutingContext context) {
        if (Bearer.isIn(context.request())) context.fail(Problem.PERSON_ONLY.raised());
        else context.next();
    }
}
