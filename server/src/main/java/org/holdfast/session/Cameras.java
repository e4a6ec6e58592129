package org.holdfast.session;

/// What a group says about cameras. Nobody is put out for one that is off: staff talk to them.
///
/// `OFF` is of those who come to the group. Who leads it may be seen all the same, and so may an interpreter, who
/// may have nothing but hands to speak with.
public enum Cameras {
    /// As each likes: nothing is said of them.
    FREE,
    /// Whoever comes is asked for it, and nobody looks whether it is on.
    ASKED,
    /// Staff are shown who is without, so that they can talk to them.
    EXPECTED,
    OFF
}
