package org.holdfast.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.holdfast.decision.Actor;
import org.holdfast.decision.Confidential;
import org.holdfast.decision.DamagedLog;
import org.holdfast.decision.Decision;
import org.holdfast.decision.Named;
import org.holdfast.decision.RefusalCode;
import org.holdfast.decision.Stamp;
import org.jspecify.annotations.Nullable;

/// What staff put right on the sheet, and what people say is wrong with their own row. Both may follow the end, and
/// neither asks anybody to be in the room.
///
/// Nothing computed is overwritten: a correction stands beside it, and a later one of the same kind stands instead.
///
/// @param all in the order of the log
/// @param disputes each person's latest
public record Corrections(List<Correction> all, SortedMap<MemberId, Dispute> disputes) {
    public static final Corrections NONE = new Corrections(List.of(), Collections.emptySortedMap());
    /// Of a reason, a dispute, or the answer to one.
    public static final int LONGEST_WORDS = 500;

    public Corrections {
        all = List.copyOf(all);
        disputes = Collections.unmodifiableSortedMap(new TreeMap<>(disputes));
    }

    public record Correction(long seq, Instant at, MemberId member, MemberId by, Change change, Confidential reason) {}

    /// A row has one status and one credit, so what is said of either later stands instead of what was said before.
    public sealed interface Change {
        default boolean ofStatus() {
            return switch (this) {
                case StatusIs _, Absence _ -> true;
                case MinutesAre _, WasByPhone _ -> false;
            };
        }

        @Named("status")
        record StatusIs(Given status) implements Change {}

        @Named("absence")
        record Absence(boolean excused) implements Change {}

        @Named("minutes")
        record MinutesAre(int minutes) implements Change {}

        /// Took part by phone, which no page can see.
        @Named("by-phone")
        record WasByPhone(Instant from, Instant to) implements Change {}
    }

    /// The statuses that staff can give; excused or not is an [Change.Absence].
    public enum Given {
        PRESENT,
        LATE,
        LEFT_EARLY,
        PARTIAL,
        NO_SHOW,
        TECHNICAL
    }

    public sealed interface Dispute {
        Instant at();

        Confidential words();

        record Open(Instant at, Confidential words) implements Dispute {}

        /// @param seq the entry with the correction that it led to
        record Accepted(Instant at, Confidential words, MemberId by, long seq) implements Dispute {}

        record Declined(Instant at, Confidential words, MemberId by, Confidential answer) implements Dispute {}
    }

    public sealed interface Command extends SessionCommand {}

    public record Correct(MemberId member, Change change, String reason) implements Command {}

    /// "This is wrong", about one's own row.
    public record DisputeOwnRow(String words) implements Command {}

    public record AcceptDispute(MemberId member, Change change, String reason) implements Command {}

    public record DeclineDispute(MemberId member, String words) implements Command {}

    public sealed interface Event extends SessionEvent {}

    @Named("row.corrected")
    public record RowCorrected(MemberId member, MemberId by, Change change, Confidential reason) implements Event {}

    @Named("row.disputed")
    public record RowDisputed(MemberId member, Confidential words) implements Event {}

    /// Stands in one entry with the correction.
    @Named("dispute.accepted")
    public record DisputeAccepted(MemberId member, MemberId by) implements Event {}

    @Named("dispute.declined")
    public record DisputeDeclined(MemberId member, MemberId by, Confidential words) implements Event {}

    static Decision<SessionEvent> decide(Session session, Command command, Actor by, Instant now) {
        return switch (command) {
            case DisputeOwnRow(var words) -> dispute(session, words, by);
            case Correct(var member, var change, var reason) -> {
                var no = cannotCorrect(session, member, change, reason, by, now);
                if (no != null) yield Decision.refuse(no);
                var corrected = new RowCorrected(member, Rules.memberOf(by), change, sealed(reason));
                yield session.corrections().says(corrected) ? Decision.accept() : Decision.accept(corrected);
            }
            case AcceptDispute(var member, var change, var reason) -> {
                var no = cannotCorrect(session, member, change, reason, by, now);
                if (no == null) no = isDisputed(session, member);
                if (no != null) yield Decision.refuse(no);
                var me = Rules.memberOf(by);
                yield Decision.accept(
                        new RowCorrected(member, me, change, sealed(reason)), new DisputeAccepted(member, me));
            }
            case DeclineDispute(var member, var words) -> {
                var no = Rules.leads(session, by);
                if (no == null) no = isDisputed(session, member);
                if (no == null) no = areWords(words);
                yield no != null
                        ? Decision.refuse(no)
                        : Decision.accept(new DisputeDeclined(member, Rules.memberOf(by), sealed(words)));
            }
        };
    }

    private static Decision<SessionEvent> dispute(Session session, String words, Actor by) {
        var me = Rules.memberOf(by);
        var no = Rules.hasEnded(session);
        if (no == null) no = hasRow(session, me);
        if (no == null) no = areWords(words);
        if (no == null && session.corrections().disputes().get(me) instanceof Dispute.Open) {
            no = RefusalCode.ALREADY_DISPUTED;
        }
        return no != null ? Decision.refuse(no) : Decision.accept(new RowDisputed(me, sealed(words)));
    }

    private static @Nullable RefusalCode cannotCorrect(
            Session session, MemberId member, Change change, String reason, Actor by, Instant now) {
        var no = Rules.leads(session, by);
        if (no == null) no = hasRow(session, member);
        if (no == null) no = areWords(reason);
        if (no == null && !fits(change, session.plan())) no = RefusalCode.OUTSIDE_SESSION;
        if (no == null && change instanceof Change.WasByPhone(var _, var to) && to.isAfter(now)) {
            no = RefusalCode.NOT_YET;
        }
        return no;
    }

    /// The sheet says of participants what it credits them; staff and guests are credited nothing that could be wrong.
    private static @Nullable RefusalCode hasRow(Session session, MemberId member) {
        if (!session.plan().knows(member)) return RefusalCode.NOT_MEMBER;
        var role = session.plan().roleOf(member);
        if (role.guest()) return RefusalCode.NOT_FOR_GUESTS;
        return role.leads() ? RefusalCode.NOT_FOR_FACILITATORS : null;
    }

    private static @Nullable RefusalCode isDisputed(Session session, MemberId member) {
        return session.corrections().disputes().get(member) instanceof Dispute.Open ? null : RefusalCode.NOT_DISPUTED;
    }

    private static @Nullable RefusalCode areWords(String words) {
        return words.isBlank() || words.length() > LONGEST_WORDS ? RefusalCode.TOO_LONG : null;
    }

    /// Whether it can be true of a session of this length.
    private static boolean fits(Change change, Plan plan) {
        return switch (change) {
            case Change.StatusIs _, Change.Absence _ -> true;
            case Change.MinutesAre(var minutes) ->
                minutes >= 0
                        && minutes
                                <= Duration.between(plan.starts(), plan.ends()).toMinutes();
            case Change.WasByPhone(var from, var to) ->
                from.isBefore(to) && !from.isBefore(plan.starts()) && !to.isAfter(plan.ends());
        };
    }

    private static Confidential sealed(String words) {
        return new Confidential.Readable(Confidential.Lifetime.SESSION_RECORD, words);
    }

    static Corrections apply(Session session, Event event, Stamp stamp) {
        switch (event) {
            case RowCorrected(var member, var _, var change, var _) -> {
                if (hasRow(session, member) != null || !fits(change, session.plan())) throw impossible(event, stamp);
            }
            case RowDisputed(var member, var _) -> {
                if (hasRow(session, member) != null || !session.ended()) throw impossible(event, stamp);
            }
            case DisputeAccepted _, DisputeDeclined _ -> {}
        }
        return session.corrections().with(event, stamp);
    }

    /// The fold by itself, also for the sheet.
    public Corrections with(Event event, Stamp stamp) {
        return switch (event) {
            case RowCorrected(var member, var by, var change, var reason) -> {
                var next = new ArrayList<>(all);
                next.add(new Correction(stamp.seq(), stamp.at(), member, by, change, reason));
                yield new Corrections(next, disputes);
            }
            case RowDisputed(var member, var words) -> {
                if (disputes.get(member) instanceof Dispute.Open) throw impossible(event, stamp);
                yield with(member, new Dispute.Open(stamp.at(), words));
            }
            case DisputeAccepted(var member, var by) -> {
                if (!(disputes.get(member) instanceof Dispute.Open(var at, var words))
                        || of(member).stream().noneMatch(it -> it.seq() == stamp.seq())) throw impossible(event, stamp);
                yield with(member, new Dispute.Accepted(at, words, by, stamp.seq()));
            }
            case DisputeDeclined(var member, var by, var answer) -> {
                if (!(disputes.get(member) instanceof Dispute.Open(var at, var words))) throw impossible(event, stamp);
                yield with(member, new Dispute.Declined(at, words, by, answer));
            }
        };
    }

    private Corrections with(MemberId member, Dispute dispute) {
        var next = new TreeMap<>(disputes);
        next.put(member, dispute);
        return new Corrections(all, next);
    }

    private static DamagedLog impossible(Event event, Stamp stamp) {
        return new DamagedLog(event.getClass().getSimpleName() + " cannot stand at " + stamp.seq());
    }

    public List<Correction> of(MemberId member) {
        return all.stream().filter(it -> it.member().equals(member)).toList();
    }

    /// What stands of a row's status (or else of its credit), if staff have said anything.
    public @Nullable Correction standing(MemberId member, boolean ofStatus) {
        return of(member).stream()
                .filter(it -> it.change().ofStatus() == ofStatus)
                .reduce((_, later) -> later)
                .orElse(null);
    }

    /// Whether it stands already, for the same reason.
    private boolean says(RowCorrected corrected) {
        var standing = standing(corrected.member(), corrected.change().ofStatus());
        return standing != null
                && standing.change().equals(corrected.change())
                && standing.reason().equals(corrected.reason());
    }
}
