package org.holdfast.media.bridges;

/// What one look at a bridge found.
public sealed interface Look {
    /// It answered, and says that it is well.
    ///
    /// @param stress 0 is idle and 1 is as much as it can bear
    /// @param leaving it drains or shuts down: what is there may stay, nothing new is to come
    /// @param conferences that are held there, whoever put them there
    /// @param created conferences since it started
    record Well(double stress, boolean leaving, int conferences, int endpoints, long created) implements Look {}

    /// It answered, and says that it is not well, or what cannot be read.
    record Unwell() implements Look {}

    /// Nobody listens there.
    record Refused() implements Look {}

    /// No answer in time.
    record Silent() implements Look {}
}
