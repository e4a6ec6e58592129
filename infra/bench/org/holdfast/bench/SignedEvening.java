package org.holdfast.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.holdfast.attendance.AttendanceSheet;
import org.holdfast.attendance.CanonicalSheet;
import org.holdfast.decision.Actor;
import org.holdfast.decision.CommandId;
import org.holdfast.decision.Decision;
import org.holdfast.decision.Entry;
import org.holdfast.session.Admission;
import org.holdfast.session.AttendanceRules;
import org.holdfast.session.Chat;
import org.holdfast.session.ConnectionId;
import org.holdfast.session.Corrections;
import org.holdfast.session.DeviceId;
import org.holdfast.session.Floor;
import org.holdfast.session.Interruption;
import org.holdfast.session.Life;
import org.holdfast.session.Member;
import org.holdfast.session.Member.Arrival;
import org.holdfast.session.Member.Link;
import org.holdfast.session.MemberId;
import org.holdfast.session.Plan;
import org.holdfast.session.Session;
import org.holdfast.session.SessionCommand;
import org.holdfast.session.SessionEvent;
import org.holdfast.session.SessionId;
import org.holdfast.session.SheetHash;
import org.holdfast.session.SignOff;

/// An evening of ten people up to a corrected, signed and co-signed sheet. Unlike [Evening] it is told to the last id:
/// all that is random in life is random here, since that is what does not compress.
final class SignedEvening {
    private static final Instant FIRST = Instant.parse("2026-01-05T23:00:00Z");
    private static final Duration LENGTH = Duration.ofMinutes(75);
    private static final Actor NODE = new Actor.Node("clinic-1-Zk3vQ0b9TgyWm2cXr8hLsA");
    private static final MemberId DANA = new MemberId("dana");
    private static final MemberId BEN = new MemberId("ben");
    private static final List<MemberId> PARTICIPANTS = List.of(
            new MemberId("p-amina"),
            new MemberId("p-kofi"),
            new MemberId("p-luis"),
            new MemberId("p-maria"),
            new MemberId("p-noor"),
            new MemberId("p-rosa"),
            new MemberId("p-sam"),
            new MemberId("p-theo"));

    private final Random random;
    private final Plan plan;
    private final List<Entry<SessionEvent>> entries = new ArrayList<>();
    private Session session = Session.DECIDER.initial();
    private Instant now;

    private SignedEvening(String id, Instant starts, int number) {
        random = new Random(number);
        now = starts.minus(Duration.ofMinutes(10));
        plan = new Plan(
                new SessionId(id),
                "Thursday evening group",
                starts,
                starts.plus(LENGTH),
                "America/New_York",
                DANA,
                new TreeSet<>(List.of(DANA, BEN)),
                new TreeSet<>(PARTICIPANTS),
                10,
                AttendanceRules.DEFAULT);
        run(new Life.OpenSession(plan), NODE);
    }

    static String name(int number) {
        return "signed" + number;
    }

    /// The same for the same number.
    static List<Entry<SessionEvent>> of(int number) {
        var evening = new SignedEvening(name(number), FIRST.plus(Duration.ofDays(number / 5)), number);
        evening.come();
        evening.talk();
        evening.end();
        evening.sign();
        return List.copyOf(evening.entries);
    }

    private void come() {
        arrive(DANA);
        arrive(BEN);
        later(240);
        PARTICIPANTS.subList(1, PARTICIPANTS.size()).forEach(this::arrive);
        now = plan.starts();
        run(new Admission.LetAllIn(), DANA);
        for (var id : PARTICIPANTS.subList(1, PARTICIPANTS.size())) turnOn(id);
        // One is late.
        later(600);
        arrive(PARTICIPANTS.getFirst());
        run(new Admission.LetIn(PARTICIPANTS.getFirst()), DANA);
        turnOn(PARTICIPANTS.getFirst());
    }

    /// Each speaks several times, most after raising a hand; lines break and telephones ring.
    private void talk() {
        for (var round = 0; round < 5; round++) {
            for (var id : PARTICIPANTS) {
                var asks = random.nextInt(3) > 0;
                if (asks) run(new Floor.RaiseHand(), id);
                run(new Floor.SetMicrophone(true), id);
                if (asks) run(new Floor.LowerHand(), id);
                later(60);
                run(new Floor.SetMicrophone(false), id);
            }
            breakLine(PARTICIPANTS.get(random.nextInt(PARTICIPANTS.size())));
            ring(PARTICIPANTS.get(random.nextInt(PARTICIPANTS.size())));
            var loud = PARTICIPANTS.get(random.nextInt(PARTICIPANTS.size()));
            if (round % 2 == 0) run(new Chat.TellStaff("I have to be back at work by eight, is that all right?"), loud);
            run(new Floor.SetMicrophone(true), loud);
            run(new Floor.Mute(loud), DANA);
            run(new Floor.AllowMicrophone(loud), DANA);
        }
    }

    private void end() {
        run(new Admission.Leave(), PARTICIPANTS.get(2));
        now = plan.ends().plusSeconds(40);
        run(new Life.End(), DANA);
    }

    private void sign() {
        later(600);
        var phone = new Corrections.Change.WasByPhone(
                plan.starts().plusSeconds(1800), plan.starts().plusSeconds(3600));
        run(
                new Corrections.Correct(
                        PARTICIPANTS.get(4), phone, "Called in by phone after her line was lost, until the break."),
                DANA);
        later(300);
        var sheet = AttendanceSheet.of(entries, now);
        var text = CanonicalSheet.text(sheet);
        var hash = SheetHash.of(text);
        run(new SignOff.Sign(sheet.seq(), hash, text, signer("Dana Whitfield", "LCSW")), DANA);
        later(3600);
        run(new SignOff.CoSign(sheet.seq(), hash, signer("Benjamin Hartley", "LPC")), BEN);
    }

    private SignOff.Signer signer(String name, String credential) {
        return new SignOff.Signer(name, credential, now.minusSeconds(20));
    }

    private void arrive(MemberId id) {
        var staff = plan.staff().contains(id);
        var answers = new byte[32];
        random.nextBytes(answers);
        var arrival = new Arrival(
                staff ? Member.Standing.FIRST : Member.Standing.KNOWN,
                staff ? "" : HexFormat.of().formatHex(answers),
                staff ? Member.PrivatePlace.UNANSWERED : Member.PrivatePlace.YES);
        later(20);
        run(new Admission.Arrive(id, device(id), arrival, line(), now), id);
        if (staff) turnOn(id);
    }

    private void turnOn(MemberId id) {
        run(new Floor.SetCamera(true), id);
        run(new Floor.SetMicrophone(true), id);
        run(new Floor.SetMicrophone(false), id);
    }

    private void breakLine(MemberId id) {
        var present = session.present(id);
        if (present == null) throw new IllegalStateException(id + " is not there");
        later(30);
        run(new Admission.Drop(id, present.link().connection(), now.minusSeconds(15)), NODE);
        later(60);
        run(new Admission.Arrive(id, present.device(), present.arrival(), line(), now), id);
    }

    private void ring(MemberId id) {
        run(new Interruption.Interrupt(Interruption.Cause.CALL), id);
        later(40);
        run(new Interruption.Resume(), id);
    }

    private DeviceId device(MemberId id) {
        return new DeviceId("d" + fresh());
    }

    private Link.Live line() {
        return new Link.Live("clinic-1-Zk3vQ0b9TgyWm2cXr8hLsA", new ConnectionId("c" + fresh()));
    }

    private void later(int seconds) {
        now = now.plusSeconds(seconds);
    }

    private void run(SessionCommand command, MemberId by) {
        run(command, new Actor.Person(by.value()));
    }

    private void run(SessionCommand command, Actor by) {
        // People take their time, to the thousandth of a second.
        now = now.plusMillis(500 + random.nextInt(4000));
        switch (Session.DECIDER.decide(session, command, by, now)) {
            case Decision.Refused<SessionEvent>(var code) -> throw new AssertionError(command + " is refused: " + code);
            case Decision.Accepted<SessionEvent>(var events) -> {
                if (events.isEmpty()) return;
                var entry = new Entry<>(entries.size() + 1, now, by, new CommandId(fresh()), events);
                session = Session.DECIDER.applyAll(session, entry);
                entries.add(entry);
            }
        }
    }

    private String fresh() {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
