package org.holdfast.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.holdfast.clinic.Clinic;
import org.holdfast.clinic.Enrolment.Phase;
import org.holdfast.clinic.Enrolment.Why;
import org.holdfast.clinic.Group;
import org.holdfast.clinic.GroupId;
import org.holdfast.clinic.Guests;
import org.holdfast.clinic.People.Known;
import org.holdfast.clinic.People.Part;
import org.holdfast.clinic.StaffRole;
import org.holdfast.clinic.Texts;
import org.holdfast.person.Person;
import org.holdfast.session.MemberId;
import org.holdfast.session.Names;
import org.jspecify.annotations.Nullable;

/// The clinic's books as its staff are shown them.
final class ClinicViews {
    private ClinicViews() {}

    record Called(MemberId id, String name) {}

    record GroupList(List<GroupLine> groups) {}

    /// @param members how many participants come to it, guests apart
    record GroupLine(
            GroupId id, String title, Group.Kind kind, boolean open, Called lead, Group.Size size, int members) {}

    /// @param phase how far they are in the programme
    record MemberLine(MemberId id, String name, Phase phase) {}

    record GuestLine(MemberId id, String name, Guests.Kind kind, Instant ends) {}

    record GroupView(
            GroupId id,
            String title,
            Group.Kind kind,
            boolean open,
            Group.Size size,
            Group.Policies policies,
            Called lead,
            List<Called> staff,
            List<MemberLine> members,
            List<GuestLine> guests) {}

    record StaffList(List<StaffLine> staff) {}

    /// @param roles as accounts say where there are accounts
    record StaffLine(MemberId id, String name, SortedSet<StaffRole> roles) {}

    record PeopleList(List<PersonLine> people) {}

    /// @param number absent once it cannot be read any more
    /// @param phase of participants; absent for staff
    record PersonLine(
            MemberId id,
            String name,
            Part part,
            @Nullable String number,
            @Nullable Phase phase,
            SortedSet<GroupId> groups,
            SortedSet<StaffRole> roles) {}

    record StepView(
            int stay,
            Phase phase,
            LocalDate on,
            @Nullable Why why,
            @Nullable String words) {}

    /// @param week planned minutes, by phase; of participants
    /// @param waiting the groups that somebody who was discharged comes back to
    record PersonView(
            MemberId id,
            String name,
            Part part,
            @Nullable String number,
            PeopleRequest.@Nullable Reach reach,
            PeopleRequest.@Nullable Contact contact,
            SortedSet<GroupId> groups,
            SortedSet<StaffRole> roles,
            SortedSet<String> states,
            @Nullable String credential,
            @Nullable Phase phase,
            List<StepView> steps,
            SortedMap<Phase, Integer> week,
            SortedSet<GroupId> waiting) {}

    static GroupLine line(Group group, Names names) {
        return new GroupLine(
                group.id(),
                group.outline().title(),
                group.kind(),
                group.open(),
                called(group.lead(), names),
                group.outline().size(),
                group.roster().size());
    }

    private static Called called(MemberId member, Names names) {
        return new Called(member, names.of(member));
    }

    static GroupView group(Clinic clinic, Group group, Names names, Instant now) {
        var members = new ArrayList<MemberLine>();
        for (var member : group.roster()) {
            var course = clinic.enrolment().course(member);
            if (course != null) members.add(new MemberLine(member, names.of(member), course.phase()));
        }
        return new GroupView(
                group.id(),
                group.outline().title(),
                group.kind(),
                group.open(),
                group.outline().size(),
                group.outline().policies(),
                called(group.lead(), names),
                group.staff().stream().map(member -> called(member, names)).toList(),
                members,
                clinic.guests().of(group.id(), now).stream()
                        .map(guest -> new GuestLine(guest.id(), names.of(guest.id()), guest.kind(), guest.ends()))
                        .toList());
    }

    static PersonLine line(Clinic clinic, Known known, Names names) {
        var course = clinic.enrolment().course(known.id());
        return new PersonLine(
                known.id(),
                names.of(known.id()),
                known.part(),
                Texts.text(known.number()),
                course == null ? null : course.phase(),
                clinic.groups().joined(known.id()),
                known.roles());
    }

    static PersonView person(Clinic clinic, Known known, Person person, String name) {
        var course = clinic.enrolment().course(known.id());
        var week = new TreeMap<Phase, Integer>();
        if (course != null) for (var phase : Phase.values()) week.put(phase, known.planned(phase));
        return new PersonView(
                known.id(),
                name,
                known.part(),
                Texts.text(known.number()),
                reach(person),
                contact(person),
                clinic.groups().joined(known.id()),
                known.roles(),
                known.states(),
                clinic.credential(known.id().value()),
                course == null ? null : course.phase(),
                course == null
                        ? List.of()
                        : course.steps().stream()
                                .map(step -> new StepView(
                                        step.stay(), step.phase(), step.on(), step.why(), Texts.text(step.words())))
                                .toList(),
                week,
                course == null ? new TreeSet<>() : course.groups());
    }

    static PeopleRequest.@Nullable Reach reach(Person person) {
        var reach = person.reach();
        return reach == null
                ? null
                : new PeopleRequest.Reach(
                        reach.speaks(),
                        reach.channel(),
                        Person.text(reach.email()),
                        Person.text(reach.phone()),
                        reach.mayLeaveMessage());
    }

    static PeopleRequest.@Nullable Contact contact(Person person) {
        var contact = person.contact();
        var name = contact == null ? null : Person.text(contact.name());
        var phone = contact == null ? null : Person.text(contact.phone());
        return name == null || phone == null ? null : new PeopleRequest.Contact(name, phone);
    }
}
