package org.holdfast.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.holdfast.decision.Actor;
import org.holdfast.decision.CommandId;
import org.holdfast.decision.Decision;
import org.holdfast.decision.Entry;
import org.holdfast.session.Member.Arrival;
import org.holdfast.session.Member.Link;
import org.holdfast.session.Member.PrivatePlace;
import org.holdfast.session.Member.Standing;

/// Plays steps through the decider and keeps the log. What must never be seen by the room carries the word `canary`.
public final class Play {
    static final String CANARY = "canary";
    static final List<MemberId> EVERYBODY = List.of(
            Cast.DANA,
            Cast.BEN,
            Cast.AMINA,
            Cast.SAM,
            Cast.MARIA,
            Cast.LUIS,
            Cast.THEO,
            Cast.IRIS,
            Cast.OLE,
            Cast.JO,
            Cast.NIA,
            Cast.STRANGER);
    private static final Actor NODE = new Actor.Node("node1");

    private final List<Entry<SessionEvent>> entries = new ArrayList<>();
    private final List<Link.Live> links = new ArrayList<>();
    private Session session = Session.DECIDER.initial();
    private Instant now = Cast.STARTS.minus(Duration.ofMinutes(5));

    public Play() {
        run(new Wish(new Life.OpenSession(Cast.whole()), NODE));
    }

    public static Play of(long seed, int number) {
        var play = new Play();
        for (var step : Step.roll(Dice.of(seed, number), true)) play.step(step);
        return play;
    }

    public static List<MemberId> members() {
        return EVERYBODY;
    }

    public Session session() {
        return session;
    }

    public List<Entry<SessionEvent>> entries() {
        return entries;
    }

    public Instant now() {
        return now;
    }

    /// What is asked, and by whom.
    record Wish(SessionCommand command, Actor by) {}

    /// Lets time pass and says what the step comes to as things stand.
    Wish wish(Step step) {
        now = now.plusMillis(step.millis());
        return new Wish(command(step), actor(step));
    }

    /// Whether something happened.
    boolean step(Step step) {
        return run(wish(step));
    }

    boolean run(Wish wish) {
        var command = wish.command();
        var by = wish.by();
        return switch (Session.DECIDER.decide(session, command, by, now)) {
            case Decision.Refused<SessionEvent> _ -> false;
            case Decision.Accepted<SessionEvent>(var events) -> {
                if (events.isEmpty()) yield false;
                var seq = entries.size() + 1;
                var entry = new Entry<>(seq, now, by, new CommandId("c" + seq), events);
                session = Session.DECIDER.applyAll(session, entry);
                entries.add(entry);
                yield true;
            }
        };
    }

    private Actor actor(Step step) {
        var anybody = EVERYBODY.get(step.by());
        return switch (step.kind()) {
            case ARRIVE, AGREE -> person(step.number() % 8 == 7 ? anybody : EVERYBODY.get(step.whom()));
            case DROP, WITHDRAW, FOLLOW, END_IF_DUE, OPEN -> step.number() % 8 == 7 ? person(anybody) : NODE;
            case LET_IN,
                    LET_ALL_IN,
                    LET_DEVICE_IN,
                    SEND_BACK,
                    REMOVE,
                    LOCK,
                    UNLOCK,
                    WRITE,
                    MUTE,
                    MUTE_ALL,
                    ALLOW,
                    ALLOW_ALL,
                    STOP_CAMERA,
                    ALLOW_CAMERA,
                    LOWER_ONE,
                    LOWER_ALL,
                    HELP_SEEN,
                    TELL_MEMBER,
                    SET_CHAT,
                    STOP_CHAT,
                    ALLOW_CHAT,
                    SPOTLIGHT,
                    NO_SPOTLIGHT,
                    ALLOW_SCREEN,
                    DISALLOW_SCREEN,
                    LISTEN_ONLY,
                    BREAK,
                    BREAK_OVER,
                    WORKSHEET,
                    CLOSE_WORKSHEET,
                    MOVE_WORKSHEET,
                    NUDGE,
                    REMOVE_CARD,
                    GROUP,
                    UNGROUP,
                    END -> person(mostly(step, step.by(), this::leads));
            case CORRECT, ACCEPT, DECLINE, SIGN, CO_SIGN ->
                person(mostly(step, step.by(), id -> session.plan().roleOf(id) == Role.FACILITATOR));
            case DISPUTE ->
                person(mostly(step, step.by(), id -> session.plan().roster().contains(id)));
            case SHARE_ANSWER, MOVE_CARD -> person(mostly(step, step.by(), this::takesPart));
            case TAKE_BACK ->
                person(mostly(
                        step,
                        step.by(),
                        id -> takesPart(id) && session.worksheets().shownBy(id)));
            case LEAVE,
                    MICROPHONE,
                    CAMERA,
                    HAND,
                    HELP,
                    HELP_WITHDRAW,
                    INTERRUPT,
                    RESUME,
                    TELL_STAFF,
                    TELL_EVERYONE,
                    SHARE,
                    STOP_SHARE,
                    MEDIA_LOST,
                    MEDIA_RETURNED -> person(mostly(step, step.by(), id -> session.present(id) != null));
        };
    }

    private static Actor person(MemberId id) {
        return new Actor.Person(id.value());
    }

    private boolean takesPart(MemberId id) {
        return session.present(id) != null && session.plan().roster().contains(id);
    }

    private boolean leads(MemberId id) {
        return session.present(id) != null && session.plan().roleOf(id) == Role.FACILITATOR;
    }

    /// Mostly somebody for whom it makes sense, so that much happens; sometimes anybody.
    private static MemberId mostly(Step step, int index, Predicate<MemberId> sensible) {
        var some = EVERYBODY.stream().filter(sensible).toList();
        return some.isEmpty() || step.number() % 6 == 5 ? EVERYBODY.get(index) : some.get(index % some.size());
    }

    private MemberId whom(Step step) {
        var seats = session.admission();
        var record = new PlayedRecord(session, entries, now);
        return switch (step.kind()) {
            case LET_IN, WRITE ->
                mostly(step, step.whom(), id -> seats.members().get(id) instanceof Member.Waiting);
            case LET_DEVICE_IN, WITHDRAW -> mostly(step, step.whom(), seats.newDevices()::containsKey);
            case SEND_BACK,
                    REMOVE,
                    MUTE,
                    ALLOW,
                    STOP_CAMERA,
                    ALLOW_CAMERA,
                    LOWER_ONE,
                    TELL_MEMBER,
                    STOP_CHAT,
                    SPOTLIGHT,
                    NUDGE,
                    ALLOW_SCREEN -> mostly(step, step.whom(), seats::seated);
            case ALLOW_CHAT -> mostly(step, step.whom(), session.chat().stopped()::containsKey);
            case HELP_SEEN -> mostly(step, step.whom(), session.help().requests()::containsKey);
            case DISALLOW_SCREEN -> mostly(step, step.whom(), session.screen().allowed()::contains);
            case CORRECT, WORKSHEET -> mostly(step, step.whom(), session.plan().roster()::contains);
            case ACCEPT, DECLINE -> mostly(step, step.whom(), record::disputed);
            case ARRIVE,
                    DROP,
                    LEAVE,
                    LET_ALL_IN,
                    LOCK,
                    UNLOCK,
                    MICROPHONE,
                    CAMERA,
                    HAND,
                    MUTE_ALL,
                    ALLOW_ALL,
                    LOWER_ALL,
                    HELP,
                    HELP_WITHDRAW,
                    INTERRUPT,
                    RESUME,
                    TELL_STAFF,
                    TELL_EVERYONE,
                    SET_CHAT,
                    NO_SPOTLIGHT,
                    SHARE,
                    STOP_SHARE,
                    MEDIA_LOST,
                    MEDIA_RETURNED,
                    LISTEN_ONLY,
                    BREAK,
                    BREAK_OVER,
                    CLOSE_WORKSHEET,
                    MOVE_WORKSHEET,
                    SHARE_ANSWER,
                    TAKE_BACK,
                    MOVE_CARD,
                    REMOVE_CARD,
                    GROUP,
                    UNGROUP,
                    FOLLOW,
                    AGREE,
                    END_IF_DUE,
                    END,
                    DISPUTE,
                    SIGN,
                    CO_SIGN,
                    OPEN -> EVERYBODY.get(step.whom());
        };
    }

    private SessionCommand command(Step step) {
        var record = new PlayedRecord(session, entries, now);
        var whom = whom(step);
        var on = step.number() % 3 != 0;
        return switch (step.kind()) {
            case ARRIVE -> arrive(step, whom);
            case DROP -> new Admission.Drop(whom, connection(step, whom), now.minusMillis(step.number() * 20L));
            case WITHDRAW -> new Admission.WithdrawDevice(whom, connection(step, whom));
            case LEAVE -> new Admission.Leave();
            case LET_IN -> new Admission.LetIn(whom);
            case LET_ALL_IN -> new Admission.LetAllIn();
            case LET_DEVICE_IN -> new Admission.LetDeviceIn(whom);
            case SEND_BACK -> new Admission.SendBack(whom);
            case REMOVE -> new Admission.Remove(whom);
            case LOCK -> new Admission.Lock();
            case UNLOCK -> new Admission.Unlock();
            case WRITE -> new Admission.Write(whom, CANARY.repeat(step.number() / 10));
            case MICROPHONE -> new Floor.SetMicrophone(on);
            case CAMERA -> new Floor.SetCamera(on);
            case HAND -> on ? new Floor.RaiseHand() : new Floor.LowerHand();
            case MUTE -> new Floor.Mute(whom);
            case MUTE_ALL -> new Floor.MuteAll();
            case ALLOW -> new Floor.AllowMicrophone(whom);
            case ALLOW_ALL -> new Floor.AllowAllMicrophones();
            case STOP_CAMERA -> new Floor.StopCamera(whom);
            case ALLOW_CAMERA -> new Floor.AllowCamera(whom);
            case LOWER_ONE -> new Floor.LowerOne(whom);
            case LOWER_ALL -> new Floor.LowerAll();
            case HELP -> new Help.Ask();
            case HELP_WITHDRAW -> new Help.Withdraw();
            case HELP_SEEN -> new Help.Acknowledge(whom);
            case INTERRUPT -> new Interruption.Interrupt(Interruption.Cause.values()[step.number() % 3]);
            case RESUME -> new Interruption.Resume();
            case TELL_STAFF -> new Chat.TellStaff(CANARY.repeat(step.number() / 10));
            case TELL_EVERYONE -> new Chat.TellEveryone(CANARY.repeat(step.number() / 10));
            case TELL_MEMBER -> new Chat.TellMember(whom, CANARY.repeat(step.number() / 10));
            case SET_CHAT -> new Chat.SetPolicy(Chat.Policy.values()[step.number() % 3]);
            case STOP_CHAT -> new Chat.Stop(whom);
            case ALLOW_CHAT -> new Chat.Allow(whom);
            case SPOTLIGHT -> new Spotlight.Set(whom);
            case NO_SPOTLIGHT -> new Spotlight.Clear();
            case SHARE -> new Screen.Share();
            case STOP_SHARE -> new Screen.Stop();
            case ALLOW_SCREEN -> new Screen.Allow(whom);
            case DISALLOW_SCREEN -> new Screen.Disallow(whom);
            case MEDIA_LOST -> new MediaLine.Lost();
            case MEDIA_RETURNED -> new MediaLine.Returned();
            case LISTEN_ONLY -> new ListenOnly.SetListenOnly(step.number() % 4 == 0);
            case BREAK -> new Breaks.Begin(step.number() % 20);
            case BREAK_OVER -> new Breaks.End();
            case WORKSHEET,
                    CLOSE_WORKSHEET,
                    MOVE_WORKSHEET,
                    NUDGE,
                    SHARE_ANSWER,
                    TAKE_BACK,
                    MOVE_CARD,
                    REMOVE_CARD,
                    GROUP,
                    UNGROUP -> new PlayedPaper(session).command(step, whom, actor(step));
            case FOLLOW -> follow(step.number());
            case AGREE -> new Agreement.Accept();
            case END_IF_DUE -> new Life.EndIfDue();
            case END -> new Life.End();
            case OPEN -> new Life.OpenSession(Cast.whole());
            case CORRECT, DISPUTE, ACCEPT, DECLINE, SIGN, CO_SIGN -> record.command(step, whom);
        };
    }

    /// Now and then somebody is added, invited or taken off, and sometimes an earlier page of the books comes late.
    private Roster.Follow follow(int number) {
        var expected = new TreeSet<>(Cast.ROSTER);
        if (number % 2 == 0) expected.add(Cast.NIA);
        if (number % 3 == 0) expected.remove(Cast.ROSTER.get(number % Cast.ROSTER.size()));
        var guests = new TreeMap<>(Map.of(Cast.IRIS, Role.INTERPRETER));
        if (number % 7 != 0) guests.put(Cast.OLE, Role.OBSERVER);
        if (number % 4 == 1) guests.put(Cast.JO, Role.FAMILY);
        return new Roster.Follow(session.roster().books() + number % 5, expected, guests);
    }

    private Admission.Arrive arrive(Step step, MemberId whom) {
        var device = new DeviceId("d" + CANARY + step.number() % 5 / 3 + whom);
        var link = new Link.Live("n" + CANARY, new ConnectionId("l" + CANARY + links.size()));
        links.add(link);
        var arrival = new Arrival(
                Standing.values()[step.number() % 3], "a" + CANARY, PrivatePlace.values()[step.number() % 4]);
        return new Admission.Arrive(whom, device, arrival, link, now.minusMillis(step.number() * 30L % 7_000));
    }

    /// Mostly the line that is in use, sometimes the one that waits beside it, sometimes one long gone.
    private ConnectionId connection(Step step, MemberId whom) {
        var beside = session.admission().newDevices().get(whom);
        if (beside != null && step.number() % 4 == 1) return beside.link().connection();
        var link = switch (session.admission().members().get(whom)) {
            case Member.Waiting waiting -> waiting.link();
            case Member.Present present -> present.link();
            case Member.Dropped _, Member.Left _, Member.Removed _ -> null;
            case null -> null;
        };
        if (link instanceof Link.Live live && step.number() % 4 != 2) return live.connection();
        return links.isEmpty()
                ? new ConnectionId("none")
                : links.get(step.number() % links.size()).connection();
    }
}
