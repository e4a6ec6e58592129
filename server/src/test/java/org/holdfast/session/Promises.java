package org.holdfast.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.holdfast.decision.Actor;
import org.holdfast.decision.Decision;

/// What is true of every session, however it came about.
final class Promises {
    private static final Set<String> OUTSIDE_ONLY = Set.of(
            Play.CANARY, "waiting", "expected", "help", "privatePlace", "newDevices", "Reason", "Standing", "minutes");

    private Promises() {}

    static void state(Session session) {
        var seats = session.admission();
        var endpoints = new HashSet<EndpointId>();
        var connections = new HashSet<ConnectionId>();
        for (var member : seats.members().values()) {
            assertTrue(session.plan().knows(member.id()), "A stranger is a member");
            switch (member) {
                case Member.Present present -> {
                    assertTrue(endpoints.add(present.endpoint()), "Two have one endpoint");
                    assertTrue(connections.add(present.link().connection()), "Two have one connection");
                }
                case Member.Waiting waiting -> {
                    if (waiting.link() instanceof Member.Link.Live live) {
                        assertTrue(connections.add(live.connection()), "Two have one connection");
                    }
                }
                case Member.Dropped _, Member.Left _, Member.Removed _ -> {}
            }
        }
        for (var beside : seats.newDevices().values()) {
            assertTrue(connections.add(beside.link().connection()), "A connection waits beside itself");
            var member = seats.members().get(beside.id());
            assertNotEquals(beside.device(), member.device(), "A device waits beside itself");
            assertFalse(member instanceof Member.Left || member instanceof Member.Removed, "A device waits for nobody");
        }
        assertTrue(
                seats.seats()
                        <= session.plan().roomLimit() + session.plan().staff().size(),
                "Too full");
        assertEquals(seats.places().size(), Set.copyOf(seats.places().values()).size(), "Two sit in one place");
        seats.stayed().values().forEach(stay -> assertFalse(stay.isNegative(), "A stay is negative"));
        roster(session);
        floor(session);
        media(session);
        chat(session);
        life(session);
        record(session);
        PaperPromises.state(session);
    }

    private static void roster(Session session) {
        var roster = session.roster();
        for (var member : roster.out().keySet()) {
            assertTrue(session.plan().knows(member), "Somebody is taken off who never was on");
            assertFalse(session.plan().staff().contains(member), "Who leads is taken off");
            assertFalse(session.expects(member), "Somebody is expected who may not come");
        }
        assertFalse(session.isFor(Cast.STRANGER), "A link of a stranger leads here");
    }

    private static void record(Session session) {
        var signOff = session.signOff();
        assertEquals(session.ended(), signOff.sheet() > 0, "A sheet to sign before the end, or none after it");
        var sheet = 0L;
        for (var i = 0; i < signOff.versions().size(); i++) {
            var version = signOff.versions().get(i);
            assertEquals(i + 1, version.number(), "The versions are not counted");
            assertTrue(version.sheet() > sheet && version.sheet() <= signOff.sheet(), "One sheet is signed twice");
            sheet = version.sheet();
            var signers = new HashSet<MemberId>();
            assertTrue(signers.add(version.signature().by()));
            for (var other : version.coSignatures()) assertTrue(signers.add(other.by()), "Somebody signed twice");
            assertTrue(session.plan().staff().containsAll(signers), "Somebody signed who does not lead");
        }
        for (var correction : session.corrections().all()) {
            assertTrue(session.plan().roster().contains(correction.member()), "Staff or strangers are corrected");
        }
    }

    /// The meeting stays as it was when it ended.
    static void sameMeeting(Session ended, Session now) {
        assertEquals(ended.life(), now.life());
        assertEquals(ended.roster(), now.roster());
        assertEquals(ended.admission(), now.admission());
        assertEquals(ended.floor(), now.floor());
        assertEquals(ended.help(), now.help());
        assertEquals(ended.interruption(), now.interruption());
        assertEquals(ended.chat(), now.chat());
        assertEquals(ended.spotlight(), now.spotlight());
        assertEquals(ended.media(), now.media());
        assertEquals(ended.breaks(), now.breaks());
        assertEquals(ended.worksheets(), now.worksheets());
    }

    private static void floor(Session session) {
        var seats = session.admission();
        session.floor().hands().keySet().forEach(id -> assertTrue(seats.seated(id), "A hand is up outside"));
        for (var switches :
                List.of(session.floor().microphones(), session.floor().cameras())) {
            switches.forEach((id, value) ->
                    assertTrue(!(value instanceof Floor.Switch.On) || seats.seated(id), "Something is on outside"));
        }
        session.interruption()
                .now()
                .keySet()
                .forEach(id -> assertTrue(session.present(id) != null, "Somebody outside is interrupted"));
        session.help()
                .requests()
                .keySet()
                .forEach(id -> assertFalse(session.plan().roleOf(id).leads(), "Who leads asks for help"));
    }

    private static void media(Session session) {
        var screen = session.screen();
        assertTrue(screen.shared() == null || session.present(screen.shared()) != null, "A screen without a page");
        assertTrue(screen.shared() == null || Screen.mayShow(session, screen.shared()), "Shown without leave");
        for (var id : screen.allowed()) {
            assertTrue(session.admission().seated(id) && !session.plan().staff().contains(id), "Let without a seat");
        }
        for (var id : session.mediaLine().lost()) {
            assertTrue(session.present(id) != null, "Media are lost of somebody who is out");
        }
        var held = session.listenOnly();
        assertTrue(held.on() || held.microphones().isEmpty() && held.cameras().isEmpty(), "Held by nothing");
        for (var id : held.microphones()) {
            assertInstanceOf(Floor.Switch.Held.class, session.floor().microphone(id));
            assertTrue(session.admission().seated(id), "Held without a seat");
        }
        for (var id : held.cameras()) {
            assertInstanceOf(Floor.Switch.Held.class, session.floor().camera(id));
            assertTrue(session.admission().seated(id), "Held without a seat");
        }
    }

    /// What somebody wrote is read by whom it was for: never by another participant, unless everyone was told.
    private static void chat(Session session) {
        var chat = session.chat();
        assertTrue(chat.said().size() <= Chat.MOST_KEPT);
        if (session.ended()) assertEquals(List.of(), chat.said(), "Words stay after the end");
        for (var said : chat.said()) {
            var meant = switch (said.to()) {
                case STAFF -> Set.of(said.by());
                case EVERYONE -> session.plan().everybody();
                case MEMBER -> Set.of(said.member());
            };
            assertTrue(meant.containsAll(said.readers()), "Somebody reads what was not for them");
            for (var member : session.admission().members().values()) {
                var id = member.id();
                var mayRead = said.readableBy(Audience.of(session, id), id);
                assertFalse(mayRead && !session.admission().seated(id), "Somebody outside reads the chat");
            }
        }
        chat.stopped()
                .keySet()
                .forEach(id -> assertFalse(session.plan().roleOf(id).leads(), "Who leads is stopped"));
        var lit = session.spotlight().on();
        assertTrue(lit == null || session.admission().seated(lit), "Somebody outside is in the spotlight");
    }

    private static void life(Session session) {
        var staffCame =
                session.plan().staff().stream().anyMatch(session.admission().places()::containsKey);
        switch (session.life()) {
            case Life.Scheduled _ -> assertTrue(session.admission().members().isEmpty());
            case Life.Open _ -> assertTrue(session.attended() || !staffCame, "Open without staff");
            case Life.Unattended _ -> assertTrue(!session.attended() && staffCame, "Unattended with staff");
            case Life.Ended _ -> assertNull(session.dueAt());
        }
    }

    /// No view holds what its audience may not know.
    static void views(Session session) {
        PaperPromises.views(session);
        var waiting = Views.of(session, Audience.WAITING, Cast::name);
        var room = Views.of(session, Audience.ROOM, Cast::name);
        if (session.ended()) {
            assertInstanceOf(View.EndedView.class, waiting);
            assertEquals(waiting, room);
            return;
        }
        assertEquals(EMPTY_ROOM, waiting, "The waiting room tells of the room");
        var text = room.toString();
        for (var word : OUTSIDE_ONLY) assertFalse(text.contains(word), () -> "The room reads '" + word + "': " + text);
        for (var member : session.admission().members().values()) {
            if (session.admission().seated(member.id())) continue;
            assertFalse(
                    text.contains("[value=" + member.id() + "]") || text.contains("{" + member.id() + "="),
                    () -> "The room knows of " + member.id() + " who is not in it: " + text);
        }
        var console = Views.of(session, Audience.CONSOLE, Cast::name).toString();
        assertFalse(console.contains(Play.CANARY), () -> "The console reads of devices, lines or messages: " + console);
    }

    private static final View EMPTY_ROOM = new View.WaitingView(View.Place.WAITING, Cast.STARTS, Cast.name(Cast.DANA));

    private static final Map<String, Asked> WITHOUT_OTHERS = Map.ofEntries(
            Map.entry("session.leave", new Admission.Leave()),
            Map.entry("session.end", new Life.End()),
            Map.entry("hand.raise", new Floor.RaiseHand()),
            Map.entry("hand.lower", new Floor.LowerHand()),
            Map.entry("microphone.set", new Floor.SetMicrophone(true)),
            Map.entry("camera.set", new Floor.SetCamera(true)),
            Map.entry("help.ask", new Help.Ask()),
            Map.entry("help.withdraw", new Help.Withdraw()),
            Map.entry("page.interrupted", new Interruption.Interrupt(Interruption.Cause.HIDDEN)),
            Map.entry("page.resumed", new Interruption.Resume()),
            Map.entry("member.admit-all", new Admission.LetAllIn()),
            Map.entry("room.lock", new Admission.Lock()),
            Map.entry("room.unlock", new Admission.Unlock()),
            Map.entry("microphone.mute-all", new Floor.MuteAll()),
            Map.entry("microphone.allow-all", new Floor.AllowAllMicrophones()),
            Map.entry("hand.lower-all", new Floor.LowerAll()),
            Map.entry("chat.tell-staff", new Chat.TellStaff("-")),
            Map.entry("chat.tell-everyone", new Chat.TellEveryone("-")),
            Map.entry("chat.set", new Chat.SetPolicy(Chat.Policy.OFF)),
            Map.entry("spotlight.clear", new Spotlight.Clear()),
            Map.entry("break.begin", new Breaks.Begin(1)),
            Map.entry("break.end", new Breaks.End()),
            Map.entry(
                    "worksheet.open",
                    new Worksheets.Open(PlayedPaper.worksheet(99), "form", "1", Worksheet.Mode.SHARE, null)));

    /// A button that is offered works, and what would work for staff is offered.
    static void may(Session session, MemberId member) {
        var you = You.of(session, member, Cast::name);
        assertFalse(you.toString().contains(Play.CANARY));
        var by = new Actor.Person(member.value());
        WITHOUT_OTHERS.forEach((name, asked) -> {
            var decision = Session.DECIDER.decide(session, asked, by, Cast.STARTS);
            if (you.may().containsKey(name)) {
                assertInstanceOf(Decision.Accepted.class, decision, () -> member + " may not " + name);
            } else if (you.seat() == You.Seat.PRESENT && decision instanceof Decision.Accepted(var events)) {
                assertTrue(events.isEmpty(), () -> member + " is not told that they may " + name);
            }
        });
    }
}
