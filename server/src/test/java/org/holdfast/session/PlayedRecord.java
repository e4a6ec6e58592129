package org.holdfast.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.holdfast.attendance.AttendanceSheet;
import org.holdfast.attendance.CanonicalSheet;
import org.holdfast.decision.Entry;
import org.holdfast.session.Corrections.Change;

/// What staff and participants try of the record, mostly so that it can be.
record PlayedRecord(Session session, List<Entry<SessionEvent>> entries, Instant now) {
    boolean disputed(MemberId member) {
        return session.corrections().disputes().get(member) instanceof Corrections.Dispute.Open;
    }

    SessionCommand command(Step step, MemberId whom) {
        var words = Play.CANARY.repeat(step.number() % 11 == 10 ? 0 : 1);
        return switch (step.kind()) {
            case CORRECT -> new Corrections.Correct(whom, change(step.number()), words);
            case DISPUTE -> new Corrections.DisputeOwnRow(words);
            case ACCEPT -> new Corrections.AcceptDispute(whom, change(step.number()), words);
            case DECLINE -> new Corrections.DeclineDispute(whom, words);
            case SIGN -> new SignOff.Sign(seen(step.number()), hash(), text(), signer(step.number()));
            case CO_SIGN -> new SignOff.CoSign(seen(step.number()), hash(), signer(step.number()));
            default -> throw new AssertionError("Not of the record: " + step);
        };
    }

    private static Change change(int number) {
        var from = Cast.STARTS.plus(Duration.ofSeconds(number % 37 * 100L - 50));
        return switch (number % 4) {
            case 0 -> new Change.StatusIs(Corrections.Given.values()[number % Corrections.Given.values().length]);
            case 1 -> new Change.Absence(number % 3 == 0);
            case 2 -> new Change.MinutesAre(number % 64);
            default -> new Change.WasByPhone(from, from.plusSeconds(number % 900));
        };
    }

    private long seen(int number) {
        return session.signOff().sheet() - (number % 7 == 6 ? 1 : 0);
    }

    private String hash() {
        return SheetHash.of(text());
    }

    private String text() {
        return CanonicalSheet.text(AttendanceSheet.of(entries, now));
    }

    private SignOff.Signer signer(int number) {
        return new SignOff.Signer("Dana Whitfield", "LCSW", now.minusSeconds(number % 330));
    }
}
