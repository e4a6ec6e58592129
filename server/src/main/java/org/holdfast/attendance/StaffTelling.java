package org.holdfast.attendance;

import java.util.ArrayList;
import java.util.List;
import org.holdfast.attendance.Because.Draft;

/// The sentences about the staff that a participant's credit rests on: when a facilitator was there, and when nobody
/// was.
record StaffTelling(Comings comings, Coverage coverage, Credit credit, Arg.Zone zone) {
    List<Because> sentences() {
        var told = new ArrayList<Because>();
        coverage.covers().stream()
                .filter(it -> touches(it.time()))
                .map(this::cover)
                .forEach(told::add);
        coverage.uncovered().stream()
                .filter(it -> touches(it.time()))
                .map(this::uncovered)
                .forEach(told::add);
        coverage.outOfReach().stream()
                .filter(it -> touches(it.time()))
                .map(this::outOfReach)
                .forEach(told::add);
        return told;
    }

    /// Whether some of this time would count for this person, as far as they themselves are concerned.
    private boolean touches(Stretch time) {
        var window = List.of(time.within(credit.window()));
        var own = new ArrayList<>(credit.stays().stream().map(Stay::time).toList());
        credit.gaps().stream().filter(Credit.Gap::bridged).map(Credit.Gap::time).forEach(own::add);
        return !Stretch.sum(Stretch.common(window, own)).isZero();
    }

    private Because cover(Coverage.Cover cover) {
        var entries = new ArrayList<>(cover.entries());
        entries.addAll(cover.last().ending(comings));
        return new Draft(Reason.ATTENDED)
                .with(cover.time())
                .with("until", Word.endOf(cover.last(), comings))
                .on(entries, zone);
    }

    private Because outOfReach(OutOfReach it) {
        return new Draft(Reason.OUT_OF_REACH)
                .with(it.time())
                .with("until", it.until())
                .on(it.entries(), zone);
    }

    private Because uncovered(Coverage.Uncovered uncovered) {
        var entries = new ArrayList<Long>();
        entries.add(comings.opened());
        var lost = Word.NO_FACILITATOR;
        if (uncovered.before() != null) {
            lost = Word.endOf(uncovered.before().last(), comings);
            entries.addAll(uncovered.before().last().ending(comings));
        }
        var until = Word.FACILITATOR_BACK;
        if (uncovered.after() != null) {
            entries.add(uncovered.after().entries().getFirst());
        } else {
            until = comings.end() == null ? Word.SO_FAR : Word.SESSION_ENDED;
            if (comings.end() != null) entries.add(comings.end().seq());
        }
        var rules = comings.plan().rules();
        var reason = rules.creditUnattended()
                ? Reason.UNATTENDED_CREDITED
                : uncovered.bridged() ? Reason.UNATTENDED_BRIDGED : Reason.UNATTENDED;
        var draft = new Draft(reason).with(uncovered.time()).with("lost", lost).with("until", until);
        if (reason == Reason.UNATTENDED_BRIDGED) draft.with("grace", rules.graceGap());
        return draft.on(entries, zone);
    }
}
