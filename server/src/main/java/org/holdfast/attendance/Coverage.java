package org.holdfast.attendance;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.holdfast.session.MemberId;
import org.holdfast.session.Role;
import org.jspecify.annotations.Nullable;

/// When a facilitator was in the room. Several of them make one cover together.
///
/// @param outOfReach when one was there and none could be heard; it stays part of the cover
record Coverage(List<Cover> covers, List<Uncovered> uncovered, List<OutOfReach> outOfReach) {
    /// @param last the stay that reached furthest, so that its end ended the cover
    /// @param entries what the cover rests on: its begin, and each handover without which it would have a hole
    record Cover(Stretch time, Stay last, List<Long> entries) {}

    /// @param before nothing before the first facilitator came
    /// @param after nothing if none came back
    /// @param bridged a facilitator's dropped line is a gap like everybody's: a short one is no absence
    record Uncovered(
            Stretch time, @Nullable Cover before, @Nullable Cover after, boolean bridged) {}

    private record Watch(Stay stay, boolean continued) {
        Stretch time() {
            return stay.time();
        }
    }

    static Coverage of(Comings comings, Instant end) {
        var watches = comings.tracks().all().entrySet().stream()
                .filter(track -> comings.plan().roleOf(track.getKey()) == Role.FACILITATOR)
                .flatMap(track -> watches(track, end))
                .sorted(Comparator.comparing((Watch watch) -> watch.time().from())
                        .thenComparing(watch -> watch.stay().from().seq()))
                .toList();
        var covers = covers(watches);
        return new Coverage(covers, uncovered(covers, comings, end), OutOfReach.of(comings, end));
    }

    private static Stream<Watch> watches(Map.Entry<MemberId, Track> track, Instant end) {
        var marks = track.getValue().marks();
        return Stay.of(track.getValue(), end).stream().map(stay -> new Watch(stay, stay.continues(marks)));
    }

    private static List<Cover> covers(List<Watch> watches) {
        var covers = new ArrayList<Cover>();
        var joined = new ArrayList<Watch>();
        Instant reach = null;
        for (var watch : watches) {
            if (reach != null && watch.time().from().isAfter(reach)) {
                covers.add(cover(joined));
                joined.clear();
                reach = null;
            }
            joined.add(watch);
            reach = reach == null
                    ? watch.time().to()
                    : Stretch.later(reach, watch.time().to());
        }
        if (!joined.isEmpty()) covers.add(cover(joined));
        return covers;
    }

    private static Cover cover(List<Watch> joined) {
        var last = joined.stream()
                .max(Comparator.comparing(watch -> watch.time().to()))
                .orElseThrow()
                .stay();
        var first = joined.getFirst();
        var whole = new Stretch(first.time().from(), last.until());
        var handovers = joined.stream()
                .filter(watch -> watch != first && !watch.continued() && needed(watch, joined, whole))
                .map(watch -> watch.stay().from().seq());
        var entries =
                Stream.concat(Stream.of(first.stay().from().seq()), handovers).collect(Collectors.toUnmodifiableList());
        return new Cover(whole, last, entries);
    }

    private static boolean needed(Watch watch, List<Watch> joined, Stretch whole) {
        var others =
                joined.stream().filter(other -> other != watch).map(Watch::time).toList();
        return !Stretch.merged(others).equals(List.of(whole));
    }

    private static List<Uncovered> uncovered(List<Cover> covers, Comings comings, Instant end) {
        var uncovered = new ArrayList<Uncovered>();
        Cover before = null;
        var from = comings.openedAt();
        for (var cover : covers) {
            var time = new Stretch(from, cover.time().from());
            if (!time.empty()) uncovered.add(new Uncovered(time, before, cover, bridged(before, time, comings)));
            before = cover;
            from = cover.time().to();
        }
        var rest = new Stretch(from, end);
        if (!rest.empty()) uncovered.add(new Uncovered(rest, before, null, false));
        return uncovered;
    }

    private static boolean bridged(@Nullable Cover before, Stretch time, Comings comings) {
        var dropped = before != null
                && before.last().to() != null
                && before.last().to().cause() == Cause.DROPPED;
        return dropped && isShort(time.length(), comings);
    }

    static boolean isShort(Duration gap, Comings comings) {
        return gap.compareTo(comings.plan().rules().graceGap()) < 0;
    }

    /// The time in which minutes can be credited as far as staff are concerned.
    List<Stretch> attended() {
        var attended = new ArrayList<>(covers.stream().map(Cover::time).toList());
        uncovered.stream().filter(Uncovered::bridged).map(Uncovered::time).forEach(attended::add);
        return Stretch.merged(attended);
    }
}
