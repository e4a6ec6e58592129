package org.holdfast.meeting;

import static org.holdfast.testing.Await.get;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.holdfast.clinic.ClinicId;
import org.holdfast.decision.Actor;
import org.holdfast.identity.Kind;
import org.holdfast.identity.PersonalLinks.Link;
import org.holdfast.live.LogId;
import org.holdfast.live.Outcome;
import org.holdfast.session.AttendanceRules;
import org.holdfast.session.Breaks;
import org.holdfast.session.Cameras;
import org.holdfast.session.Chat;
import org.holdfast.session.Life;
import org.holdfast.session.MemberId;
import org.holdfast.session.Plan;
import org.holdfast.session.Role;
import org.holdfast.session.SessionId;

/// A session with somebody of each kind, who are in no other: what they may say in a minute is then never the matter.
final class Gathering {
    /// As the contract has it for an example.
    private static final String DRAWN = "wExampleExampleExample";

    private static final Actor SYSTEM = new Actor.Node("test");

    private final Clinic clinic;
    private final ClinicId of;
    private final String name;
    private final Map<Who, Browser> browsers = new EnumMap<>(Who.class);
    private final Map<Who, Tab> tabs = new EnumMap<>(Who.class);

    private Gathering(Clinic clinic, ClinicId of, String name) {
        this.clinic = clinic;
        this.of = of;
        this.name = name;
    }

    /// Open, with nobody there yet. Everybody is in its plan.
    ///
    /// @param staff who leads it besides those of its own
    static Gathering planned(Clinic clinic, ClinicId of, String name, String... staff) {
        var gathering = new Gathering(clinic, of, name);
        var leads = new TreeSet<>(Set.of(gathering.member(Who.FACILITATOR), gathering.member(Who.CO_FACILITATOR)));
        for (var other : staff) leads.add(new MemberId(other));
        var roster = new TreeSet<MemberId>();
        var guests = new TreeMap<MemberId, Role>();
        for (var who : Who.values()) {
            var guest = who.guest();
            if (guest != null) guests.put(gathering.member(who), guest);
            else if (!who.role().leads()) roster.add(gathering.member(who));
        }
        var starts = clinic.clock.instant();
        var plan = new Plan(
                new SessionId(gathering.session()),
                "Evening group",
                starts,
                starts.plus(Duration.ofHours(1)),
                "UTC",
                gathering.member(Who.FACILITATOR),
                leads,
                roster,
                Who.values().length,
                AttendanceRules.DEFAULT,
                Chat.Policy.EVERYONE,
                Cameras.FREE,
                Breaks.Policy.NOT_COUNTED,
                guests,
                null,
                null);
        var node = clinic.first().node();
        var opened = node.sessionLogs().submit(gathering.log(), new Life.OpenSession(plan), SYSTEM, Books.fresh());
        if (!(get(opened) instanceof Outcome.Done)) throw new AssertionError("Not opened: " + get(opened));
        get(node.index().add(plan));
        return gathering;
    }

    /// All of these are there, each as what they are, let in by the first of them, who leads.
    static Gathering of(Clinic clinic, String name, Who lead, Who... others) {
        var gathering = planned(clinic, ClinicId.ONLY, name);
        var console = gathering.opens(lead);
        console.welcome("console");
        for (var who : others) gathering.comes(who, console);
        if (gathering.tabs.containsKey(Who.PRESENT)) gathering.works(console);
        return gathering;
    }

    /// A worksheet is before everybody, with a card on its wall and a heading.
    private void works(Tab console) {
        console.done("worksheet.open", "worksheet", DRAWN, "form", "halt", "version", "1", "mode", "board");
        console.done("card.group", "worksheet", DRAWN, "group", DRAWN, "title", "People");
        tab(Who.PRESENT).done("answer.share", "worksheet", DRAWN, "card", DRAWN, "item", "hungry", "named", false);
    }

    private void comes(Who who, Tab console) {
        opens(who).welcome("waiting");
        if (who == Who.WAITING) return;
        console.done("member.admit", "member", id(who));
        tab(who).welcome("room");
        if (who == Who.NEW_BROWSER) another(who).welcome("waiting");
    }

    Tab opens(Who who) {
        var tab = browser(who).open(session());
        tabs.put(who, tab);
        return tab;
    }

    /// The same link in a browser that does not have the seat.
    private Tab another(Who who) {
        browsers.remove(who);
        return opens(who);
    }

    /// One that has opened their link.
    Browser browser(Who who) {
        return browsers.computeIfAbsent(who, _ -> {
            var server = clinic.first();
            var kind = who.role().leads() ? Kind.STAFF : Kind.PARTICIPANT;
            var browser = new Browser(server.address());
            browser.exchange(get(server.node().links().issue(new Link(of, id(who), kind, null))));
            return browser;
        });
    }

    Tab tab(Who who) {
        var tab = tabs.get(who);
        if (tab == null) throw new AssertionError(who + " did not come");
        return tab;
    }

    String endpoint(Who who) {
        return tab(who).you().path("endpoint").asText();
    }

    /// Signals that have come to this page so far.
    long signalsHeard(Who who) {
        return tab(who).texts().stream()
                .filter(text -> text.contains("\"signal\""))
                .count();
    }

    /// Waits until one has come from there.
    void hearsSignal(Who who, String from) {
        tab(who).frame(frame ->
                frame.has("signal") && frame.path("from").asText().equals(from));
    }

    String id(Who who) {
        return "p-" + who.column() + "-" + name;
    }

    String session() {
        return "s-" + name;
    }

    /// How many entries its log has.
    long written() {
        var host = get(clinic.first().node().sessionLogs().open(log()));
        // Another node may have written.
        get(host.catchUp());
        return host.seq();
    }

    void close() {
        tabs.values().forEach(Tab::close);
    }

    private MemberId member(Who who) {
        return new MemberId(id(who));
    }

    private LogId log() {
        return LogId.session(session());
    }
}
