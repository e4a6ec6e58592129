package org.holdfast.session;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.holdfast.decision.Actor;
import org.holdfast.decision.DamagedLog;
import org.holdfast.decision.Decision;
import org.holdfast.decision.Named;
import org.holdfast.decision.Stamp;
import org.jspecify.annotations.Nullable;

/// Everybody who does not lead listens, but for an interpreter, without whom somebody would have nothing to listen to:
/// their microphones and cameras are held, also of those who come later, who was let show a
/// screen shows it no more, and staff allow one by one. When it ends, all that it held is given back; what staff held
/// before stays held.
///
/// What it does to each switch stands in the log as events of [Floor] and [Screen], so whoever reads who was heard need
/// know nothing of it.
///
/// @param by who switched it on, nothing while it is off
/// @param microphones whose it holds now; so with `cameras`
/// @param screens of those who had been let show theirs
public record ListenOnly(
        @Nullable MemberId by,
        SortedSet<MemberId> microphones,
        SortedSet<MemberId> cameras,
        SortedSet<MemberId> screens) {
    static final ListenOnly OFF = begun(null);

    public ListenOnly {
        microphones = Collections.unmodifiableSortedSet(new TreeSet<>(microphones));
        cameras = Collections.unmodifiableSortedSet(new TreeSet<>(cameras));
        screens = Collections.unmodifiableSortedSet(new TreeSet<>(screens));
    }

    private static ListenOnly begun(@Nullable MemberId by) {
        return new ListenOnly(
                by, Collections.emptySortedSet(), Collections.emptySortedSet(), Collections.emptySortedSet());
    }

    public boolean on() {
        return by != null;
    }

    public sealed interface Command extends SessionCommand {}

    @Named("room.listen-only")
    public record SetListenOnly(boolean on) implements Command, Asked {}

    public sealed interface Event extends SessionEvent {}

    @Named("room.listen-only-set")
    public record ListenOnlySet(boolean on, MemberId by) implements Event {}

    static Decision<SessionEvent> decide(Session session, Command command, Actor by) {
        var no = Rules.isFacilitator(session, by);
        if (no != null) return Decision.refuse(no);
        var me = Rules.memberOf(by);
        return switch (command) {
            case SetListenOnly(var on) -> {
                if (on == session.listenOnly().on()) yield Decision.accept();
                var events = new ArrayList<SessionEvent>();
                events.add(new ListenOnlySet(on, me));
                if (on) {
                    for (var member : session.admission().members().keySet()) {
                        var held = session.plan().roleOf(member).heldWithAll()
                                && session.admission().seated(member);
                        if (held) hold(session, member, me, events);
                    }
                    for (var member : session.screen().allowed()) events.add(new Screen.ScreenDisallowed(member, me));
                } else {
                    giveBack(session.listenOnly(), me, events);
                }
                yield new Decision.Accepted<>(events);
            }
        };
    }

    /// What follows when somebody comes in while it is on. Who is there to listen is held for that, also after it.
    static List<SessionEvent> holding(Session session, MemberId member) {
        var events = new ArrayList<SessionEvent>();
        var by = session.listenOnly().by;
        var role = session.plan().roleOf(member);
        if (by != null && role.heldWithAll() && !role.listens()) hold(session, member, by, events);
        return events;
    }

    private static void hold(Session session, MemberId member, MemberId by, List<SessionEvent> events) {
        var floor = session.floor();
        if (!(floor.microphone(member) instanceof Floor.Switch.Held)) events.add(new Floor.Muted(member, by));
        if (!(floor.camera(member) instanceof Floor.Switch.Held)) events.add(new Floor.CameraStopped(member, by));
    }

    private static void giveBack(ListenOnly held, MemberId by, List<SessionEvent> events) {
        for (var member : held.microphones) events.add(new Floor.MicrophoneAllowed(member, by));
        for (var member : held.cameras) events.add(new Floor.CameraAllowed(member, by));
        for (var member : held.screens) events.add(new Screen.ScreenAllowed(member, by));
    }

    static ListenOnly apply(Session session, Event event, Stamp stamp) {
        return switch (event) {
            case ListenOnlySet(var on, var by) -> {
                if (on == session.listenOnly().on()) throw new DamagedLog("Set as it was, at " + stamp.seq());
                yield on ? begun(by) : OFF;
            }
        };
    }

    /// While it is on, a switch that is held is held by it, whoever did it.
    ListenOnly after(Floor.Event event) {
        if (!on()) return this;
        return switch (event) {
            case Floor.Muted(var member, var _) ->
                new ListenOnly(by, MemberSets.with(microphones, member), cameras, screens);
            case Floor.MicrophoneAllowed(var member, var _) ->
                new ListenOnly(by, MemberSets.without(microphones, member), cameras, screens);
            case Floor.CameraStopped(var member, var _) ->
                new ListenOnly(by, microphones, MemberSets.with(cameras, member), screens);
            case Floor.CameraAllowed(var member, var _) ->
                new ListenOnly(by, microphones, MemberSets.without(cameras, member), screens);
            case Floor.MicrophoneSet _, Floor.CameraSet _, Floor.HandRaised _, Floor.HandLowered _ -> this;
            case Floor.GuestListens _ -> this;
        };
    }

    /// A screen that staff forbid meanwhile is held by it too.
    ListenOnly after(Screen.Event event) {
        if (!on()) return this;
        return switch (event) {
            case Screen.ScreenDisallowed(var member, var _) ->
                new ListenOnly(by, microphones, cameras, MemberSets.with(screens, member));
            case Screen.ScreenAllowed(var member, var _) ->
                new ListenOnly(by, microphones, cameras, MemberSets.without(screens, member));
            case Screen.ScreenShared _, Screen.ScreenStopped _ -> this;
        };
    }

    /// Who has no seat any more is held by it no longer, and is again if they are let in while it is on.
    ListenOnly without(MemberId member) {
        if (!microphones.contains(member) && !cameras.contains(member) && !screens.contains(member)) return this;
        return new ListenOnly(
                by,
                MemberSets.without(microphones, member),
                MemberSets.without(cameras, member),
                MemberSets.without(screens, member));
    }
}
