package org.holdfast.person;

import org.holdfast.person.PersonEvent.Channel;
import org.holdfast.person.PersonEvent.PlaceAnswer;
import org.holdfast.person.PersonEvent.PlaceKind;
import org.holdfast.person.PersonEvent.PrivatePlace;
import org.holdfast.person.PersonEvent.Speaks;
import org.jspecify.annotations.Nullable;

/// Whatever may be asked of a person's log.
public sealed interface PersonCommand
        permits PersonCommand.Register,
                PersonCommand.Rename,
                PersonCommand.KeepReach,
                PersonCommand.KeepPlace,
                PersonCommand.KeepContact,
                PersonCommand.AnswerArrival,
                Sheets.Command {
    /// By the clinic: somebody is known from now on.
    record Register(String name) implements PersonCommand {}

    /// What they want to be called from now on.
    record Rename(String name) implements PersonCommand {}

    record KeepReach(
            Speaks speaks,
            Channel channel,
            @Nullable String email,
            @Nullable String phone,
            boolean mayLeaveMessage) implements PersonCommand {}

    record KeepPlace(PlaceId place, PlaceKind kind, String label, String address) implements PersonCommand {}

    record KeepContact(String name, String phone) implements PersonCommand {}

    /// By the person: what to be called in this session, where they are, and whether they are alone.
    ///
    /// @param name absent to be called as always
    /// @param address absent unless they are elsewhere
    /// @param salt 128 random bits, so that the answers' hash cannot be guessed backwards
    record AnswerArrival(
            String session,
            @Nullable String name,
            PlaceAnswer place,
            @Nullable String address,
            PrivatePlace privatePlace,
            String salt)
            implements PersonCommand {}
}
