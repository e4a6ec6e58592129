package org.holdfast.session;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.holdfast.decision.Actor;
import org.holdfast.decision.DamagedLog;
import org.holdfast.decision.Decision;
import org.holdfast.decision.Named;
import org.holdfast.decision.RefusalCode;
import org.holdfast.decision.Stamp;
import org.holdfast.session.Worksheet.Mode;
import org.jspecify.annotations.Nullable;

/// Paper that those who lead put before some or all who take part. What people write on it is in their own logs and
/// never here; what they show of it to each other is in [Board].
///
/// @param all by id, those that were closed too: which paper was used stays known
public record Worksheets(SortedMap<WorksheetId, Worksheet> all) {
    public static final int MOST = 20;

    static final Worksheets NONE = new Worksheets(Collections.emptySortedMap());

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,19}");

    public Worksheets {
        all = Collections.unmodifiableSortedMap(new TreeMap<>(all));
    }

    /// Whether there may be forms of this name and version.
    public static boolean isForm(String form, String version) {
        return FORM.matcher(form).matches() && VERSION.matcher(version).matches();
    }

    /// As they were prepared: in their order, and before nobody.
    static Worksheets prepared(Plan plan) {
        if (plan.worksheets() == null) return NONE;
        var nobody = Collections.<MemberId>emptySortedSet();
        var all = new TreeMap<WorksheetId, Worksheet>();
        for (var each : plan.worksheets()) {
            var order = (all.size() + 1) * Spaced.STEP;
            all.put(
                    each.worksheet(),
                    new Worksheet(each.form(), each.version(), each.mode(), nobody, nobody, order, false, Board.EMPTY));
        }
        return new Worksheets(all);
    }

    public sealed interface Command extends SessionCommand {}

    /// Also again, to change for whom it is or what is seen of it. Whether there is such a form is known outside.
    ///
    /// @param members absent for everybody who takes part
    @Named("worksheet.open")
    public record Open(
            WorksheetId worksheet,
            String form,
            String version,
            Mode mode,
            @Nullable SortedSet<MemberId> members) implements Command, Asked {}

    @Named("worksheet.close")
    public record Close(WorksheetId worksheet) implements Command, Asked {}

    /// @param before absent to have it last
    @Named("worksheet.move")
    public record Move(WorksheetId worksheet, @Nullable WorksheetId before) implements Command, Asked {}

    /// A quiet word to one who is stuck; nobody else learns of it.
    @Named("worksheet.nudge")
    public record Nudge(WorksheetId worksheet, MemberId member) implements Command, Asked {}

    public sealed interface Event extends SessionEvent {}

    @Named("worksheet.opened")
    public record Opened(
            WorksheetId worksheet,
            String form,
            String version,
            Mode mode,
            @Nullable SortedSet<MemberId> members,
            MemberId by)
            implements Event {}

    /// Says again which form it was: whoever reads the record has only this.
    @Named("worksheet.closed")
    public record Closed(WorksheetId worksheet, String form, String version, MemberId by) implements Event {}

    @Named("worksheet.moved")
    public record Moved(WorksheetId worksheet, @Nullable WorksheetId before, MemberId by) implements Event {}

    @Named("worksheet.nudged")
    public record Nudged(WorksheetId worksheet, MemberId member, MemberId by) implements Event {}

    static Decision<SessionEvent> decide(Session session, Command command, Actor by) {
        var no = Rules.isFacilitator(session, by);
        if (no != null) return Decision.refuse(no);
        var me = Rules.memberOf(by);
        return switch (command) {
            case Open open -> session.worksheets().open(session.plan(), open, me);
            case Close(var id) -> session.worksheets().close(id, me);
            case Move(var id, var before) -> session.worksheets().move(id, before, me);
            case Nudge(var id, var member) -> nudge(session, id, member, me);
        };
    }

    private Decision<SessionEvent> open(Plan plan, Open open, MemberId me) {
        if (!isForm(open.form(), open.version())) return Decision.refuse(RefusalCode.NO_FORM);
        var members = open.members();
        if (members != null && (members.isEmpty() || !plan.roster().containsAll(members))) {
            return Decision.refuse(RefusalCode.NOT_MEMBER);
        }
        var known = all.get(open.worksheet());
        if (known == null && all.size() >= MOST) return Decision.refuse(RefusalCode.NO_ROOM);
        if (known != null && !isOf(known, open.form(), open.version())) {
            return Decision.refuse(RefusalCode.ALREADY_THERE);
        }
        var same = known != null && known.open() && known.mode() == open.mode() && equal(known.members(), members);
        return same
                ? Decision.accept()
                : Decision.accept(new Opened(open.worksheet(), open.form(), open.version(), open.mode(), members, me));
    }

    private static boolean isOf(Worksheet worksheet, String form, String version) {
        return worksheet.form().equals(form) && worksheet.version().equals(version);
    }

    private static boolean equal(@Nullable Object one, @Nullable Object other) {
        return one == null ? other == null : one.equals(other);
    }

    private Decision<SessionEvent> close(WorksheetId id, MemberId me) {
        var known = all.get(id);
        if (known == null) return Decision.refuse(RefusalCode.NO_WORKSHEET);
        return known.open() ? Decision.accept(new Closed(id, known.form(), known.version(), me)) : Decision.accept();
    }

    private Decision<SessionEvent> move(WorksheetId id, @Nullable WorksheetId before, MemberId me) {
        if (!all.containsKey(id)) return Decision.refuse(RefusalCode.NO_WORKSHEET);
        if (before != null && !all.containsKey(before)) return Decision.refuse(RefusalCode.NO_WORKSHEET);
        return id.equals(before) || Spaced.standsBefore(places(), id, before)
                ? Decision.accept()
                : Decision.accept(new Moved(id, before, me));
    }

    private static Decision<SessionEvent> nudge(Session session, WorksheetId id, MemberId member, MemberId me) {
        var no = Rules.isSeatedMember(session, member);
        if (no == null && session.worksheets().openFor(session.plan(), id, member) == null) {
            no = RefusalCode.NO_WORKSHEET;
        }
        return no != null ? Decision.refuse(no) : Decision.accept(new Nudged(id, member, me));
    }

    /// Nothing where it is not there, is closed, or is for others: nobody can tell one from the other.
    @Nullable
    Worksheet openFor(Plan plan, WorksheetId id, MemberId member) {
        var known = all.get(id);
        return known != null && known.open() && known.isFor(plan, member) ? known : null;
    }

    /// Where this card lies, if it is there.
    @Nullable
    WorksheetId holding(CardId card) {
        for (var each : all.entrySet()) if (each.getValue().board().cards().containsKey(card)) return each.getKey();
        return null;
    }

    @Nullable
    WorksheetId holding(CardGroupId group) {
        for (var each : all.entrySet()) if (each.getValue().board().groups().containsKey(group)) return each.getKey();
        return null;
    }

    /// Whether anything that this person wrote is shown to anybody.
    public boolean shownBy(MemberId member) {
        return all.values().stream()
                .flatMap(each -> each.board().cards().values().stream())
                .anyMatch(card -> card.member().equals(member));
    }

    int cards() {
        return all.values().stream()
                .mapToInt(each -> each.board().cards().size())
                .sum();
    }

    static Worksheets apply(Session session, Event event, Stamp stamp) {
        var worksheets = session.worksheets();
        return switch (event) {
            case Opened opened -> worksheets.opened(session.plan(), opened, stamp);
            case Closed(var id, var form, var version, var _) -> {
                var known = worksheets.mustBeOpen(id, stamp);
                if (!isOf(known, form, version)) throw impossible(stamp);
                yield worksheets.with(id, known.closed());
            }
            case Moved(var id, var before, var _) -> {
                if (!worksheets.all.containsKey(id)) throw impossible(stamp);
                var next = new TreeMap<>(worksheets.all);
                Spaced.moved(worksheets.places(), id, before)
                        .forEach((each, place) -> next.computeIfPresent(each, (_, was) -> was.at(place)));
                yield new Worksheets(next);
            }
            case Nudged(var id, var member, var _) -> {
                worksheets.mustBeOpen(id, stamp);
                Rules.mustBeSeated(session, member, stamp);
                yield worksheets;
            }
        };
    }

    private Worksheets opened(Plan plan, Opened opened, Stamp stamp) {
        var id = opened.worksheet();
        var members = opened.members();
        var known = all.get(id);
        if (known != null) {
            if (!isOf(known, opened.form(), opened.version())) throw impossible(stamp);
            return with(id, known.again(plan, opened.mode(), members));
        }
        if (members != null && !plan.roster().containsAll(members)) throw impossible(stamp);
        var nobody = Collections.<MemberId>emptySortedSet();
        var place = Spaced.moved(places(), id, null).get(id);
        return with(
                id,
                new Worksheet(
                        opened.form(), opened.version(), opened.mode(), members, nobody, place, true, Board.EMPTY));
    }

    Worksheet mustBeOpen(WorksheetId id, Stamp stamp) {
        var known = all.get(id);
        if (known == null || !known.open()) throw impossible(stamp);
        return known;
    }

    static DamagedLog impossible(Stamp stamp) {
        return new DamagedLog("No worksheet or card is as entry " + stamp.seq() + " says");
    }

    Worksheets with(WorksheetId id, Worksheet worksheet) {
        var next = new TreeMap<>(all);
        next.put(id, worksheet);
        return new Worksheets(next);
    }

    private SortedMap<WorksheetId, Long> places() {
        var places = new TreeMap<WorksheetId, Long>();
        all.forEach((id, each) -> places.put(id, each.order()));
        return places;
    }

    /// Nothing is shown to the group any more; which paper was used stays.
    Worksheets ended() {
        if (all.values().stream().allMatch(each -> each.board().equals(Board.EMPTY))) return this;
        var next = new TreeMap<WorksheetId, Worksheet>();
        all.forEach((id, each) -> next.put(id, each.with(Board.EMPTY)));
        return new Worksheets(next);
    }
}
