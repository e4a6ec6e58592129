package org.holdfast.session;

import static org.holdfast.session.Cast.BEN;
import static org.holdfast.session.Cast.DANA;
import static org.holdfast.session.Cast.SAM;
import static org.holdfast.session.Cast.STARTS;
import static org.holdfast.session.Cast.STRANGER;
import static org.holdfast.session.CorrectionsTest.ended;
import static org.holdfast.session.CorrectionsTest.sealed;
import static org.holdfast.session.Happened.happened;
import static org.holdfast.session.Happened.isIn;
import static org.holdfast.session.SessionGiven.given;
import static org.holdfast.session.SessionGiven.givenUnopened;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.holdfast.decision.DamagedLog;
import org.holdfast.session.Corrections.Change;
import org.holdfast.session.Corrections.DisputeAccepted;
import org.holdfast.session.Corrections.DisputeDeclined;
import org.holdfast.session.Corrections.RowCorrected;
import org.holdfast.session.Corrections.RowDisputed;
import org.holdfast.session.SignOff.SheetCoSigned;
import org.holdfast.session.SignOff.SheetSigned;
import org.holdfast.session.SignOff.Signer;
import org.junit.jupiter.api.Test;

/// What follows the end is the record and nothing else, and it follows in an order that can be true.
class DamagedRecordTest {
    private static final String TEXT = "holdfast-sheet 1\n";
    private static final String HASH = SheetHash.of(TEXT);
    private static final Signer SIGNER = new Signer("Dana Whitfield", "LCSW", STARTS);
    private static final SheetSigned SIGNED = new SheetSigned(1, 4, HASH, DANA, SIGNER, TEXT);
    private static final RowDisputed DISPUTED = new RowDisputed(SAM, sealed("I was there."));

    private static void cannotFollow(SessionGiven given, SessionEvent... events) {
        assertThrows(DamagedLog.class, () -> given.and(List.of(events)), List.of(events)::toString);
    }

    private static RowCorrected corrected(MemberId member, int minutes) {
        return new RowCorrected(member, DANA, new Change.MinutesAre(minutes), sealed("-"));
    }

    @Test
    void nothing_of_the_meeting_follows_a_correction_or_a_signature_after_the_end() {
        var record = ended().and(happened(corrected(SAM, 60)));
        for (var event : List.of(
                new Floor.HandRaised(SAM),
                new Help.HelpAsked(SAM),
                new Admission.MemberLeft(SAM),
                new Interruption.Interrupted(SAM, Interruption.Cause.CALL),
                new Life.SessionEnded(Life.EndCause.OVERTIME),
                new Life.Opened(Cast.plan()))) {
            cannotFollow(record, event);
        }
        cannotFollow(givenUnopened(), corrected(SAM, 60));
    }

    @Test
    void nobody_is_corrected_who_has_no_row_or_to_what_cannot_be() {
        cannotFollow(ended(), corrected(DANA, 60));
        cannotFollow(ended(), corrected(STRANGER, 60));
        cannotFollow(ended(), corrected(SAM, 61));
    }

    @Test
    void disputes_and_answers_come_in_turn() {
        cannotFollow(given(isIn(SAM, 1)), DISPUTED);
        cannotFollow(ended().and(happened(DISPUTED)), DISPUTED);
        cannotFollow(ended(), new RowDisputed(DANA, sealed("-")));
        cannotFollow(ended(), new DisputeDeclined(SAM, DANA, sealed("-")));
        cannotFollow(ended(), corrected(SAM, 60), new DisputeAccepted(SAM, DANA));
        cannotFollow(ended().and(happened(DISPUTED)), new DisputeAccepted(SAM, DANA));
    }

    @Test
    void only_the_sheet_that_stands_is_signed_once_and_by_those_who_lead() {
        cannotFollow(given(isIn(DANA, 1), isIn(SAM, 2)), SIGNED);
        cannotFollow(ended().and(happened(corrected(SAM, 60))), SIGNED);
        cannotFollow(ended().and(happened(SIGNED)), SIGNED);
        cannotFollow(ended(), new SheetSigned(2, 4, HASH, DANA, SIGNER, TEXT));
        cannotFollow(ended(), new SheetSigned(1, 4, HASH, SAM, SIGNER, TEXT));
    }

    @Test
    void only_a_signed_version_is_co_signed_and_once_by_each() {
        cannotFollow(ended(), new SheetCoSigned(1, BEN, SIGNER, HASH));
        cannotFollow(ended().and(happened(SIGNED)), new SheetCoSigned(2, BEN, SIGNER, HASH));
        cannotFollow(ended().and(happened(SIGNED)), new SheetCoSigned(1, DANA, SIGNER, HASH));
        cannotFollow(ended().and(happened(SIGNED)), new SheetCoSigned(1, SAM, SIGNER, HASH));
        cannotFollow(ended().and(happened(SIGNED)), new SheetCoSigned(1, BEN, SIGNER, "cd".repeat(32)));
        cannotFollow(ended().and(happened(SIGNED, corrected(SAM, 60))), new SheetCoSigned(1, BEN, SIGNER, HASH));
    }
}
