package org.holdfast.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.holdfast.decision.Actor;
import org.holdfast.decision.CommandId;
import org.holdfast.decision.Decision;
import org.holdfast.decision.Entry;
import org.holdfast.live.RandomIds;
import org.holdfast.session.Admission;
import org.holdfast.session.Asked;
import org.holdfast.session.ConnectionId;
import org.holdfast.session.DeviceId;
import org.holdfast.session.Floor;
import org.holdfast.session.Interruption;
import org.holdfast.session.Life;
import org.holdfast.session.Member;
import org.holdfast.session.MemberId;
import org.holdfast.session.Session;
import org.holdfast.session.SessionCommand;
import org.holdfast.session.SessionEvent;

/// A session as sessions go, decided by the product's own rules: people come, are let in, speak, raise hands, answer
/// the phone, drop off and return, and leave. Some two hundred and fifty entries.
final class Evening {
    private static final Instant FIRST = Instant.parse("2026-01-05T18:00:00Z");
    private static final Duration LENGTH = Duration.ofMinutes(90);
    private static final Actor SYSTEM = new Actor.Node("bench");
    /// What one person does in an evening, apart from coming and going.
    private static final int DEEDS = 20;

    private final Group group;
    private final Random random;
    private final RandomIds ids;
    private final List<Entry<SessionEvent>> entries = new ArrayList<>();
    private Session session = Session.DECIDER.initial();
    private Instant now;

    private Evening(int number, int people) {
        this.group = new Group(number, people);
        this.random = new Random(number);
        this.ids = new RandomIds(random);
        // Five groups an evening.
        this.now = FIRST.plus(Duration.ofDays(number / 5));
    }

    /// The same entries for the same number.
    static List<Entry<SessionEvent>> of(int number, int people) {
        var evening = new Evening(number, people);
        evening.play();
        return evening.entries;
    }

    private void play() {
        var starts = now;
        decide(new Life.OpenSession(group.plan(starts)), SYSTEM);
        for (var member : group.everybody()) {
            pass(Duration.ofSeconds(random.nextInt(40)));
            arrive(member);
        }
        decide(new Admission.LetAllIn(), person(group.facilitator()));
        var deeds = DEEDS * group.people();
        for (var i = 0; i < deeds; i++) {
            pass(LENGTH.minusMinutes(12).dividedBy(deeds));
            deed(group.everybody().get(random.nextInt(group.people())));
        }
        for (var member : group.everybody()) {
            pass(Duration.ofSeconds(random.nextInt(20)));
            if (random.nextInt(4) > 0) wish(member, new Admission.Leave());
        }
        decide(new Life.EndIfDue(), SYSTEM);
        now = starts.plus(LENGTH).plus(Life.OVERTIME_LIMIT);
        decide(new Life.EndIfDue(), SYSTEM);
    }

    private void deed(MemberId member) {
        switch (random.nextInt(20)) {
            case 0 -> dropAndReturn(member);
            case 1 -> {
                wish(member, new Interruption.Interrupt(Interruption.Cause.CALL));
                pass(Duration.ofSeconds(5));
                wish(member, new Interruption.Resume());
            }
            case 2, 3 -> wish(member, new Floor.RaiseHand());
            case 4 -> wish(group.facilitator(), new Floor.LowerAll());
            case 5, 6, 7 ->
                wish(member, new Floor.SetCamera(session.floor().camera(member) instanceof Floor.Switch.Off));
            default ->
                wish(member, new Floor.SetMicrophone(session.floor().microphone(member) instanceof Floor.Switch.Off));
        }
    }

    private void dropAndReturn(MemberId member) {
        var present = session.present(member);
        if (present == null) return;
        decide(new Admission.Drop(member, present.link().connection(), now), SYSTEM);
        pass(Duration.ofSeconds(random.nextInt(10)));
        arrive(member);
    }

    private void arrive(MemberId member) {
        var arrival = new Member.Arrival(Member.Standing.KNOWN, "", Member.PrivatePlace.YES);
        var link = new Member.Link.Live("bench", new ConnectionId("c" + ids.next()));
        decide(new Admission.Arrive(member, new DeviceId("d" + member.value()), arrival, link, now), person(member));
    }

    private void wish(MemberId member, Asked asked) {
        decide(asked, person(member));
    }

    private void decide(SessionCommand command, Actor by) {
        if (!(Session.DECIDER.decide(session, command, by, now)
                instanceof Decision.Accepted<SessionEvent>(var events))) {
            return;
        }
        if (events.isEmpty()) return;
        var entry = new Entry<>(entries.size() + 1L, now, by, new CommandId(ids.next()), events);
        session = Session.DECIDER.applyAll(session, entry);
        entries.add(entry);
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    private static Actor person(MemberId member) {
        return new Actor.Person(member.value());
    }
}
