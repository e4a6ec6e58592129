package org.holdfast.attendance;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.holdfast.decision.DamagedLog;
import org.holdfast.decision.Entry;
import org.holdfast.session.Life;
import org.holdfast.session.MemberId;
import org.holdfast.session.Plan;
import org.holdfast.session.Role;
import org.holdfast.session.SessionEvent;
import org.holdfast.session.SignOff;
import org.jspecify.annotations.Nullable;

/// Who was there and for how long, as a session's log tells it. Staff are shown it as [SheetView], others only their
/// [OwnRow].
///
/// @param seq the entry that last changed it
/// @param life where the session stands; never scheduled, for then there is no sheet
/// @param endedBy nothing while it is not over
/// @param rests the breaks, in the order of the log
/// @param rows participants first, then staff, then the guests who came, each by id; nobody who had no time to come
public record AttendanceSheet(
        Plan plan,
        long seq,
        Standing life,
        @Nullable Instant ended,
        Life.@Nullable EndCause endedBy,
        Instant asOf,
        List<Rest> rests,
        List<Row> rows) {
    public AttendanceSheet {
        rests = List.copyOf(rests);
        rows = List.copyOf(rows);
    }

    public enum Standing {
        OPEN,
        UNATTENDED,
        ENDED
    }

    /// @param entries the session's log from its opening
    /// @param asOf the moment for which it is computed, while the session is open; not before the last entry
    public static AttendanceSheet of(List<Entry<SessionEvent>> entries, Instant asOf) {
        return of(comings(entries), asOf);
    }

    static Comings comings(List<Entry<SessionEvent>> entries) {
        if (entries.isEmpty()) throw new DamagedLog("A session without entries has not opened");
        var comings = Comings.begin(entries.getFirst());
        for (var entry : entries.subList(1, entries.size())) comings = comings.then(entry);
        return comings;
    }

    public static AttendanceSheet of(Comings comings, Instant asOf) {
        var over = comings.end();
        var end = over != null ? over.at() : Stretch.later(asOf, comings.at());
        var coverage = Coverage.of(comings, end);
        var rows = new ArrayList<Row>();
        for (var member : people(comings)) rows.add(row(comings, coverage, member, end));
        rows.sort(Comparator.comparing(Row::role).thenComparing(Row::member));
        return new AttendanceSheet(
                comings.plan(),
                comings.changed(),
                standing(comings),
                over == null ? null : over.at(),
                over == null ? null : over.cause(),
                end,
                comings.rests(),
                rows);
    }

    /// The sheet as one version was signed: the entries up to the one that the signature names, under the rules of the
    /// opening. What was corrected later is not in it.
    public static AttendanceSheet asSigned(List<Entry<SessionEvent>> entries, int version) {
        var signed = entries.stream()
                .flatMap(entry -> entry.events().stream())
                .mapMulti((SessionEvent event, Consumer<Long> sheet) -> {
                    if (event instanceof SignOff.SheetSigned it && it.version() == version) sheet.accept(it.sheet());
                })
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No version " + version + " is signed"));
        var until = entries.stream().filter(entry -> entry.seq() <= signed).toList();
        return of(until, until.getLast().at());
    }

    public @Nullable Row row(MemberId member) {
        return rows.stream()
                .filter(row -> row.member().equals(member))
                .findFirst()
                .orElse(null);
    }

    private static TreeSet<MemberId> people(Comings comings) {
        var people = new TreeSet<>(comings.plan().roster());
        people.removeIf(member -> !comings.roll().misses(member, comings.plan()));
        people.addAll(comings.tracks().all().keySet());
        return people;
    }

    private static Standing standing(Comings comings) {
        if (comings.end() != null) return Standing.ENDED;
        var staff = comings.plan().staff().stream().map(comings::of).toList();
        var came = staff.stream().anyMatch(track -> track.admitted() != null);
        return came && staff.stream().noneMatch(Track::inRoom) ? Standing.UNATTENDED : Standing.OPEN;
    }

    private static Row row(Comings comings, Coverage coverage, MemberId member, Instant end) {
        var track = comings.of(member);
        var role = comings.plan().roleOf(member);
        var credit = Credit.of(comings, coverage, member, end);
        var counts = role == Role.PARTICIPANT;
        var judgement = !counts ? null : Judgement.of(comings, member, credit, end);
        var audioOnly = AudioOnly.of(comings, track, credit, end);
        var telling = new Telling(comings, coverage, member, credit, audioOnly, judgement, end);
        var correcting =
                judgement == null ? null : Correcting.of(comings, member, credit, judgement, Arg.Zone.of(comings, end));
        var because = correcting == null ? new ArrayList<Because>() : new ArrayList<>(correcting.sentences());
        because.addAll(telling.sentences());
        return new Row(
                member,
                role,
                comings.plan().roster().contains(member),
                judgement == null ? null : judgement.status(),
                at(track.arrived()),
                at(track.admitted()),
                Intervals.of(comings, coverage, track, end),
                Stay.sum(credit.stays()),
                counts ? credit.credited() : Duration.ZERO,
                !counts || audioOnly == null ? null : audioOnly.time(),
                because,
                correcting == null ? null : correcting.corrected(),
                comings.corrections().of(member),
                comings.corrections().disputes().get(member));
    }

    private static @Nullable Instant at(@Nullable Mark mark) {
        return mark == null ? null : mark.at();
    }
}
