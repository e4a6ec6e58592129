package org.holdfast.web;

import java.time.Instant;
import java.util.SortedSet;
import org.holdfast.clinic.Group;
import org.holdfast.clinic.Guests;
import org.holdfast.decision.CommandId;
import org.holdfast.person.PersonEvent.Speaks;
import org.holdfast.session.MemberId;
import org.jspecify.annotations.Nullable;

/// What is asked about groups, as a page sends it.
sealed interface GroupRequest {
    /// Made by the page, so that a retry does nothing twice.
    CommandId command();

    record CreateGroup(
            CommandId command,
            Group.Kind kind,
            String title,
            Group.Size size,
            Group.Policies policies,
            MemberId lead,
            SortedSet<MemberId> staff)
            implements GroupRequest {}

    record ChangeGroup(CommandId command, String title, Group.Size size, Group.Policies policies)
            implements GroupRequest {}

    record StaffGroup(CommandId command, MemberId lead, SortedSet<MemberId> staff) implements GroupRequest {}

    /// @param reason asked for when the group is as large as it should be
    record JoinGroup(
            CommandId command, MemberId person, @Nullable String reason) implements GroupRequest {}

    record LeaveGroup(CommandId command, MemberId person) implements GroupRequest {}

    record OpenGroup(CommandId command, boolean open) implements GroupRequest {}

    record InviteGuest(CommandId command, String name, Guests.Kind kind, Speaks speaks, Instant ends)
            implements GroupRequest {}

    record SetGuestEnd(CommandId command, Instant ends) implements GroupRequest {}
}
