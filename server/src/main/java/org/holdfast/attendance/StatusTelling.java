package org.holdfast.attendance;

import java.util.ArrayList;
import java.util.List;
import org.holdfast.attendance.Because.Draft;
import org.holdfast.decision.Stamp;
import org.holdfast.session.MemberId;
import org.jspecify.annotations.Nullable;

/// The sentences about a participant's status, the one that decided it first.
record StatusTelling(Comings comings, MemberId member, Track track, Credit credit, Judgement judgement, Arg.Zone zone) {
    List<Because> sentences() {
        var told = new ArrayList<Because>();
        told.add(main());
        var since = since();
        if (since != null && judgement.status() != Status.LATE) {
            told.add(told(new Draft(Reason.EXPECTED_SINCE).with("since", since.at()), opened(), since.seq()));
        }
        if (track.admitted() == null) return told;
        if (judgement.late() && judgement.status() != Status.LATE) told.add(late());
        if (judgement.leftEarly() && judgement.status() != Status.LEFT_EARLY) told.add(leftEarly());
        if (judgement.tooLittle() && judgement.status() != Status.PARTIAL) told.add(share(Reason.PARTIAL));
        if (!judgement.late()) waitedInTime(told);
        return told;
    }

    private Because main() {
        return switch (judgement.status()) {
            case PRESENT -> {
                if (comings.end() == null) yield soFar();
                if (credit.creditableTime().isZero()) yield nothingToCredit();
                yield share(Reason.PRESENT);
            }
            case LATE -> late();
            case LEFT_EARLY -> leftEarly();
            case PARTIAL -> track.admitted() == null ? neverLetIn() : share(Reason.PARTIAL);
            case TECHNICAL -> technical();
            case NO_SHOW ->
                told(new Draft(Reason.NO_SHOW).with("ended", comings.end().at()), opened(), ended());
            case EXPECTED ->
                track.arrived() == null
                        ? told(new Draft(Reason.EXPECTED), opened())
                        : told(
                                new Draft(Reason.NOT_LET_IN_YET)
                                        .with("arrived", track.arrived().at()),
                                track.arrived().seq());
            // Corrections bring their own sentences; nothing here computes them.
            case EXCUSED, UNEXCUSED -> throw new IllegalStateException("Not computed: " + judgement.status());
        };
    }

    private Because soFar() {
        return told(
                new Draft(Reason.PRESENT_SO_FAR)
                        .with("admitted", track.admitted().at()),
                track.admitted().seq());
    }

    /// The session ended before its planned start, or no facilitator stayed.
    private Because nothingToCredit() {
        return told(
                new Draft(Reason.NOTHING_TO_CREDIT)
                        .with("admitted", track.admitted().at()),
                opened(),
                track.admitted().seq(),
                ended());
    }

    private @Nullable Stamp since() {
        return comings.roll().since(member, comings.plan());
    }

    private Because late() {
        var since = since();
        if (since != null) {
            return told(
                    new Draft(Reason.LATE_SINCE)
                            .with("arrived", track.arrived().at())
                            .with("since", since.at())
                            .with("allowed", comings.plan().rules().lateAfter()),
                    opened(),
                    since.seq(),
                    track.arrived().seq());
        }
        return told(
                new Draft(Reason.LATE)
                        .with("arrived", track.arrived().at())
                        .with("starts", comings.plan().starts())
                        .with("allowed", comings.plan().rules().lateAfter()),
                opened(),
                track.arrived().seq());
    }

    private Because leftEarly() {
        var before = comings.plan().rules().leftEarlyBefore();
        var draft = new Draft(Reason.LEFT_EARLY)
                .with("left", credit.gone().at())
                .with("ends", Judgement.earliestLeave(comings).plus(before))
                .with("allowed", before);
        return endedEarly()
                ? told(draft, opened(), credit.gone().seq(), ended())
                : told(draft, opened(), credit.gone().seq());
    }

    private boolean endedEarly() {
        return comings.end() != null
                && comings.end().at().isBefore(comings.plan().ends());
    }

    private Because neverLetIn() {
        return told(
                new Draft(Reason.NEVER_LET_IN)
                        .with("arrived", track.arrived().at())
                        .with("ended", comings.end().at()),
                track.arrived().seq(),
                ended());
    }

    /// Rests on the end of each costly drop: had the person not come back then, it would have cost more.
    private Because technical() {
        var entries = new ArrayList<Long>();
        entries.add(opened());
        for (var gap : credit.gaps()) {
            var cost = Stretch.common(List.of(gap.time()), credit.creditable());
            if (gap.bridged() || cost.isEmpty()) continue;
            entries.add(gap.back() == null ? gap.out().seq() : gap.back().seq());
        }
        credit.costly().forEach(loss -> entries.add(loss.lost().seq()));
        return new Draft(Reason.TECHNICAL)
                .with("missed", credit.missedToDrops())
                .on(entries, zone);
    }

    private void waitedInTime(List<Because> told) {
        var admitted = track.admitted();
        if (!admitted.at().isAfter(comings.roll().latestArrival(member, comings.plan()))) return;
        told.add(told(
                new Draft(Reason.WAITED_IN_TIME)
                        .with("arrived", track.arrived().at())
                        .with("admitted", admitted.at()),
                opened(),
                track.arrived().seq(),
                admitted.seq()));
    }

    private Because share(Reason reason) {
        var entries = new ArrayList<Long>();
        entries.add(opened());
        entries.add(ended());
        for (var stay : credit.stays()) {
            var credited = Stretch.common(credit.heard(stay), credit.creditable());
            if (!credited.isEmpty()) entries.addAll(decisive(stay, credited.getLast()));
        }
        credit.costly().forEach(loss -> entries.add(loss.lost().seq()));
        return new Draft(reason)
                .with("credited", credit.credited())
                .with("creditable", credit.creditableTime())
                .with("percent", credit.percent())
                .with("minimum", comings.plan().rules().minimumCreditPercent())
                .on(entries, zone);
    }

    /// The entries of a stay without which the minutes would be others. A drop that was followed by a return is told
    /// by the return as well.
    private List<Long> decisive(Stay stay, Stretch lastCredited) {
        var entries = new ArrayList<Long>();
        if (!stay.continues(track.marks())) entries.add(stay.from().seq());
        var cut = stay.to() != null && lastCredited.to().equals(stay.until());
        if (cut && !stay.to().cause().in() && stay.back() == null)
            entries.add(stay.to().seq());
        return entries;
    }

    private long opened() {
        return comings.opened();
    }

    private long ended() {
        return comings.end().seq();
    }

    private Because told(Draft draft, Long... entries) {
        return draft.on(List.of(entries), zone);
    }
}
