package org.holdfast;

import io.vertx.core.Future;
import java.util.ArrayList;
import org.holdfast.decision.Confidential.Lifetime;
import org.holdfast.decision.Entry;
import org.holdfast.live.EventLog;
import org.holdfast.live.Head;
import org.holdfast.live.LogHost;
import org.holdfast.live.LogHosts;
import org.holdfast.live.LogId;
import org.holdfast.live.Written;
import org.holdfast.log.KeyNames;
import org.holdfast.person.Person;
import org.holdfast.person.PersonCommand;
import org.holdfast.person.PersonEvent;
import org.holdfast.sealing.Keyring;
import org.holdfast.session.MemberId;
import org.holdfast.session.Session;
import org.holdfast.session.SessionCommand;
import org.holdfast.session.SessionEvent;
import org.holdfast.session.SessionId;

/// Makes words unreadable whose time is over, by destroying the key that seals them: the logs stay whole and verify.
final class Forgetting {
    private final LogHosts<Session, SessionCommand, SessionEvent> sessions;
    private final LogHosts<Person, PersonCommand, PersonEvent> people;
    private final EventLog<PersonEvent> personLog;
    private final Keyring keyring;

    Forgetting(
            LogHosts<Session, SessionCommand, SessionEvent> sessions,
            LogHosts<Person, PersonCommand, PersonEvent> people,
            EventLog<PersonEvent> personLog,
            Keyring keyring) {
        this.sessions = sessions;
        this.people = people;
        this.personLog = personLog;
        this.keyring = keyring;
    }

    /// What was written in a session.
    Future<?> chat(SessionId session) {
        var name = KeyNames.ofLog(LogId.session(session.value()), Lifetime.SESSION_CHAT);
        return Future.fromCompletionStage(keyring.destroy(name));
    }

    /// Where people said they were when they came to this session.
    Future<?> arrivals(LogId session) {
        return sessions.open(session).map(LogHost::state).compose(state -> {
            var all = new ArrayList<Future<?>>();
            for (var member : state.plan().everybody()) all.add(arrivalsOf(member, session.id()));
            return Future.all(all);
        });
    }

    private Future<?> arrivalsOf(MemberId member, String session) {
        var log = LogId.person(member.value());
        return personLog
                .read(log, Head.EMPTY)
                .compose(entries -> {
                    var gone = new ArrayList<Future<?>>();
                    entries.stream()
                            .map(Written::entry)
                            .filter(entry -> answers(entry, session))
                            .map(entry -> KeyNames.of(log, Lifetime.ARRIVAL, entry.command()))
                            .forEach(name -> gone.add(Future.fromCompletionStage(keyring.destroy(name))));
                    return Future.all(gone);
                })
                // What was folded before still holds the words.
                .compose(_ -> people.open(log))
                .compose(LogHost::refold);
    }

    private static boolean answers(Entry<PersonEvent> entry, String session) {
        return entry.events().stream()
                .anyMatch(event -> event instanceof PersonEvent.ArrivalAnswered answered
                        && answered.session().equals(session));
    }
}
