package org.holdfast.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.holdfast.decision.DamagedLog;
import org.holdfast.decision.Stamp;
import org.holdfast.session.Admission.Admitted;
import org.holdfast.session.Admission.Arrived;
import org.holdfast.session.Admission.DeviceArrived;
import org.holdfast.session.Admission.DeviceGone;
import org.holdfast.session.Admission.MemberDropped;
import org.holdfast.session.Admission.MemberLeft;
import org.holdfast.session.Admission.MemberRemoved;
import org.holdfast.session.Admission.Returned;
import org.holdfast.session.Admission.RoomLocked;
import org.holdfast.session.Admission.RoomUnlocked;
import org.holdfast.session.Admission.SeatMoved;
import org.holdfast.session.Admission.SentBackToWait;
import org.holdfast.session.Admission.WaitLost;
import org.holdfast.session.Admission.WaitsAgain;
import org.holdfast.session.Admission.WrittenTo;
import org.holdfast.session.Member.Dropped;
import org.holdfast.session.Member.Left;
import org.holdfast.session.Member.Link;
import org.holdfast.session.Member.NewDevice;
import org.holdfast.session.Member.Present;
import org.holdfast.session.Member.Removed;
import org.holdfast.session.Member.Waiting;
import org.holdfast.session.Member.WaitingReason;

/// The slice of [Admission]: where everybody is.
///
/// @param newDevices second browsers that wait beside their person's seat
/// @param places the order of first admission; a person who returns sits where they sat
/// @param stayed the closed stays of each person in the room, added up
/// @param endpoints how many endpoints were given out so far
public record Seats(
        SortedMap<MemberId, Member> members,
        SortedMap<MemberId, NewDevice> newDevices,
        SortedMap<MemberId, Integer> places,
        SortedMap<MemberId, Duration> stayed,
        int endpoints,
        boolean locked) {
    static final Seats EMPTY = new Seats(
            Collections.emptySortedMap(),
            Collections.emptySortedMap(),
            Collections.emptySortedMap(),
            Collections.emptySortedMap(),
            0,
            false);

    public Seats {
        members = Collections.unmodifiableSortedMap(new TreeMap<>(members));
        newDevices = Collections.unmodifiableSortedMap(new TreeMap<>(newDevices));
        places = Collections.unmodifiableSortedMap(new TreeMap<>(places));
        stayed = Collections.unmodifiableSortedMap(new TreeMap<>(stayed));
    }

    /// Seats taken: a dropped person's is kept.
    public int seats() {
        return (int) members.keySet().stream().filter(this::seated).count();
    }

    public boolean seated(MemberId id) {
        return switch (members.get(id)) {
            case Present _, Dropped _ -> true;
            case Waiting _, Left _, Removed _ -> false;
            case null -> false;
        };
    }

    /// In the room or before it: who has come and is not gone.
    boolean isHere(MemberId id) {
        return switch (members.get(id)) {
            case Waiting _, Present _, Dropped _ -> true;
            case Left _, Removed _ -> false;
            case null -> false;
        };
    }

    /// Those who wait, longest first.
    public List<Waiting> waiting() {
        return members.values().stream()
                .filter(Waiting.class::isInstance)
                .map(Waiting.class::cast)
                .sorted(Comparator.comparing(Waiting::since).thenComparing(Waiting::id))
                .toList();
    }

    /// Whether this connection is the one that holds the person's seat or place in the waiting room.
    public boolean speaksFor(MemberId id, ConnectionId connection) {
        return switch (members.get(id)) {
            case Waiting waiting ->
                waiting.link() instanceof Link.Live live && live.connection().equals(connection);
            case Present present -> present.link().connection().equals(connection);
            case Dropped _, Left _, Removed _ -> false;
            case null -> false;
        };
    }

    public boolean waitsBeside(MemberId id, ConnectionId connection) {
        var beside = newDevices.get(id);
        return beside != null && beside.link().connection().equals(connection);
    }

    EndpointId nextEndpoint() {
        return endpointAfter(0);
    }

    EndpointId endpointAfter(int others) {
        return EndpointId.numbered(endpoints + 1 + others);
    }

    Seats apply(Admission.Event event, Plan plan, Stamp stamp) {
        var at = stamp.at();
        return switch (event) {
            case Arrived(var id, var device, var arrival, var why, var link) ->
                expect(plan.knows(id) && !seated(id) && !(members.get(id) instanceof Removed), event, stamp)
                        .with(new Waiting(id, device, arrival, why, at, link));
            case Admitted(var id, var endpoint) -> {
                if (!(members.get(id) instanceof Waiting waiting && waiting.link() instanceof Link.Live live)) {
                    throw impossible(event, stamp);
                }
                yield seat(new Present(id, waiting.device(), waiting.arrival(), endpoint, at, live));
            }
            case Returned(var id, var endpoint, var link, var lastSeen) ->
                switch (members.get(id)) {
                    case Present was ->
                        expect(during(was, lastSeen, stamp), event, stamp)
                                .stayedUntil(id, lastSeen)
                                .seat(new Present(id, was.device(), was.arrival(), endpoint, at, link));
                    case Dropped was -> seat(new Present(id, was.device(), was.arrival(), endpoint, at, link));
                    case Waiting _, Left _, Removed _ -> throw impossible(event, stamp);
                    case null -> throw impossible(event, stamp);
                };
            case MemberDropped(var id, var lastSeen) -> {
                if (!(members.get(id) instanceof Present was && during(was, lastSeen, stamp))) {
                    throw impossible(event, stamp);
                }
                yield stayedUntil(id, lastSeen).with(new Dropped(id, was.device(), was.arrival(), lastSeen));
            }
            case WaitsAgain(var id, var arrival, var link) -> {
                var was = waitingAt(id, event, stamp);
                yield with(new Waiting(id, was.device(), arrival, was.why(), was.since(), link));
            }
            case WaitLost(var id, var lastSeen) -> {
                var was = waitingAt(id, event, stamp);
                yield with(
                        new Waiting(id, was.device(), was.arrival(), was.why(), was.since(), new Link.Lost(lastSeen)));
            }
            case MemberLeft(var id) ->
                stayedUntil(id, at)
                        .with(new Left(id, deviceOf(id, event, stamp), at))
                        .withoutNewDevice(id);
            case SentBackToWait(var id) -> stayedUntil(id, at).with(backToWaiting(id, at, event, stamp));
            case MemberRemoved(var id) ->
                stayedUntil(id, at)
                        .with(new Removed(id, deviceOf(id, event, stamp), at))
                        .withoutNewDevice(id);
            case DeviceArrived(var id, var device, var arrival, var link) ->
                expect(members.containsKey(id), event, stamp)
                        .withNewDevice(new NewDevice(id, device, arrival, at, link));
            case DeviceGone(var id) ->
                expect(newDevices.containsKey(id), event, stamp).withoutNewDevice(id);
            case SeatMoved(var id, var device, var endpoint, var link) -> {
                var arrival = arrivalOf(id, event, stamp);
                yield stayedUntil(id, at)
                        .seat(new Present(id, device, arrival, endpoint, at, link))
                        .withoutNewDevice(id);
            }
            case RoomLocked() -> new Seats(members, newDevices, places, stayed, endpoints, true);
            case RoomUnlocked() -> new Seats(members, newDevices, places, stayed, endpoints, false);
            case WrittenTo(var id, var _, var _) -> expect(members.get(id) instanceof Waiting, event, stamp);
        };
    }

    private static boolean during(Present present, Instant time, Stamp stamp) {
        return !time.isBefore(present.since()) && !time.isAfter(stamp.at());
    }

    private Waiting backToWaiting(MemberId id, Instant at, Admission.Event event, Stamp stamp) {
        return switch (members.get(id)) {
            case Present was -> new Waiting(id, was.device(), was.arrival(), WaitingReason.SENT_BACK, at, was.link());
            case Dropped was ->
                new Waiting(id, was.device(), was.arrival(), WaitingReason.SENT_BACK, at, new Link.Lost(was.at()));
            case Waiting _, Left _, Removed _ -> throw impossible(event, stamp);
            case null -> throw impossible(event, stamp);
        };
    }

    /// The browser that takes the seat brings its own answers; staff who sign in elsewhere keep theirs.
    private Member.Arrival arrivalOf(MemberId id, Admission.Event event, Stamp stamp) {
        var beside = newDevices.get(id);
        if (beside != null) return beside.arrival();
        return switch (members.get(id)) {
            case Waiting waiting -> waiting.arrival();
            case Present present -> present.arrival();
            case Dropped dropped -> dropped.arrival();
            case Left _, Removed _ -> throw impossible(event, stamp);
            case null -> throw impossible(event, stamp);
        };
    }

    private DeviceId deviceOf(MemberId id, Admission.Event event, Stamp stamp) {
        return switch (members.get(id)) {
            case Waiting waiting -> waiting.device();
            case Present present -> present.device();
            case Dropped dropped -> dropped.device();
            // Who has left can still be kept out.
            case Left left -> {
                if (event instanceof MemberLeft) throw impossible(event, stamp);
                yield left.device();
            }
            case Removed _ -> throw impossible(event, stamp);
            case null -> throw impossible(event, stamp);
        };
    }

    private Waiting waitingAt(MemberId id, Admission.Event event, Stamp stamp) {
        if (!(members.get(id) instanceof Waiting waiting)) throw impossible(event, stamp);
        return waiting;
    }

    /// Adds the stay that ends at `until`; for someone who is not in the room nothing ends.
    private Seats stayedUntil(MemberId id, Instant until) {
        if (!(members.get(id) instanceof Present present)) return this;
        var next = new TreeMap<>(stayed);
        next.merge(id, Duration.between(present.since(), until), Duration::plus);
        return new Seats(members, newDevices, places, next, endpoints, locked);
    }

    private Seats seat(Present present) {
        var nextPlaces = new TreeMap<>(places);
        nextPlaces.putIfAbsent(present.id(), places.size() + 1);
        var next = new TreeMap<>(members);
        next.put(present.id(), present);
        return new Seats(next, newDevices, nextPlaces, stayed, endpoints + 1, locked);
    }

    private Seats with(Member member) {
        var next = new TreeMap<>(members);
        next.put(member.id(), member);
        return new Seats(next, newDevices, places, stayed, endpoints, locked);
    }

    private Seats withNewDevice(NewDevice device) {
        var next = new TreeMap<>(newDevices);
        next.put(device.id(), device);
        return new Seats(members, next, places, stayed, endpoints, locked);
    }

    private Seats withoutNewDevice(MemberId id) {
        if (!newDevices.containsKey(id)) return this;
        var next = new TreeMap<>(newDevices);
        next.remove(id);
        return new Seats(members, next, places, stayed, endpoints, locked);
    }

    private Seats expect(boolean possible, Admission.Event event, Stamp stamp) {
        if (!possible) throw impossible(event, stamp);
        return this;
    }

    private static DamagedLog impossible(Admission.Event event, Stamp stamp) {
        return new DamagedLog(
                event.getClass().getSimpleName() + " cannot follow what stands before entry " + stamp.seq());
    }
}
