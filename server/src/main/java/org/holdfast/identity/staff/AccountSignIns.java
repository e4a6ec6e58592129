package org.holdfast.identity.staff;

import io.vertx.core.Future;
import java.time.Instant;
import org.holdfast.identity.Seat;
import org.holdfast.identity.SignIns;
import org.jspecify.annotations.Nullable;

/// Proofs of whoever has an account: when they last showed the provider who they are. To do it again they go there, and
/// come back as somebody who has just signed in.
public final class AccountSignIns implements SignIns {
    private final StaffSignIns signIns;

    public AccountSignIns(StaffSignIns signIns) {
        this.signIns = signIns;
    }

    @Override
    public Future<Answer> prove(Seat seat, String code) {
        return Future.succeededFuture(new Answer.Elsewhere());
    }

    @Override
    public Future<@Nullable Instant> last(Seat seat) {
        return signIns.still(seat.device()).map(who -> who == null ? null : who.at());
    }

    @Override
    public boolean elsewhere() {
        return true;
    }
}
