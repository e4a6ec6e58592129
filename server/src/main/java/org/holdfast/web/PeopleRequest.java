package org.holdfast.web;

import java.time.LocalDate;
import java.util.SortedSet;
import org.holdfast.clinic.Enrolment.Phase;
import org.holdfast.clinic.Enrolment.Why;
import org.holdfast.clinic.GroupId;
import org.holdfast.clinic.People.Part;
import org.holdfast.clinic.StaffRole;
import org.holdfast.decision.CommandId;
import org.holdfast.person.PersonEvent.Channel;
import org.holdfast.person.PersonEvent.Speaks;
import org.jspecify.annotations.Nullable;

/// What is asked about people, as a page sends it.
sealed interface PeopleRequest {
    /// Made by the page, so that a retry does nothing twice.
    CommandId command();

    /// How the clinic speaks with somebody.
    record Reach(
            Speaks speaks,
            Channel channel,
            @Nullable String email,
            @Nullable String phone,
            boolean mayLeaveMessage) {}

    /// Whom to call for them.
    record Contact(String name, String phone) {}

    /// @param on the day from which a participant is admitted; needed for them only
    record AddPerson(
            CommandId command,
            Part part,
            String number,
            String name,
            @Nullable LocalDate on,
            @Nullable Reach reach,
            @Nullable Contact contact)
            implements PeopleRequest {}

    /// What is absent stays as it is.
    record ChangePerson(
            CommandId command,
            @Nullable String number,
            @Nullable String name,
            @Nullable Reach reach,
            @Nullable Contact contact)
            implements PeopleRequest {}

    record PlanWeek(CommandId command, Phase phase, int minutes) implements PeopleRequest {}

    /// @param credential what stands behind their name when they sign; absent when it stays as it is
    record License(
            CommandId command,
            SortedSet<String> states,
            @Nullable String credential) implements PeopleRequest {}

    record Appoint(CommandId command, SortedSet<StaffRole> roles) implements PeopleRequest {}

    record MoveEnrolment(
            CommandId command,
            Phase to,
            LocalDate on,
            @Nullable String words) implements PeopleRequest {}

    record Discharge(
            CommandId command,
            LocalDate on,
            Why why,
            @Nullable String words) implements PeopleRequest {}

    /// @param groups which of those that wait; absent for all that are open
    record ReEnter(
            CommandId command,
            Phase to,
            LocalDate on,
            @Nullable String words,
            @Nullable SortedSet<GroupId> groups,
            @Nullable String over)
            implements PeopleRequest {}

    /// @param renew whether all links they had stop working
    record MakeLink(CommandId command, boolean renew) implements PeopleRequest {}

    record RevokeLinks(CommandId command) implements PeopleRequest {}

    record ResetDevices(CommandId command) implements PeopleRequest {}
}
