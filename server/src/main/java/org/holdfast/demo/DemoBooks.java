package org.holdfast.demo;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeSet;
import org.holdfast.clinic.Clinic;
import org.holdfast.clinic.ClinicCommand;
import org.holdfast.clinic.Enrolment;
import org.holdfast.clinic.Enrolment.Phase;
import org.holdfast.clinic.Group;
import org.holdfast.clinic.GroupId;
import org.holdfast.clinic.Groups;
import org.holdfast.clinic.People;
import org.holdfast.clinic.Standards;
import org.holdfast.decision.Actor;
import org.holdfast.decision.CommandId;
import org.holdfast.directory.ClinicLog;
import org.holdfast.identity.Kind;
import org.holdfast.identity.Secrets;
import org.holdfast.live.Outcome;
import org.holdfast.session.MemberId;

/// The demo's clinic as its books tell it: its people and its group, put in by the commands that staff have. What staff
/// have changed since stays as they left it.
final class DemoBooks {
    static final GroupId EVENING = new GroupId("g-evening");

    private static final Actor SYSTEM = new Actor.Node("demo");

    private final ClinicLog clinic;
    private final LocalDate since;

    DemoBooks(ClinicLog clinic, LocalDate since) {
        this.clinic = clinic;
        this.since = since;
    }

    Future<Clinic> putIn(String title, List<Cast> staff, List<Cast> group) {
        return clinic.clinic().compose(books -> {
            Future<?> done = books.zone().equals(ZoneOffset.UTC)
                    ? submit(new Standards.SetZone(ZoneId.systemDefault()))
                    : Future.succeededFuture();
            for (var person : staff) done = done.compose(_ -> known(books, person));
            if (books.groups().group(EVENING) == null) done = done.compose(_ -> submit(evening(title, staff)));
            for (var person : group) {
                if (books.people().knows(person.member())) continue;
                done = done.compose(_ -> known(books, person)).compose(_ -> comes(person));
            }
            return done.compose(_ -> clinic.clinic());
        });
    }

    private Future<?> known(Clinic books, Cast person) {
        if (books.people().knows(person.member())) return Future.succeededFuture();
        return submit(
                person.kind() == Kind.STAFF
                        ? new People.AddStaff(person.member(), person.number(), new TreeSet<>(person.roles()))
                        : new People.AddParticipant(person.member(), person.number(), since));
    }

    private Future<?> comes(Cast person) {
        return submit(new Enrolment.Move(person.member(), Phase.ACTIVE, since, null))
                .compose(_ -> submit(new Groups.Join(EVENING, person.member(), null)));
    }

    private static ClinicCommand evening(String title, List<Cast> staff) {
        var leads = new TreeSet<MemberId>();
        staff.forEach(person -> leads.add(person.member()));
        var kind = Group.Kind.GROUP;
        var outline = new Group.Outline(title, kind.size(), Group.Policies.of(kind));
        return new Groups.Create(EVENING, kind, outline, staff.getFirst().member(), leads);
    }

    /// Everything here is sensible, so a refusal is a fault.
    private Future<?> submit(ClinicCommand command) {
        return clinic.submit(command, SYSTEM, new CommandId(Secrets.fresh()))
                .compose(outcome -> outcome instanceof Outcome.Refused(var code)
                        ? Future.failedFuture(new IllegalStateException(command + " is refused: " + code))
                        : Future.succeededFuture());
    }
}
