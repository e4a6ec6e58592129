package org.holdfast.session;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.holdfast.decision.Actor;
import org.holdfast.decision.Decision;
import org.holdfast.decision.Named;

/// What a member may do now, found by asking the decider itself: so a button cannot promise what will be refused.
final class May {
    private May() {}

    private static final ClassValue<String> NAMES = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> type) {
            return type.getAnnotation(Named.class).value();
        }
    };

    /// Of something that nobody has made yet.
    private static final String UNUSED = "u".repeat(Drawn.LENGTH);

    private static final String LOWER_ONE = NAMES.get(Floor.LowerOne.class);

    /// A waiting person's wishes do not depend on the room, or they would tell of it.
    static final SortedMap<String, Boolean> WAITING = names(List.of(new Admission.Leave()));

    private static final List<Asked> ABOUT_ME = List.of(
            new Admission.Leave(),
            new Floor.RaiseHand(),
            new Floor.LowerHand(),
            new Help.Ask(),
            new Help.Withdraw(),
            new Interruption.Interrupt(Interruption.Cause.HIDDEN),
            new Interruption.Resume(),
            new Chat.TellStaff("-"),
            new Chat.TellEveryone("-"),
            new Screen.Share(),
            new Screen.Stop(),
            new MediaLine.Lost(),
            new MediaLine.Returned());

    /// Offered whenever they are not refused, also where they change nothing.
    private static final List<Asked> SWITCHES = List.of(new Floor.SetMicrophone(true), new Floor.SetCamera(true));

    private static final List<Asked> ABOUT_ALL = List.of(
            new Life.End(),
            new Admission.LetAllIn(),
            new Admission.Lock(),
            new Admission.Unlock(),
            new Floor.MuteAll(),
            new Floor.AllowAllMicrophones(),
            new Floor.LowerAll(),
            new Chat.SetPolicy(Chat.Policy.OFF),
            new Chat.SetPolicy(Chat.Policy.EVERYONE),
            new Spotlight.Clear(),
            new Breaks.Begin(1),
            new Breaks.End(),
            new Worksheets.Open(new WorksheetId(UNUSED), "form", "1", Worksheet.Mode.PRIVATE, null),
            new ListenOnly.SetListenOnly(true),
            new ListenOnly.SetListenOnly(false));

    private static final List<Function<MemberId, Asked>> ABOUT_ONE = List.of(
            Admission.LetIn::new,
            Admission.LetDeviceIn::new,
            Admission.SendBack::new,
            Admission.Remove::new,
            member -> new Admission.Write(member, "-"),
            Floor.Mute::new,
            Floor.AllowMicrophone::new,
            Floor.StopCamera::new,
            Floor.AllowCamera::new,
            Floor.LowerOne::new,
            Help.Acknowledge::new,
            member -> new Chat.TellMember(member, "-"),
            Chat.Stop::new,
            Chat.Allow::new,
            Spotlight.Set::new,
            Screen.Allow::new,
            Screen.Disallow::new);

    /// What raised hands decide of.
    private static final List<Asked> ABOUT_MY_HAND = List.of(new Floor.RaiseHand(), new Floor.LowerHand());

    /// The same as [#of] gives for somebody with a seat, when nothing but hands are otherwise than before.
    static SortedMap<String, Boolean> handed(SortedMap<String, Boolean> before, Session session, MemberId me) {
        var may = new TreeMap<>(before);
        var by = new Actor.Person(me.value());
        for (var asked : ABOUT_MY_HAND) put(may, name(asked), changes(session, asked, by));
        if (leadsInRoom(session, me)) {
            var all = new Floor.LowerAll();
            put(may, name(all), changes(session, all, by));
            may.remove(LOWER_ONE);
            aboutAnybody(session, Floor.LowerOne::new, by, may);
        }
        return Collections.unmodifiableSortedMap(may);
    }

    private static void put(SortedMap<String, Boolean> may, String name, boolean now) {
        if (now) may.put(name, true);
        else may.remove(name);
    }

    private static boolean leadsInRoom(Session session, MemberId me) {
        return session.plan().roleOf(me) == Role.FACILITATOR && session.present(me) != null;
    }

    static SortedMap<String, Boolean> of(Session session, MemberId me) {
        if (session.ended()) return Collections.emptySortedMap();
        if (Audience.of(session, me) == Audience.WAITING) return WAITING;
        var may = new TreeMap<String, Boolean>();
        var by = new Actor.Person(me.value());
        for (var asked : ABOUT_ME) if (changes(session, asked, by)) may.put(name(asked), true);
        for (var asked : SWITCHES) if (accepted(session, asked, by)) may.put(name(asked), true);
        if (leadsInRoom(session, me)) {
            for (var asked : ABOUT_ALL) if (changes(session, asked, by)) may.put(name(asked), true);
            for (var about : ABOUT_ONE) aboutAnybody(session, about, by, may);
        }
        session.worksheets().all().forEach((id, worksheet) -> aboutPaper(session, id, worksheet, me, may));
        return Collections.unmodifiableSortedMap(may);
    }

    private static void aboutAnybody(
            Session session, Function<MemberId, Asked> about, Actor by, SortedMap<String, Boolean> may) {
        for (var member : session.admission().members().keySet()) {
            var asked = about.apply(member);
            if (!changes(session, asked, by)) continue;
            may.put(name(asked), true);
            return;
        }
    }

    /// Of cards one is tried for all: a card of mine to take back, any to move.
    private static void aboutPaper(
            Session session, WorksheetId id, Worksheet worksheet, MemberId me, SortedMap<String, Boolean> may) {
        var by = new Actor.Person(me.value());
        var fresh = new CardGroupId(UNUSED);
        var tried = new ArrayList<Asked>();
        tried.add(new Board.Share(id, new CardId(UNUSED), new ItemId("item"), new RowId("r-unused-"), true));
        if (leadsInRoom(session, me)) {
            tried.add(new Worksheets.Move(id, null));
            tried.add(new Board.Group(id, fresh, "-"));
            for (var group : worksheet.board().groups().keySet()) tried.add(new Board.Ungroup(group));
            if (worksheet.open()) tried.add(new Worksheets.Close(id));
            aboutAnybody(session, member -> new Worksheets.Nudge(id, member), by, may);
        }
        var cards = worksheet.board().cards();
        if (!cards.isEmpty()) {
            tried.add(new Board.Move(cards.firstKey(), null, null));
            tried.add(new Board.Remove(cards.firstKey()));
        }
        for (var card : cards.entrySet()) {
            if (!card.getValue().member().equals(me)) continue;
            tried.add(new Board.TakeBack(card.getKey()));
            break;
        }
        for (var asked : tried) if (accepted(session, asked, by)) may.put(name(asked), true);
    }

    private static boolean changes(Session session, Asked asked, Actor by) {
        return decide(session, asked, by) instanceof Decision.Accepted(var events) && !events.isEmpty();
    }

    private static boolean accepted(Session session, Asked asked, Actor by) {
        return decide(session, asked, by) instanceof Decision.Accepted;
    }

    private static Decision<SessionEvent> decide(Session session, Asked asked, Actor by) {
        // Whether one of these wishes is granted never depends on the time.
        return Session.DECIDER.decide(session, asked, by, session.plan().starts());
    }

    private static SortedMap<String, Boolean> names(List<Asked> all) {
        var names = new TreeMap<String, Boolean>();
        all.forEach(asked -> names.put(name(asked), true));
        return Collections.unmodifiableSortedMap(names);
    }

    private static String name(Asked asked) {
        return NAMES.get(asked.getClass());
    }
}
