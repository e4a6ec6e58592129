package org.holdfast.web;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.TreeSet;
import org.holdfast.clinic.Clinic;
import org.holdfast.clinic.Expected;
import org.holdfast.clinic.StaffRole;
import org.holdfast.decision.Actor;
import org.holdfast.decision.CommandId;
import org.holdfast.decision.RefusalCode;
import org.holdfast.directory.ClinicLog;
import org.holdfast.directory.PersonLogs;
import org.holdfast.directory.Sessions;
import org.holdfast.identity.Kind;
import org.holdfast.identity.Seat;
import org.holdfast.identity.Secrets;
import org.holdfast.json.Kebab;
import org.holdfast.live.Outcome;
import org.holdfast.live.SessionHosts;
import org.holdfast.person.Person;
import org.holdfast.person.PersonCommand.AnswerArrival;
import org.holdfast.person.PersonEvent.PlaceAnswer;
import org.holdfast.person.PersonEvent.PrivatePlace;
import org.holdfast.session.Agreement;
import org.holdfast.session.MemberId;
import org.holdfast.session.Session;
import org.holdfast.session.SessionId;
import org.jspecify.annotations.Nullable;

/// What a person may know of themselves, and what they answer on arriving.
final class Me {
    private static final CommandId AGREED = new CommandId("agreed");
    private static final Duration LOOKED_BACK_AT = Duration.ofHours(24);

    private final PersonLogs people;
    private final Sessions sessions;
    private final SessionHosts hosts;
    private final ClinicLog clinics;
    private final InstantSource clock;

    Me(PersonLogs people, Sessions sessions, SessionHosts hosts, ClinicLog clinics, InstantSource clock) {
        this.people = people;
        this.sessions = sessions;
        this.hosts = hosts;
        this.clinics = clinics;
        this.clock = clock;
    }

    Future<@Nullable JsonObject> me(RoutingContext context) {
        var seat = SeatGate.seat(context);
        return people.person(seat.person())
                .compose(person -> sessions.next(seat.person())
                        .map(session -> session == null || isLongOver(session) ? null : session)
                        .compose(session -> about(seat, person, session)));
    }

    /// Nobody who comes for the next one wants to hear of the last.
    private boolean isLongOver(Session session) {
        return session.ended() && clock.instant().isAfter(session.plan().ends().plus(LOOKED_BACK_AT));
    }

    private Future<@Nullable JsonObject> about(Seat seat, Person person, @Nullable Session session) {
        var about = about(seat, person);
        var open = session != null && !session.ended();
        var over = session == null ? null : session.plan().session();
        // The books are opened only for whom they have something to tell.
        return (session == null ? Future.<@Nullable JsonObject>succeededFuture(null) : about(session, seat))
                .onSuccess(told -> {
                    if (told != null) about.put("session", told);
                })
                .compose(_ -> open && seat.kind() != Kind.STAFF
                        ? Future.succeededFuture(about)
                        : clinics.of(seat.clinic()).clinic().map(clinic -> {
                            if (seat.kind() == Kind.STAFF) about.put("roles", roles(seat, clinic));
                            if (!open) putNext(about, seat, clinic, over);
                            return about;
                        }));
    }

    private Future<@Nullable JsonObject> about(Session session, Seat seat) {
        return people.nameIn(session.plan().lead().value(), session.plan().session())
                .map(lead -> about(session, seat, lead));
    }

    private void putNext(JsonObject about, Seat seat, Clinic clinic, @Nullable SessionId over) {
        var next = Expected.next(clinic, new MemberId(seat.person()), clock.instant(), over);
        if (next == null) return;
        about.put(
                "next",
                new JsonObject()
                        .put("starts", next.starts().toString())
                        .put("ends", next.ends().toString()));
    }

    /// What staff may do, so that their pages offer nothing that would be refused.
    private static JsonArray roles(Seat seat, Clinic clinic) {
        var roles = new JsonArray();
        for (var role : new TreeSet<>(RoleGate.roles(seat, clinic))) roles.add(wire(role));
        return roles;
    }

    private static String wire(StaffRole role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Future<@Nullable JsonObject> putArrival(RoutingContext context) {
        var seat = SeatGate.seat(context);
        var session = Operations.session(context);
        var body = Operations.body(context);
        var answer = answer(session, body);
        return sessions.session(session).compose(found -> {
            if (found == null || !found.isFor(new MemberId(seat.person()))) {
                return Future.failedFuture(Problem.NOT_FOUND.raised());
            }
            var by = new Actor.Person(seat.person());
            return people.submit(seat.person(), answer, by, new CommandId(Secrets.fresh()))
                    .compose(Me::kept)
                    .compose(_ -> body.getBoolean("agreed", false) ? agreed(session, by) : nothing());
        });
    }

    /// Once for each person and session: what they agree to is the same all evening. Where it cannot be said any more,
    /// since all is over, the page that follows says so.
    private Future<@Nullable JsonObject> agreed(SessionId session, Actor by) {
        return hosts.submit(session, new Agreement.Accept(), by, AGREED).mapEmpty();
    }

    private static Future<@Nullable JsonObject> nothing() {
        return Future.succeededFuture(null);
    }

    private static Future<@Nullable JsonObject> kept(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done _ -> Future.succeededFuture(null);
            case Outcome.Refused(var code) ->
                Future.failedFuture((code == RefusalCode.TOO_LONG ? Problem.MALFORMED : Problem.UNAVAILABLE).raised());
        };
    }

    private static AnswerArrival answer(SessionId session, JsonObject body) {
        var place = body.getJsonObject("place", new JsonObject());
        return new AnswerArrival(
                session.value(),
                body.getString("name"),
                PlaceAnswer.valueOf(constant(place.getString("kind", "unanswered"))),
                place.getString("address"),
                PrivatePlace.valueOf(constant(body.getString("privatePlace"))),
                Secrets.fresh());
    }

    private static JsonObject about(Seat seat, Person person) {
        var name = Person.text(person.name());
        var about = new JsonObject()
                .put("seat", seat.person())
                .put("kind", seat.kind().wire())
                .put("name", name == null ? "" : name)
                .put("places", places(person));
        var contact = person.contact();
        var contactName = contact == null ? null : Person.text(contact.name());
        var phone = contact == null ? null : Person.text(contact.phone());
        if (contactName != null && phone != null) {
            about.put("contact", new JsonObject().put("name", contactName).put("phone", phone));
        }
        return about;
    }

    private static JsonArray places(Person person) {
        var places = new JsonArray();
        person.places().forEach((id, place) -> {
            var label = Person.text(place.label());
            var address = Person.text(place.address());
            if (label == null || address == null) return;
            places.add(new JsonObject()
                    .put("id", id.value())
                    .put("kind", place.kind().name().toLowerCase(Locale.ROOT))
                    .put("label", label)
                    .put("address", address));
        });
        return places;
    }

    private static JsonObject about(Session session, Seat seat, String lead) {
        var plan = session.plan();
        var about = new JsonObject()
                .put("id", plan.session().value())
                .put("starts", plan.starts().toString())
                .put("ends", plan.ends().toString())
                .put("facilitator", lead);
        if (session.ended()) about.put("ended", true);
        var role = plan.roleOf(new MemberId(seat.person()));
        if (role.guest()) about.put("role", Kebab.of(role));
        if (plan.cameras() != null) about.put("cameras", Kebab.of(plan.cameras()));
        if (plan.agreement() != null) about.put("agreement", plan.agreement());
        return about;
    }

    private static String constant(String wire) {
        return wire.toUpperCase(Locale.ROOT);
    }
}
