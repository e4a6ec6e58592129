package org.holdfast.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.holdfast.decision.Entry;
import org.holdfast.session.Life;
import org.holdfast.session.MemberId;
import org.holdfast.session.Plan;
import org.holdfast.session.Role;
import org.holdfast.session.Roster;
import org.holdfast.session.Session;
import org.holdfast.session.SessionEvent;
import org.holdfast.session.SheetHash;

/// What is true of every sheet, whatever happened.
public final class SheetPromises {
    private SheetPromises() {}

    /// @param split where the log is split once for folding in two parts
    public static void hold(Session session, List<Entry<SessionEvent>> entries, Instant now, int split) {
        var sheet = AttendanceSheet.of(entries, now);
        assertEquals(sheet, inTwoParts(entries, now, 1 + split % entries.size()), "A split changes the sheet");
        if (session.ended()) assertEquals(session.signOff().sheet(), sheet.seq(), "Two folds see another sheet");
        signed(session, entries);
        for (var row : sheet.rows()) {
            assertEquals(stayed(session, row.member(), sheet.asOf()), row.actual(), "Two folds disagree");
            assertEquals(row.actual(), inRoom(row, sheet.asOf()), "The intervals do not add up");
            inOrder(row);
            credit(row, sheet);
            corrected(row, session);
            // Words are dear to make, and few kinds of them exist.
            if (split % 8 == 0) words(row);
        }
        var members = sheet.rows().stream().map(Row::member).toList();
        assertTrue(members.containsAll(session.admission().members().keySet()), "Somebody who came has no row");
        for (var member : opened(entries).roster()) {
            var stays = !session.roster().out().containsKey(member) && !added(entries, member);
            assertTrue(!stays || members.contains(member), "Somebody who is expected has no row");
        }
    }

    private static Plan opened(List<Entry<SessionEvent>> entries) {
        return ((Life.Opened) entries.getFirst().events().getFirst()).plan();
    }

    private static boolean added(List<Entry<SessionEvent>> entries, MemberId member) {
        return entries.stream()
                .flatMap(entry -> entry.events().stream())
                .anyMatch(event ->
                        event instanceof Roster.Joined joined && joined.member().equals(member));
    }

    private static AttendanceSheet inTwoParts(List<Entry<SessionEvent>> entries, Instant now, int split) {
        var comings = Comings.begin(entries.getFirst());
        for (var entry : entries.subList(1, split)) comings = comings.then(entry);
        for (var entry : entries.subList(split, entries.size())) comings = comings.then(entry);
        return AttendanceSheet.of(comings, now);
    }

    private static Duration stayed(Session session, MemberId member, Instant end) {
        var past = session.admission().stayed().getOrDefault(member, Duration.ZERO);
        var present = session.present(member);
        return present == null ? past : past.plus(Duration.between(present.since(), end));
    }

    private static Duration inRoom(Row row, Instant end) {
        return row.intervals().stream()
                .filter(Interval::in)
                .map(interval -> interval.until(end))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static void inOrder(Row row) {
        for (var i = 1; i < row.intervals().size(); i++) {
            var before = row.intervals().get(i - 1);
            assertNotNull(before.to(), "Something goes on after what has no end");
            assertFalse(row.intervals().get(i).from().isBefore(before.to()), "Two intervals overlap");
        }
    }

    private static void credit(Row row, AttendanceSheet sheet) {
        if (row.role() != Role.PARTICIPANT) {
            assertEquals(Duration.ZERO, row.credited());
            return;
        }
        var told = row.because().stream()
                .filter(because -> because.args().get("credited") instanceof Arg.Lasting)
                .filter(because -> switch (because.reason()) {
                    case CREDITED, DROP_CREDITED, RECONNECT_CREDITED -> true;
                    default -> false;
                })
                .map(because -> ((Arg.Lasting) because.args().get("credited")).time())
                .reduce(Duration.ZERO, Duration::plus);
        assertEquals(row.credited(), told, "A credited minute is not explained");
        assertTrue(row.credited()
                        .compareTo(Duration.between(
                                sheet.plan().starts(), sheet.plan().ends()))
                <= 0);
    }

    /// What was computed stays, what staff said stands beside it, and a sentence names the entry.
    private static void corrected(Row row, Session session) {
        var corrections = session.corrections();
        assertEquals(corrections.of(row.member()), row.corrections());
        assertEquals(row.corrections().isEmpty(), row.corrected() == null, "Corrected by nobody, or in vain");
        for (var ofStatus : List.of(true, false)) {
            var standing = corrections.standing(row.member(), ofStatus);
            if (standing == null) continue;
            assertTrue(
                    row.because().stream().anyMatch(because -> because.entries().equals(List.of(standing.seq()))),
                    "A correction is not told");
        }
    }

    /// Whatever was signed is found again in the log, byte by byte.
    private static void signed(Session session, List<Entry<SessionEvent>> entries) {
        for (var version : session.signOff().versions()) {
            var sheet = AttendanceSheet.asSigned(entries, version.number());
            assertEquals(version.sheet(), sheet.seq());
            assertEquals(version.text(), CanonicalSheet.text(sheet), "Another sheet than the one that was signed");
            assertEquals(version.hash(), SheetHash.of(version.text()), "Another hash than the one that was signed");
        }
    }

    private static void words(Row row) {
        for (var because : row.because()) {
            assertFalse(because.text(Language.ENGLISH).contains("{"), () -> "Unfilled: " + because);
            assertFalse(because.text(Language.SPANISH).contains("{"), () -> "Unfilled: " + because);
            assertFalse(because.entries().isEmpty(), () -> "Rests on nothing: " + because);
        }
    }
}
