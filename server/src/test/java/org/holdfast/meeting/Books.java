package org.holdfast.meeting;

import static org.holdfast.testing.Await.get;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.holdfast.Node;
import org.holdfast.clinic.ClinicCommand;
import org.holdfast.clinic.ClinicId;
import org.holdfast.clinic.Group;
import org.holdfast.clinic.GroupId;
import org.holdfast.clinic.Groups;
import org.holdfast.clinic.People;
import org.holdfast.clinic.Scheduling;
import org.holdfast.clinic.SeriesId;
import org.holdfast.clinic.StaffRole;
import org.holdfast.clinic.Timing;
import org.holdfast.decision.Actor;
import org.holdfast.decision.CommandId;
import org.holdfast.identity.Kind;
import org.holdfast.identity.PersonalLinks.Link;
import org.holdfast.identity.Secrets;
import org.holdfast.live.Outcome;
import org.holdfast.person.PersonCommand;
import org.holdfast.person.SheetId;
import org.holdfast.person.Sheets;
import org.holdfast.session.MemberId;

/// Puts people and groups into the books of one of a server's clinics, each with a browser of their own.
final class Books {
    static final ClinicId NORTH = new ClinicId("north");
    static final String MONDAY = "2026-03-02";
    private static final Actor SYSTEM = new Actor.Node("test");

    private final Node node;
    private final String address;
    private final ClinicId clinic;
    private final Map<String, Browser> browsers = new HashMap<>();

    Books(Clinic.Server server, ClinicId clinic) {
        this.node = server.node();
        this.address = server.address();
        this.clinic = clinic;
    }

    Browser staff(String id, StaffRole... roles) {
        submit(new People.AddStaff(new MemberId(id), "S-" + id, new TreeSet<>(Set.of(roles))));
        return known(id, Kind.STAFF);
    }

    /// Somebody who is in the books already, from now on in every role.
    Browser appointed(String id, Browser browser) {
        submit(new People.Appoint(new MemberId(id), new TreeSet<>(Set.of(StaffRole.values()))));
        return browser;
    }

    Browser participant(String id) {
        submit(new People.AddParticipant(new MemberId(id), "A-" + id, LocalDate.parse(MONDAY)));
        return known(id, Kind.PARTICIPANT);
    }

    /// Something to fill in.
    void gives(String person, String sheet) {
        var begin = new Sheets.Begin(new SheetId(sheet), "halt", "1", null);
        var outcome = get(node.people().submit(person, begin, SYSTEM, fresh()));
        if (!(outcome instanceof Outcome.Done)) throw new AssertionError(person + ": " + outcome);
    }

    private Browser known(String id, Kind kind) {
        get(node.people().submit(id, new PersonCommand.Register("Name of " + id), SYSTEM, fresh()));
        return seated(id, kind);
    }

    /// A browser for somebody who is in the books already.
    Browser seated(String id, Kind kind) {
        var browser = new Browser(address);
        browser.exchange(get(node.links().issue(new Link(clinic, id, kind, null))));
        browsers.put(id, browser);
        return browser;
    }

    Browser browser(String id) {
        return browsers.get(id);
    }

    void group(String id, int most, String lead, String... members) {
        var group = new GroupId(id);
        var outline = new Group.Outline("Group " + id, new Group.Size(1, most), Group.Policies.of(Group.Kind.GROUP));
        var dana = new MemberId(lead);
        submit(new Groups.Create(group, Group.Kind.GROUP, outline, dana, new TreeSet<>(Set.of(dana))));
        for (var member : members) submit(new Groups.Join(group, new MemberId(member), null));
    }

    /// At six in the evening, an hour long.
    void mondays(String series, String group, String first) {
        var timing = new Timing("FREQ=WEEKLY;BYDAY=MO", LocalDate.parse(first), LocalTime.of(18, 0), 60);
        submit(new Scheduling.Make(new SeriesId(series), new GroupId(group), timing));
    }

    org.holdfast.clinic.Clinic now() {
        return get(node.clinic().of(clinic).clinic());
    }

    void submit(ClinicCommand command) {
        var outcome = get(node.clinic().of(clinic).submit(command, SYSTEM, fresh()));
        if (!(outcome instanceof Outcome.Done)) throw new AssertionError(command + ": " + outcome);
    }

    static CommandId fresh() {
        return new CommandId(Secrets.fresh());
    }
}
