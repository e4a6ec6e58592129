package org.holdfast.web;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.holdfast.attendance.Language;
import org.holdfast.clinic.Clinic;
import org.holdfast.clinic.ClinicCommand;
import org.holdfast.clinic.ClinicEvent;
import org.holdfast.clinic.Group;
import org.holdfast.clinic.Groups;
import org.holdfast.clinic.People;
import org.holdfast.clinic.People.Part;
import org.holdfast.decision.CommandId;
import org.holdfast.decision.Decision;
import org.holdfast.decision.RefusalCode;
import org.holdfast.decision.Stamp;
import org.holdfast.directory.PersonLogs;
import org.holdfast.intake.Column;
import org.holdfast.intake.Roster;
import org.holdfast.intake.Roster.Row;
import org.holdfast.intake.Trouble;
import org.holdfast.person.Person;
import org.holdfast.person.PersonEvent.Channel;
import org.holdfast.person.PersonEvent.Speaks;
import org.holdfast.session.MemberId;
import org.holdfast.web.ImportPages.FaultLine;
import org.holdfast.web.ImportPages.ImportView;
import org.holdfast.web.PeopleRequest.Contact;
import org.holdfast.web.PeopleRequest.Reach;
import org.jspecify.annotations.Nullable;

/// Brings a roster into the clinic's books row by row. Each row is decided first by the rules that its writing follows,
/// so none is written by half, and looking says what bringing will do.
final class RosterImport {
    private final PersonLogs people;
    private final PeopleBook book;
    private final Desk desk;
    private final CommandId command;
    private final boolean dryRun;
    private final Language language;
    private final Instant now;
    private final List<FaultLine> faults = new ArrayList<>();
    private Clinic clinic;
    private int added;
    private int changed;
    private int same;

    RosterImport(PersonLogs people, Desk desk, CommandId command, boolean dryRun, Language language, Instant now) {
        this.people = people;
        this.book = new PeopleBook(people);
        this.desk = desk;
        this.command = command;
        this.dryRun = dryRun;
        this.language = language;
        this.now = now;
        this.clinic = desk.clinic();
    }

    Future<ImportView> of(Roster roster) {
        roster.faults().forEach(fault -> fault(fault.line(), fault.column(), fault.trouble()));
        Future<?> done = Future.succeededFuture();
        for (var row : roster.rows()) done = done.compose(_ -> bring(row));
        return done.map(_ -> {
            faults.sort(Comparator.comparing(FaultLine::line));
            return new ImportView(dryRun, added, changed, same, faults, roster.columns(), roster.unread());
        });
    }

    private Future<?> bring(Row row) {
        var known = clinic.people().numbered(row.number());
        var id = known == null ? new MemberId(FreshIds.of('p', desk, of(row))) : known;
        return people.person(id.value()).compose(person -> {
            var commands = commands(row, id, known == null);
            var reach = reach(row, person);
            var contact = row.contact();
            var called = contact == null ? null : new Contact(contact.name(), contact.phone());
            var wish = new PeopleBook.Wish(desk, id, of(row), language);
            if (commands == null) return Future.succeededFuture();
            if (PeopleBook.refusal(row.name(), reach, called) != null) {
                fault(row.line(), null, Trouble.TOO_LONG);
                return Future.succeededFuture();
            }
            var next = tried(row, commands);
            if (next == null) return Future.succeededFuture();
            var differs = known != null && (!commands.isEmpty() || differs(row, person, reach, called));
            if (known == null) added++;
            else if (differs) changed++;
            else same++;
            clinic = next;
            return dryRun || known != null && !differs
                    ? Future.succeededFuture()
                    : written(wish, commands, row, known == null, reach, called);
        });
    }

    private CommandId of(Row row) {
        return new CommandId(command.value() + "-" + row.line());
    }

    /// What the clinic's log is asked; nothing when the row cannot be.
    private @Nullable List<ClinicCommand> commands(Row row, MemberId id, boolean fresh) {
        var commands = new ArrayList<ClinicCommand>();
        var known = clinic.people().known(id);
        if (known != null && known.part() != row.part()) {
            fault(row.line(), Column.PART, RefusalCode.NUMBER_TAKEN);
            return null;
        }
        var on = row.admitted() == null ? LocalDate.ofInstant(now, clinic.zone()) : row.admitted();
        if (fresh) {
            commands.add(
                    row.part() == Part.STAFF
                            ? new People.AddStaff(id, row.number(), new TreeSet<>())
                            : new People.AddParticipant(id, row.number(), on));
        }
        if (row.group() == null) return commands;
        var group = group(row.group());
        if (group == null) {
            fault(row.line(), Column.GROUP, Trouble.NO_SUCH_GROUP);
            return null;
        }
        if (!group.roster().contains(id)) commands.add(new Groups.Join(group.id(), id, null));
        return commands;
    }

    private @Nullable Group group(String title) {
        return clinic.groups()
                .byTitle()
                .filter(group -> group.open() && desk.sees(group))
                .filter(group -> group.outline().title().equalsIgnoreCase(title))
                .findFirst()
                .orElse(null);
    }

    /// The clinic after these, or nothing when one of them is refused.
    private @Nullable Clinic tried(Row row, List<ClinicCommand> commands) {
        var next = clinic;
        for (var wish : commands) {
            switch (Clinic.DECIDER.decide(next, wish, desk.by(), now)) {
                case Decision.Refused<ClinicEvent>(var code) -> {
                    fault(row.line(), wish instanceof Groups.Join ? Column.GROUP : Column.NUMBER, code);
                    return null;
                }
                case Decision.Accepted<ClinicEvent>(var events) -> {
                    for (var event : events) next = Clinic.DECIDER.apply(next, event, new Stamp(1, now, desk.by()));
                }
            }
        }
        return next;
    }

    private @Nullable Reach reach(Row row, Person person) {
        if (row.speaks() == null && row.channel() == null && row.email() == null && row.phone() == null) return null;
        var kept = person.reach();
        var speaks = kept == null ? Speaks.ENGLISH : kept.speaks();
        var channel = kept == null ? Channel.NONE : kept.channel();
        var email = kept == null ? null : Person.text(kept.email());
        var phone = kept == null ? null : Person.text(kept.phone());
        return new Reach(
                row.speaks() == null ? speaks : row.speaks(),
                row.channel() == null ? channel : row.channel(),
                row.email() == null ? email : row.email(),
                row.phone() == null ? phone : row.phone(),
                kept != null && kept.mayLeaveMessage());
    }

    private static boolean differs(Row row, Person person, @Nullable Reach reach, @Nullable Contact contact) {
        return !row.name().equals(Person.text(person.name()))
                || reach != null && !reach.equals(ClinicViews.reach(person))
                || contact != null && !contact.equals(ClinicViews.contact(person));
    }

    private Future<?> written(
            PeopleBook.Wish wish,
            List<ClinicCommand> commands,
            Row row,
            boolean fresh,
            @Nullable Reach reach,
            @Nullable Contact contact) {
        Future<?> done = Future.succeededFuture();
        for (var i = 0; i < commands.size(); i++) {
            var part = wish.part("k" + i);
            var one = commands.get(i);
            done = done.compose(_ -> book.clinic(part, one));
        }
        return done.compose(_ -> fresh ? book.register(wish, row.name()) : Future.succeededFuture())
                .compose(_ -> book.details(wish, fresh ? null : row.name(), reach, contact));
    }

    private void fault(long line, @Nullable Column column, Trouble trouble) {
        faults.add(new FaultLine(line, column, trouble.in(language)));
    }

    private void fault(long line, @Nullable Column column, RefusalCode code) {
        faults.add(new FaultLine(line, column, RefusalTexts.of(code, language)));
    }
}
