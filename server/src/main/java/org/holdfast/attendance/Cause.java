package org.holdfast.attendance;

/// What began an interval. The cause also says whether the person was in the room during it.
public enum Cause {
    /// In the waiting room: never counts.
    WAITED(false),
    ADMITTED(true),
    /// The line was gone; the seat was kept.
    DROPPED(false),
    RETURNED(true),
    /// The seat went to another device of the same person.
    MOVED_DEVICE(true),
    /// A call, the lock screen or a dead microphone: in the room, and shown as what it was.
    INTERRUPTED(true),
    RESUMED(true),
    /// Neither heard nor seen nor hearing, although the page was there: whether it counts is the clinic's rule.
    MEDIA_LOST(true),
    MEDIA_RETURNED(true),
    /// In the room while no facilitator was.
    UNATTENDED(true),
    /// In the room when a facilitator came back.
    ATTENDED(true),
    LEFT(false),
    SENT_BACK(false),
    REMOVED(false);

    private final boolean in;

    Cause(boolean in) {
        this.in = in;
    }

    public boolean in() {
        return in;
    }
}
