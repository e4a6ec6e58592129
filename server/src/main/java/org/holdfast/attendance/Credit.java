package org.holdfast.attendance;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.session.Breaks;
import org.holdfast.session.MemberId;
import org.holdfast.session.Plan;
import org.jspecify.annotations.Nullable;

/// What of one person's time is credited, and what is missing for which reason.
///
/// Credit is the time in the room, with short gaps of the line, within the planned time, while a facilitator was there,
/// and without the breaks where the group does not count them.
/// It is measured against the session as it was held: nobody is short of minutes that the group did not meet.
///
/// @param window from the planned start, or from when on this person could come, to the planned end, or to the end that
///     came before it
/// @param creditable when anybody could be credited
/// @param gone what put the person out of the room for good, so far
/// @param losses when nothing got through, although the person was in the room
/// @param missedToDrops creditable time that a dropped line or lost media cost
/// @param missedBefore creditable time before the first admission
/// @param missedAfter creditable time after they were gone
record Credit(
        List<Stay> stays,
        List<Gap> gaps,
        List<Loss> losses,
        Stretch window,
        List<Stretch> creditable,
        Duration credited,
        @Nullable Mark gone,
        Duration missedToDrops,
        Duration missedBefore,
        Duration missedAfter) {

    /// A time without a line.
    ///
    /// @param back nothing if the person did not come back from it
    record Gap(Mark out, @Nullable Mark back, Stretch time, boolean bridged) {
        boolean unnoticed() {
            return back != null && back.seq() == out.seq();
        }
    }

    /// A time in the room without sound and pictures.
    ///
    /// @param end nothing while it goes on, or when the session's end ended it
    /// @param counted under the rules
    record Loss(Mark lost, @Nullable Mark end, Stretch time, boolean counted) {}

    static Credit of(Comings comings, Coverage coverage, MemberId member, Instant end) {
        var plan = comings.plan();
        var track = comings.of(member);
        var window = window(comings.roll().begins(member, plan), plan, end);
        var attended = plan.rules().creditUnattended()
                ? List.of(window)
                : Stretch.common(List.of(window), coverage.attended());
        var creditable = plan.breakPolicy() == Breaks.Policy.COUNTED
                ? attended
                : Stretch.without(
                        attended, comings.rests().stream().map(Rest::time).toList());
        var stays = Stay.of(track, end);
        var gaps = gaps(comings, track, end);
        var losses = losses(comings, track, end);
        var silent = uncounted(losses);
        var counted =
                new ArrayList<>(Stretch.without(stays.stream().map(Stay::time).toList(), silent));
        gaps.stream().filter(Gap::bridged).map(Gap::time).forEach(counted::add);
        var lost = new ArrayList<>(silent);
        gaps.stream().filter(gap -> !gap.bridged()).map(Gap::time).forEach(lost::add);
        var admitted = track.admitted();
        var gone = gone(track, stays);
        return new Credit(
                stays,
                gaps,
                losses,
                window,
                creditable,
                Stretch.sum(Stretch.common(creditable, counted)),
                gone,
                Stretch.sum(Stretch.common(creditable, lost)),
                admitted == null
                        ? Duration.ZERO
                        : Stretch.sum(Stretch.common(creditable, List.of(new Stretch(window.from(), admitted.at())))),
                gone == null
                        ? Duration.ZERO
                        : Stretch.sum(Stretch.common(creditable, List.of(new Stretch(gone.at(), window.to())))));
    }

    private static Stretch window(Instant from, Plan plan, Instant end) {
        var to = Stretch.earlier(plan.ends(), end);
        return new Stretch(from, Stretch.later(from, to));
    }

    private static List<Gap> gaps(Comings comings, Track track, Instant end) {
        var gaps = new ArrayList<Gap>();
        var marks = track.marks();
        for (var i = 0; i < marks.size(); i++) {
            var out = marks.get(i);
            if (out.cause() != Cause.DROPPED) continue;
            var next = i + 1 < marks.size() ? marks.get(i + 1) : null;
            var back = next != null && next.beginsStay() ? next : null;
            var time = new Stretch(out.at(), next == null ? end : next.at());
            gaps.add(new Gap(out, back, time, back != null && Coverage.isShort(time.length(), comings)));
        }
        return gaps;
    }

    private static List<Loss> losses(Comings comings, Track track, Instant end) {
        var losses = new ArrayList<Loss>();
        for (var outage : track.sending().outages()) {
            var over = outage.end();
            var time = new Stretch(outage.lost().at(), over == null ? end : over.at());
            if (time.empty()) continue;
            losses.add(
                    new Loss(outage.lost(), over, time, comings.plan().rules().creditsMediaLost(time.length())));
        }
        return losses;
    }

    private static List<Stretch> uncounted(List<Loss> losses) {
        return losses.stream().filter(loss -> !loss.counted()).map(Loss::time).toList();
    }

    /// What counts of a stay as time in the room.
    List<Stretch> heard(Stay stay) {
        return Stretch.without(List.of(stay.time()), uncounted(losses));
    }

    /// Losses that cost something, with what they cost.
    List<Loss> costly() {
        return losses.stream()
                .filter(loss -> !loss.counted() && !cost(loss).isEmpty())
                .toList();
    }

    List<Stretch> cost(Loss loss) {
        return Stretch.common(creditable, List.of(loss.time()));
    }

    private static @Nullable Mark gone(Track track, List<Stay> stays) {
        return stays.isEmpty() || track.inRoom() ? null : stays.getLast().to();
    }

    /// What would be credited if this time counted as well, where anybody's could.
    Duration creditedWith(Stretch time) {
        var counted = new ArrayList<Stretch>();
        stays.forEach(stay -> counted.addAll(heard(stay)));
        gaps.stream().filter(Gap::bridged).map(Gap::time).forEach(counted::add);
        counted.add(time);
        return Stretch.sum(Stretch.common(creditable, Stretch.merged(counted)));
    }

    Duration creditableTime() {
        return Stretch.sum(creditable);
    }

    /// Whether this much of the creditable time is enough under the rules.
    boolean enough(Duration time, Plan plan) {
        return time.toMillis() * 100
                >= creditableTime().toMillis() * plan.rules().minimumCreditPercent();
    }

    long percent() {
        var all = creditableTime().toMillis();
        return all == 0 ? 100 : credited.toMillis() * 100 / all;
    }
}
