package org.holdfast.web;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import org.holdfast.clinic.Clinic;
import org.holdfast.clinic.ClinicCommand;
import org.holdfast.clinic.ClinicId;
import org.holdfast.clinic.Group;
import org.holdfast.clinic.GroupId;
import org.holdfast.clinic.People.Known;
import org.holdfast.clinic.Slot;
import org.holdfast.clinic.SlotId;
import org.holdfast.clinic.Slots;
import org.holdfast.decision.Actor;
import org.holdfast.decision.CommandId;
import org.holdfast.directory.ClinicLog;
import org.holdfast.live.Outcome;
import org.holdfast.session.MemberId;
import org.jspecify.annotations.Nullable;

/// Where one of the staff works on the clinic's books: their clinic as it stands, and what of it they see. What they do
/// not see, and what is another clinic's, is answered like what does not exist.
///
/// @param whole whether they see every group and person, or only the groups that they lead
record Desk(ClinicLog log, Clinic clinic, MemberId me, boolean whole) {
    private static final String DESK = "org.holdfast.desk";

    static void open(RoutingContext context, Desk desk) {
        context.put(DESK, desk);
    }

    static Desk of(RoutingContext context) {
        return context.get(DESK);
    }

    ClinicId id() {
        return log.id();
    }

    boolean sees(Group group) {
        return whole || group.ledBy(me);
    }

    boolean sees(MemberId person) {
        if (whole || person.equals(me)) return true;
        var guest = clinic.guests().guest(person);
        var group = guest == null ? null : clinic.groups().group(guest.group());
        return clinic.groups().leads(me, person) || (group != null && group.ledBy(me));
    }

    /// That of the path.
    Group group(RoutingContext context) {
        return group(new GroupId(context.pathParam("group")));
    }

    Group group(GroupId id) {
        var group = clinic.groups().group(id);
        if (group == null || !sees(group)) throw Problem.NOT_FOUND.raised();
        return group;
    }

    /// One of the calendar's sessions of a group that they see.
    Slot slot(SlotId id) {
        var slot = Slots.of(clinic).slot(id);
        if (slot == null) throw Problem.NOT_FOUND.raised();
        group(slot.group());
        return slot;
    }

    /// Whom the path names: in the programme or staff.
    Known known(RoutingContext context) {
        var known = clinic.people().known(person(context));
        if (known == null) throw Problem.NOT_FOUND.raised();
        return known;
    }

    /// Whom the path names, guests too.
    MemberId person(RoutingContext context) {
        var person = new MemberId(context.pathParam("person"));
        var there = clinic.people().knows(person) || clinic.guests().guest(person) != null;
        if (!there || !sees(person)) throw Problem.NOT_FOUND.raised();
        return person;
    }

    Actor by() {
        return new Actor.Person(me.value());
    }

    /// What the request asks of the clinic's books, and nothing to answer once it is done, or the problem.
    static Future<@Nullable JsonObject> submit(RoutingContext context, ClinicCommand command, CommandId id) {
        return of(context)
                .submit(command, id)
                .compose(outcome -> Refused.unlessDone(outcome, Operations.language(context)));
    }

    Future<Outcome> submit(ClinicCommand command, CommandId id) {
        return log.submit(command, by(), id);
    }
}
