package org.holdfast.web;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.TreeSet;
import org.holdfast.audit.AuditCommand.OpenFile;
import org.holdfast.audit.AuditEvent.FileKind;
import org.holdfast.clinic.Enrolment;
import org.holdfast.clinic.People;
import org.holdfast.clinic.People.Known;
import org.holdfast.clinic.People.Part;
import org.holdfast.clinic.Standards;
import org.holdfast.decision.CommandId;
import org.holdfast.directory.PersonLogs;
import org.holdfast.json.RecordJson;
import org.holdfast.session.MemberId;
import org.holdfast.web.ClinicViews.PeopleList;
import org.holdfast.web.ClinicViews.PersonLine;
import org.holdfast.web.ClinicViews.PersonView;
import org.holdfast.web.PeopleRequest.AddPerson;
import org.holdfast.web.PeopleRequest.Appoint;
import org.holdfast.web.PeopleRequest.ChangePerson;
import org.holdfast.web.PeopleRequest.Discharge;
import org.holdfast.web.PeopleRequest.License;
import org.holdfast.web.PeopleRequest.MoveEnrolment;
import org.holdfast.web.PeopleRequest.PlanWeek;
import org.holdfast.web.PeopleRequest.ReEnter;
import org.jspecify.annotations.Nullable;

/// Whom the clinic knows, for its staff. That somebody's page is opened is noted first; what cannot be noted is not
/// shown.
final class PeoplePages {
    private static final RecordJson<PeopleList> LIST = RecordJson.of(PeopleList.class);
    private static final RecordJson<PersonView> PERSON = RecordJson.of(PersonView.class);
    private static final RecordJson<AddPerson> ADD = RecordJson.of(AddPerson.class);
    private static final RecordJson<ChangePerson> CHANGE = RecordJson.of(ChangePerson.class);
    private static final RecordJson<PlanWeek> WEEK = RecordJson.of(PlanWeek.class);
    private static final RecordJson<License> LICENSE = RecordJson.of(License.class);
    private static final RecordJson<Appoint> APPOINT = RecordJson.of(Appoint.class);
    private static final RecordJson<MoveEnrolment> MOVE = RecordJson.of(MoveEnrolment.class);
    private static final RecordJson<Discharge> DISCHARGE = RecordJson.of(Discharge.class);
    private static final RecordJson<ReEnter> RE_ENTER = RecordJson.of(ReEnter.class);

    private final PersonLogs people;
    private final Noting noting;
    private final PeopleBook book;

    PeoplePages(PersonLogs people, Noting noting) {
        this.people = people;
        this.noting = noting;
        this.book = new PeopleBook(people);
    }

    Future<@Nullable JsonObject> list(RoutingContext context) {
        var desk = Desk.of(context);
        var seen = new ArrayList<Known>();
        var ids = new TreeSet<MemberId>();
        for (var known : desk.clinic().people().all().values()) {
            if (!desk.sees(known.id())) continue;
            seen.add(known);
            ids.add(known.id());
        }
        return noting.first(desk.id(), new OpenFile(null, FileKind.PEOPLE, null), desk.me())
                .compose(_ -> CalledPeople.names(people, ids))
                .map(names -> {
                    var lines = new ArrayList<PersonLine>();
                    for (var known : seen) lines.add(ClinicViews.line(desk.clinic(), known, names));
                    return new JsonObject(LIST.print(new PeopleList(lines)));
                });
    }

    Future<@Nullable JsonObject> read(RoutingContext context) {
        var desk = Desk.of(context);
        var known = desk.known(context);
        var id = known.id().value();
        return noting.first(desk.id(), new OpenFile(id, FileKind.PERSON, null), desk.me())
                .compose(_ -> people.person(id))
                .map(person -> new JsonObject(
                        PERSON.print(ClinicViews.person(desk.clinic(), known, person, CalledPeople.name(person)))));
    }

    Future<@Nullable JsonObject> add(RoutingContext context) {
        var asked = ADD.read(Operations.body(context).encode());
        var desk = Desk.of(context);
        var id = new MemberId(FreshIds.of('p', desk, asked.command()));
        var on = asked.on();
        if (asked.part() == Part.PARTICIPANT && on == null) throw Problem.MALFORMED.raised();
        var add = on == null || asked.part() == Part.STAFF
                ? new People.AddStaff(id, asked.number(), new TreeSet<>())
                : new People.AddParticipant(id, asked.number(), on);
        var wish = new PeopleBook.Wish(desk, id, asked.command(), Operations.language(context));
        return PeopleBook.fits(asked.name(), asked.reach(), asked.contact(), wish)
                .compose(_ -> book.clinic(wish, add))
                .compose(_ -> book.register(wish, asked.name()))
                .compose(_ -> book.details(wish, null, asked.reach(), asked.contact()))
                .map(_ -> new JsonObject().put("id", id.value()));
    }

    Future<@Nullable JsonObject> change(RoutingContext context) {
        var asked = CHANGE.read(Operations.body(context).encode());
        var wish = wish(context, asked.command());
        var number = asked.number();
        return PeopleBook.fits(asked.name(), asked.reach(), asked.contact(), wish)
                .compose(_ -> number == null
                        ? Future.succeededFuture()
                        : book.clinic(wish, new People.ChangeNumber(wish.person(), number)))
                .compose(_ -> book.details(wish, asked.name(), asked.reach(), asked.contact()))
                .mapEmpty();
    }

    Future<@Nullable JsonObject> week(RoutingContext context) {
        var asked = WEEK.read(Operations.body(context).encode());
        var wish = wish(context, asked.command());
        return book.clinic(wish, new People.PlanWeek(wish.person(), asked.phase(), asked.minutes()));
    }

    Future<@Nullable JsonObject> license(RoutingContext context) {
        var asked = LICENSE.read(Operations.body(context).encode());
        var wish = wish(context, asked.command());
        var credential = asked.credential();
        return book.clinic(wish, new People.License(wish.person(), asked.states()))
                .compose(_ -> credential == null
                        ? Future.succeededFuture(null)
                        : book.clinic(
                                wish.part("c"),
                                new Standards.KeepCredential(wish.person().value(), credential)));
    }

    Future<@Nullable JsonObject> appoint(RoutingContext context) {
        var asked = APPOINT.read(Operations.body(context).encode());
        var wish = wish(context, asked.command());
        return book.clinic(wish, new People.Appoint(wish.person(), asked.roles()));
    }

    Future<@Nullable JsonObject> move(RoutingContext context) {
        var asked = MOVE.read(Operations.body(context).encode());
        var wish = wish(context, asked.command());
        return book.clinic(wish, new Enrolment.Move(wish.person(), asked.to(), asked.on(), asked.words()));
    }

    Future<@Nullable JsonObject> discharge(RoutingContext context) {
        var asked = DISCHARGE.read(Operations.body(context).encode());
        var wish = wish(context, asked.command());
        return book.clinic(wish, new Enrolment.Discharge(wish.person(), asked.on(), asked.why(), asked.words()));
    }

    Future<@Nullable JsonObject> reEnter(RoutingContext context) {
        var asked = RE_ENTER.read(Operations.body(context).encode());
        var wish = wish(context, asked.command());
        return book.clinic(
                wish,
                new Enrolment.ReEnter(
                        wish.person(), asked.to(), asked.on(), asked.words(), asked.groups(), asked.over()));
    }

    private static PeopleBook.Wish wish(RoutingContext context, CommandId command) {
        var desk = Desk.of(context);
        return new PeopleBook.Wish(desk, desk.known(context).id(), command, Operations.language(context));
    }
}
