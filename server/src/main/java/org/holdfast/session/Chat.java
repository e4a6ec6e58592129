package org.holdfast.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.holdfast.decision.Actor;
import org.holdfast.decision.Confidential;
import org.holdfast.decision.DamagedLog;
import org.holdfast.decision.Decision;
import org.holdfast.decision.Named;
import org.holdfast.decision.RefusalCode;
import org.holdfast.decision.Stamp;
import org.jspecify.annotations.Nullable;

/// Who may write to whom, and what was written while the session is open. Participants write to staff or, where the
/// group does so, to everyone; never to each other. Guests who are there to listen write to staff only.
///
/// @param stopped who may not write for now, and who said so
/// @param said the latest of it, for whoever loads their page again; nothing is left of it after the end
public record Chat(Policy policy, SortedMap<MemberId, MemberId> stopped, List<Said> said) {
    public static final int LONGEST_TEXT = 500;
    /// All of it goes to a page in one frame, so it must fit beside whatever else a slow page has not read yet.
    public static final int MOST_KEPT = 100;

    static final Chat EMPTY = new Chat(Policy.TO_STAFF, Collections.emptySortedMap(), List.of());

    public Chat {
        stopped = Collections.unmodifiableSortedMap(new TreeMap<>(stopped));
        said = List.copyOf(said);
    }

    /// Whom participants may write to.
    public enum Policy {
        OFF,
        TO_STAFF,
        EVERYONE
    }

    public enum Circle {
        STAFF,
        EVERYONE,
        MEMBER
    }

    /// Staff read all of it, whenever they came: whoever takes over must know what was asked.
    ///
    /// @param member to whom, if to one
    /// @param readers the participants who may read it: of what everyone was told, those who had a seat just then
    public record Said(
            Instant at,
            MemberId by,
            Circle to,
            @Nullable MemberId member,
            Confidential text,
            SortedSet<MemberId> readers) {
        public Said {
            readers = Collections.unmodifiableSortedSet(new TreeSet<>(readers));
        }

        /// For whoever is in the room now.
        public boolean readableBy(Audience audience, MemberId reader) {
            return switch (audience) {
                case CONSOLE -> true;
                case ROOM -> readers.contains(reader);
                case WAITING, NONE -> false;
            };
        }
    }

    public sealed interface Command extends SessionCommand {}

    /// By a participant: a question to whoever leads. By staff: among themselves.
    @Named("chat.tell-staff")
    public record TellStaff(String text) implements Command, Asked {}

    @Named("chat.tell-everyone")
    public record TellEveryone(String text) implements Command, Asked {}

    /// Staff to one participant; the other staff read it too.
    @Named("chat.tell-member")
    public record TellMember(MemberId member, String text) implements Command, Asked {}

    @Named("chat.set")
    public record SetPolicy(Policy policy) implements Command, Asked {}

    @Named("chat.stop")
    public record Stop(MemberId member) implements Command, Asked {}

    @Named("chat.allow")
    public record Allow(MemberId member) implements Command, Asked {}

    public sealed interface Event extends SessionEvent {}

    /// That something was written.
    public sealed interface Told extends Event {}

    @Named("chat.told-staff")
    public record ToldStaff(MemberId by, Confidential text) implements Told {}

    @Named("chat.told-everyone")
    public record ToldEveryone(MemberId by, Confidential text) implements Told {}

    @Named("chat.told-member")
    public record ToldMember(MemberId member, MemberId by, Confidential text) implements Told {}

    @Named("chat.was-set")
    public record PolicySet(Policy policy, MemberId by) implements Event {}

    @Named("chat.stopped")
    public record Stopped(MemberId member, MemberId by) implements Event {}

    @Named("chat.allowed")
    public record Allowed(MemberId member, MemberId by) implements Event {}

    static Decision<SessionEvent> decide(Session session, Command command, Actor by) {
        var me = Rules.memberOf(by);
        return switch (command) {
            case TellStaff(var text) -> tell(text, mayTellStaff(session, by), words -> new ToldStaff(me, words));
            case TellEveryone(var text) ->
                tell(text, mayTellEveryone(session, by), words -> new ToldEveryone(me, words));
            case TellMember(var member, var text) ->
                tell(text, mayTellMember(session, by, member), words -> new ToldMember(member, me, words));
            case SetPolicy(var policy) -> {
                var no = Rules.isFacilitator(session, by);
                if (no != null) yield Decision.refuse(no);
                yield session.chat().policy == policy ? Decision.accept() : Decision.accept(new PolicySet(policy, me));
            }
            case Stop(var member) -> {
                var no = Rules.isFacilitatorOver(session, by, member);
                if (no != null) yield Decision.refuse(no);
                yield session.chat().stopped.containsKey(member)
                        ? Decision.accept()
                        : Decision.accept(new Stopped(member, me));
            }
            case Allow(var member) -> {
                var no = Rules.isFacilitatorOver(session, by, member);
                if (no != null) yield Decision.refuse(no);
                yield session.chat().stopped.containsKey(member)
                        ? Decision.accept(new Allowed(member, me))
                        : Decision.accept();
            }
        };
    }

    private interface Telling {
        SessionEvent of(Confidential text);
    }

    private static Decision<SessionEvent> tell(String text, @Nullable RefusalCode no, Telling event) {
        if (no != null) return Decision.refuse(no);
        if (text.isBlank() || text.length() > LONGEST_TEXT) return Decision.refuse(RefusalCode.TOO_LONG);
        return Decision.accept(event.of(new Confidential.Readable(Confidential.Lifetime.SESSION_CHAT, text.strip())));
    }

    /// Staff can always turn to each other; that is no part of the group's chat.
    private static @Nullable RefusalCode mayTellStaff(Session session, Actor by) {
        var no = Rules.isPresent(session, by);
        if (no != null || leads(session, Rules.memberOf(by))) return no;
        return mayWrite(session, Rules.memberOf(by));
    }

    private static @Nullable RefusalCode mayTellEveryone(Session session, Actor by) {
        var no = Rules.isPresent(session, by);
        if (no != null) return no;
        var me = Rules.memberOf(by);
        if (leads(session, me)) return isOn(session);
        if (session.plan().roleOf(me).listens()) return RefusalCode.ONLY_LISTENS;
        no = mayWrite(session, me);
        if (no != null) return no;
        return session.chat().policy == Policy.EVERYONE ? null : RefusalCode.CHAT_TO_STAFF;
    }

    private static @Nullable RefusalCode mayTellMember(Session session, Actor by, MemberId member) {
        var no = Rules.isFacilitatorOver(session, by, member);
        return no != null ? no : isOn(session);
    }

    private static @Nullable RefusalCode mayWrite(Session session, MemberId me) {
        if (session.chat().stopped.containsKey(me)) return RefusalCode.CHAT_STOPPED;
        return isOn(session);
    }

    private static @Nullable RefusalCode isOn(Session session) {
        return session.chat().policy == Policy.OFF ? RefusalCode.CHAT_OFF : null;
    }

    private static boolean leads(Session session, MemberId member) {
        return session.plan().roleOf(member) == Role.FACILITATOR;
    }

    static Chat apply(Session session, Event event, Stamp stamp) {
        var chat = session.chat();
        return switch (event) {
            case ToldStaff(var by, var text) -> {
                Rules.mustBePresent(session, by, stamp);
                yield chat.with(new Said(stamp.at(), by, Circle.STAFF, null, text, participants(session, by)));
            }
            case ToldEveryone(var by, var text) -> {
                Rules.mustBePresent(session, by, stamp);
                var seated = participants(
                        session, session.admission().members().keySet().toArray(MemberId[]::new));
                yield chat.with(new Said(stamp.at(), by, Circle.EVERYONE, null, text, seated));
            }
            case ToldMember(var member, var by, var text) -> {
                Rules.mustBePresent(session, by, stamp);
                Rules.mustBeSeated(session, member, stamp);
                yield chat.with(new Said(stamp.at(), by, Circle.MEMBER, member, text, participants(session, member)));
            }
            case PolicySet(var policy, var _) -> new Chat(policy, chat.stopped, chat.said);
            case Stopped(var member, var by) -> {
                Rules.mustBeSeated(session, member, stamp);
                yield chat.withStopped(member, by);
            }
            case Allowed(var member, var _) -> {
                if (!chat.stopped.containsKey(member)) throw new DamagedLog("Allowed unstopped, at " + stamp.seq());
                yield chat.withStopped(member, null);
            }
        };
    }

    private static SortedSet<MemberId> participants(Session session, MemberId... members) {
        var some = new TreeSet<MemberId>();
        for (var member : members) if (Rules.isSeatedMember(session, member) == null) some.add(member);
        return some;
    }

    static Chat opened(Plan plan) {
        return new Chat(plan.chatPolicy(), EMPTY.stopped, EMPTY.said);
    }

    /// The words go with the end; their key is destroyed outside.
    Chat ended() {
        return new Chat(policy, stopped, List.of());
    }

    private Chat with(Said one) {
        var next = new ArrayList<>(said.size() < MOST_KEPT ? said : said.subList(1, said.size()));
        next.add(one);
        return new Chat(policy, stopped, next);
    }

    private Chat withStopped(MemberId member, @Nullable MemberId by) {
        var next = new TreeMap<>(stopped);
        if (by == null) next.remove(member);
        else next.put(member, by);
        return new Chat(policy, next, said);
    }
}
