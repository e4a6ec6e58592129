package org.holdfast.clinic;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.holdfast.clinic.Group.Kind;
import org.holdfast.clinic.Group.Outline;
import org.holdfast.decision.Confidential;
import org.holdfast.decision.DamagedLog;
import org.holdfast.decision.Decision;
import org.holdfast.decision.Named;
import org.holdfast.decision.RefusalCode;
import org.holdfast.decision.Stamp;
import org.holdfast.session.MemberId;
import org.holdfast.session.Plan;
import org.jspecify.annotations.Nullable;

/// The clinic's groups: what each is, who leads it, who comes to it. Somebody who comes later than a group is meant for
/// is taken all the same when staff say why.
public record Groups(SortedMap<GroupId, Group> all) {
    public static final int MOST_STAFF = 8;

    static final Groups NONE = new Groups(Collections.emptySortedMap());

    public sealed interface Command extends ClinicCommand {}

    public record Create(GroupId group, Kind kind, Outline outline, MemberId lead, SortedSet<MemberId> staff)
            implements Command {}

    public record Change(GroupId group, Outline outline) implements Command {}

    /// Who leads it from now on, all of them.
    public record Staff(GroupId group, MemberId lead, SortedSet<MemberId> staff) implements Command {}

    /// @param reason why there may be more than the group is meant for; needed only then
    public record Join(
            GroupId group, MemberId member, @Nullable String reason) implements Command {}

    public record Leave(GroupId group, MemberId member) implements Command {}

    public record Close(GroupId group) implements Command {}

    public record Reopen(GroupId group) implements Command {}

    public sealed interface Event extends ClinicEvent {}

    @Named("group.created")
    public record Created(GroupId group, Kind kind, Outline outline, MemberId lead, SortedSet<MemberId> staff)
            implements Event {}

    @Named("group.changed")
    public record Changed(GroupId group, Outline outline) implements Event {}

    @Named("group.staffed")
    public record Staffed(GroupId group, MemberId lead, SortedSet<MemberId> staff) implements Event {}

    /// @param over why, when there were enough already
    @Named("group.joined")
    public record Joined(
            GroupId group, MemberId member, @Nullable Confidential over) implements Event {}

    @Named("group.left")
    public record Left(GroupId group, MemberId member) implements Event {}

    @Named("group.closed")
    public record Closed(GroupId group) implements Event {}

    @Named("group.reopened")
    public record Reopened(GroupId group) implements Event {}

    public @Nullable Group group(GroupId id) {
        return all.get(id);
    }

    /// Those that somebody leads or comes to.
    public List<Group> of(MemberId member) {
        return all.values().stream()
                .filter(group -> group.ledBy(member) || group.roster().contains(member))
                .toList();
    }

    /// Whether somebody who leads groups looks after this participant.
    public boolean leads(MemberId staff, MemberId member) {
        return all.values().stream()
                .anyMatch(group -> group.ledBy(staff) && group.roster().contains(member));
    }

    /// Those that somebody comes to.
    public SortedSet<GroupId> joined(MemberId member) {
        var groups = new TreeSet<GroupId>();
        for (var group : all.values()) if (group.roster().contains(member)) groups.add(group.id());
        return Collections.unmodifiableSortedSet(groups);
    }

    static Decision<ClinicEvent> decide(Clinic clinic, Command command) {
        return switch (command) {
            case Create create -> create(clinic, create);
            case Change(var id, var outline) -> {
                var group = clinic.groups().group(id);
                if (group == null) yield Decision.refuse(RefusalCode.UNKNOWN);
                if (group.outline().equals(outline)) yield Decision.accept();
                var no = outlined(group.kind(), outline);
                yield no != null ? Decision.refuse(no) : Decision.accept(new Changed(id, outline));
            }
            case Staff(var id, var lead, var staff) -> {
                var group = clinic.groups().group(id);
                if (group == null) yield Decision.refuse(RefusalCode.UNKNOWN);
                if (group.lead().equals(lead) && group.staff().equals(staff)) yield Decision.accept();
                var no = staffed(clinic, lead, staff);
                yield no != null ? Decision.refuse(no) : Decision.accept(new Staffed(id, lead, staff));
            }
            case Join(var id, var member, var reason) -> join(clinic, id, member, reason);
            case Leave(var id, var member) -> {
                var group = clinic.groups().group(id);
                if (group == null || !clinic.people().knows(member)) yield Decision.refuse(RefusalCode.UNKNOWN);
                yield group.roster().contains(member) ? Decision.accept(new Left(id, member)) : Decision.accept();
            }
            case Close(var id) -> opening(clinic, id, false);
            case Reopen(var id) -> opening(clinic, id, true);
        };
    }

    private static Decision<ClinicEvent> create(Clinic clinic, Create create) {
        var there = clinic.groups().group(create.group());
        if (there != null) return Decision.accept();
        var no = outlined(create.kind(), create.outline());
        if (no == null) no = staffed(clinic, create.lead(), create.staff());
        return no != null
                ? Decision.refuse(no)
                : Decision.accept(
                        new Created(create.group(), create.kind(), create.outline(), create.lead(), create.staff()));
    }

    private static @Nullable RefusalCode outlined(Kind kind, Outline outline) {
        if (!Texts.fits(outline.title(), Plan.LONGEST_TITLE)
                || !outline.policies().fits()) return RefusalCode.TOO_LONG;
        return kind == Kind.INDIVIDUAL && outline.size().most() != 1 ? RefusalCode.ONE_PERSON : null;
    }

    private static @Nullable RefusalCode staffed(Clinic clinic, MemberId lead, SortedSet<MemberId> staff) {
        if (!staff.contains(lead)) return RefusalCode.NOT_STAFF;
        if (staff.size() > MOST_STAFF) return RefusalCode.FULL;
        return staff.stream().allMatch(clinic.people()::isStaff) ? null : RefusalCode.NOT_STAFF;
    }

    private static Decision<ClinicEvent> join(Clinic clinic, GroupId id, MemberId member, @Nullable String reason) {
        var group = clinic.groups().group(id);
        if (group == null || !clinic.people().knows(member)) return Decision.refuse(RefusalCode.UNKNOWN);
        if (clinic.people().isStaff(member)) return Decision.refuse(RefusalCode.NOT_FOR_FACILITATORS);
        if (group.roster().contains(member)) return Decision.accept();
        if (!clinic.enrolment().enrolled(member)) return Decision.refuse(RefusalCode.NOT_ENROLLED);
        var no = takes(group, reason);
        return no != null ? Decision.refuse(no) : Decision.accept(joined(group, member, reason));
    }

    /// Why a group takes nobody more.
    static @Nullable RefusalCode takes(Group group, @Nullable String reason) {
        if (!group.open()) return RefusalCode.GROUP_CLOSED;
        if (!group.full()) return null;
        if (!group.kind().mayGoOver()) return RefusalCode.ONE_PERSON;
        if (group.roster().size() >= Plan.LARGEST_ROSTER) return RefusalCode.FULL;
        if (reason == null || reason.isBlank()) return RefusalCode.OVER_SIZE;
        return Texts.reasonFits(reason) ? null : RefusalCode.TOO_LONG;
    }

    static Joined joined(Group group, MemberId member, @Nullable String reason) {
        return new Joined(group.id(), member, group.full() ? Texts.own(reason) : null);
    }

    private static Decision<ClinicEvent> opening(Clinic clinic, GroupId id, boolean open) {
        var group = clinic.groups().group(id);
        if (group == null) return Decision.refuse(RefusalCode.UNKNOWN);
        if (group.open() == open) return Decision.accept();
        return Decision.accept(open ? new Reopened(id) : new Closed(id));
    }

    Groups apply(Event event, Stamp stamp) {
        return switch (event) {
            case Created(var id, var kind, var outline, var lead, var staff) -> {
                if (all.containsKey(id)) throw new DamagedLog("Entry " + stamp.seq() + " makes a group that is there");
                yield with(
                        new Group(id, kind, outline, lead, Collected.set(staff), Collections.emptySortedSet(), true));
            }
            case Changed(var id, var outline) -> with(standing(id, stamp).outlined(outline));
            case Staffed(var id, var lead, var staff) ->
                with(standing(id, stamp).led(lead, Collected.set(staff)));
            case Joined(var id, var member, var _) -> {
                var group = standing(id, stamp);
                if (group.roster().contains(member)) {
                    throw new DamagedLog("Entry " + stamp.seq() + " puts somebody into a group twice");
                }
                yield with(group.listing(Collected.with(group.roster(), member)));
            }
            case Left(var id, var member) -> {
                var group = standing(id, stamp);
                if (!group.roster().contains(member)) {
                    throw new DamagedLog("Entry " + stamp.seq() + " takes somebody out of a group they are not in");
                }
                yield with(group.listing(Collected.without(group.roster(), member)));
            }
            case Closed(var id) -> with(standing(id, stamp).opened(false));
            case Reopened(var id) -> with(standing(id, stamp).opened(true));
        };
    }

    private Group standing(GroupId id, Stamp stamp) {
        var group = all.get(id);
        if (group == null) throw new DamagedLog("Entry " + stamp.seq() + " is about a group that is not there");
        return group;
    }

    private Groups with(Group group) {
        return new Groups(Collected.with(all, group.id(), group));
    }

    /// In the order of their titles, for staff.
    public Stream<Group> byTitle() {
        return all.values().stream()
                .sorted(Comparator.comparing((Group group) -> group.outline().title())
                        .thenComparing(Group::id));
    }
}
