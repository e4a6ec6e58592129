package org.holdfast.attendance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.holdfast.session.Role;

/// When a facilitator was in the room and none of them could be heard: the sound and pictures of all who were there did
/// not get through.
///
/// It counts as time with a facilitator. Their page saw who was there, took calls for help and what was written, and
/// could end it all; nobody is short of minutes because staff had a bad line. But whoever supervises should know that
/// the group was among itself, so the sheet never says "a facilitator was in the room" of such a time without this. A
/// moment shorter than the gap that nobody is charged with is none of theirs either.
///
/// @param until what ended it
record OutOfReach(Stretch time, List<Long> entries, Word until) {
    private record Watch(Track track, List<Stay> stays) {
        List<Stretch> there() {
            return stays.stream().map(Stay::time).toList();
        }

        List<Stretch> heard(Instant end) {
            var lost = track.sending().outages().stream()
                    .map(outage -> time(outage, end))
                    .toList();
            return Stretch.without(there(), lost);
        }

        /// What began or ended something of theirs at this moment.
        Stream<Mark> at(Instant moment) {
            var stays = this.stays.stream().flatMap(stay -> Stream.of(stay.from(), stay.to()));
            var outages = track.sending().outages().stream().flatMap(it -> Stream.of(it.lost(), it.end()));
            return Stream.concat(stays, outages)
                    .filter(mark -> mark != null && mark.at().equals(moment));
        }
    }

    /// Nothing for a session that opened before anybody asked.
    static List<OutOfReach> of(Comings comings, Instant end) {
        if (!comings.plan().rules().judgesMedia()) return List.of();
        var watches = comings.tracks().all().entrySet().stream()
                .filter(track -> comings.plan().roleOf(track.getKey()) == Role.FACILITATOR)
                .map(track -> new Watch(track.getValue(), Stay.of(track.getValue(), end)))
                .toList();
        var there = watches.stream().flatMap(it -> it.there().stream()).toList();
        var heard = watches.stream().flatMap(it -> it.heard(end).stream()).toList();
        return Stretch.without(Stretch.merged(there), Stretch.merged(heard)).stream()
                .filter(time -> !Coverage.isShort(time.length(), comings))
                .map(time -> told(time, watches, comings, end))
                .toList();
    }

    private static OutOfReach told(Stretch time, List<Watch> watches, Comings comings, Instant end) {
        var entries = new ArrayList<Long>();
        entries.add(comings.opened());
        for (var watch : watches) {
            for (var outage : watch.track().sending().outages()) {
                if (!time(outage, end).within(time).empty())
                    entries.add(outage.lost().seq());
            }
        }
        Stream.of(time.from(), time.to())
                .flatMap(bound -> watches.stream().flatMap(watch -> watch.at(bound)))
                .map(Mark::seq)
                .forEach(entries::add);
        if (comings.end() != null && time.to().equals(end))
            entries.add(comings.end().seq());
        return new OutOfReach(time, entries, until(time, watches, comings));
    }

    private static Word until(Stretch time, List<Watch> watches, Comings comings) {
        var ends = watches.stream().flatMap(watch -> watch.at(time.to())).toList();
        if (ends.stream().anyMatch(mark -> mark.cause() == Cause.MEDIA_RETURNED)) return Word.MEDIA_RETURNED;
        if (ends.stream().anyMatch(Mark::beginsStay)) return Word.FACILITATOR_BACK;
        if (!ends.isEmpty()) return Word.of(ends.getLast());
        return comings.end() == null ? Word.SO_FAR : Word.SESSION_ENDED;
    }

    private static Stretch time(Sending.Outage outage, Instant end) {
        var over = outage.end();
        return new Stretch(outage.lost().at(), over == null ? end : over.at());
    }
}
