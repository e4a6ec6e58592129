package org.holdfast.session;

import java.time.Instant;
import java.util.TreeSet;
import org.holdfast.decision.Actor;
import org.holdfast.decision.DamagedLog;
import org.holdfast.decision.Decider;
import org.holdfast.decision.Decision;
import org.holdfast.decision.Stamp;
import org.holdfast.session.Member.Present;
import org.jspecify.annotations.Nullable;

/// One meeting as its log tells it: a record of slices, one for each topic.
public record Session(
        Roster roster,
        Life life,
        Seats admission,
        Floor floor,
        Help help,
        Interruption interruption,
        Chat chat,
        Spotlight spotlight,
        Media media,
        Afterwards after,
        Breaks breaks,
        Worksheets worksheets) {
    public static final Decider<Session, SessionCommand, SessionEvent> DECIDER = new SessionDecider();

    static final Session EMPTY = new Session(
            Roster.of(unplanned()),
            new Life.Scheduled(),
            Seats.EMPTY,
            Floor.EMPTY,
            Help.NONE,
            Interruption.NONE,
            Chat.EMPTY,
            Spotlight.OFF,
            Media.NONE,
            Afterwards.NOTHING,
            Breaks.NONE,
            Worksheets.NONE);

    public Plan plan() {
        return roster.plan();
    }

    /// Whether the sheet and those who lead look out for this person.
    public boolean expects(MemberId member) {
        return plan().roster().contains(member) && roster.mayCome(member);
    }

    /// Whether this person's link leads here: they may come, or are here, or were, which they may look back at.
    public boolean isFor(MemberId member) {
        if (roster.mayCome(member)) return true;
        return plan().knows(member) && (ended() ? admission.members().containsKey(member) : admission.isHere(member));
    }

    /// This worksheet, if it is or was before this person in the room; nothing else tells whose it is.
    public @Nullable Worksheet worksheetOf(WorksheetId id, MemberId member) {
        var worksheet = worksheets.all().get(id);
        var theirs = worksheet != null
                && worksheet.isOrWasFor(plan(), member)
                && admission.places().containsKey(member);
        return theirs ? worksheet : null;
    }

    public @Nullable Present present(MemberId member) {
        return admission.members().get(member) instanceof Present present ? present : null;
    }

    public Corrections corrections() {
        return after.corrections();
    }

    public SignOff signOff() {
        return after.signOff();
    }

    public Screen screen() {
        return media.screen();
    }

    public MediaLine mediaLine() {
        return media.line();
    }

    public ListenOnly listenOnly() {
        return media.listenOnly();
    }

    public boolean ended() {
        return life instanceof Life.Ended;
    }

    /// When the session would end by itself, as things stand.
    public @Nullable Instant dueAt() {
        return Life.dueAt(this);
    }

    boolean attended() {
        return plan().staff().stream().anyMatch(member -> present(member) != null);
    }

    /// Whether this is the other but for microphones, cameras and hands: compared by identity, since a slice that
    /// nothing happened in is the very same.
    boolean differsInFloorOnly(Session other) {
        return roster == other.roster
                && life == other.life
                && admission == other.admission
                && help == other.help
                && interruption == other.interruption
                && chat == other.chat
                && spotlight == other.spotlight
                && media == other.media
                && after == other.after
                && breaks == other.breaks
                && worksheets == other.worksheets;
    }

    private static Plan unplanned() {
        var nobody = new MemberId("nobody");
        var staff = new TreeSet<MemberId>();
        staff.add(nobody);
        return new Plan(
                new SessionId("unplanned"),
                "",
                Instant.EPOCH,
                Instant.EPOCH.plusSeconds(1),
                "UTC",
                nobody,
                staff,
                new TreeSet<>(),
                0,
                AttendanceRules.DEFAULT);
    }

    private static final class SessionDecider implements Decider<Session, SessionCommand, SessionEvent> {
        @Override
        public Session initial() {
            return EMPTY;
        }

        @Override
        public Decision<SessionEvent> decide(Session session, SessionCommand command, Actor by, Instant now) {
            return switch (command) {
                case Life.Command c -> Life.decide(session, c, by, now);
                case Roster.Command c -> Roster.decide(session, c, by);
                case Agreement.Command c -> Agreement.decide(session, c, by);
                case Admission.Command c -> Admission.decide(session, c, by, now);
                case Floor.Command c -> Floor.decide(session, c, by);
                case Help.Command c -> Help.decide(session, c, by);
                case Interruption.Command c -> Interruption.decide(session, c, by);
                case Chat.Command c -> Chat.decide(session, c, by);
                case Spotlight.Command c -> Spotlight.decide(session, c, by);
                case Screen.Command c -> Screen.decide(session, c, by);
                case MediaLine.Command c -> MediaLine.decide(session, c, by);
                case ListenOnly.Command c -> ListenOnly.decide(session, c, by);
                case Breaks.Command c -> Breaks.decide(session, c, by, now);
                case Corrections.Command c -> Corrections.decide(session, c, by, now);
                case Worksheets.Command c -> Worksheets.decide(session, c, by);
                case Board.Command c -> Board.decide(session, c, by);
                case SignOff.Command c -> SignOff.decide(session, c, by, now);
            };
        }

        @Override
        public Session apply(Session session, SessionEvent event, Stamp stamp) {
            if (session.ended() && !Rules.mayFollowEnd(event)) {
                throw new DamagedLog("Entry " + stamp.seq() + " stands after the end");
            }
            if (session.life instanceof Life.Scheduled && !(event instanceof Life.Event)) {
                throw new DamagedLog("Entry " + stamp.seq() + " stands before the opening");
            }
            var next = switch (event) {
                case Life.Event e -> session.living(Life.apply(session, e, stamp), e, stamp);
                case Roster.Event e -> session.rostered(Roster.apply(session, e, stamp));
                case Agreement.Event e -> Agreement.apply(session, e, stamp);
                case Admission.Event e -> session.seated(e, stamp);
                case Floor.Event e ->
                    session.heard(Floor.apply(session, e, stamp)).sent(session.media.after(e));
                case Help.Event e -> session.helped(Help.apply(session, e, stamp));
                case Interruption.Event e -> session.interrupted(Interruption.apply(session, e, stamp));
                case Chat.Event e -> session.chatted(Chat.apply(session, e, stamp));
                case Spotlight.Event e -> session.lit(Spotlight.apply(session, e, stamp));
                case Screen.Event e ->
                    session.sent(
                            session.media.with(Screen.apply(session, e, stamp)).after(e));
                case MediaLine.Event e -> session.sent(session.media.with(MediaLine.apply(session, e, stamp)));
                case ListenOnly.Event e -> session.sent(session.media.with(ListenOnly.apply(session, e, stamp)));
                case Breaks.Event e -> session.rested(Breaks.apply(session, e, stamp));
                case Corrections.Event e -> session.corrected(Corrections.apply(session, e, stamp), e, stamp);
                case Worksheets.Event e -> session.worked(Worksheets.apply(session, e, stamp));
                case Board.Event e -> session.worked(Board.apply(session, e, stamp));
                case SignOff.Event e -> session.signed(SignOff.apply(session, e, stamp));
            };
            var watched = Life.watched(next.life, session.attended(), next.attended(), stamp);
            return watched == next.life ? next : next.living(watched);
        }
    }

    private Session living(Life next, Life.Event event, Stamp stamp) {
        return switch (event) {
            case Life.Opened(var opened) ->
                rostered(Roster.of(opened))
                        .living(next)
                        .chatted(Chat.opened(opened))
                        .worked(Worksheets.prepared(opened));
            case Life.SessionEnded _ ->
                living(next)
                        .chatted(chat.ended())
                        .worked(worksheets.ended())
                        .signed(signOff().changed(stamp));
        };
    }

    private Session rostered(Roster next) {
        return new Session(
                next, life, admission, floor, help, interruption, chat, spotlight, media, after, breaks, worksheets);
    }

    private Session living(Life next) {
        return new Session(
                roster, next, admission, floor, help, interruption, chat, spotlight, media, after, breaks, worksheets);
    }

    private Session heard(Floor next) {
        return new Session(
                roster, life, admission, next, help, interruption, chat, spotlight, media, after, breaks, worksheets);
    }

    private Session helped(Help next) {
        return new Session(
                roster, life, admission, floor, next, interruption, chat, spotlight, media, after, breaks, worksheets);
    }

    private Session interrupted(Interruption next) {
        return new Session(
                roster, life, admission, floor, help, next, chat, spotlight, media, after, breaks, worksheets);
    }

    private Session chatted(Chat next) {
        return new Session(
                roster, life, admission, floor, help, interruption, next, spotlight, media, after, breaks, worksheets);
    }

    private Session lit(Spotlight next) {
        return new Session(
                roster, life, admission, floor, help, interruption, chat, next, media, after, breaks, worksheets);
    }

    private Session sent(Media next) {
        if (next == media) return this;
        return new Session(
                roster, life, admission, floor, help, interruption, chat, spotlight, next, after, breaks, worksheets);
    }

    private Session rested(Breaks next) {
        return new Session(
                roster, life, admission, floor, help, interruption, chat, spotlight, media, after, next, worksheets);
    }

    private Session worked(Worksheets next) {
        return new Session(
                roster, life, admission, floor, help, interruption, chat, spotlight, media, after, breaks, next);
    }

    private Session corrected(Corrections next, Corrections.Event event, Stamp stamp) {
        var corrected = afterwards(after.with(next));
        var another = ended() && event instanceof Corrections.RowCorrected;
        return another ? corrected.signed(signOff().changed(stamp)) : corrected;
    }

    private Session signed(SignOff next) {
        return afterwards(after.with(next));
    }

    private Session afterwards(Afterwards next) {
        return new Session(
                roster, life, admission, floor, help, interruption, chat, spotlight, media, next, breaks, worksheets);
    }

    /// Coming and going also clears what only makes sense in the room: a raised hand, an open microphone.
    private Session seated(Admission.Event event, Stamp stamp) {
        var seats = admission.apply(event, plan(), stamp);
        var next = new Session(
                roster, life, seats, floor, help, interruption, chat, spotlight, media, after, breaks, worksheets);
        return switch (event) {
            case Admission.MemberLeft(var id) -> next.without(id);
            case Admission.MemberRemoved(var id) -> next.without(id);
            case Admission.SentBackToWait(var id) -> next.without(id);
            case Admission.MemberDropped(var id, var _) -> next.reconnected(id);
            case Admission.Returned(var id, var _, var _, var _) -> next.reconnected(id);
            case Admission.SeatMoved(var id, var _, var _, var _) -> next.reconnected(id);
            case Admission.Arrived _,
                    Admission.Admitted _,
                    Admission.WaitsAgain _,
                    Admission.WaitLost _,
                    Admission.DeviceArrived _,
                    Admission.DeviceGone _,
                    Admission.RoomLocked _,
                    Admission.RoomUnlocked _,
                    Admission.WrittenTo _ -> next;
        };
    }

    /// By another page, or by none for now.
    private Session reconnected(MemberId id) {
        return interrupted(interruption.without(id)).sent(media.cut(id));
    }

    private Session without(MemberId id) {
        return heard(floor.cleared(id).released(id, media.listenOnly()))
                .interrupted(interruption.without(id))
                .lit(spotlight.without(id))
                .sent(media.without(id));
    }
}
