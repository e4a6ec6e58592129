package org.holdfast.web;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.List;
import org.holdfast.attendance.AttendanceSheet;
import org.holdfast.attendance.CanonicalSheet;
import org.holdfast.decision.Actor;
import org.holdfast.decision.Entry;
import org.holdfast.identity.SignIns;
import org.holdfast.json.RecordJson;
import org.holdfast.live.SessionHosts;
import org.holdfast.session.SessionEvent;
import org.holdfast.session.SignOff;
import org.holdfast.session.SignOff.Signer;
import org.holdfast.web.RecordRequest.SignSheet;
import org.jspecify.annotations.Nullable;

/// Signing a sheet, and the fresh sign-in that it asks for.
final class Signatures {
    private static final RecordJson<SignSheet> SIGN = RecordJson.of(SignSheet.class);

    private final SessionRecords records;
    private final SessionHosts hosts;
    private final SignIns signIns;

    Signatures(SessionRecords records, SessionHosts hosts, SignIns signIns) {
        this.records = records;
        this.hosts = hosts;
        this.signIns = signIns;
    }

    Future<@Nullable JsonObject> signIn(RoutingContext context) {
        return signIns.prove(SeatGate.seat(context), Operations.body(context).getString("code"))
                .compose(answer -> switch (answer) {
                    case SignIns.Answer.Proven(var at) ->
                        Future.succeededFuture(new JsonObject()
                                .put("freshUntil", at.plus(SignOff.FRESH).toString()));
                    case SignIns.Answer.Wrong _ -> Future.failedFuture(Problem.SIGN_IN_REFUSED.raised());
                    case SignIns.Answer.Elsewhere _ -> Future.failedFuture(Problem.SIGN_IN_ANEW.raised());
                    case SignIns.Answer.TooOften _ -> Future.failedFuture(Problem.SIGN_IN_LATER.raised());
                });
    }

    Future<@Nullable JsonObject> sign(RoutingContext context) {
        var asked = SIGN.read(Operations.body(context).encode());
        var by = new Actor.Person(SessionRecords.me(context).value());
        var needed = asked.co() ? StaffRights.CO_SIGNS : StaffRights.LEADS;
        if (!SeatGate.seat(context).mayBe(needed)) return Future.failedFuture(Problem.ROLE_MISSING.raised());
        return records.led(context).compose(session -> {
            var entries = records.entries(session);
            var signedIn = signIns.last(SeatGate.seat(context));
            return Future.all(entries, signedIn)
                    .compose(_ -> {
                        var command = command(asked, signedIn.result(), entries.result());
                        return hosts.submit(session.plan().session(), command, by, asked.command());
                    })
                    .compose(outcome -> Refused.unlessDone(outcome, Operations.language(context)));
        });
    }

    private SignOff.Command command(SignSheet asked, @Nullable Instant signedIn, List<Entry<SessionEvent>> entries) {
        var signer = new Signer(asked.name().strip(), asked.credential().strip(), before(signedIn));
        if (asked.co()) return new SignOff.CoSign(asked.sheet(), asked.hash(), signer);
        var text = CanonicalSheet.text(AttendanceSheet.of(entries, records.now()));
        return new SignOff.Sign(asked.sheet(), asked.hash(), text, signer);
    }

    /// Whoever has not signed in did so too long ago. A node whose clock is a little ahead may have seen it, so it is
    /// never after the moment that is now here.
    private Instant before(@Nullable Instant signedIn) {
        if (signedIn == null) return Instant.EPOCH;
        var now = records.now();
        return signedIn.isAfter(now) ? now : signedIn;
    }
}
