package org.holdfast.media.jitsi;

/// Why a bridge did not do what it was asked. It says nothing of what was asked, so it may be logged.
abstract sealed class BridgeFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private BridgeFailure(String message) {
        super(message, null, false, false);
    }

    /// The conference is not known there: the bridge started anew, or it ended with the last who left. Everybody is to
    /// be allocated anew.
    static final class Gone extends BridgeFailure {
        private static final long serialVersionUID = 1L;

        Gone() {
            super("the bridge does not know the conference");
        }
    }

    /// The bridge will not do it. Asked for a transport or sources, it most likely does not know the endpoint any more.
    static final class Refused extends BridgeFailure {
        private static final long serialVersionUID = 1L;

        Refused() {
            super("the bridge refused it");
        }
    }

    /// ICE was not begun anew, because this bridge cannot or there was nothing yet to begin anew: the endpoint is to be
    /// allocated anew.
    static final class NoTransport extends BridgeFailure {
        private static final long serialVersionUID = 1L;

        NoTransport() {
            super("the bridge named no transport");
        }
    }

    /// No answer in time, none at all, or none that a bridge gives. Whether it was done is not known.
    static final class Away extends BridgeFailure {
        private static final long serialVersionUID = 1L;

        Away(String why) {
            super(why);
        }
    }
}
