package org.holdfast.attendance;

import java.time.Instant;
import org.holdfast.session.MemberId;
import org.jspecify.annotations.Nullable;

/// From times and credit to a [Status].
///
/// With too little credit the status is the one reason that explains the shortfall: the line, coming late, or leaving
/// early. If none alone does, it is `partial`. Being late is about the person's coming, not about being let in.
record Judgement(Status status, boolean late, boolean leftEarly, boolean tooLittle) {
    static Judgement of(Comings comings, MemberId member, Credit credit, Instant end) {
        var track = comings.of(member);
        var over = comings.end() != null;
        if (track.admitted() == null) return new Judgement(notLetIn(track, over), false, false, false);
        var late = late(comings, member);
        var early = goneEarly(comings, credit.gone(), end);
        var leftEarly = early && credit.gone() != null && credit.gone().cause() == Cause.LEFT;
        var cutOff = early && credit.gone() != null && credit.gone().cause() == Cause.DROPPED;
        var tooLittle = over && !credit.enough(credit.credited(), comings.plan());
        var status = tooLittle
                ? shortfall(comings, credit, late, leftEarly)
                : cutOff ? Status.TECHNICAL : late ? Status.LATE : leftEarly ? Status.LEFT_EARLY : Status.PRESENT;
        return new Judgement(status, late, leftEarly, tooLittle);
    }

    private static Status notLetIn(Track track, boolean over) {
        if (!over) return Status.EXPECTED;
        return track.arrived() == null ? Status.NO_SHOW : Status.PARTIAL;
    }

    private static Status shortfall(Comings comings, Credit credit, boolean late, boolean leftEarly) {
        var plan = comings.plan();
        if (credit.enough(credit.credited().plus(credit.missedToDrops()), plan)) return Status.TECHNICAL;
        if (late && credit.enough(credit.credited().plus(credit.missedBefore()), plan)) return Status.LATE;
        if (leftEarly && credit.enough(credit.credited().plus(credit.missedAfter()), plan)) return Status.LEFT_EARLY;
        return Status.PARTIAL;
    }

    private static boolean late(Comings comings, MemberId member) {
        var arrived = comings.of(member).arrived();
        return arrived != null && arrived.at().isAfter(comings.roll().latestArrival(member, comings.plan()));
    }

    /// Out since before the last minutes. A line that has only just dropped may yet be back.
    private static boolean goneEarly(Comings comings, @Nullable Mark gone, Instant end) {
        if (gone == null || !gone.at().isBefore(earliestLeave(comings))) return false;
        var waitsForLine = comings.end() == null
                && gone.cause() == Cause.DROPPED
                && Coverage.isShort(new Stretch(gone.at(), end).length(), comings);
        return !waitsForLine;
    }

    /// Counted back from the planned end, or from the end that came before it.
    static Instant earliestLeave(Comings comings) {
        var ends = comings.plan().ends();
        var held = comings.end() == null
                ? ends
                : Stretch.earlier(ends, comings.end().at());
        return held.minus(comings.plan().rules().leftEarlyBefore());
    }
}
