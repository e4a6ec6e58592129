package org.holdfast.attendance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.attendance.Because.Draft;
import org.holdfast.session.Breaks;
import org.holdfast.session.MemberId;
import org.jspecify.annotations.Nullable;

/// Puts into sentences how one row came about: the status first, then the minutes in order, then what is missing.
///
/// Each sentence names only entries that it would not survive: see [Because].
final class Telling {
    private final Comings comings;
    private final Coverage coverage;
    private final MemberId member;
    private final Track track;
    private final Credit credit;
    private final @Nullable AudioOnly audioOnly;
    private final @Nullable Judgement judgement;
    private final Instant end;
    private final Arg.Zone zone;
    private final List<Because> told = new ArrayList<>();

    Telling(
            Comings comings,
            Coverage coverage,
            MemberId member,
            Credit credit,
            @Nullable AudioOnly audioOnly,
            @Nullable Judgement judgement,
            Instant end) {
        this.comings = comings;
        this.coverage = coverage;
        this.member = member;
        this.track = comings.of(member);
        this.credit = credit;
        this.audioOnly = audioOnly;
        this.judgement = judgement;
        this.end = end;
        this.zone = Arg.Zone.of(comings, end);
    }

    List<Because> sentences() {
        if (judgement == null) {
            guest();
            credit.stays().forEach(this::inRoom);
            return told;
        }
        told.addAll(new StatusTelling(comings, member, track, credit, judgement, zone).sentences());
        credit.stays().forEach(this::stay);
        credit.gaps().forEach(this::gap);
        credit.losses().forEach(this::loss);
        comings.rests().forEach(this::rest);
        if (audioOnly != null && !audioOnly.time().isZero()) {
            tell(new Draft(Reason.AUDIO_ONLY).with("lasting", audioOnly.time()), audioOnly.entries());
        }
        if (!credit.stays().isEmpty()) {
            told.addAll(new StaffTelling(comings, coverage, credit, zone).sentences());
        }
        for (var i = 0; i < track.marks().size(); i++) {
            mark(
                    track.marks().get(i),
                    i + 1 < track.marks().size() ? track.marks().get(i + 1) : null);
        }
        return told;
    }

    private void guest() {
        var guest = Word.of(comings.plan().roleOf(member));
        if (guest != null) tell(new Draft(Reason.GUEST).with("role", guest), List.of(comings.opened()));
    }

    private void inRoom(Stay stay) {
        tell(
                new Draft(Reason.IN_ROOM)
                        .with(stay.time())
                        .with("lasting", stay.time().length())
                        .with("until", Word.endOf(stay, comings)),
                boundsOf(stay));
    }

    private List<Long> boundsOf(Stay stay) {
        var entries = new ArrayList<>(List.of(stay.from().seq()));
        entries.addAll(stay.ending(comings));
        return entries;
    }

    private void stay(Stay stay) {
        for (var piece : Stretch.common(credit.heard(stay), credit.creditable())) credited(stay, piece);
        var starts = comings.plan().starts();
        var early = stay.time().within(new Stretch(stay.time().from(), starts));
        if (!early.empty()) {
            tell(
                    new Draft(Reason.BEFORE_START).with(early).with("lasting", early.length()),
                    List.of(comings.opened(), stay.from().seq()));
        }
        var after = stay.time().within(new Stretch(comings.plan().ends(), stay.until()));
        if (!after.empty()) {
            var entries = new ArrayList<>(stay.ending(comings));
            entries.add(comings.opened());
            // When the stay began matters to what came after the end only if it began there.
            if (stay.from().at().equals(after.from())) entries.add(stay.from().seq());
            tell(
                    new Draft(Reason.AFTER_END)
                            .with(after)
                            .with("lasting", after.length())
                            .with("until", Word.endOf(stay, comings)),
                    entries);
        }
    }

    private void credited(Stay stay, Stretch piece) {
        var entries = new ArrayList<Long>();
        // Where credit began after the stay, it is all one whether this stay began then or an earlier one went on.
        var begin = piece.from().equals(stay.from().at()) ? stay : firstOf(stay);
        entries.add(begin.from().seq());
        var until = Word.NO_FACILITATOR;
        if (piece.to().equals(stay.until())) {
            until = Word.endOf(stay, comings);
            entries.addAll(stay.ending(comings));
        } else if (piece.to().equals(comings.plan().ends())) {
            until = Word.PLANNED_END;
            entries.add(comings.opened());
        }
        if (piece.from().equals(comings.plan().starts())) entries.add(comings.opened());
        for (var rest : comings.rests()) {
            if (until == Word.NO_FACILITATOR && piece.to().equals(rest.time().from())) {
                until = Word.BREAK;
                entries.add(rest.begun());
            }
            var after = piece.from().equals(rest.time().to());
            if (after && !piece.from().equals(stay.from().at())) entries.add(rest.ended());
        }
        for (var loss : credit.costly()) {
            if (credit.cost(loss).getFirst().from().equals(piece.to())) {
                until = Word.MEDIA_LOST;
                entries.add(loss.lost().seq());
            }
            var back = loss.end();
            if (back != null && credit.cost(loss).getLast().to().equals(piece.from())) entries.add(back.seq());
        }
        tell(
                new Draft(Reason.CREDITED)
                        .with(piece)
                        .with("credited", piece.length())
                        .with("until", until),
                entries);
    }

    /// The stay from which this one went on without a break, on another device or another page.
    private Stay firstOf(Stay stay) {
        var place = credit.stays().indexOf(stay);
        while (place > 0 && credit.stays().get(place).continues(track.marks())) place--;
        return credit.stays().get(place);
    }

    private void gap(Credit.Gap gap) {
        if (gap.time().empty()) return;
        if (gap.back() == null) {
            tell(
                    new Draft(Reason.DROPPED_FOR_GOOD).with("at", gap.out().at()),
                    List.of(gap.out().seq()));
            return;
        }
        var credited = Stretch.sum(Stretch.common(List.of(gap.time()), credit.creditable()));
        var counts = gap.bridged() && !credited.isZero();
        if (gap.bridged() && !counts) return;
        var reason = gap.unnoticed()
                ? counts ? Reason.RECONNECT_CREDITED : Reason.RECONNECT_NOT_CREDITED
                : counts ? Reason.DROP_CREDITED : Reason.DROP_NOT_CREDITED;
        var draft = new Draft(reason)
                .with(gap.time())
                .with("lasting", gap.time().length())
                .with("grace", comings.plan().rules().graceGap());
        if (counts) draft.with("credited", credited);
        tell(draft, List.of(comings.opened(), gap.out().seq(), gap.back().seq()));
    }

    /// Of whoever was in the room then.
    private void rest(Rest rest) {
        var time = rest.time().within(credit.window());
        var stays = credit.stays().stream().map(Stay::time).toList();
        if (Stretch.common(List.of(time), stays).isEmpty()) return;
        var counted = comings.plan().breakPolicy() == Breaks.Policy.COUNTED;
        var entries = new ArrayList<>(rest.within(credit.window()));
        entries.add(comings.opened());
        tell(
                new Draft(counted ? Reason.BREAK_COUNTED : Reason.BREAK_NOT_COUNTED)
                        .with(time)
                        .with("lasting", time.length()),
                entries);
    }

    private void loss(Credit.Loss loss) {
        var rules = comings.plan().rules();
        var asInRoom = !Boolean.FALSE.equals(rules.creditMediaLost());
        var reason = asInRoom
                ? Reason.MEDIA_LOST_CREDITED
                : loss.counted() ? Reason.MEDIA_LOST_SHORT : Reason.MEDIA_LOST_NOT_CREDITED;
        var entries = new ArrayList<>(List.of(comings.opened(), loss.lost().seq()));
        var until = comings.end() == null ? Word.SO_FAR : Word.SESSION_ENDED;
        var end = loss.end();
        if (end != null) {
            entries.add(end.seq());
            until = reopened(end) ? Word.RECONNECTED : Word.of(end);
        } else if (comings.end() != null) {
            entries.add(comings.end().seq());
        }
        var draft = new Draft(reason)
                .with(loss.time())
                .with("until", until)
                .with("lasting", loss.time().length());
        if (!asInRoom) draft.with("grace", rules.graceGap());
        tell(draft, entries);
    }

    /// Whether the same entry says that the page was back: nobody noticed before.
    private boolean reopened(Mark end) {
        var next = track.marks().indexOf(end) + 1;
        return next > 0
                && next < track.marks().size()
                && track.marks().get(next).seq() == end.seq();
    }

    private void mark(Mark mark, @Nullable Mark next) {
        var to = next == null ? end : next.at();
        switch (mark.cause()) {
            case LEFT -> at(Reason.LEFT, mark);
            case REMOVED -> at(Reason.REMOVED, mark);
            case SENT_BACK -> {
                at(Reason.SENT_BACK, mark);
                waited(mark, next);
            }
            case WAITED -> waited(mark, next);
            case INTERRUPTED -> interrupted(mark, next, to);
            case ADMITTED, RETURNED, MOVED_DEVICE, RESUMED, DROPPED, UNATTENDED, ATTENDED -> {}
            case MEDIA_LOST, MEDIA_RETURNED -> {}
        }
    }

    private void at(Reason reason, Mark mark) {
        tell(new Draft(reason).with("at", mark.at()), List.of(mark.seq()));
    }

    private void waited(Mark mark, @Nullable Mark next) {
        if (next == null || !next.beginsStay()) return;
        var time = new Stretch(mark.at(), next.at());
        if (time.empty()) return;
        tell(new Draft(Reason.WAITED).with(time).with("lasting", time.length()), List.of(mark.seq(), next.seq()));
    }

    private void interrupted(Mark mark, @Nullable Mark next, Instant to) {
        if (mark.why() == null || !mark.at().isBefore(to)) return;
        var entries = new ArrayList<>(List.of(mark.seq()));
        var until = comings.end() == null ? Word.SO_FAR : Word.SESSION_ENDED;
        if (next != null) {
            entries.add(next.seq());
            until = reopened(next) ? Word.RECONNECTED : Word.of(next);
        } else if (comings.end() != null) {
            entries.add(comings.end().seq());
        }
        tell(
                new Draft(Reason.INTERRUPTED)
                        .with(new Stretch(mark.at(), to))
                        .with("why", Word.of(mark.why()))
                        .with("until", until),
                entries);
    }

    private void tell(Draft draft, List<Long> entries) {
        told.add(draft.on(entries, zone));
    }
}
