package org.holdfast.live;

/// Why a page's socket is closed, as the code says it to the page. From 4000 on it must not come back by itself.
public enum Goodbye {
    /// The node goes away or heard nothing for too long: come back, to any node.
    COME_BACK(1001),
    MALFORMED(1007),
    POLICY(1008),
    TOO_BIG(1009),
    FAULT(1011),
    /// The page reads too slowly, or the session cannot be served just now.
    TRY_AGAIN(1013),
    LEFT(4000),
    MOVED_DEVICE(4001),
    OPENED_ELSEWHERE(4002),
    REMOVED(4003),
    NOT_SIGNED_IN(4401),
    /// Their sign-in has ended: here, elsewhere, or by itself.
    SIGNED_OUT(4402),
    /// What they are at the clinic does not let them lead sessions any more.
    ROLE_GONE(4403);

    private final int code;

    Goodbye(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
