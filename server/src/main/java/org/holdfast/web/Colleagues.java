package org.holdfast.web;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.holdfast.clinic.People;
import org.holdfast.decision.CommandId;
import org.holdfast.directory.PersonLogs;
import org.holdfast.identity.Secrets;
import org.holdfast.identity.staff.StaffDirectory;
import org.holdfast.identity.staff.StaffDirectory.Colleague;
import org.holdfast.json.RecordJson;
import org.holdfast.session.MemberId;
import org.holdfast.web.ClinicViews.StaffLine;
import org.holdfast.web.ClinicViews.StaffList;
import org.jspecify.annotations.Nullable;

/// Who works at the clinic. Where staff have accounts that is what the accounts say, also of those who never signed in
/// here; the clinic's log comes to know them when a group first names them.
final class Colleagues {
    private static final RecordJson<StaffList> LIST = RecordJson.of(StaffList.class);

    private final @Nullable StaffDirectory directory;
    private final PersonLogs people;

    Colleagues(@Nullable StaffDirectory directory, PersonLogs people) {
        this.directory = directory;
        this.people = people;
    }

    Future<@Nullable JsonObject> list(RoutingContext context) {
        var desk = Desk.of(context);
        return (directory == null ? known(desk) : directory.of(desk.id()).map(Colleagues::lines))
                .map(lines -> new JsonObject(LIST.print(new StaffList(lines))));
    }

    /// By the books and by accounts; while the accounts are away, whom the books know.
    Future<List<StaffLine>> everybody(Desk desk) {
        var known = known(desk);
        if (directory == null) return known;
        var accounts = directory
                .of(desk.id())
                .map(Colleagues::lines)
                .recover(_ -> Future.succeededFuture(List.<StaffLine>of()));
        return Future.all(known, accounts).map(_ -> {
            var all = new ArrayList<>(known.result());
            all.addAll(accounts.result());
            return all;
        });
    }

    private Future<List<StaffLine>> known(Desk desk) {
        var staff = desk.clinic().people().all().values().stream()
                .filter(known -> known.part() == People.Part.STAFF)
                .toList();
        return CalledPeople.names(people, staff.stream().map(People.Known::id).toList())
                .map(names -> staff.stream()
                        .map(known -> new StaffLine(known.id(), names.of(known.id()), known.roles()))
                        .sorted(Comparator.comparing(StaffLine::name).thenComparing(StaffLine::id))
                        .toList());
    }

    private static List<StaffLine> lines(List<Colleague> staff) {
        return staff.stream()
                .map(each -> new StaffLine(new MemberId(each.person()), each.name(), new TreeSet<>(each.roles())))
                .toList();
    }

    /// Makes those known to the clinic who have an account that may lead, before a group names them. Nothing
    /// is asked of anybody when they are known already.
    Future<Void> meet(Desk desk, Collection<MemberId> named) {
        var strangers = named.stream()
                .filter(member -> !desk.clinic().people().knows(member))
                .toList();
        if (directory == null || strangers.isEmpty()) return Future.succeededFuture();
        return directory.of(desk.id()).compose(staff -> {
            var met = new ArrayList<Future<?>>();
            for (var each : staff) {
                var member = new MemberId(each.person());
                if (strangers.contains(member) && !Collections.disjoint(each.roles(), StaffRights.LEADS)) {
                    met.add(meet(desk, member, each));
                }
            }
            return Future.all(met).mapEmpty();
        });
    }

    private Future<?> meet(Desk desk, MemberId member, Colleague colleague) {
        var add = new People.AddStaff(member, number(desk, colleague), new TreeSet<>(colleague.roles()));
        return StaffNames.keep(people, colleague.person(), colleague.name())
                .compose(_ -> desk.submit(add, new CommandId(Secrets.fresh())));
    }

    /// What they sign in with, unless somebody has that for a number.
    private static String number(Desk desk, Colleague colleague) {
        var username = colleague.username();
        var free = desk.clinic().people().numbered(username) == null;
        if (free && username.length() <= People.LONGEST_NUMBER) return username;
        var own = colleague.person().replace("-", "");
        return own.substring(Math.max(0, own.length() - People.LONGEST_NUMBER));
    }
}
