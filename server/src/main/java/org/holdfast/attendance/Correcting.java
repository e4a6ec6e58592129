package org.holdfast.attendance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.attendance.Because.Draft;
import org.holdfast.session.Corrections.Change;
import org.holdfast.session.Corrections.Correction;
import org.holdfast.session.MemberId;
import org.jspecify.annotations.Nullable;

/// Puts what staff said of a row beside what was computed, and says so.
///
/// A status that staff gave stands. Where they only corrected the credit of a session that is over, the status follows
/// it: enough credit is present, too little is partial, and what would be so anyway stays as computed.
record Correcting(
        Comings comings,
        Credit credit,
        Judgement judgement,
        @Nullable Correction ofStatus,
        @Nullable Correction ofCredit,
        Arg.Zone zone) {
    static Correcting of(Comings comings, MemberId member, Credit credit, Judgement judgement, Arg.Zone zone) {
        var corrections = comings.corrections();
        return new Correcting(
                comings,
                credit,
                judgement,
                corrections.standing(member, true),
                corrections.standing(member, false),
                zone);
    }

    @Nullable
    Corrected corrected() {
        if (ofStatus == null && ofCredit == null) return null;
        return new Corrected(ofStatus == null ? following() : given(ofStatus.change()), credited());
    }

    List<Because> sentences() {
        var told = new ArrayList<Because>();
        if (ofStatus != null) {
            told.add(draft(Reason.STATUS_CORRECTED, ofStatus)
                    .with("given", given(ofStatus.change()))
                    .with("computed", judgement.status())
                    .on(List.of(ofStatus.seq()), zone));
        }
        if (ofCredit != null) credit(ofCredit, told);
        return told;
    }

    private void credit(Correction correction, List<Because> told) {
        var draft = correction.change() instanceof Change.WasByPhone(var from, var to)
                ? draft(Reason.BY_PHONE, correction).with(new Stretch(from, to))
                : draft(Reason.CREDIT_CORRECTED, correction);
        told.add(draft.with("given", credited())
                .with("computed", credit.credited())
                .on(List.of(correction.seq()), zone));
        var status = ofStatus == null ? following() : null;
        if (status == null) return;
        told.add(draft(Reason.STATUS_FOLLOWS, correction)
                .with("given", credited())
                .with("status", status)
                .with("computed", judgement.status())
                .on(List.of(correction.seq()), zone));
    }

    private static Draft draft(Reason reason, Correction correction) {
        return new Draft(reason).with("at", correction.at()).withDay("day", correction.at());
    }

    private @Nullable Duration credited() {
        if (ofCredit == null) return null;
        return switch (ofCredit.change()) {
            case Change.MinutesAre(var minutes) -> Duration.ofMinutes(minutes);
            case Change.WasByPhone(var from, var to) -> credit.creditedWith(new Stretch(from, to));
            case Change.StatusIs _, Change.Absence _ -> throw new IllegalStateException("No credit");
        };
    }

    private @Nullable Status following() {
        if (ofCredit == null || comings.end() == null) return null;
        var enough = credit.enough(credited(), comings.plan());
        var tooShort = judgement.tooLittle() || credit.stays().isEmpty();
        if (!tooShort) return enough ? null : Status.PARTIAL;
        // Nothing is no reason to call anybody present, where nothing could be credited either.
        if (credited().isZero()) return null;
        if (enough) return Status.PRESENT;
        return judgement.status() == Status.NO_SHOW ? Status.PARTIAL : null;
    }

    static Status given(Change change) {
        return switch (change) {
            case Change.StatusIs(var status) ->
                switch (status) {
                    case PRESENT -> Status.PRESENT;
                    case LATE -> Status.LATE;
                    case LEFT_EARLY -> Status.LEFT_EARLY;
                    case PARTIAL -> Status.PARTIAL;
                    case NO_SHOW -> Status.NO_SHOW;
                    case TECHNICAL -> Status.TECHNICAL;
                };
            case Change.Absence(var excused) -> excused ? Status.EXCUSED : Status.UNEXCUSED;
            case Change.MinutesAre _, Change.WasByPhone _ -> throw new IllegalStateException("No status");
        };
    }
}
