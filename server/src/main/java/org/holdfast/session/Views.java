package org.holdfast.session;

import java.time.Duration;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import org.holdfast.session.Member.Dropped;
import org.holdfast.session.Member.Left;
import org.holdfast.session.Member.Link;
import org.holdfast.session.Member.Present;
import org.holdfast.session.Member.Removed;
import org.holdfast.session.Member.Waiting;
import org.holdfast.session.View.ConsolePersonView;
import org.holdfast.session.View.ConsoleView;
import org.holdfast.session.View.Departure;
import org.holdfast.session.View.EndedView;
import org.holdfast.session.View.ExpectedView;
import org.holdfast.session.View.GoneView;
import org.holdfast.session.View.HelpView;
import org.holdfast.session.View.Line;
import org.holdfast.session.View.MediaView;
import org.holdfast.session.View.Minutes;
import org.holdfast.session.View.NewDeviceView;
import org.holdfast.session.View.Openness;
import org.holdfast.session.View.PersonView;
import org.holdfast.session.View.Place;
import org.holdfast.session.View.RoomView;
import org.holdfast.session.View.SwitchView;
import org.holdfast.session.View.WaitingPersonView;
import org.holdfast.session.View.WaitingView;
import org.jspecify.annotations.Nullable;

/// Makes the [View] of each audience.
public final class Views {
    private Views() {}

    /// Nothing for [Audience#NONE], and nothing before the session is open.
    public static @Nullable View of(Session session, Audience audience, Names names) {
        if (audience == Audience.NONE) return null;
        return switch (session.life()) {
            case Life.Scheduled _ -> null;
            case Life.Open _ -> open(session, audience, names, Openness.OPEN);
            case Life.Unattended _ -> open(session, audience, names, Openness.UNATTENDED);
            case Life.Ended(var at, var cause) -> new EndedView(Place.ENDED, cause, at);
        };
    }

    /// The same view as [#of] gives, as long as nobody is called differently, made from the one before. Where somebody
    /// only switched something on or off or raised a hand, which is most of a meeting, only what is
    /// shown of that is made anew.
    public static @Nullable View next(View before, Change change, Audience audience, Names names) {
        var now = change.after;
        if (!change.ofFloor) return of(now, audience, names);
        return switch (before) {
            case WaitingView waiting -> waiting;
            case EndedView ended -> ended;
            case RoomView room -> {
                var people = new TreeMap<>(room.people());
                for (var id : change.touched()) people.computeIfPresent(id, (_, was) -> onFloor(was, now, id));
                yield new RoomView(
                        room.place(),
                        room.starts(),
                        room.ends(),
                        room.life(),
                        people,
                        room.chat(),
                        room.cameras(),
                        room.spotlight(),
                        room.breakUntil());
            }
            case ConsoleView console -> {
                var people = new TreeMap<>(console.people());
                for (var id : change.touched()) people.computeIfPresent(id, (_, was) -> onFloor(was, now, id));
                yield new ConsoleView(
                        console.place(),
                        console.title(),
                        console.starts(),
                        console.ends(),
                        console.life(),
                        console.locked(),
                        people,
                        console.waiting(),
                        console.newDevices(),
                        console.expected(),
                        console.gone(),
                        console.help(),
                        console.chat(),
                        console.cameras(),
                        console.spotlight(),
                        console.breakUntil(),
                        console.listenOnly());
            }
        };
    }

    private static PersonView onFloor(PersonView was, Session now, MemberId id) {
        return new PersonView(
                was.name(),
                was.role(),
                was.order(),
                was.line(),
                was.endpoint(),
                shown(now.floor().microphone(id)),
                shown(now.floor().camera(id)),
                hand(now, id),
                was.screen(),
                was.media());
    }

    private static ConsolePersonView onFloor(ConsolePersonView was, Session now, MemberId id) {
        return new ConsolePersonView(
                was.name(),
                was.role(),
                was.order(),
                was.line(),
                was.endpoint(),
                shown(now.floor().microphone(id)),
                shown(now.floor().camera(id)),
                hand(now, id),
                was.screen(),
                was.media(),
                was.minutes(),
                was.interrupted(),
                was.chatStopped(),
                was.screenAllowed());
    }

    private static @Nullable View open(Session session, Audience audience, Names names, Openness openness) {
        var plan = session.plan();
        return switch (audience) {
            case NONE -> null;
            case WAITING -> new WaitingView(Place.WAITING, plan.starts(), names.of(plan.lead()));
            case ROOM ->
                new RoomView(
                        Place.ROOM,
                        plan.starts(),
                        plan.ends(),
                        openness,
                        people(session, names),
                        chat(session),
                        cameras(plan),
                        session.spotlight().on(),
                        session.breaks().until());
            case CONSOLE -> console(session, names, openness);
        };
    }

    private static SortedMap<MemberId, PersonView> people(Session session, Names names) {
        var people = new TreeMap<MemberId, PersonView>();
        for (var id : session.admission().members().keySet()) {
            if (session.admission().seated(id)) people.put(id, person(session, id, names));
        }
        return people;
    }

    private static PersonView person(Session session, MemberId id, Names names) {
        var present = session.present(id);
        return new PersonView(
                names.of(id),
                session.plan().roleOf(id),
                session.admission().places().getOrDefault(id, 0),
                line(session, id),
                present == null ? null : present.endpoint(),
                shown(session.floor().microphone(id)),
                shown(session.floor().camera(id)),
                hand(session, id),
                whereTrue(id.equals(session.screen().shared())),
                session.mediaLine().lost().contains(id) ? MediaView.LOST : null);
    }

    private static Line line(Session session, MemberId id) {
        if (session.present(id) == null) return Line.DROPPED;
        return session.interruption().now().containsKey(id) ? Line.INTERRUPTED : Line.HERE;
    }

    static SwitchView shown(Floor.Switch value) {
        return switch (value) {
            case Floor.Switch.On() -> SwitchView.ON;
            case Floor.Switch.Off() -> SwitchView.OFF;
            case Floor.Switch.Held _ -> SwitchView.HELD;
        };
    }

    private static @Nullable Integer hand(Session session, MemberId id) {
        var raised = session.floor().hands().get(id);
        if (raised == null) return null;
        var place = 1;
        for (var other : session.floor().hands().values()) if (other < raised) place++;
        return place;
    }

    private static ConsoleView console(Session session, Names names, Openness openness) {
        var people = new TreeMap<MemberId, ConsolePersonView>();
        var waiting = new TreeMap<MemberId, WaitingPersonView>();
        var gone = new TreeMap<MemberId, GoneView>();
        for (var member : session.admission().members().values()) {
            var id = member.id();
            switch (member) {
                case Waiting w -> waiting.put(id, waitingPerson(session.plan(), w, names));
                case Present _, Dropped _ -> people.put(id, consolePerson(session, id, names));
                case Left(var _, var _, var at) -> gone.put(id, new GoneView(names.of(id), Departure.LEFT, at));
                case Removed(var _, var _, var at) -> gone.put(id, new GoneView(names.of(id), Departure.REMOVED, at));
            }
        }
        var newDevices = new TreeMap<MemberId, NewDeviceView>();
        session.admission()
                .newDevices()
                .forEach((id, device) -> newDevices.put(id, new NewDeviceView(names.of(id), device.since())));
        var plan = session.plan();
        return new ConsoleView(
                Place.CONSOLE,
                plan.title(),
                plan.starts(),
                plan.ends(),
                openness,
                session.admission().locked(),
                people,
                waiting,
                newDevices,
                expected(session, names),
                gone,
                help(session, names),
                chat(session),
                cameras(plan),
                session.spotlight().on(),
                session.breaks().until(),
                whereTrue(session.listenOnly().on()));
    }

    /// A view says nothing of what is as usual.
    private static @Nullable Boolean whereTrue(boolean value) {
        return value ? true : null;
    }

    private static Chat.@Nullable Policy chat(Session session) {
        var policy = session.chat().policy();
        return policy == Chat.Policy.TO_STAFF ? null : policy;
    }

    private static @Nullable Cameras cameras(Plan plan) {
        var policy = plan.cameraPolicy();
        return policy == Cameras.FREE ? null : policy;
    }

    private static ConsolePersonView consolePerson(Session session, MemberId id, Names names) {
        var seen = person(session, id, names);
        return new ConsolePersonView(
                seen.name(),
                seen.role(),
                seen.order(),
                seen.line(),
                seen.endpoint(),
                seen.microphone(),
                seen.camera(),
                seen.hand(),
                seen.screen(),
                seen.media(),
                minutes(session, id),
                session.interruption().now().get(id),
                whereTrue(session.chat().stopped().containsKey(id)),
                whereTrue(session.screen().allowed().contains(id)));
    }

    private static Minutes minutes(Session session, MemberId id) {
        var past = session.admission().stayed().getOrDefault(id, Duration.ZERO).toMillis();
        var present = session.present(id);
        return new Minutes(past, present == null ? null : present.since());
    }

    private static WaitingPersonView waitingPerson(Plan plan, Waiting waiting, Names names) {
        return new WaitingPersonView(
                names.of(waiting.id()),
                plan.isGuest(waiting.id()) ? plan.roleOf(waiting.id()) : null,
                waiting.since(),
                waiting.why(),
                waiting.arrival().standing(),
                waiting.arrival().privatePlace(),
                waiting.link() instanceof Link.Live ? Line.HERE : Line.DROPPED);
    }

    private static SortedMap<MemberId, ExpectedView> expected(Session session, Names names) {
        var missing = session.plan().roster().stream()
                .filter(id ->
                        session.expects(id) && !session.admission().members().containsKey(id))
                .sorted(Comparator.comparing(names::of).thenComparing(Comparator.naturalOrder()))
                .toList();
        var expected = new TreeMap<MemberId, ExpectedView>();
        for (var id : missing) expected.put(id, new ExpectedView(names.of(id), expected.size() + 1));
        return expected;
    }

    private static SortedMap<MemberId, HelpView> help(Session session, Names names) {
        var help = new TreeMap<MemberId, HelpView>();
        session.help().requests().forEach((id, request) -> {
            var seenBy = switch (request) {
                case Help.Request.Unseen _ -> null;
                case Help.Request.Seen(var _, var by) -> names.of(by);
            };
            help.put(id, new HelpView(names.of(id), request.at(), seenBy));
        });
        return help;
    }
}
