package org.holdfast.media.jitsi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.holdfast.media.jitsi.Colibri.Muted;
import org.holdfast.media.jitsi.Step.Allocate;
import org.holdfast.media.jitsi.Step.Choose;
import org.holdfast.media.jitsi.Step.Expire;
import org.holdfast.media.jitsi.Step.Inform;
import org.holdfast.media.jitsi.Step.Leave;
import org.holdfast.media.jitsi.Step.Mute;
import org.holdfast.media.jitsi.Step.Restart;
import org.holdfast.session.EndpointId;

/// What to do next to get from what a bridge has to what is wanted. After each round it is asked again; when nothing is
/// left, all is as it should be. Pure.
final class Plan {
    private final Held held;
    private final List<Step> steps = new ArrayList<>();

    private Plan(Held held) {
        this.held = held;
    }

    /// @param usable whether what is at this bridge may stay there
    static List<Step> of(Held held, Predicate<String> usable) {
        if (held.bridge() == null) return held.needed() ? List.of(new Choose()) : List.of();
        if (!usable.test(held.bridge())) return List.of(new Leave());
        var plan = new Plan(held);
        var rooms = new TreeSet<>(held.meetings().keySet());
        for (var place : held.places().values()) {
            if (place.wish() != null) rooms.add(place.wish().room());
        }
        rooms.forEach(plan::room);
        return List.copyOf(plan.steps);
    }

    private void room(String room) {
        var going = new TreeSet<EndpointId>();
        var staying = new TreeMap<EndpointId, Place>();
        var coming = new ArrayList<EndpointId>();
        held.places().forEach((endpoint, place) -> {
            var hold = place.hold();
            var wish = place.wish();
            if (hold != null && hold.room().equals(room)) {
                if (place.settled()) staying.put(endpoint, place);
                else going.add(endpoint);
            } else if (hold == null && wish != null && wish.room().equals(room)) {
                coming.add(endpoint);
            }
        });
        if (!going.isEmpty()) steps.add(new Expire(room, going));
        if (staying.isEmpty()) {
            // With the last who goes the conference ends, so whoever comes gets another one.
            if (going.isEmpty()) open(room, coming);
            return;
        }
        coming.forEach(endpoint -> steps.add(new Allocate(room, endpoint, false)));
        mute(room, staying);
        staying.forEach(this::stay);
    }

    private void open(String room, List<EndpointId> coming) {
        if (!coming.isEmpty()) steps.add(new Allocate(room, coming.getFirst(), true));
    }

    private void mute(String room, Map<EndpointId, Place> staying) {
        var changes = new TreeMap<EndpointId, Muted>();
        staying.forEach((endpoint, place) -> {
            var next = nextMuting(place);
            if (!next.equals(muted(place))) changes.put(endpoint, next);
        });
        if (!changes.isEmpty()) steps.add(new Mute(room, changes));
    }

    /// Nothing is let through before the bridge knows which sources are not to pass.
    private static Muted nextMuting(Place place) {
        var wanted = place.muting();
        var now = muted(place);
        var informed = !mustInform(place);
        return new Muted(wanted.audio(), wanted.video() || (now.video() && !informed));
    }

    private void stay(EndpointId endpoint, Place place) {
        var hold = place.hold();
        if (hold == null) return;
        if (mustInform(place) && isHeldBack(place)) steps.add(new Inform(endpoint, place.passing()));
        if (hold.restarting()) steps.add(new Restart(endpoint));
    }

    private static boolean mustInform(Place place) {
        var hold = place.hold();
        return hold != null
                && hold.answer() != null
                && (!hold.connected() || !hold.passed().equals(place.passing()));
    }

    /// Whether all that is held is muted already: only then may anything of it begin to flow.
    private static boolean isHeldBack(Place place) {
        var wanted = place.muting();
        var now = muted(place);
        return (now.audio() || !wanted.audio()) && (now.video() || !wanted.video());
    }

    private static Muted muted(Place place) {
        return place.hold() == null ? new Muted(false, false) : place.hold().muted();
    }
}
