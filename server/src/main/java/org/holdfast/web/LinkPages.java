package org.holdfast.web;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.holdfast.audit.AuditCommand.OpenFile;
import org.holdfast.audit.AuditEvent.FileKind;
import org.holdfast.clinic.Guests;
import org.holdfast.directory.PersonLogs;
import org.holdfast.identity.Devices;
import org.holdfast.identity.Kind;
import org.holdfast.identity.PersonalLinks;
import org.holdfast.identity.PersonalLinks.Link;
import org.holdfast.json.RecordJson;
import org.holdfast.person.Person;
import org.holdfast.person.PersonEvent.Channel;
import org.holdfast.person.PersonEvent.Speaks;
import org.holdfast.session.MemberId;
import org.holdfast.web.GroupRequest.InviteGuest;
import org.holdfast.web.GroupRequest.SetGuestEnd;
import org.holdfast.web.PeopleRequest.MakeLink;
import org.holdfast.web.PeopleRequest.ResetDevices;
import org.holdfast.web.PeopleRequest.RevokeLinks;
import org.jspecify.annotations.Nullable;

/// Somebody's personal links and the browsers that belong to them, and guests, who have nothing else. A link is shown
/// once, to whoever makes it; after that even the server knows only its digest.
final class LinkPages {
    private static final RecordJson<LinksView> VIEW = RecordJson.of(LinksView.class);
    private static final RecordJson<MadeLink> MADE = RecordJson.of(MadeLink.class);
    private static final RecordJson<MakeLink> MAKE = RecordJson.of(MakeLink.class);
    private static final RecordJson<RevokeLinks> REVOKE = RecordJson.of(RevokeLinks.class);
    private static final RecordJson<ResetDevices> RESET = RecordJson.of(ResetDevices.class);
    private static final RecordJson<InviteGuest> INVITE = RecordJson.of(InviteGuest.class);
    private static final RecordJson<SetGuestEnd> END = RecordJson.of(SetGuestEnd.class);

    record LinkLine(Instant made, @Nullable Instant ends) {}

    /// @param known whether staff have let them in on it
    record DeviceLine(String id, boolean known, Instant since) {}

    record LinksView(List<LinkLine> links, List<DeviceLine> devices) {}

    /// @param path from the server's address on; the secret part stands behind the `#`
    /// @param code the same as a picture to point a phone at, in SVG
    /// @param speaks whom it is for, so that the card that is printed of it does
    record MadeLink(String path, String code, @Nullable Instant ends, Speaks speaks) {}

    private final PersonalLinks links;
    private final Devices devices;
    private final PersonLogs people;
    private final Noting noting;

    LinkPages(PersonalLinks links, Devices devices, PersonLogs people, Noting noting) {
        this.links = links;
        this.devices = devices;
        this.people = people;
        this.noting = noting;
    }

    Future<@Nullable JsonObject> read(RoutingContext context) {
        var desk = Desk.of(context);
        var person = desk.person(context).value();
        return noting.first(desk.id(), new OpenFile(person, FileKind.LINKS, null), desk.me())
                .compose(_ -> {
                    var valid = links.of(person);
                    var browsers = devices.of(person);
                    return Future.all(valid, browsers)
                            .map(_ -> new LinksView(
                                    valid.result().stream()
                                            .map(link -> new LinkLine(link.made(), link.ends()))
                                            .toList(),
                                    browsers.result().stream()
                                            .map(it -> new DeviceLine(it.id(), it.known(), it.since()))
                                            .toList()));
                })
                .map(view -> new JsonObject(VIEW.print(view)));
    }

    Future<@Nullable JsonObject> make(RoutingContext context) {
        var asked = MAKE.read(Operations.body(context).encode());
        var desk = Desk.of(context);
        return made(desk, desk.person(context), asked.renew(), context);
    }

    private Future<@Nullable JsonObject> made(Desk desk, MemberId person, boolean renew, RoutingContext context) {
        var guest = desk.clinic().guests().guest(person);
        var kind = desk.clinic().people().isStaff(person) ? Kind.STAFF : Kind.PARTICIPANT;
        var link = new Link(desk.id(), person.value(), kind, guest == null ? null : guest.ends());
        var token = renew ? links.renew(link) : links.issue(link);
        var reach = people.person(person.value()).map(Person::reach);
        return Future.all(token, reach).map(_ -> {
            var path = (kind == Kind.STAFF ? "/staff" : "/join") + "#" + token.result();
            // Whoever asks from elsewhere is not answered, so this is where the pages are.
            var code = QrCode.svg(context.request().getHeader("origin") + path);
            var kept = reach.result();
            var speaks = kept == null ? Speaks.ENGLISH : kept.speaks();
            return new JsonObject(MADE.print(new MadeLink(path, code, link.ends(), speaks)));
        });
    }

    Future<@Nullable JsonObject> revoke(RoutingContext context) {
        REVOKE.read(Operations.body(context).encode());
        return links.revoke(Desk.of(context).person(context).value()).mapEmpty();
    }

    /// The next browser that opens their link is the first again, and staff look at the face.
    Future<@Nullable JsonObject> reset(RoutingContext context) {
        RESET.read(Operations.body(context).encode());
        return devices.forget(Desk.of(context).person(context).value()).mapEmpty();
    }

    Future<@Nullable JsonObject> invite(RoutingContext context) {
        var asked = INVITE.read(Operations.body(context).encode());
        var desk = Desk.of(context);
        var group = desk.group(context).id();
        var id = new MemberId(FreshIds.of('p', desk, asked.command()));
        var wish = new PeopleBook.Wish(desk, id, asked.command(), Operations.language(context));
        var book = new PeopleBook(people);
        var reach = new PeopleRequest.Reach(asked.speaks(), Channel.NONE, null, null, false);
        return PeopleBook.fits(asked.name(), reach, null, wish)
                .compose(_ -> book.clinic(wish, new Guests.Invite(id, asked.kind(), group, whole(asked.ends()))))
                .compose(_ -> book.register(wish, asked.name()))
                .compose(_ -> book.details(wish, null, reach, null))
                .map(_ -> new JsonObject().put("id", id.value()));
    }

    /// Their links end when they do.
    Future<@Nullable JsonObject> end(RoutingContext context) {
        var asked = END.read(Operations.body(context).encode());
        var desk = Desk.of(context);
        var person = desk.person(context);
        if (desk.clinic().guests().guest(person) == null) throw Problem.NOT_FOUND.raised();
        var wish = new PeopleBook.Wish(desk, person, asked.command(), Operations.language(context));
        return new PeopleBook(people)
                .clinic(wish, new Guests.SetEnd(person, whole(asked.ends())))
                .compose(_ -> links.endAt(person.value(), whole(asked.ends())))
                .mapEmpty();
    }

    private static Instant whole(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS);
    }
}
