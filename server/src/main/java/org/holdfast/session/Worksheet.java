package org.holdfast.session;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// One worksheet in a meeting: for whom, and what of their answers the others may see.
///
/// @param form which definition, with its version
/// @param members for whom; absent where it is for everybody who takes part, whenever they come, and nobody while it is
///     only prepared
/// @param before who had it earlier and has it no more: their own sheet stays theirs
/// @param order its place among the others, see [Spaced]
/// @param open whether it is before them now
public record Worksheet(
        String form,
        String version,
        Mode mode,
        @Nullable SortedSet<MemberId> members,
        SortedSet<MemberId> before,
        long order,
        boolean open,
        Board board) {
    public Worksheet {
        members = members == null ? null : Collections.unmodifiableSortedSet(new TreeSet<>(members));
        before = Collections.unmodifiableSortedSet(new TreeSet<>(before));
    }

    /// What of the answers others in the room may see; staff read sheets wherever the clinic lets them.
    public enum Mode {
        PRIVATE,
        /// Each answer that its writer shares, until they take it back.
        SHARE,
        /// The same on one wall, where everybody moves cards.
        BOARD
    }

    /// Whether it is meant for this person: participants only, neither staff nor guests.
    boolean isFor(Plan plan, MemberId member) {
        return plan.roster().contains(member) && (members == null || members.contains(member));
    }

    boolean isOrWasFor(Plan plan, MemberId member) {
        return isFor(plan, member) || before.contains(member);
    }

    boolean isOnlyPrepared() {
        return !open && members != null && members.isEmpty();
    }

    Worksheet with(Board next) {
        return new Worksheet(form, version, mode, members, before, order, open, next);
    }

    Worksheet at(long place) {
        return new Worksheet(form, version, mode, members, before, place, open, board);
    }

    Worksheet closed() {
        return new Worksheet(form, version, mode, members, before, order, false, Board.EMPTY);
    }

    /// Opened again, perhaps for others or in another way. What is no longer to be seen is gone, and does not come back
    /// by itself.
    Worksheet again(Plan plan, Mode nextMode, @Nullable SortedSet<MemberId> nextMembers) {
        var had = new TreeSet<>(before);
        had.addAll(members == null ? plan.roster() : members);
        var next = new Worksheet(form, version, nextMode, nextMembers, had, order, true, board);
        return next.with(nextMode == Mode.PRIVATE ? Board.EMPTY : board.only(card -> next.isFor(plan, card.member())));
    }
}
