package org.holdfast.live;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.holdfast.decision.Entry;
import org.holdfast.sealing.SignedHead;
import org.holdfast.session.DeviceId;
import org.holdfast.session.MemberId;
import org.holdfast.session.Session;
import org.holdfast.session.SessionCommand;
import org.holdfast.session.SessionEvent;
import org.holdfast.session.SessionId;
import org.jspecify.annotations.Nullable;

/// Carries out what [Reactions] call for, each kind by a runner of its own: one that is stuck holds up no other.
public final class SessionReactions {
    /// What can be done outside. Everything here bears being done twice.
    public interface Hands {
        Future<?> bind(MemberId member, DeviceId device);

        Future<?> destroyChat(SessionId session);

        Future<?> forgetArrivals(SessionId session, Instant at);

        /// @param sheet the hash of the sheet that the entry signs, if it does
        Future<?> signHead(SessionId session, long seq, Instant at, SignedHead.Why why, @Nullable String sheet);

        Future<?> archiveAt(SessionId session, Instant at);

        /// @param at absent when the session has ended
        Future<?> endAt(SessionId session, @Nullable Instant at);
    }

    private final EventLog<SessionEvent> log;
    private final Turns turns;
    private final String node;
    private final Hands hands;
    private final MediaPlane media;
    private final Live live;

    public SessionReactions(
            EventLog<SessionEvent> log, Turns turns, String node, Hands hands, MediaPlane media, Live live) {
        this.log = log;
        this.turns = turns;
        this.node = node;
        this.hands = hands;
        this.media = media;
        this.live = live;
    }

    /// The runners of one session on this node.
    ///
    /// @param ofMedia absent where nothing outside follows what is wanted of the media
    record Running(
            List<Runner<Session, SessionEvent>> runners,
            @Nullable Runner<Session, SessionEvent> ofMedia,
            List<Subscription> started)
            implements Subscription {
        /// The media came undone outside.
        void mediaAgain() {
            if (ofMedia != null) ofMedia.again();
        }

        /// Whether all that the log calls for is done, as far as it was this node's turn.
        boolean settled() {
            return runners.stream().allMatch(Runner::settled);
        }

        @Override
        public void close() {
            started.forEach(Subscription::close);
        }
    }

    /// On the live context.
    Running start(LogHost<Session, SessionCommand, SessionEvent> host) {
        var runners = new ArrayList<>(List.of(
                runner(host, "devices", new Doing(Effect.OfDevices.class)),
                runner(host, "keys", new Doing(Effect.OfKeys.class)),
                runner(host, "heads", new Doing(Effect.OfHeads.class)),
                runner(host, "archive", new Doing(Effect.OfArchive.class)),
                runner(host, "end", new Ending())));
        var ofMedia = media.reconciles() ? runner(host, "media", new OfMedia()) : null;
        if (ofMedia != null) runners.add(ofMedia);
        return new Running(
                List.copyOf(runners),
                ofMedia,
                runners.stream().map(each -> each.start(live)).toList());
    }

    private Runner<Session, SessionEvent> runner(
            LogHost<Session, SessionCommand, SessionEvent> host,
            String kind,
            Reaction<Session, SessionEvent> reaction) {
        return new Runner<>(host, Session.DECIDER, log, turns, kind, node, reaction);
    }

    /// For a time that has come and was not the end after all.
    Future<?> setEnd(Session session) {
        return hands.endAt(session.plan().session(), Reactions.end(session));
    }

    private Future<?> carryOut(Effect effect) {
        return switch (effect) {
            case Effect.BindDevice(var member, var device) -> hands.bind(member, device);
            case Effect.DestroyChat(var session) -> hands.destroyChat(session);
            case Effect.ForgetArrivals(var session, var at) -> hands.forgetArrivals(session, at);
            case Effect.SignHead(var session, var seq, var at, var why, var sheet) ->
                hands.signHead(session, seq, at, why, sheet);
            case Effect.Archive(var session, var at) -> hands.archiveAt(session, at);
        };
    }

    private final class Doing implements Reaction.Each<Session, SessionEvent> {
        private final Class<? extends Effect> kind;

        Doing(Class<? extends Effect> kind) {
            this.kind = kind;
        }

        /// The end too, whatever it calls for: what a runner has folded up to an earlier entry would
        /// keep the words that were said by then.
        @Override
        public boolean concerns(Session before, Entry<SessionEvent> entry, Session after) {
            return before.ended() != after.ended()
                    || Reactions.of(entry, after).stream().anyMatch(kind::isInstance);
        }

        @Override
        public Future<?> react(Session before, Entry<SessionEvent> entry, Session after) {
            Future<?> done = Future.succeededFuture();
            for (var effect : Reactions.of(entry, after)) {
                if (kind.isInstance(effect)) done = done.compose(_ -> carryOut(effect));
            }
            return done;
        }
    }

    private final class Ending implements Reaction.Level<Session, SessionEvent> {
        @Override
        public boolean concerns(Session before, Entry<SessionEvent> entry, Session after) {
            return !Objects.equals(Reactions.end(before), Reactions.end(after));
        }

        @Override
        public Future<?> reconcile(Session state, long seq) {
            return setEnd(state);
        }
    }

    private final class OfMedia implements Reaction.Level<Session, SessionEvent> {
        @Override
        public boolean concerns(Session before, Entry<SessionEvent> entry, Session after) {
            return Reactions.moveMedia(before, after);
        }

        @Override
        public Future<?> reconcile(Session state, long seq) {
            return media.reconcile(Reactions.media(state), seq);
        }
    }
}
