package org.holdfast.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.decision.Actor;
import org.holdfast.decision.Confidential;
import org.holdfast.decision.Decision;
import org.holdfast.decision.Named;
import org.holdfast.decision.RefusalCode;
import org.holdfast.session.Member.Dropped;
import org.holdfast.session.Member.Left;
import org.holdfast.session.Member.Link;
import org.holdfast.session.Member.Present;
import org.holdfast.session.Member.Removed;
import org.holdfast.session.Member.Waiting;
import org.holdfast.session.Member.WaitingReason;

/// Who comes, waits, is let in, is sent back or out, drops and returns. What follows for the seats is in [Seats].
///
/// Arriving is asking: a link puts a person into the waiting room, and only staff let them out of it. A seat belongs to
/// one browser; the same link in another waits beside it as a new device.
public final class Admission {
    public static final int LONGEST_MESSAGE = 500;

    private Admission() {}

    public sealed interface Command extends SessionCommand {}

    /// A page of this person connected: the first time, again after a drop, in a second tab or in another browser.
    ///
    /// @param lastSeen when the seat's earlier connection was last heard of, as far as the system knows
    public record Arrive(MemberId member, DeviceId device, Member.Arrival arrival, Link.Live link, Instant lastSeen)
            implements Command {}

    /// The connection fell silent or was cut. Says which one, so that a late report harms no newer one.
    public record Drop(MemberId member, ConnectionId connection, Instant lastSeen) implements Command {}

    /// A second browser that waited beside the seat went away.
    public record WithdrawDevice(MemberId member, ConnectionId connection) implements Command {}

    @Named("session.leave")
    public record Leave() implements Command, Asked {}

    @Named("member.admit")
    public record LetIn(MemberId member) implements Command, Asked {}

    @Named("member.admit-all")
    public record LetAllIn() implements Command, Asked {}

    @Named("member.admit-device")
    public record LetDeviceIn(MemberId member) implements Command, Asked {}

    @Named("member.send-back")
    public record SendBack(MemberId member) implements Command, Asked {}

    @Named("member.remove")
    public record Remove(MemberId member) implements Command, Asked {}

    @Named("room.lock")
    public record Lock() implements Command, Asked {}

    @Named("room.unlock")
    public record Unlock() implements Command, Asked {}

    @Named("member.write")
    public record Write(MemberId member, String text) implements Command, Asked {}

    public sealed interface Event extends SessionEvent {}

    @Named("member.arrived")
    public record Arrived(MemberId member, DeviceId device, Member.Arrival arrival, WaitingReason why, Link.Live link)
            implements Event {}

    @Named("member.admitted")
    public record Admitted(MemberId member, EndpointId endpoint) implements Event {}

    /// Back on the same browser: out at `lastSeen`, in again now.
    @Named("member.returned")
    public record Returned(MemberId member, EndpointId endpoint, Link.Live link, Instant lastSeen) implements Event {}

    @Named("member.dropped")
    public record MemberDropped(MemberId member, Instant lastSeen) implements Event {}

    /// A page of someone who waits was loaded again, perhaps with other answers: the newest are what staff see.
    @Named("member.waits-again")
    public record WaitsAgain(MemberId member, Member.Arrival arrival, Link.Live link) implements Event {}

    @Named("member.wait-lost")
    public record WaitLost(MemberId member, Instant lastSeen) implements Event {}

    @Named("member.left")
    public record MemberLeft(MemberId member) implements Event {}

    @Named("member.sent-back")
    public record SentBackToWait(MemberId member) implements Event {}

    @Named("member.removed")
    public record MemberRemoved(MemberId member) implements Event {}

    @Named("device.arrived")
    public record DeviceArrived(MemberId member, DeviceId device, Member.Arrival arrival, Link.Live link)
            implements Event {}

    @Named("device.gone")
    public record DeviceGone(MemberId member) implements Event {}

    @Named("device.admitted")
    public record SeatMoved(MemberId member, DeviceId device, EndpointId endpoint, Link.Live link) implements Event {}

    @Named("room.locked")
    public record RoomLocked() implements Event {}

    @Named("room.unlocked")
    public record RoomUnlocked() implements Event {}

    @Named("member.written-to")
    public record WrittenTo(MemberId member, MemberId by, Confidential text) implements Event {}

    static Decision<SessionEvent> decide(Session session, Command command, Actor by, Instant now) {
        return switch (command) {
            case Arrive arrive -> arrive(session, arrive, by, now);
            case Drop drop -> drop(session, drop, by, now);
            case WithdrawDevice(var member, var connection) -> withdrawDevice(session, member, connection);
            case Leave() -> leave(session, Rules.memberOf(by));
            case LetIn(var member) -> letIn(session, by, member);
            case LetAllIn() -> letAllIn(session, by);
            case LetDeviceIn(var member) -> letDeviceIn(session, by, member);
            case SendBack(var member) -> sendBack(session, by, member);
            case Remove(var member) -> remove(session, by, member);
            case Lock() -> lock(session, by, true);
            case Unlock() -> lock(session, by, false);
            case Write(var member, var text) -> write(session, by, member, text);
        };
    }

    private static Decision<SessionEvent> arrive(Session session, Arrive command, Actor by, Instant now) {
        var id = command.member();
        var no = Rules.isOpen(session);
        if (no == null && !session.roster().mayCome(id) && !session.admission().isHere(id)) no = RefusalCode.NOT_MEMBER;
        if (no == null && !id.equals(Rules.memberOf(by))) no = RefusalCode.NOT_MEMBER;
        if (no != null) return Decision.refuse(no);
        var facilitator = session.plan().roleOf(id) == Role.FACILITATOR;
        return switch (session.admission().members().get(id)) {
            case null -> facilitator ? seat(session, command) : knock(command, WaitingReason.FIRST);
            case Left _ -> facilitator ? seat(session, command) : knock(command, WaitingReason.RETURNING);
            case Waiting waiting ->
                waiting.device().equals(command.device())
                        ? Decision.accept(new WaitsAgain(id, command.arrival(), command.link()))
                        : besideSeat(command);
            case Present present ->
                arriveSeated(session, command, present.device(), clamp(command.lastSeen(), present.since(), now));
            case Dropped dropped -> arriveSeated(session, command, dropped.device(), dropped.at());
            case Removed _ -> Decision.refuse(RefusalCode.REMOVED);
        };
    }

    private static Decision<SessionEvent> knock(Arrive command, WaitingReason why) {
        return Decision.accept(new Arrived(command.member(), command.device(), command.arrival(), why, command.link()));
    }

    /// Staff are known by their sign-in and let themselves in.
    private static Decision<SessionEvent> seat(Session session, Arrive command) {
        return Decision.accept(
                new Arrived(command.member(), command.device(), command.arrival(), WaitingReason.FIRST, command.link()),
                new Admitted(command.member(), session.admission().nextEndpoint()));
    }

    private static Decision<SessionEvent> besideSeat(Arrive command) {
        return Decision.accept(
                new DeviceArrived(command.member(), command.device(), command.arrival(), command.link()));
    }

    private static Decision<SessionEvent> arriveSeated(
            Session session, Arrive command, DeviceId seatDevice, Instant lastSeen) {
        var id = command.member();
        var endpoint = session.admission().nextEndpoint();
        if (seatDevice.equals(command.device())) {
            return Decision.accept(new Returned(id, endpoint, command.link(), lastSeen));
        }
        return session.plan().roleOf(id) == Role.FACILITATOR
                ? Decision.accept(new SeatMoved(id, command.device(), endpoint, command.link()))
                : besideSeat(command);
    }

    private static Decision<SessionEvent> drop(Session session, Drop command, Actor by, Instant now) {
        var no = Rules.isSystem(by);
        if (no == null) no = Rules.isOpen(session);
        if (no != null) return Decision.refuse(no);
        var id = command.member();
        if (session.admission().waitsBeside(id, command.connection())) return Decision.accept(new DeviceGone(id));
        if (!session.admission().speaksFor(id, command.connection())) return Decision.accept();
        return switch (session.admission().members().get(id)) {
            case Waiting waiting -> Decision.accept(new WaitLost(id, clamp(command.lastSeen(), waiting.since(), now)));
            case Present present ->
                Decision.accept(new MemberDropped(id, clamp(command.lastSeen(), present.since(), now)));
            case null -> Decision.accept();
            case Dropped _, Left _, Removed _ -> Decision.accept();
        };
    }

    private static Decision<SessionEvent> withdrawDevice(Session session, MemberId id, ConnectionId connection) {
        var no = Rules.isOpen(session);
        if (no != null) return Decision.refuse(no);
        return session.admission().waitsBeside(id, connection)
                ? Decision.accept(new DeviceGone(id))
                : Decision.accept();
    }

    private static Decision<SessionEvent> leave(Session session, MemberId id) {
        var no = Rules.isOpen(session);
        if (no != null) return Decision.refuse(no);
        return switch (session.admission().members().get(id)) {
            case Waiting _, Present _, Dropped _ -> Decision.accept(new MemberLeft(id));
            case null -> Decision.refuse(RefusalCode.NOT_MEMBER);
            case Left _, Removed _ -> Decision.accept();
        };
    }

    private static Decision<SessionEvent> letIn(Session session, Actor by, MemberId id) {
        var no = Rules.isFacilitator(session, by);
        if (no == null && session.admission().locked()) no = RefusalCode.LOCKED;
        if (no != null) return Decision.refuse(no);
        if (!(session.admission().members().get(id) instanceof Waiting waiting)) {
            return Decision.refuse(RefusalCode.NOT_WAITING);
        }
        // Someone whose phone is asleep would be marked as in the room without being there.
        if (waiting.link() instanceof Link.Lost) return Decision.refuse(RefusalCode.NOT_HERE);
        if (session.admission().seats() >= session.plan().roomLimit()) return Decision.refuse(RefusalCode.FULL);
        return admitted(
                session, by, id, List.of(new Admitted(id, session.admission().nextEndpoint())));
    }

    private static Decision<SessionEvent> admitted(Session session, Actor by, MemberId id, List<SessionEvent> coming) {
        var events = new ArrayList<>(coming);
        events.addAll(held(session, by, id));
        return new Decision.Accepted<>(events);
    }

    /// Who comes to listen, or comes in while everybody only listens, does so from the first moment.
    private static List<SessionEvent> held(Session session, Actor by, MemberId id) {
        var events = new ArrayList<>(Floor.listening(session, by, id));
        events.addAll(ListenOnly.holding(session, id));
        return events;
    }

    private static Decision<SessionEvent> letAllIn(Session session, Actor by) {
        var no = Rules.isFacilitator(session, by);
        if (no == null && session.admission().locked()) no = RefusalCode.LOCKED;
        if (no != null) return Decision.refuse(no);
        var here = session.admission().waiting().stream()
                .filter(waiting -> waiting.link() instanceof Link.Live)
                .toList();
        // Staff who come into a full room make it fuller than its limit.
        var room = Math.max(0, session.plan().roomLimit() - session.admission().seats());
        if (!here.isEmpty() && room == 0) return Decision.refuse(RefusalCode.FULL);
        var events = new ArrayList<SessionEvent>();
        for (var waiting : here.subList(0, Math.min(room, here.size()))) {
            events.add(new Admitted(waiting.id(), session.admission().endpointAfter(events.size())));
        }
        for (var waiting : here.subList(0, events.size())) events.addAll(held(session, by, waiting.id()));
        return new Decision.Accepted<>(events);
    }

    private static Decision<SessionEvent> letDeviceIn(Session session, Actor by, MemberId id) {
        var no = Rules.isFacilitator(session, by);
        if (no != null) return Decision.refuse(no);
        var beside = session.admission().newDevices().get(id);
        if (beside == null) return Decision.refuse(RefusalCode.NOT_WAITING);
        var newcomer = session.admission().members().get(id) instanceof Waiting;
        if (newcomer && session.admission().locked()) return Decision.refuse(RefusalCode.LOCKED);
        if (newcomer && session.admission().seats() >= session.plan().roomLimit()) {
            return Decision.refuse(RefusalCode.FULL);
        }
        var moved = new SeatMoved(id, beside.device(), session.admission().nextEndpoint(), beside.link());
        return newcomer ? admitted(session, by, id, List.of(moved)) : Decision.accept(moved);
    }

    private static Decision<SessionEvent> sendBack(Session session, Actor by, MemberId id) {
        var no = Rules.isFacilitatorOver(session, by, id);
        return no != null ? Decision.refuse(no) : Decision.accept(new SentBackToWait(id));
    }

    private static Decision<SessionEvent> remove(Session session, Actor by, MemberId id) {
        var no = Rules.isFacilitator(session, by);
        if (no != null) return Decision.refuse(no);
        if (session.plan().roleOf(id) == Role.FACILITATOR) return Decision.refuse(RefusalCode.NOT_FOR_FACILITATORS);
        return switch (session.admission().members().get(id)) {
            case Waiting _, Present _, Dropped _, Left _ -> Decision.accept(new MemberRemoved(id));
            case Removed _ -> Decision.accept();
            case null -> Decision.refuse(RefusalCode.NOT_HERE);
        };
    }

    private static Decision<SessionEvent> lock(Session session, Actor by, boolean lock) {
        var no = Rules.isFacilitator(session, by);
        if (no != null) return Decision.refuse(no);
        if (session.admission().locked() == lock) return Decision.accept();
        return Decision.accept(lock ? new RoomLocked() : new RoomUnlocked());
    }

    private static Decision<SessionEvent> write(Session session, Actor by, MemberId id, String text) {
        var no = Rules.isFacilitator(session, by);
        if (no != null) return Decision.refuse(no);
        if (text.isBlank() || text.length() > LONGEST_MESSAGE) return Decision.refuse(RefusalCode.TOO_LONG);
        if (!(session.admission().members().get(id) instanceof Waiting)) {
            return Decision.refuse(RefusalCode.NOT_WAITING);
        }
        var sealed = new Confidential.Readable(Confidential.Lifetime.SESSION_CHAT, text.strip());
        return Decision.accept(new WrittenTo(id, Rules.memberOf(by), sealed));
    }

    /// What a node saw of the past lies between the start of the stay and now, whatever its clock said.
    private static Instant clamp(Instant lastSeen, Instant since, Instant now) {
        if (lastSeen.isBefore(since)) return since;
        return lastSeen.isAfter(now) ? now : lastSeen;
    }
}
