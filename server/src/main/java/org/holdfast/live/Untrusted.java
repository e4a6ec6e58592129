package org.holdfast.live;

/// A log that this node does not trust any more: nothing is served from it until somebody has looked.
public final class Untrusted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Untrusted(Halt why) {
        super(why.sentence(), null, false, false);
    }

    /// The host, if it may still be believed.
    public static <S, C, E> LogHost<S, C, E> trusted(LogHost<S, C, E> host) {
        var halted = host.halted();
        if (halted != null) throw new Untrusted(halted);
        return host;
    }
}
