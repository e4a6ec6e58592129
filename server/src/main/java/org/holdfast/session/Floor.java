package org.holdfast.session;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.holdfast.decision.Actor;
import org.holdfast.decision.DamagedLog;
import org.holdfast.decision.Decision;
import org.holdfast.decision.Named;
import org.holdfast.decision.RefusalCode;
import org.holdfast.decision.Stamp;

/// Who may be heard and seen, and who asks for the word.
///
/// Its maps are its own from then on, and the very same in the next floor where nothing happened to them.
///
/// @param microphones by member; who never touched it has it off
/// @param hands by member, the place of the entry that raised it: earlier is first
public record Floor(
        SortedMap<MemberId, Switch> microphones, SortedMap<MemberId, Switch> cameras, SortedMap<MemberId, Long> hands) {
    static final Floor EMPTY =
            new Floor(Collections.emptySortedMap(), Collections.emptySortedMap(), Collections.emptySortedMap());

    public Floor {
        microphones = Collections.unmodifiableSortedMap(microphones);
        cameras = Collections.unmodifiableSortedMap(cameras);
        hands = Collections.unmodifiableSortedMap(hands);
    }

    /// Held means that staff switched it off, and only staff can give it back.
    public sealed interface Switch {
        record On() implements Switch {}

        record Off() implements Switch {}

        record Held(MemberId by) implements Switch {}
    }

    private static final Switch ON = new Switch.On();
    private static final Switch OFF = new Switch.Off();

    /// Whether staff hold the same switches: what differs of them at most is who has on what they may have on.
    boolean holdsTheSame(Floor other) {
        return sameHeld(microphones, other.microphones) && sameHeld(cameras, other.cameras);
    }

    private static boolean sameHeld(SortedMap<MemberId, Switch> these, SortedMap<MemberId, Switch> those) {
        if (these == those) return true;
        for (var entry : these.entrySet()) {
            var that = those.get(entry.getKey());
            if (entry.getValue().equals(that)) continue;
            if (entry.getValue() instanceof Switch.Held || that instanceof Switch.Held) return false;
        }
        for (var entry : those.entrySet()) {
            if (entry.getValue() instanceof Switch.Held && !these.containsKey(entry.getKey())) return false;
        }
        return true;
    }

    /// Who has a microphone or a camera otherwise than there.
    SortedSet<MemberId> switchedSince(Floor other) {
        var switched = new TreeSet<MemberId>();
        addDiffering(microphones, other.microphones, switched);
        addDiffering(cameras, other.cameras, switched);
        return switched;
    }

    private static void addDiffering(
            SortedMap<MemberId, Switch> these, SortedMap<MemberId, Switch> those, SortedSet<MemberId> into) {
        if (these == those) return;
        these.forEach((member, now) -> {
            if (!now.equals(those.get(member))) into.add(member);
        });
    }

    public Switch microphone(MemberId member) {
        return microphones.getOrDefault(member, OFF);
    }

    public Switch camera(MemberId member) {
        return cameras.getOrDefault(member, OFF);
    }

    public sealed interface Command extends SessionCommand {}

    @Named("microphone.set")
    public record SetMicrophone(boolean on) implements Command, Asked {}

    @Named("camera.set")
    public record SetCamera(boolean on) implements Command, Asked {}

    @Named("hand.raise")
    public record RaiseHand() implements Command, Asked {}

    @Named("hand.lower")
    public record LowerHand() implements Command, Asked {}

    @Named("microphone.mute")
    public record Mute(MemberId member) implements Command, Asked {}

    @Named("microphone.mute-all")
    public record MuteAll() implements Command, Asked {}

    @Named("microphone.allow")
    public record AllowMicrophone(MemberId member) implements Command, Asked {}

    @Named("microphone.allow-all")
    public record AllowAllMicrophones() implements Command, Asked {}

    @Named("camera.stop")
    public record StopCamera(MemberId member) implements Command, Asked {}

    @Named("camera.allow")
    public record AllowCamera(MemberId member) implements Command, Asked {}

    @Named("hand.lower-one")
    public record LowerOne(MemberId member) implements Command, Asked {}

    @Named("hand.lower-all")
    public record LowerAll() implements Command, Asked {}

    public sealed interface Event extends SessionEvent {}

    @Named("microphone.was-set")
    public record MicrophoneSet(MemberId member, boolean on) implements Event {}

    @Named("camera.was-set")
    public record CameraSet(MemberId member, boolean on) implements Event {}

    @Named("hand.raised")
    public record HandRaised(MemberId member) implements Event {}

    @Named("hand.lowered")
    public record HandLowered(MemberId member) implements Event {}

    @Named("microphone.muted")
    public record Muted(MemberId member, MemberId by) implements Event {}

    @Named("microphone.allowed")
    public record MicrophoneAllowed(MemberId member, MemberId by) implements Event {}

    @Named("camera.stopped")
    public record CameraStopped(MemberId member, MemberId by) implements Event {}

    @Named("camera.allowed")
    public record CameraAllowed(MemberId member, MemberId by) implements Event {}

    /// A guest who is there to see and hear: both switches are held from the start.
    @Named("guest.listens")
    public record GuestListens(MemberId member, MemberId by) implements Event {}

    static Decision<SessionEvent> decide(Session session, Command command, Actor by) {
        return switch (command) {
            case SetMicrophone(var on) -> set(session, by, session.floor()::microphone, on, MicrophoneSet::new);
            case SetCamera(var on) ->
                on && camerasStayOff(session, Rules.memberOf(by))
                        ? refuseCamera(session, by)
                        : set(session, by, session.floor()::camera, on, CameraSet::new);
            case RaiseHand() -> hand(session, by, true);
            case LowerHand() -> hand(session, by, false);
            case Mute(var member) -> forOne(session, by, member, mute(session, by, member));
            case AllowMicrophone(var member) -> forOne(session, by, member, allowMicrophone(session, by, member));
            case StopCamera(var member) -> forOne(session, by, member, stopCamera(session, by, member));
            case AllowCamera(var member) -> forOne(session, by, member, allowCamera(session, by, member));
            case LowerOne(var member) -> forOne(session, by, member, lower(session, member));
            // Who says what others say goes on doing so, and who is there to listen is let speak one by one.
            case MuteAll() ->
                forAll(
                        session,
                        by,
                        member -> session.plan().roleOf(member).heldWithAll() ? mute(session, by, member) : List.of());
            case AllowAllMicrophones() ->
                forAll(
                        session,
                        by,
                        member -> session.plan().roleOf(member).listens()
                                ? List.of()
                                : allowMicrophone(session, by, member));
            case LowerAll() -> forAll(session, by, member -> lower(session, member));
        };
    }

    /// Whether this member's browser may send its camera at all, as the media plane is told.
    public static boolean mayShowCamera(Session session, MemberId member) {
        return !camerasStayOff(session, member) && !(session.floor().camera(member) instanceof Switch.Held);
    }

    private static boolean camerasStayOff(Session session, MemberId member) {
        var plan = session.plan();
        return plan.cameraPolicy() == Cameras.OFF && plan.roleOf(member).heldWithAll();
    }

    private static Decision<SessionEvent> refuseCamera(Session session, Actor by) {
        var no = Rules.isPresent(session, by);
        return Decision.refuse(no != null ? no : RefusalCode.CAMERAS_OFF);
    }

    /// What follows when somebody comes in who is there to see and hear.
    static List<SessionEvent> listening(Session session, Actor by, MemberId member) {
        return session.plan().roleOf(member).listens()
                ? List.of(new GuestListens(member, Rules.memberOf(by)))
                : List.of();
    }

    private interface SwitchOf {
        Switch of(MemberId member);
    }

    private interface SetEvent {
        SessionEvent of(MemberId member, boolean on);
    }

    private interface EventsFor {
        List<SessionEvent> of(MemberId member);
    }

    private static Decision<SessionEvent> set(Session session, Actor by, SwitchOf current, boolean on, SetEvent event) {
        var no = Rules.isPresent(session, by);
        if (no != null) return Decision.refuse(no);
        var me = Rules.memberOf(by);
        return switch (current.of(me)) {
            case Switch.Held _ -> on ? Decision.refuse(RefusalCode.HELD) : Decision.accept();
            case Switch.On() -> on ? Decision.accept() : Decision.accept(event.of(me, false));
            case Switch.Off() -> on ? Decision.accept(event.of(me, true)) : Decision.accept();
        };
    }

    private static Decision<SessionEvent> hand(Session session, Actor by, boolean up) {
        var no = Rules.isPresent(session, by);
        if (no != null) return Decision.refuse(no);
        var me = Rules.memberOf(by);
        if (session.floor().hands.containsKey(me) == up) return Decision.accept();
        return Decision.accept(up ? new HandRaised(me) : new HandLowered(me));
    }

    private static Decision<SessionEvent> forOne(
            Session session, Actor by, MemberId member, List<SessionEvent> events) {
        var no = Rules.isFacilitatorOver(session, by, member);
        return no != null ? Decision.refuse(no) : new Decision.Accepted<>(events);
    }

    private static Decision<SessionEvent> forAll(Session session, Actor by, EventsFor each) {
        var no = Rules.isFacilitator(session, by);
        if (no != null) return Decision.refuse(no);
        var events = new ArrayList<SessionEvent>();
        for (var member : session.admission().members().keySet()) {
            if (Rules.isSeatedMember(session, member) == null) events.addAll(each.of(member));
        }
        return new Decision.Accepted<>(events);
    }

    private static List<SessionEvent> mute(Session session, Actor by, MemberId member) {
        return session.floor().microphone(member) instanceof Switch.Held
                ? List.of()
                : List.of(new Muted(member, Rules.memberOf(by)));
    }

    private static List<SessionEvent> allowMicrophone(Session session, Actor by, MemberId member) {
        return session.floor().microphone(member) instanceof Switch.Held
                ? List.of(new MicrophoneAllowed(member, Rules.memberOf(by)))
                : List.of();
    }

    private static List<SessionEvent> stopCamera(Session session, Actor by, MemberId member) {
        return session.floor().camera(member) instanceof Switch.Held
                ? List.of()
                : List.of(new CameraStopped(member, Rules.memberOf(by)));
    }

    private static List<SessionEvent> allowCamera(Session session, Actor by, MemberId member) {
        return session.floor().camera(member) instanceof Switch.Held
                ? List.of(new CameraAllowed(member, Rules.memberOf(by)))
                : List.of();
    }

    private static List<SessionEvent> lower(Session session, MemberId member) {
        return session.floor().hands.containsKey(member) ? List.of(new HandLowered(member)) : List.of();
    }

    static Floor apply(Session session, Event event, Stamp stamp) {
        var floor = session.floor();
        return switch (event) {
            case MicrophoneSet(var member, var on) -> {
                Rules.mustBePresent(session, member, stamp);
                yield floor.withMicrophone(member, on ? ON : OFF);
            }
            case CameraSet(var member, var on) -> {
                Rules.mustBePresent(session, member, stamp);
                if (on && camerasStayOff(session, member)) {
                    throw new DamagedLog("A camera where they stay off, at " + stamp.seq());
                }
                yield floor.withCamera(member, on ? ON : OFF);
            }
            case Muted(var member, var by) -> {
                Rules.mustBeSeated(session, member, stamp);
                yield floor.withMicrophone(member, new Switch.Held(by));
            }
            case CameraStopped(var member, var by) -> {
                Rules.mustBeSeated(session, member, stamp);
                yield floor.withCamera(member, new Switch.Held(by));
            }
            case GuestListens(var member, var by) -> {
                Rules.mustBeSeated(session, member, stamp);
                yield floor.withMicrophone(member, new Switch.Held(by)).withCamera(member, new Switch.Held(by));
            }
            case MicrophoneAllowed(var member, var _) -> {
                Rules.mustBeSeated(session, member, stamp);
                yield floor.withMicrophone(member, OFF);
            }
            case CameraAllowed(var member, var _) -> {
                Rules.mustBeSeated(session, member, stamp);
                yield floor.withCamera(member, OFF);
            }
            case HandRaised(var member) -> {
                Rules.mustBePresent(session, member, stamp);
                yield floor.withHand(member, stamp.seq());
            }
            case HandLowered(var member) -> {
                if (!floor.hands.containsKey(member)) throw new DamagedLog("Lowered unraised, at " + stamp.seq());
                yield floor.withoutHand(member);
            }
        };
    }

    /// Out of the room: the hand goes down and both switches go off, but what staff hold stays held.
    Floor cleared(MemberId member) {
        var next = withoutHand(member);
        if (microphone(member) instanceof Switch.On) next = next.withMicrophone(member, OFF);
        if (camera(member) instanceof Switch.On) next = next.withCamera(member, OFF);
        return next;
    }

    /// What [ListenOnly] held of somebody who has no seat any more.
    Floor released(MemberId member, ListenOnly held) {
        var next = this;
        if (held.microphones().contains(member)) next = next.withMicrophone(member, OFF);
        if (held.cameras().contains(member)) next = next.withCamera(member, OFF);
        return next;
    }

    private Floor withMicrophone(MemberId member, Switch value) {
        var next = new TreeMap<>(microphones);
        next.put(member, value);
        return new Floor(next, cameras, hands);
    }

    private Floor withCamera(MemberId member, Switch value) {
        var next = new TreeMap<>(cameras);
        next.put(member, value);
        return new Floor(microphones, next, hands);
    }

    private Floor withHand(MemberId member, long seq) {
        var next = new TreeMap<>(hands);
        next.put(member, seq);
        return new Floor(microphones, cameras, next);
    }

    private Floor withoutHand(MemberId member) {
        var next = new TreeMap<>(hands);
        next.remove(member);
        return new Floor(microphones, cameras, next);
    }
}
