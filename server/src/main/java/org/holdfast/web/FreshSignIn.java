package org.holdfast.web;

import io.vertx.core.Future;
import java.time.Instant;
import org.holdfast.identity.Kind;
import org.holdfast.identity.Seat;
import org.holdfast.identity.SignIns;
import org.holdfast.session.SignOff;

/// Names leave the clinic only with whoever has just shown who they are; what is one's own, with oneself.
final class FreshSignIn {
    private FreshSignIn() {}

    static Future<Void> shown(SignIns signIns, Seat seat, Instant now) {
        if (seat.kind() == Kind.PARTICIPANT || !signIns.elsewhere()) return Future.succeededFuture();
        return signIns.last(seat)
                .compose(at -> at != null && now.isBefore(at.plus(SignOff.FRESH))
                        ? Future.succeededFuture()
                        : Future.failedFuture(Problem.SIGN_IN_ANEW.raised()));
    }
}
