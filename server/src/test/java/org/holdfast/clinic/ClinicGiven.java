package org.holdfast.clinic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.holdfast.clinic.Enrolment.Phase;
import org.holdfast.clinic.Group.Kind;
import org.holdfast.clinic.Group.Outline;
import org.holdfast.clinic.Group.Policies;
import org.holdfast.decision.Actor;
import org.holdfast.decision.CommandId;
import org.holdfast.decision.Confidential;
import org.holdfast.decision.Confidential.Lifetime;
import org.holdfast.decision.Decision;
import org.holdfast.decision.Entry;
import org.holdfast.decision.RefusalCode;
import org.holdfast.session.MemberId;

/// `given(what happened).when(somebody asks).then(what happens | is refused)`, with the people that the demo has.
final class ClinicGiven {
    static final MemberId DANA = new MemberId("p-dana");
    static final MemberId BEN = new MemberId("p-ben");
    static final MemberId SAM = new MemberId("p-sam");
    static final MemberId MARIA = new MemberId("p-maria");
    static final MemberId STRANGER = new MemberId("p-stranger");
    static final GroupId EVENING = new GroupId("g-evening");
    static final GroupId SAMS_OWN = new GroupId("g-sams-own");
    static final LocalDate MONDAY = LocalDate.parse("2026-03-02");
    static final Instant NOW = Instant.parse("2026-03-02T18:00:00Z");
    private static final Actor ADMIN = new Actor.Person("p-admin");

    private Clinic clinic = Clinic.DECIDER.initial();
    private long seq;

    static ClinicGiven given(ClinicEvent... happened) {
        return new ClinicGiven().and(happened);
    }

    /// Dana and Ben work here, Sam and Maria are admitted, and the evening group is for two.
    static ClinicGiven givenAWeek(ClinicEvent... happened) {
        return given(
                        added(DANA, People.Part.STAFF, "S1"),
                        added(BEN, People.Part.STAFF, "S2"),
                        added(SAM, People.Part.PARTICIPANT, "A-1"),
                        moved(SAM, Phase.ADMITTED),
                        added(MARIA, People.Part.PARTICIPANT, "A-2"),
                        moved(MARIA, Phase.ADMITTED),
                        new Groups.Created(EVENING, Kind.GROUP, outline("Evening group", 1, 2), DANA, members(DANA)),
                        new Groups.Created(
                                SAMS_OWN, Kind.INDIVIDUAL, outline("Sam and Dana", 1, 1), DANA, members(DANA)))
                .and(happened);
    }

    static People.Added added(MemberId member, People.Part part, String number) {
        return new People.Added(member, part, about(number));
    }

    static Enrolment.Moved moved(MemberId member, Phase to) {
        return new Enrolment.Moved(member, to, MONDAY, null);
    }

    static Groups.Joined joined(GroupId group, MemberId member) {
        return new Groups.Joined(group, member, null);
    }

    static Confidential about(String words) {
        return new Confidential.Readable(Lifetime.PERSON, words);
    }

    static Confidential own(String words) {
        return new Confidential.Readable(Lifetime.CLINIC, words);
    }

    static Outline outline(String title, int least, int most) {
        return new Outline(title, new Group.Size(least, most), Policies.of(Kind.GROUP));
    }

    static SortedSet<MemberId> members(MemberId... all) {
        return new TreeSet<>(List.of(all));
    }

    static SortedSet<GroupId> groups(GroupId... all) {
        return new TreeSet<>(List.of(all));
    }

    ClinicGiven and(ClinicEvent... happened) {
        for (var event : happened) {
            clinic = Clinic.DECIDER.applyAll(
                    clinic, new Entry<>(++seq, NOW, ADMIN, new CommandId("c" + seq), List.of(event)));
        }
        return this;
    }

    Clinic clinic() {
        return clinic;
    }

    Asked when(ClinicCommand command) {
        return when(command, NOW);
    }

    Asked when(ClinicCommand command, Instant now) {
        return new Asked(command, Clinic.DECIDER.decide(clinic, command, ADMIN, now));
    }

    final class Asked {
        private final ClinicCommand command;
        private final Decision<ClinicEvent> decision;

        private Asked(ClinicCommand command, Decision<ClinicEvent> decision) {
            this.command = command;
            this.decision = decision;
        }

        /// What happened can be folded, and asking the same again does nothing more.
        ClinicGiven then(ClinicEvent... events) {
            assertEquals(new Decision.Accepted<>(List.of(events)), decision);
            and(events);
            assertEquals(Decision.accept(), Clinic.DECIDER.decide(clinic, command, ADMIN, NOW));
            return ClinicGiven.this;
        }

        /// Where asking again is another matter.
        ClinicGiven thenExactly(ClinicEvent... events) {
            assertEquals(new Decision.Accepted<>(List.of(events)), decision);
            return and(events);
        }

        ClinicGiven done() {
            switch (decision) {
                case Decision.Accepted<ClinicEvent>(var events) -> and(events.toArray(ClinicEvent[]::new));
                case Decision.Refused<ClinicEvent>(var code) -> fail(command + " is refused: " + code);
            }
            return ClinicGiven.this;
        }

        ClinicGiven refused(RefusalCode code) {
            assertEquals(Decision.refuse(code), decision);
            return ClinicGiven.this;
        }
    }
}
