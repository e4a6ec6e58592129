package org.holdfast.session;

import static org.holdfast.session.Cast.AMINA;
import static org.holdfast.session.Cast.BEN;
import static org.holdfast.session.Cast.DANA;
import static org.holdfast.session.Cast.SAM;
import static org.holdfast.session.Cast.STARTS;
import static org.holdfast.session.Cast.STRANGER;
import static org.holdfast.session.Happened.happened;
import static org.holdfast.session.Happened.isIn;
import static org.holdfast.session.Happened.removed;
import static org.holdfast.session.SessionGiven.given;
import static org.holdfast.session.SessionGiven.givenUnopened;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.util.List;
import org.holdfast.decision.Confidential;
import org.holdfast.decision.RefusalCode;
import org.holdfast.session.Corrections.AcceptDispute;
import org.holdfast.session.Corrections.Change;
import org.holdfast.session.Corrections.Correct;
import org.holdfast.session.Corrections.DeclineDispute;
import org.holdfast.session.Corrections.Dispute;
import org.holdfast.session.Corrections.DisputeAccepted;
import org.holdfast.session.Corrections.DisputeDeclined;
import org.holdfast.session.Corrections.DisputeOwnRow;
import org.holdfast.session.Corrections.Given;
import org.holdfast.session.Corrections.RowCorrected;
import org.holdfast.session.Corrections.RowDisputed;
import org.junit.jupiter.api.Test;

class CorrectionsTest {
    private static final Change PRESENT = new Change.StatusIs(Given.PRESENT);
    private static final Change EXCUSED = new Change.Absence(true);
    private static final Change HOUR = new Change.MinutesAre(60);
    private static final Change BY_PHONE =
            new Change.WasByPhone(STARTS.plusSeconds(600), STARTS.plus(Duration.ofMinutes(60)));
    private static final String LONG = "x".repeat(Corrections.LONGEST_WORDS);

    private static SessionGiven open() {
        return given(isIn(DANA, 1), isIn(SAM, 2));
    }

    static SessionGiven ended() {
        return open().and(happened(new Life.SessionEnded(Life.EndCause.FACILITATOR)));
    }

    private static SessionGiven disputed() {
        return ended().and(happened(new RowDisputed(SAM, sealed("I was there until the end."))));
    }

    static Confidential sealed(String words) {
        return new Confidential.Readable(Confidential.Lifetime.SESSION_RECORD, words);
    }

    private static RowCorrected corrected(MemberId member, MemberId by, Change change) {
        return new RowCorrected(member, by, change, sealed("Called in."));
    }

    @Test
    void a_facilitator_corrects_after_the_end_without_having_been_there() {
        for (var change : List.of(PRESENT, EXCUSED, HOUR, BY_PHONE)) {
            ended().as(BEN)
                    .at(STARTS.plus(Duration.ofDays(2)))
                    .when(new Correct(SAM, change, "Called in."))
                    .then(corrected(SAM, BEN, change));
        }
        ended().as(DANA).when(new Correct(AMINA, EXCUSED, "Called in.")).then(corrected(AMINA, DANA, EXCUSED));
    }

    @Test
    void a_facilitator_corrects_during_the_session_as_well() {
        open().as(BEN).when(new Correct(SAM, HOUR, "Called in.")).then(corrected(SAM, BEN, HOUR));
        givenUnopened().as(DANA).when(new Correct(SAM, HOUR, "Called in.")).refused(RefusalCode.NOT_OPEN);
    }

    @Test
    void nobody_else_corrects_anything() {
        for (var member : List.of(SAM, AMINA, STRANGER)) {
            ended().as(member).when(new Correct(SAM, HOUR, "Called in.")).refused(RefusalCode.NOT_FACILITATOR);
        }
        ended().asTheSystem().when(new Correct(SAM, HOUR, "Called in.")).refused(RefusalCode.NOT_FACILITATOR);
    }

    @Test
    void only_participants_have_a_row_to_correct() {
        ended().as(DANA).when(new Correct(BEN, HOUR, "Called in.")).refused(RefusalCode.NOT_FOR_FACILITATORS);
        ended().as(DANA).when(new Correct(STRANGER, HOUR, "Called in.")).refused(RefusalCode.NOT_MEMBER);
    }

    @Test
    void a_correction_has_a_reason_of_bounded_length() {
        ended().as(DANA).when(new Correct(SAM, HOUR, " ")).refused(RefusalCode.TOO_LONG);
        ended().as(DANA).when(new Correct(SAM, HOUR, LONG + "x")).refused(RefusalCode.TOO_LONG);
        ended().as(DANA).when(new Correct(SAM, HOUR, LONG)).then(new RowCorrected(SAM, DANA, HOUR, sealed(LONG)));
    }

    @Test
    void what_is_given_fits_into_the_session() {
        var ends = STARTS.plus(Cast.LENGTH);
        for (var change : List.of(
                new Change.MinutesAre(-1),
                new Change.MinutesAre(61),
                new Change.WasByPhone(STARTS.minusSeconds(1), ends),
                new Change.WasByPhone(STARTS, ends.plusSeconds(1)),
                new Change.WasByPhone(ends, STARTS))) {
            ended().as(DANA)
                    .at(ends.plusSeconds(60))
                    .when(new Correct(SAM, change, "Called in."))
                    .refused(RefusalCode.OUTSIDE_SESSION);
        }
        ended().as(DANA)
                .at(ends.minusSeconds(1))
                .when(new Correct(SAM, BY_PHONE, "-"))
                .refused(RefusalCode.NOT_YET);
    }

    @Test
    void the_same_correction_again_changes_nothing_and_another_reason_does() {
        var given = ended().and(happened(corrected(SAM, DANA, HOUR)));
        given.as(BEN).when(new Correct(SAM, HOUR, "Called in.")).thenNothing();
        given.as(BEN)
                .when(new Correct(SAM, HOUR, "By phone."))
                .then(new RowCorrected(SAM, BEN, HOUR, sealed("By phone.")));
    }

    @Test
    void of_a_row_the_last_status_and_the_last_credit_stand() {
        var corrections = ended().and(happened(corrected(SAM, DANA, PRESENT)))
                .and(happened(corrected(SAM, DANA, HOUR)))
                .and(happened(corrected(SAM, BEN, EXCUSED)))
                .session()
                .corrections();
        assertEquals(EXCUSED, corrections.standing(SAM, true).change());
        assertEquals(HOUR, corrections.standing(SAM, false).change());
        assertEquals(3, corrections.of(SAM).size());
        assertNull(corrections.standing(AMINA, true));
    }

    @Test
    void a_participant_says_after_the_end_that_their_own_row_is_wrong() {
        ended().as(SAM).when(new DisputeOwnRow("I was there.")).then(new RowDisputed(SAM, sealed("I was there.")));
        ended().as(AMINA).when(new DisputeOwnRow("I called.")).then(new RowDisputed(AMINA, sealed("I called.")));
        ended().and(happened(new RowDisputed(AMINA, sealed("I called."))))
                .as(SAM)
                .when(new DisputeOwnRow("I was there."))
                .then(new RowDisputed(SAM, sealed("I was there.")));
        open().as(SAM).when(new DisputeOwnRow("I was there.")).refused(RefusalCode.NOT_YET);
        ended().as(DANA).when(new DisputeOwnRow("I was there.")).refused(RefusalCode.NOT_FOR_FACILITATORS);
        ended().as(STRANGER).when(new DisputeOwnRow("I was there.")).refused(RefusalCode.NOT_MEMBER);
        ended().as(SAM).when(new DisputeOwnRow("")).refused(RefusalCode.TOO_LONG);
        ended().as(SAM).when(new DisputeOwnRow(LONG + "x")).refused(RefusalCode.TOO_LONG);
    }

    @Test
    void one_whom_staff_removed_may_dispute_as_well() {
        given(isIn(DANA, 1), isIn(SAM, 2), removed(SAM), happened(new Life.SessionEnded(Life.EndCause.FACILITATOR)))
                .as(SAM)
                .when(new DisputeOwnRow("I was there."))
                .then(new RowDisputed(SAM, sealed("I was there.")));
    }

    @Test
    void a_dispute_waits_for_its_answer_before_the_next() {
        disputed().as(SAM).when(new DisputeOwnRow("Again.")).refused(RefusalCode.ALREADY_DISPUTED);
        disputed()
                .and(happened(new DisputeDeclined(SAM, DANA, sealed("You left at ten."))))
                .as(SAM)
                .when(new DisputeOwnRow("Again."))
                .then(new RowDisputed(SAM, sealed("Again.")));
    }

    @Test
    void a_facilitator_accepts_a_dispute_by_correcting_the_row() {
        var session = disputed()
                .as(BEN)
                .when(new AcceptDispute(SAM, HOUR, "Called in."))
                .then(corrected(SAM, BEN, HOUR), new DisputeAccepted(SAM, BEN));
        var accepted = assertInstanceOf(
                Dispute.Accepted.class, session.corrections().disputes().get(SAM));
        assertEquals(session.corrections().standing(SAM, false).seq(), accepted.seq());
    }

    @Test
    void or_declines_it_in_words() {
        var session = disputed()
                .as(DANA)
                .when(new DeclineDispute(SAM, "You left at ten."))
                .then(new DisputeDeclined(SAM, DANA, sealed("You left at ten.")));
        assertInstanceOf(
                Dispute.Declined.class, session.corrections().disputes().get(SAM));
        disputed().as(DANA).when(new DeclineDispute(SAM, "")).refused(RefusalCode.TOO_LONG);
    }

    @Test
    void only_staff_answer_and_only_what_was_disputed() {
        disputed().as(SAM).when(new AcceptDispute(SAM, HOUR, "-")).refused(RefusalCode.NOT_FACILITATOR);
        disputed().as(AMINA).when(new DeclineDispute(SAM, "-")).refused(RefusalCode.NOT_FACILITATOR);
        disputed().as(DANA).when(new AcceptDispute(AMINA, HOUR, "-")).refused(RefusalCode.NOT_DISPUTED);
        disputed().as(DANA).when(new DeclineDispute(AMINA, "-")).refused(RefusalCode.NOT_DISPUTED);
        var answered = disputed().and(happened(corrected(SAM, DANA, HOUR), new DisputeAccepted(SAM, DANA)));
        answered.as(BEN).when(new DeclineDispute(SAM, "-")).refused(RefusalCode.NOT_DISPUTED);
    }

    @Test
    void those_in_the_room_are_shown_nothing_of_it() {
        var before = open().session();
        var after = open().and(happened(corrected(SAM, BEN, HOUR))).session();
        for (var audience : Audience.values()) {
            assertEquals(Views.of(before, audience, Cast::name), Views.of(after, audience, Cast::name));
        }
    }
}
