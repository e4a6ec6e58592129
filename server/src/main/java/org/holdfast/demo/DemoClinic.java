package org.holdfast.demo;

import io.vertx.core.Future;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.holdfast.clinic.Planning;
import org.holdfast.clinic.Standards;
import org.holdfast.decision.Actor;
import org.holdfast.decision.CommandId;
import org.holdfast.directory.ClinicLog;
import org.holdfast.directory.PersonLogs;
import org.holdfast.directory.SessionIndex;
import org.holdfast.directory.Sessions;
import org.holdfast.identity.Kind;
import org.holdfast.identity.PersonalLinks;
import org.holdfast.identity.PersonalLinks.Link;
import org.holdfast.identity.Secrets;
import org.holdfast.identity.SignInCodes;
import org.holdfast.live.LogHosts;
import org.holdfast.live.LogId;
import org.holdfast.live.Outcome;
import org.holdfast.person.PersonCommand;
import org.holdfast.person.PersonEvent.PlaceKind;
import org.holdfast.person.PlaceId;
import org.holdfast.session.AttendanceRules;
import org.holdfast.session.Life;
import org.holdfast.session.MemberId;
import org.holdfast.session.Plan;
import org.holdfast.session.Session;
import org.holdfast.session.SessionCommand;
import org.holdfast.session.SessionEvent;
import org.holdfast.session.SessionId;
import org.jspecify.annotations.Nullable;

/// A clinic with one evening group that can be joined now. It is put in by the same commands a clinic would use.
public final class DemoClinic {
    static final String TITLE = "Evening group";
    static final Duration LENGTH = Duration.ofMinutes(90);
    private static final Duration BEGINS_EVERY = Duration.ofMinutes(5);
    /// More than browser-to-browser media carry well, and room for the whole cast.
    static final int ROOM = 8;
    /// What a bridge carries.
    private static final int LARGE_ROOM = 15;

    /// Days: long enough that there is a week to look back at.
    private static final int ENROLLED_BEFORE = 28;

    static final Duration LOOK_BACK = Duration.ofMinutes(2);

    private static final Actor SYSTEM = new Actor.Node("demo");

    /// What the demo is put into.
    public record Into(
            PersonalLinks links,
            SignInCodes codes,
            PersonLogs people,
            ClinicLog clinic,
            SessionIndex index,
            Sessions sessions,
            LogHosts<Session, SessionCommand, SessionEvent> sessionLogs,
            InstantSource clock) {}

    /// @param path from the server's address on
    /// @param code for a fresh sign-in; staff only, since nobody else signs
    public record Invitation(
            String name, Kind kind, String path, @Nullable String code) {}

    public record Opened(SessionId session, String title, Instant starts, List<Invitation> invitations) {}

    private final Into into;
    private final DemoLinks tokens;
    private final List<Cast> group;

    private DemoClinic(Into into, DemoLinks tokens, List<Cast> group) {
        this.into = into;
        this.tokens = tokens;
        this.group = group;
    }

    public static DemoClinic in(Path folder, Into into) throws IOException {
        return in(folder, into, Cast.GROUP.size());
    }

    /// @param people how many participants the group has; at most [Cast#MOST]
    public static DemoClinic in(Path folder, Into into, int people) throws IOException {
        PrivateFiles.folder(folder);
        return new DemoClinic(into, DemoLinks.in(folder), Cast.group(people));
    }

    public Future<Opened> open() throws IOException {
        var cast = new ArrayList<>(Cast.STAFF);
        cast.addAll(group);
        var invitations = cast.stream().map(this::invitation).toList();
        tokens.save();
        var all = new ArrayList<Future<?>>();
        cast.forEach(person -> all.add(known(person)));
        return Future.all(all)
                .compose(_ -> books().putIn(TITLE, Cast.STAFF, group))
                .compose(_ -> session())
                .map(session -> new Opened(
                        session.plan().session(), TITLE, session.plan().starts(), invitations));
    }

    private Invitation invitation(Cast person) {
        var path = person.page() + "#" + tokens.token(person);
        var code = person.kind() == Kind.STAFF ? tokens.code(person) : null;
        return new Invitation(person.name(), person.kind(), path, code);
    }

    private Future<?> known(Cast person) {
        return register(person, new PersonCommand.Register(person.name()))
                .compose(_ -> person.kind() == Kind.STAFF ? signsAs(person) : about(person))
                .compose(_ -> into.links().keep(tokens.token(person), new Link(person.id(), person.kind(), null)));
    }

    private Future<Outcome> signsAs(Cast person) {
        return into.codes()
                .keep(person.id(), tokens.code(person))
                .compose(_ -> into.clinic()
                        .submit(new Standards.KeepCredential(person.id(), person.credential()), SYSTEM, fresh()));
    }

    private Future<Outcome> about(Cast person) {
        return into.people().person(person.id()).compose(known -> {
            if (known.contact() != null) return Future.succeededFuture(new Outcome.Done(0));
            var home = new PersonCommand.KeepPlace(new PlaceId("home"), PlaceKind.HOME, "Home", person.address());
            return register(person, home)
                    .compose(_ -> register(person, new PersonCommand.KeepContact(person.contact(), person.phone())));
        });
    }

    private Future<Outcome> register(Cast person, PersonCommand command) {
        return into.people().submit(person.id(), command, SYSTEM, fresh());
    }

    /// Looks whether there is still a session to join. Some time after one has ended the next is
    /// opened, so that the same links go on working; until then its people can look back at it.
    public Future<?> goOn() {
        return into.sessions().next(Cast.DANA.id()).compose(last -> {
            if (last == null || !(last.life() instanceof Life.Ended(var at, var cause)))
                return Future.succeededFuture();
            var now = into.clock().instant();
            return now.isBefore(at.plus(LOOK_BACK)) ? Future.succeededFuture() : openNew(now);
        });
    }

    /// The one that can be joined, or a new one when the last has ended or is long over.
    private Future<Session> session() {
        var now = into.clock().instant();
        return into.sessions().next(Cast.DANA.id()).compose(last -> {
            if (last == null || last.ended()) return openNew(now);
            var due = last.dueAt();
            if (due == null || now.isBefore(due)) return Future.succeededFuture(last);
            return into.sessionLogs()
                    .submit(log(last.plan().session()), new Life.EndIfDue(), SYSTEM, fresh())
                    .compose(_ -> openNew(now));
        });
    }

    private Future<Session> openNew(Instant now) {
        // Just begun: minutes before the planned start are not credited, and whoever tries the demo wants to see some.
        var starts = Instant.ofEpochSecond(now.getEpochSecond() / BEGINS_EVERY.toSeconds() * BEGINS_EVERY.toSeconds());
        return into.clinic().clinic().compose(clinic -> {
            var evening = clinic.groups().group(DemoBooks.EVENING);
            if (evening == null) throw new IllegalStateException("The demo's group is not in its books");
            var room = evening.roster().size() > Cast.GROUP.size() ? LARGE_ROOM : ROOM;
            var id = new SessionId("s" + Secrets.fresh());
            return open(Planning.plan(clinic, evening, id, starts, starts.plus(LENGTH), room));
        });
    }

    private DemoBooks books() {
        var today = LocalDate.ofInstant(into.clock().instant(), ZoneId.systemDefault());
        return new DemoBooks(into.clinic(), today.minusDays(ENROLLED_BEFORE));
    }

    private Future<Session> open(Plan plan) {
        return into.sessionLogs()
                .submit(log(plan.session()), new Life.OpenSession(plan), SYSTEM, fresh())
                .compose(_ -> into.index().add(plan))
                .compose(_ -> into.sessionLogs().open(log(plan.session())))
                .map(host -> host.state());
    }

    static Plan plan(Instant starts, Duration length, AttendanceRules rules, List<Cast> group) {
        return new Plan(
                new SessionId("s" + Secrets.fresh()),
                TITLE,
                starts,
                starts.plus(length),
                ZoneId.systemDefault().getId(),
                new MemberId(Cast.DANA.id()),
                ids(Cast.STAFF),
                ids(group),
                group.size() > Cast.GROUP.size() ? LARGE_ROOM : ROOM,
                rules);
    }

    private static TreeSet<MemberId> ids(List<Cast> people) {
        var ids = new TreeSet<MemberId>();
        people.forEach(person -> ids.add(new MemberId(person.id())));
        return ids;
    }

    private static LogId log(SessionId session) {
        return LogId.session(session.value());
    }

    private static CommandId fresh() {
        return new CommandId(Secrets.fresh());
    }
}
