package org.holdfast.attendance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.attendance.Sending.Outage;

/// Cuts the time without sound and pictures out of an interval in the room, as its own kind. Where no facilitator was
/// there either, that is what is shown: nothing could be credited anyway.
final class Silences {
    private Silences() {}

    static List<Interval> cut(Interval piece, List<Outage> outages, Instant end) {
        if (piece.cause() == Cause.UNATTENDED) return List.of(piece);
        var to = piece.to() == null ? end : piece.to();
        var pieces = new ArrayList<Interval>();
        var rest = piece;
        for (var outage : outages) {
            var over = outage.end();
            var time = new Stretch(outage.lost().at(), over == null ? end : over.at())
                    .within(new Stretch(rest.from(), to));
            if (time.empty()) continue;
            var lost = outage.lost().seq();
            if (rest.from().isBefore(time.from())) pieces.add(part(rest, rest.from(), time.from(), rest.cause(), lost));
            var last = !time.to().isBefore(to);
            if (last) {
                pieces.add(new Interval(time.from(), piece.to(), true, Cause.MEDIA_LOST, entries(lost, endOf(piece))));
                return pieces;
            }
            pieces.add(new Interval(time.from(), time.to(), true, Cause.MEDIA_LOST, entries(lost, over.seq())));
            // A call goes on when the connection is back.
            var cause = piece.cause() == Cause.INTERRUPTED ? Cause.INTERRUPTED : Cause.MEDIA_RETURNED;
            rest = new Interval(time.to(), piece.to(), true, cause, entries(over.seq(), endOf(piece)));
        }
        pieces.add(rest);
        return pieces;
    }

    private static Interval part(Interval of, Instant from, Instant to, Cause cause, long ended) {
        return new Interval(from, to, true, cause, entries(of.entries().getFirst(), ended));
    }

    private static long endOf(Interval piece) {
        return piece.entries().getLast();
    }

    private static List<Long> entries(long began, long ended) {
        return began == ended ? List.of(began) : List.of(began, ended);
    }
}
