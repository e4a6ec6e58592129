package org.holdfast.clinic;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import org.holdfast.decision.DamagedLog;
import org.holdfast.decision.Decision;
import org.holdfast.decision.Named;
import org.holdfast.decision.RefusalCode;
import org.holdfast.decision.Stamp;
import org.holdfast.session.MemberId;
import org.holdfast.session.Plan;
import org.holdfast.session.Role;
import org.jspecify.annotations.Nullable;

/// Who comes to a group without being in the programme: somebody's family, an interpreter, an observer, a trainee. Each
/// for one group, and never without an end.
public record Guests(SortedMap<MemberId, Guest> all) {
    public static final Duration LONGEST = Duration.ofDays(365);
    /// To one group at the same time.
    public static final int MOST = Plan.MOST_GUESTS;

    static final Guests NONE = new Guests(Collections.emptySortedMap());

    public enum Kind {
        FAMILY(Role.FAMILY),
        INTERPRETER(Role.INTERPRETER),
        OBSERVER(Role.OBSERVER),
        TRAINEE(Role.TRAINEE);

        private final Role role;

        Kind(Role role) {
            this.role = role;
        }

        /// As what they are in the group's sessions.
        Role role() {
            return role;
        }
    }

    /// @param ends from when on they do not come any more
    public record Guest(MemberId id, Kind kind, GroupId group, Instant ends) {
        public boolean comes(Instant at) {
            return at.isBefore(ends);
        }
    }

    public sealed interface Command extends ClinicCommand {}

    public record Invite(MemberId member, Kind kind, GroupId group, Instant ends) implements Command {}

    /// Longer, or shorter: until now is not any more.
    public record SetEnd(MemberId member, Instant ends) implements Command {}

    public sealed interface Event extends ClinicEvent {}

    @Named("guest.invited")
    public record Invited(MemberId member, Kind kind, GroupId group, Instant ends) implements Event {}

    @Named("guest.end-set")
    public record EndSet(MemberId member, Instant ends) implements Event {}

    public @Nullable Guest guest(MemberId member) {
        return all.get(member);
    }

    /// Who comes to this group then.
    public List<Guest> of(GroupId group, Instant at) {
        return all.values().stream()
                .filter(guest -> guest.group().equals(group) && guest.comes(at))
                .toList();
    }

    static Decision<ClinicEvent> decide(Clinic clinic, Command command, Instant now) {
        return switch (command) {
            case Invite(var member, var kind, var id, var ends) -> {
                if (clinic.guests().guest(member) != null) yield Decision.accept();
                var group = clinic.groups().group(id);
                if (group == null) yield Decision.refuse(RefusalCode.UNKNOWN);
                if (clinic.people().knows(member)) yield Decision.refuse(RefusalCode.NUMBER_TAKEN);
                var no = group.open() ? ending(ends, now) : RefusalCode.GROUP_CLOSED;
                if (no == null && clinic.guests().of(id, now).size() >= MOST) no = RefusalCode.FULL;
                yield no != null ? Decision.refuse(no) : Decision.accept(new Invited(member, kind, id, ends));
            }
            case SetEnd(var member, var ends) -> {
                var guest = clinic.guests().guest(member);
                if (guest == null) yield Decision.refuse(RefusalCode.UNKNOWN);
                if (guest.ends().equals(ends)) yield Decision.accept();
                var no = ends.isAfter(now) ? ending(ends, now) : null;
                var again = !guest.comes(now) && ends.isAfter(now);
                if (no == null
                        && again
                        && clinic.guests().of(guest.group(), now).size() >= MOST) {
                    no = RefusalCode.FULL;
                }
                yield no != null ? Decision.refuse(no) : Decision.accept(new EndSet(member, ends));
            }
        };
    }

    private static @Nullable RefusalCode ending(Instant ends, Instant now) {
        return ends.isAfter(now) && !ends.isAfter(now.plus(LONGEST)) ? null : RefusalCode.NO_END;
    }

    Guests apply(Event event, Stamp stamp) {
        return switch (event) {
            case Invited(var member, var kind, var group, var ends) -> {
                if (all.containsKey(member)) throw new DamagedLog("Entry " + stamp.seq() + " invites a guest twice");
                yield with(new Guest(member, kind, group, ends));
            }
            case EndSet(var member, var ends) -> {
                var guest = all.get(member);
                if (guest == null) throw new DamagedLog("Entry " + stamp.seq() + " is about no guest");
                yield with(new Guest(member, guest.kind(), guest.group(), ends));
            }
        };
    }

    private Guests with(Guest guest) {
        return new Guests(Collected.with(all, guest.id(), guest));
    }
}
