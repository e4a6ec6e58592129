package org.holdfast.attendance;

/// What a participant's attendance comes to. Decided by [Judgement]; staff have none.
public enum Status {
    /// Nothing is missing that the rules would name.
    PRESENT,
    /// Came later than the rules allow. Who waited in time is not late, whenever staff let them in.
    LATE,
    /// Left, and did not come back, earlier than the rules allow.
    LEFT_EARLY,
    /// Too little credit, and neither lateness, nor leaving, nor the line alone explains it. Also who came and was
    /// never
    /// let in.
    PARTIAL,
    /// Told in time. Given by a correction of staff, never computed.
    EXCUSED,
    /// Not told, or not accepted. Given by a correction of staff, never computed.
    UNEXCUSED,
    /// Expected, and never came by the end.
    NO_SHOW,
    /// Credit is missing because the line dropped, which is nobody's misconduct.
    TECHNICAL,
    /// The session is not over, and this person is not in yet.
    EXPECTED
}
