package org.holdfast.session;

import java.time.Instant;

/// A person who came. The states are types, so that only [Present] can have an endpoint.
public sealed interface Member {
    MemberId id();

    /// The browser that holds the seat.
    DeviceId device();

    /// @param why what put this person into the waiting room
    /// @param link whether a page of theirs is open now
    record Waiting(MemberId id, DeviceId device, Arrival arrival, WaitingReason why, Instant since, Link link)
            implements Member {}

    record Present(MemberId id, DeviceId device, Arrival arrival, EndpointId endpoint, Instant since, Link.Live link)
            implements Member {}

    /// Admitted, but the connection is gone: the seat is kept.
    record Dropped(MemberId id, DeviceId device, Arrival arrival, Instant at) implements Member {}

    record Left(MemberId id, DeviceId device, Instant at) implements Member {}

    /// Taken out by staff, and kept out for this session.
    record Removed(MemberId id, DeviceId device, Instant at) implements Member {}

    /// What was said on arrival: the answers lie in the person's log, here is only their hash.
    record Arrival(Standing standing, String answers, PrivatePlace privatePlace) {
        public static final int LONGEST_HASH = 64;

        public Arrival {
            if (answers.length() > LONGEST_HASH) throw new IllegalArgumentException("Not a hash of answers");
        }
    }

    /// How well the browser is known: bound to the person by an earlier admission, new beside one that is, or the
    /// first.
    enum Standing {
        FIRST,
        KNOWN,
        NEW
    }

    enum PrivatePlace {
        YES,
        NO,
        UNSURE,
        UNANSWERED
    }

    enum WaitingReason {
        FIRST,
        SENT_BACK,
        RETURNING
    }

    /// Whether a page is open, and on which node.
    sealed interface Link {
        record Live(String node, ConnectionId connection) implements Link {}

        record Lost(Instant lastSeen) implements Link {}
    }

    /// A second browser with the same person's link: it waits, and the seat stays where it is.
    record NewDevice(MemberId id, DeviceId device, Arrival arrival, Instant since, Link.Live link) {}
}
