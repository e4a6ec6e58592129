package org.holdfast.session;

import org.holdfast.session.Member.Dropped;
import org.holdfast.session.Member.Left;
import org.holdfast.session.Member.Present;
import org.holdfast.session.Member.Removed;
import org.holdfast.session.Member.Waiting;

/// Everyone of one audience may know the same, so a view is made and encoded once for all of them.
public enum Audience {
    /// Not let in: knows when it starts and who will open, and nothing else.
    WAITING,
    ROOM,
    CONSOLE,
    /// Left, removed, or never a member: is sent nothing more.
    NONE;

    /// The audience of a member's own seat. A second browser beside the seat is [#WAITING] whatever this says.
    public static Audience of(Session session, MemberId member) {
        return switch (session.admission().members().get(member)) {
            case Waiting _ -> WAITING;
            case Present _, Dropped _ -> session.plan().roleOf(member) == Role.FACILITATOR ? CONSOLE : ROOM;
            case Left _, Removed _ -> NONE;
            case null -> NONE;
        };
    }
}
