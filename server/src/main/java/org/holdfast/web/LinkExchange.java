package org.holdfast.web;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import org.holdfast.directory.Sessions;
import org.holdfast.identity.Devices;
import org.holdfast.identity.Guessing;
import org.holdfast.identity.PersonalLinks;
import org.holdfast.identity.PersonalLinks.Link;
import org.holdfast.session.Session;
import org.jspecify.annotations.Nullable;

/// From a personal link to a seat and its cookie. A browser that has the cookie already keeps its device.
final class LinkExchange {
    private final PersonalLinks links;
    private final Guessing guessing;
    private final Devices devices;
    private final SeatCookies cookies;
    private final Sessions sessions;
    private final Comers comers;
    private final Caller caller;

    LinkExchange(
            PersonalLinks links,
            Guessing guessing,
            Devices devices,
            SeatCookies cookies,
            Sessions sessions,
            Comers comers,
            Caller caller) {
        this.links = links;
        this.guessing = guessing;
        this.devices = devices;
        this.cookies = cookies;
        this.sessions = sessions;
        this.comers = comers;
        this.caller = caller;
    }

    Future<@Nullable JsonObject> exchange(RoutingContext context) {
        var request = context.request();
        var address = caller.address(request);
        var token = Operations.body(context).getString("token");
        // Both are asked in one go; whoever is locked out hears nothing of the link.
        var finding = links.find(token).compose(comers::ifComes);
        return guessing.lockedOut(address).compose(locked -> {
            if (locked) return Future.failedFuture(Problem.SLOW_DOWN.raised());
            return finding.compose(
                    link -> link == null || !cookies.opensBy(link.kind()) ? wrong(address) : seat(request, link));
        });
    }

    private Future<@Nullable JsonObject> wrong(String address) {
        return guessing.wrong(address).compose(_ -> Future.failedFuture(Problem.LINK_NOT_VALID.raised()));
    }

    private Future<@Nullable JsonObject> seat(HttpServerRequest request, Link link) {
        var seated = cookies.ofPerson(request, link.person())
                .compose(known -> known != null
                        ? Future.succeededFuture()
                        : devices.issue(link.clinic(), link.person(), link.kind())
                                .onSuccess(secret -> cookies.set(request, link.person(), secret)));
        var next = sessions.next(link.person());
        return Future.all(seated, next).map(_ -> answer(link, next.result()));
    }

    private static JsonObject answer(Link link, @Nullable Session session) {
        var answer = new JsonObject()
                .put("seat", link.person())
                .put("kind", link.kind().wire());
        if (session != null) answer.put("session", session.plan().session().value());
        return answer;
    }
}
