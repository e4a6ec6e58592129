package org.holdfast.web;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.holdfast.audit.AuditCommand.OpenRecord;
import org.holdfast.audit.AuditEvent.RecordKind;
import org.holdfast.clinic.ClinicId;
import org.holdfast.session.MemberId;
import org.holdfast.session.SessionId;

/// Notes that somebody looks at the sheet of a session. A page that shows it while people come and go asks again every
/// few seconds: that is one look, noted anew for every [#SPAN] that it lasts.
final class Looks {
    static final Duration SPAN = Duration.ofMinutes(5);
    private static final int MANY = 1_000;

    private record Look(MemberId reader, SessionId session) {}

    private final Noting noting;
    private final Map<Look, Instant> noted = new ConcurrentHashMap<>();

    Looks(Noting noting) {
        this.noting = noting;
    }

    Future<?> noted(ClinicId clinic, SessionId session, MemberId me, Instant now) {
        var look = new Look(me, session);
        var last = noted.get(look);
        if (last != null && lasts(last, now)) return Future.succeededFuture();
        return noting.first(clinic, new OpenRecord(null, RecordKind.SHEET, session.value()), me)
                .onSuccess(_ -> remember(look, now));
    }

    private void remember(Look look, Instant now) {
        if (noted.size() >= MANY) noted.values().removeIf(at -> !lasts(at, now));
        noted.put(look, now);
    }

    private static boolean lasts(Instant noted, Instant now) {
        return now.isBefore(noted.plus(SPAN));
    }
}
