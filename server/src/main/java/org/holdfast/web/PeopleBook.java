package org.holdfast.web;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import org.holdfast.attendance.Language;
import org.holdfast.clinic.ClinicCommand;
import org.holdfast.decision.CommandId;
import org.holdfast.decision.RefusalCode;
import org.holdfast.directory.PersonLogs;
import org.holdfast.live.Outcome;
import org.holdfast.person.Person;
import org.holdfast.person.PersonCommand;
import org.holdfast.person.PersonCommand.KeepContact;
import org.holdfast.person.PersonCommand.KeepReach;
import org.holdfast.session.MemberId;
import org.holdfast.web.PeopleRequest.Contact;
import org.holdfast.web.PeopleRequest.Reach;
import org.jspecify.annotations.Nullable;

/// Writes of somebody what belongs into two logs: the clinic's, which knows them by number, and their own, which knows
/// what they are called. The clinic's comes first, since it decides; asked again, the rest is made up for.
final class PeopleBook {
    private final PersonLogs people;

    PeopleBook(PersonLogs people) {
        this.people = people;
    }

    /// One wish about one person. It may have several parts, each with an id of its own that follows from the wish's.
    record Wish(Desk desk, MemberId person, CommandId command, Language language) {
        Wish part(String name) {
            return new Wish(desk, person, new CommandId(command.value() + "-" + name), language);
        }
    }

    Future<@Nullable JsonObject> clinic(Wish wish, ClinicCommand command) {
        return done(wish.desk().submit(command, wish.command()), wish);
    }

    Future<@Nullable JsonObject> register(Wish wish, String name) {
        return own(wish.part("n"), new PersonCommand.Register(name));
    }

    /// What is absent stays as it is.
    Future<@Nullable JsonObject> details(
            Wish wish, @Nullable String name, @Nullable Reach reach, @Nullable Contact contact) {
        return name(wish, name).compose(_ -> reach(wish, reach)).compose(_ -> contact(wish, contact));
    }

    private Future<@Nullable JsonObject> name(Wish wish, @Nullable String name) {
        return name == null ? Future.succeededFuture(null) : own(wish.part("m"), new PersonCommand.Rename(name));
    }

    private Future<@Nullable JsonObject> reach(Wish wish, @Nullable Reach reach) {
        return reach == null ? Future.succeededFuture(null) : own(wish.part("r"), keep(reach));
    }

    private Future<@Nullable JsonObject> contact(Wish wish, @Nullable Contact contact) {
        return contact == null ? Future.succeededFuture(null) : own(wish.part("c"), keep(contact));
    }

    private static KeepReach keep(Reach reach) {
        return new KeepReach(reach.speaks(), reach.channel(), reach.email(), reach.phone(), reach.mayLeaveMessage());
    }

    private static KeepContact keep(Contact contact) {
        return new KeepContact(contact.name(), contact.phone());
    }

    static @Nullable RefusalCode refusal(@Nullable String name, @Nullable Reach reach, @Nullable Contact contact) {
        return Person.refusal(name, reach == null ? null : keep(reach), contact == null ? null : keep(contact));
    }

    /// Looked at before anything is written, so that no half of a wish is left behind.
    static Future<@Nullable JsonObject> fits(
            @Nullable String name, @Nullable Reach reach, @Nullable Contact contact, Wish wish) {
        var no = refusal(name, reach, contact);
        return no == null ? Future.succeededFuture(null) : Refused.unlessDone(new Outcome.Refused(no), wish.language());
    }

    private Future<@Nullable JsonObject> own(Wish wish, PersonCommand command) {
        return done(people.submit(wish.person().value(), command, wish.desk().by(), wish.command()), wish);
    }

    private static Future<@Nullable JsonObject> done(Future<Outcome> asked, Wish wish) {
        return asked.compose(outcome -> Refused.unlessDone(outcome, wish.language()));
    }
}
