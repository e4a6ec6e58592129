package org.holdfast.directory;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.holdfast.decision.Actor;
import org.holdfast.decision.CommandId;
import org.holdfast.decision.Entry;
import org.holdfast.live.Listener;
import org.holdfast.live.LogHost;
import org.holdfast.live.LogHosts;
import org.holdfast.live.LogId;
import org.holdfast.live.Outcome;
import org.holdfast.live.People;
import org.holdfast.live.Subscription;
import org.holdfast.live.Untrusted;
import org.holdfast.person.Person;
import org.holdfast.person.PersonCommand;
import org.holdfast.person.PersonEvent;
import org.holdfast.person.SheetId;
import org.holdfast.person.Sheets;
import org.holdfast.session.ItemId;
import org.holdfast.session.MemberId;
import org.holdfast.session.RowId;
import org.holdfast.session.SessionId;
import org.holdfast.session.WorksheetId;
import org.holdfast.session.WorksheetView.ProgressView;
import org.holdfast.worksheet.Forms;
import org.holdfast.worksheet.Place;
import org.holdfast.worksheet.Progress;
import org.jspecify.annotations.Nullable;

/// People as their own logs tell of them.
public final class PersonLogs implements People {
    /// For somebody whose name cannot be read any more.
    public static final String NAMELESS = "…";

    private final LogHosts<Person, PersonCommand, PersonEvent> logs;
    private final Forms forms;

    public PersonLogs(LogHosts<Person, PersonCommand, PersonEvent> logs, Forms forms) {
        this.logs = logs;
        this.forms = forms;
    }

    public Future<Person> person(String id) {
        return logs.open(LogId.person(id)).map(Untrusted::trusted).map(LogHost::state);
    }

    public Future<Outcome> submit(String id, PersonCommand command, Actor by, CommandId commandId) {
        return logs.submit(LogId.person(id), command, by, commandId);
    }

    public Future<String> nameIn(String id, SessionId session) {
        return person(id).map(person -> {
            var name = person.nameIn(session.value());
            return name == null ? NAMELESS : name;
        });
    }

    @Override
    public Future<NameBook> names(SessionId session, Set<MemberId> members, Changes changes) {
        var opening = new ArrayList<Future<?>>();
        var hosts = new HashMap<MemberId, LogHost<Person, PersonCommand, PersonEvent>>();
        for (var member : members) {
            opening.add(logs.open(LogId.person(member.value())).onSuccess(host -> hosts.put(member, host)));
        }
        return Future.all(opening).map(_ -> new Book(session, logs, forms, hosts, changes));
    }

    public void close() {
        logs.close();
    }

    /// The name as long as the person's log says nothing new.
    private record Called(LogHost<Person, PersonCommand, PersonEvent> host, Person person, String name) {}

    private record Answer(WorksheetId worksheet, Place place) {}

    /// Everybody who looks at a wall reads the same words, and all staff the same of how far somebody is: both are
    /// looked up once.
    private record Wrote(
            Sheets sheets, Map<Answer, Optional<String>> words, Map<WorksheetId, Optional<ProgressView>> progress) {}

    private static final class Book implements NameBook {
        private final String session;
        private final LogHosts<Person, PersonCommand, PersonEvent> logs;
        private final Forms forms;
        private final Changes changes;
        private final Map<MemberId, LogHost<Person, PersonCommand, PersonEvent>> hosts;
        private final Map<MemberId, Called> called = new HashMap<>();
        private final Map<MemberId, Wrote> wrote = new HashMap<>();
        private final Map<MemberId, Subscription> following = new HashMap<>();

        private boolean closed;

        Book(
                SessionId session,
                LogHosts<Person, PersonCommand, PersonEvent> logs,
                Forms forms,
                Map<MemberId, LogHost<Person, PersonCommand, PersonEvent>> hosts,
                Changes changes) {
            this.session = session.value();
            this.logs = logs;
            this.forms = forms;
            this.changes = changes;
            this.hosts = hosts;
            hosts.forEach(this::follow);
        }

        private void follow(MemberId member, LogHost<Person, PersonCommand, PersonEvent> host) {
            following.put(member, host.onAdvance(new Listener<>() {
                @Override
                public void advanced(Person before, Entry<PersonEvent> entry, Person after) {
                    follows(member, before, after);
                }

                @Override
                public void refolded(Person before, Person after) {
                    follows(member, before, after);
                }
            }));
        }

        private void follows(MemberId member, Person before, Person after) {
            var was = before.nameIn(session);
            var is = after.nameIn(session);
            if (is != null && !is.equals(was)) changes.called();
            if (before.sheets() != after.sheets()) changes.wrote(member);
        }

        @Override
        public void take(MemberId member) {
            if (hosts.containsKey(member)) return;
            logs.open(LogId.person(member.value())).onSuccess(host -> {
                if (closed || hosts.putIfAbsent(member, host) != null) return;
                follow(member, host);
                changes.called();
            });
        }

        @Override
        public String of(MemberId member) {
            var last = called.get(member);
            if (last != null && last.host().state() == last.person()) return last.name();
            var host = hosts.get(member);
            if (host == null) return NAMELESS;
            var person = host.state();
            var name = person.nameIn(session);
            var now = new Called(host, person, name == null ? NAMELESS : name);
            called.put(member, now);
            return now.name();
        }

        @Override
        public @Nullable String of(MemberId member, WorksheetId worksheet, ItemId item, @Nullable RowId row) {
            var now = wrote(member);
            if (now == null) return null;
            var place = new Place(item.value(), row == null ? null : row.value());
            return now.words()
                    .computeIfAbsent(
                            new Answer(worksheet, place),
                            _ -> Optional.ofNullable(now.sheets().words(new SheetId(worksheet.value()), place)))
                    .orElse(null);
        }

        @Override
        public @Nullable ProgressView progress(MemberId member, WorksheetId worksheet) {
            var now = wrote(member);
            if (now == null) return null;
            return now.progress()
                    .computeIfAbsent(worksheet, _ -> Optional.ofNullable(progress(now.sheets(), worksheet)))
                    .orElse(null);
        }

        /// Nothing either where the clinic has the form no more.
        private @Nullable ProgressView progress(Sheets sheets, WorksheetId worksheet) {
            var sheet = sheets.sheet(new SheetId(worksheet.value()));
            var form = sheet == null ? null : forms.find(sheet.form(), sheet.version());
            if (form == null) return null;
            var progress = Progress.of(form, sheet.readable());
            return new ProgressView(progress.answered(), progress.questions(), sheet.changed());
        }

        /// What is known of their papers, as long as their log says nothing new.
        private @Nullable Wrote wrote(MemberId member) {
            var host = hosts.get(member);
            if (host == null) return null;
            var sheets = host.state().sheets();
            var last = wrote.get(member);
            if (last != null && last.sheets() == sheets) return last;
            var now = new Wrote(sheets, new HashMap<>(), new HashMap<>());
            wrote.put(member, now);
            return now;
        }

        @Override
        public void close() {
            closed = true;
            following.values().forEach(Subscription::close);
        }
    }
}
