package org.holdfast.web;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.TreeSet;
import org.holdfast.audit.AuditCommand.OpenFile;
import org.holdfast.audit.AuditEvent.FileKind;
import org.holdfast.clinic.Group;
import org.holdfast.clinic.GroupId;
import org.holdfast.clinic.Groups;
import org.holdfast.directory.PersonLogs;
import org.holdfast.json.RecordJson;
import org.holdfast.session.MemberId;
import org.holdfast.web.ClinicViews.GroupLine;
import org.holdfast.web.ClinicViews.GroupList;
import org.holdfast.web.ClinicViews.GroupView;
import org.holdfast.web.GroupRequest.ChangeGroup;
import org.holdfast.web.GroupRequest.CreateGroup;
import org.holdfast.web.GroupRequest.JoinGroup;
import org.holdfast.web.GroupRequest.LeaveGroup;
import org.holdfast.web.GroupRequest.OpenGroup;
import org.holdfast.web.GroupRequest.StaffGroup;
import org.jspecify.annotations.Nullable;

/// The clinic's groups for its staff: what they are, who leads them, who comes.
final class GroupPages {
    private static final RecordJson<GroupList> LIST = RecordJson.of(GroupList.class);
    private static final RecordJson<GroupView> GROUP = RecordJson.of(GroupView.class);
    private static final RecordJson<CreateGroup> CREATE = RecordJson.of(CreateGroup.class);
    private static final RecordJson<ChangeGroup> CHANGE = RecordJson.of(ChangeGroup.class);
    private static final RecordJson<StaffGroup> STAFF = RecordJson.of(StaffGroup.class);
    private static final RecordJson<JoinGroup> JOIN = RecordJson.of(JoinGroup.class);
    private static final RecordJson<LeaveGroup> LEAVE = RecordJson.of(LeaveGroup.class);
    private static final RecordJson<OpenGroup> OPEN = RecordJson.of(OpenGroup.class);

    private final PersonLogs people;
    private final Colleagues colleagues;
    private final Noting noting;
    private final InstantSource clock;

    GroupPages(PersonLogs people, Colleagues colleagues, Noting noting, InstantSource clock) {
        this.people = people;
        this.colleagues = colleagues;
        this.noting = noting;
        this.clock = clock;
    }

    /// No names but those of who leads: who comes is told when a group is opened, which is noted.
    Future<@Nullable JsonObject> list(RoutingContext context) {
        var desk = Desk.of(context);
        var groups = desk.clinic().groups().byTitle().filter(desk::sees).toList();
        var leads = new TreeSet<MemberId>();
        groups.forEach(group -> leads.add(group.lead()));
        return CalledPeople.names(people, leads).map(names -> {
            var lines = new ArrayList<GroupLine>();
            for (var group : groups) lines.add(ClinicViews.line(group, names));
            return new JsonObject(LIST.print(new GroupList(lines)));
        });
    }

    Future<@Nullable JsonObject> read(RoutingContext context) {
        var desk = Desk.of(context);
        var group = desk.group(context);
        var now = clock.instant();
        var named = new TreeSet<>(group.roster());
        named.addAll(group.staff());
        desk.clinic().guests().of(group.id(), now).forEach(guest -> named.add(guest.id()));
        return noting.first(
                        desk.id(), new OpenFile(null, FileKind.GROUP, group.id().value()), desk.me())
                .compose(_ -> CalledPeople.names(people, named))
                .map(names -> new JsonObject(GROUP.print(ClinicViews.group(desk.clinic(), group, names, now))));
    }

    Future<@Nullable JsonObject> create(RoutingContext context) {
        var asked = CREATE.read(Operations.body(context).encode());
        var id = new GroupId(FreshIds.of('g', Desk.of(context), asked.command()));
        var outline = new Group.Outline(asked.title().strip(), asked.size(), asked.policies());
        var create = new Groups.Create(id, asked.kind(), outline, asked.lead(), asked.staff());
        return colleagues
                .meet(Desk.of(context), asked.staff())
                .compose(_ -> Desk.submit(context, create, asked.command()))
                .map(_ -> new JsonObject().put("id", id.value()));
    }

    Future<@Nullable JsonObject> change(RoutingContext context) {
        var asked = CHANGE.read(Operations.body(context).encode());
        var outline = new Group.Outline(asked.title().strip(), asked.size(), asked.policies());
        return Desk.submit(context, new Groups.Change(seen(context), outline), asked.command());
    }

    Future<@Nullable JsonObject> staff(RoutingContext context) {
        var asked = STAFF.read(Operations.body(context).encode());
        var staff = new Groups.Staff(seen(context), asked.lead(), asked.staff());
        return colleagues
                .meet(Desk.of(context), asked.staff())
                .compose(_ -> Desk.submit(context, staff, asked.command()));
    }

    Future<@Nullable JsonObject> join(RoutingContext context) {
        var asked = JOIN.read(Operations.body(context).encode());
        return Desk.submit(context, new Groups.Join(seen(context), asked.person(), asked.reason()), asked.command());
    }

    Future<@Nullable JsonObject> leave(RoutingContext context) {
        var asked = LEAVE.read(Operations.body(context).encode());
        return Desk.submit(context, new Groups.Leave(seen(context), asked.person()), asked.command());
    }

    Future<@Nullable JsonObject> open(RoutingContext context) {
        var asked = OPEN.read(Operations.body(context).encode());
        var group = seen(context);
        return Desk.submit(context, asked.open() ? new Groups.Reopen(group) : new Groups.Close(group), asked.command());
    }

    private static GroupId seen(RoutingContext context) {
        return Desk.of(context).group(context).id();
    }
}
