package org.holdfast.media.jitsi;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.holdfast.live.MediaPlane;
import org.holdfast.media.jitsi.Place.PageAt;
import org.holdfast.media.jitsi.Place.Wish;
import org.holdfast.session.EndpointId;
import org.jspecify.annotations.Nullable;

/// One session's media: what is wanted, what its bridge has, what its pages were told. It is all that a node needs to
/// know to go on where another one stopped.
///
/// @param asOf how far the log was read for what is wanted
/// @param bridge its private address; absent while nobody needs one, or none is to be had
/// @param revision counts the changes of what people send
/// @param meetings by room, the name of its conference at the bridge
/// @param departed who sent something and does not any more, as long as a page is to be told so
record Held(
        long asOf,
        @Nullable String bridge,
        long revision,
        SortedMap<String, String> meetings,
        SortedMap<EndpointId, Place> places,
        List<Departure> departed) {
    static final Held NOTHING =
            new Held(0, null, 0, Collections.emptySortedMap(), Collections.emptySortedMap(), List.of());

    record Departure(EndpointId endpoint, String room, long revision) {}

    Held {
        meetings = Collections.unmodifiableSortedMap(new TreeMap<>(meetings));
        places = Collections.unmodifiableSortedMap(new TreeMap<>(places));
        departed = List.copyOf(departed);
    }

    Place place(EndpointId endpoint) {
        return places.getOrDefault(endpoint, Place.EMPTY);
    }

    @Nullable
    Hold hold(EndpointId endpoint) {
        return place(endpoint).hold();
    }

    /// Whether anybody is to be at a bridge.
    boolean needed() {
        return places.values().stream().anyMatch(place -> place.wish() != null);
    }

    /// As wanted from now on; older wishes than are known already change nothing.
    Held wanted(MediaPlane.Wanted wanted, long seq) {
        if (seq < asOf) return this;
        Map<EndpointId, Wish> wishes = new HashMap<>();
        wanted.rooms().forEach((room, seats) -> {
            for (var seat : seats) wishes.put(seat.endpoint(), Wish.of(room, seat));
        });
        var next = new Held(seq, bridge, revision, meetings, places, departed);
        for (var endpoint : places.keySet()) {
            if (!wishes.containsKey(endpoint)) next = next.unwanted(endpoint);
        }
        for (var wish : wishes.entrySet()) {
            next = next.changed(wish.getKey(), place -> place.wishing(wish.getValue()));
        }
        return next;
    }

    private Held unwanted(EndpointId endpoint) {
        // A page may say that it is there before anybody said that it is wanted.
        return place(endpoint).wish() == null ? this : dismissed(endpoint);
    }

    /// Has no seat any more.
    Held dismissed(EndpointId endpoint) {
        return changed(endpoint, place -> place.wishing(null).at(null));
    }

    /// The page of this endpoint is ready to be told, or has missed what it was told.
    Held ready(EndpointId endpoint, String node) {
        return changed(endpoint, place -> {
            var hold = place.hold();
            var page = place.page();
            var knows = hold != null
                    && hold.answer() != null
                    && page != null
                    && page.node().equals(node);
            return knows ? place : place.at(new PageAt(node, null, 0));
        });
    }

    Held at(String nextBridge) {
        return new Held(asOf, nextBridge, revision, meetings, places, departed);
    }

    Held opened(String room, String meeting) {
        var next = new TreeMap<>(meetings);
        next.put(room, meeting);
        return new Held(asOf, bridge, revision, next, places, departed);
    }

    Held held(EndpointId endpoint, UnaryOperator<Hold> change) {
        return changed(endpoint, place -> place.hold() == null ? place : place.holding(change.apply(place.hold())));
    }

    Held allocated(EndpointId endpoint, Hold hold) {
        return changed(endpoint, place -> place.holding(hold));
    }

    /// The bridge knows now what may pass of what this endpoint sends.
    Held informed(EndpointId endpoint, List<Source> passed) {
        var hold = hold(endpoint);
        if (hold == null) return this;
        var next = hold.passed().equals(passed) ? this : revised();
        return next.held(endpoint, before -> before.informed(passed, next.revision()));
    }

    /// The bridge has nothing of this endpoint any more. With the last one of a room its conference ends.
    Held released(EndpointId endpoint) {
        var hold = hold(endpoint);
        if (hold == null) return this;
        var next = changed(endpoint, place -> place.holding(null));
        if (!hold.passed().isEmpty()) next = next.revised().departing(endpoint, hold.room());
        var room = hold.room();
        var empty = next.places.values().stream()
                .noneMatch(place -> place.hold() != null && place.hold().room().equals(room));
        return empty ? next.closed(room) : next;
    }

    private Held revised() {
        return new Held(asOf, bridge, revision + 1, meetings, places, departed);
    }

    private Held departing(EndpointId endpoint, String room) {
        var next = new ArrayList<>(departed);
        next.removeIf(departure -> departure.endpoint().equals(endpoint));
        next.add(new Departure(endpoint, room, revision));
        return new Held(asOf, bridge, revision, meetings, places, next);
    }

    private Held closed(String room) {
        var next = new TreeMap<>(meetings);
        next.remove(room);
        // Whoever comes next is free to go to the bridge that has the least to do.
        return new Held(asOf, next.isEmpty() ? null : bridge, revision, next, places, departed);
    }

    /// The bridge is gone, or has forgotten everybody.
    Held withoutBridge() {
        var next = new TreeMap<EndpointId, Place>();
        places.forEach((endpoint, place) -> next.put(endpoint, place.holding(null)));
        next.values().removeIf(Place::idle);
        return new Held(asOf, null, revision, Collections.emptySortedMap(), next, List.of());
    }

    Held told(EndpointId endpoint, PageAt page) {
        return changed(endpoint, place -> place.at(page));
    }

    /// Without departures that every page knows of.
    Held forgetting() {
        var left = departed.stream()
                .filter(departure -> places.values().stream().anyMatch(place -> misses(place, departure)))
                .toList();
        return left.size() == departed.size() ? this : new Held(asOf, bridge, revision, meetings, places, left);
    }

    private static boolean misses(Place place, Departure departure) {
        var hold = place.hold();
        var page = place.page();
        return hold != null
                && page != null
                && hold.room().equals(departure.room())
                && hold.generation().equals(page.said())
                && page.told() < departure.revision();
    }

    private Held changed(EndpointId endpoint, UnaryOperator<Place> change) {
        var before = place(endpoint);
        var after = change.apply(before);
        if (after.equals(before)) return this;
        var next = new TreeMap<>(places);
        if (after.idle()) next.remove(endpoint);
        else next.put(endpoint, after);
        return new Held(asOf, bridge, revision, meetings, next, departed);
    }

    /// Nothing of it belongs into a log.
    @Override
    public String toString() {
        return "Held[" + asOf + " " + places.keySet() + "]";
    }
}
