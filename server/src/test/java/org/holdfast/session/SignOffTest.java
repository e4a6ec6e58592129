package org.holdfast.session;

import static org.holdfast.session.Cast.BEN;
import static org.holdfast.session.Cast.DANA;
import static org.holdfast.session.Cast.SAM;
import static org.holdfast.session.Cast.STRANGER;
import static org.holdfast.session.CorrectionsTest.ended;
import static org.holdfast.session.CorrectionsTest.sealed;
import static org.holdfast.session.Happened.happened;
import static org.holdfast.session.Happened.isIn;
import static org.holdfast.session.SessionGiven.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.holdfast.decision.RefusalCode;
import org.holdfast.session.SignOff.CoSign;
import org.holdfast.session.SignOff.SheetCoSigned;
import org.holdfast.session.SignOff.SheetSigned;
import org.holdfast.session.SignOff.Sign;
import org.holdfast.session.SignOff.Signer;
import org.junit.jupiter.api.Test;

class SignOffTest {
    private static final String TEXT = text("evening", 4);
    private static final String OTHER_TEXT = text("evening", 6);
    private static final String HASH = SheetHash.of(TEXT);
    private static final String OTHER_HASH = SheetHash.of(OTHER_TEXT);
    /// The entry that ended the session: opened, Dana, Sam, ended.
    private static final long END = 4;

    private static final SessionEvent CORRECTED =
            new Corrections.RowCorrected(SAM, BEN, new Corrections.Change.MinutesAre(60), sealed("Called in."));
    private static final SessionEvent DISPUTED = new Corrections.RowDisputed(SAM, sealed("I was there."));

    private static final Instant NOW = Cast.STARTS.plusSeconds(4_000);
    private static final Signer DANA_W = new Signer("Dana Whitfield", "LCSW", NOW.minusSeconds(30));
    private static final Signer BEN_H = new Signer("Ben Hale", "LPC", NOW.minusSeconds(20));
    private static final SheetSigned SIGNED = new SheetSigned(1, END, HASH, DANA, DANA_W, TEXT);

    private static String text(String session, int sheet) {
        return "holdfast-sheet 1\nsession " + session + "\nsheet " + sheet + " 2026-11-20T01:02:00Z\n";
    }

    private static SessionGiven signed() {
        return ended().and(happened(SIGNED));
    }

    private static SessionGiven.Answer asked(SessionGiven given, MemberId by, SessionCommand command) {
        return given.as(by).at(NOW).when(command);
    }

    @Test
    void a_facilitator_signs_the_sheet_of_a_session_that_has_ended() {
        var session = asked(ended(), DANA, new Sign(END, HASH, TEXT, DANA_W)).then(SIGNED);
        var version = session.signOff().standing();
        assertEquals(1, version.number());
        assertEquals(NOW, version.signature().at());
        asked(ended(), BEN, new Sign(END, HASH, TEXT, BEN_H)).then(new SheetSigned(1, END, HASH, BEN, BEN_H, TEXT));
        asked(given(isIn(DANA, 1), isIn(SAM, 2)), DANA, new Sign(END, HASH, TEXT, DANA_W))
                .refused(RefusalCode.NOT_YET);
    }

    @Test
    void nobody_else_signs() {
        for (var member : List.of(SAM, STRANGER)) {
            asked(ended(), member, new Sign(END, HASH, TEXT, DANA_W)).refused(RefusalCode.NOT_FACILITATOR);
            asked(signed(), member, new CoSign(END, HASH, BEN_H)).refused(RefusalCode.NOT_FACILITATOR);
        }
        ended().asTheSystem().at(NOW).when(new Sign(END, HASH, TEXT, DANA_W)).refused(RefusalCode.NOT_FACILITATOR);
    }

    @Test
    void a_signature_has_a_typed_name_and_credential() {
        for (var signer : List.of(
                new Signer(" ", "LCSW", NOW),
                new Signer("Dana Whitfield", "", NOW),
                new Signer("x".repeat(SignOff.LONGEST_NAME + 1), "LCSW", NOW),
                new Signer("Dana Whitfield", "x".repeat(SignOff.LONGEST_CREDENTIAL + 1), NOW))) {
            asked(ended(), DANA, new Sign(END, HASH, TEXT, signer)).refused(RefusalCode.TOO_LONG);
        }
    }

    @Test
    void whoever_signs_has_just_signed_in() {
        var oldest = new Signer("Dana Whitfield", "LCSW", NOW.minus(SignOff.FRESH));
        asked(ended(), DANA, new Sign(END, HASH, TEXT, oldest)).then(new SheetSigned(1, END, HASH, DANA, oldest, TEXT));
        for (var stale : List.of(oldest.signedIn().minusMillis(1), NOW.plusMillis(1))) {
            var signer = new Signer("Dana Whitfield", "LCSW", stale);
            asked(ended(), DANA, new Sign(END, HASH, TEXT, signer)).refused(RefusalCode.SIGN_IN_AGAIN);
            asked(signed(), BEN, new CoSign(END, HASH, signer)).refused(RefusalCode.SIGN_IN_AGAIN);
        }
    }

    @Test
    void a_sheet_that_was_corrected_meanwhile_is_not_signed_unseen() {
        var corrected = ended().and(happened(CORRECTED));
        asked(corrected, DANA, new Sign(END, HASH, TEXT, DANA_W)).refused(RefusalCode.STALE_SHEET);
        asked(corrected, DANA, new Sign(END + 2, HASH, TEXT, DANA_W)).refused(RefusalCode.STALE_SHEET);
        var text = text("evening", 5);
        var hash = SheetHash.of(text);
        asked(corrected, DANA, new Sign(END + 1, hash, text, DANA_W))
                .then(new SheetSigned(1, END + 1, hash, DANA, DANA_W, text));
    }

    @Test
    void a_dispute_changes_no_sheet_until_it_is_answered() {
        asked(ended().and(happened(DISPUTED)), DANA, new Sign(END, HASH, TEXT, DANA_W))
                .then(SIGNED);
    }

    @Test
    void of_two_who_sign_at_once_one_wins_and_the_other_is_told_and_may_co_sign() {
        asked(signed(), BEN, new Sign(END, HASH, TEXT, BEN_H)).refused(RefusalCode.ALREADY_SIGNED);
        asked(signed(), DANA, new Sign(END, HASH, TEXT, DANA_W)).thenNothing();
        var session = asked(signed(), BEN, new CoSign(END, HASH, BEN_H)).then(new SheetCoSigned(1, BEN, BEN_H, HASH));
        assertEquals(BEN, session.signOff().standing().coSignatures().getFirst().by());
    }

    @Test
    void a_co_signature_is_another_persons_on_the_same_version() {
        asked(ended(), BEN, new CoSign(END, HASH, BEN_H)).refused(RefusalCode.NOT_SIGNED);
        asked(signed(), DANA, new CoSign(END, HASH, DANA_W)).refused(RefusalCode.ALREADY_SIGNED);
        asked(signed(), BEN, new CoSign(END, OTHER_HASH, BEN_H)).refused(RefusalCode.STALE_SHEET);
        asked(signed().and(happened(CORRECTED)), BEN, new CoSign(END, HASH, BEN_H))
                .refused(RefusalCode.STALE_SHEET);
        asked(signed().and(happened(new SheetCoSigned(1, BEN, BEN_H, HASH))), BEN, new CoSign(END, HASH, BEN_H))
                .thenNothing();
    }

    @Test
    void a_correction_after_the_signature_makes_a_second_version_due_and_the_first_stays() {
        var corrected = signed().and(happened(CORRECTED));
        assertNull(corrected.session().signOff().standing());
        assertEquals(2, corrected.session().signOff().number());
        asked(corrected, BEN, new CoSign(END + 2, OTHER_HASH, BEN_H)).refused(RefusalCode.NOT_SIGNED);
        var session = asked(corrected, BEN, new Sign(END + 2, OTHER_HASH, OTHER_TEXT, BEN_H))
                .then(new SheetSigned(2, END + 2, OTHER_HASH, BEN, BEN_H, OTHER_TEXT));
        assertEquals(
                List.of(HASH, OTHER_HASH),
                session.signOff().versions().stream().map(SignOff.Version::hash).toList());
    }

    @Test
    void a_hash_is_sha_256_in_hex() {
        for (var wrong : List.of("", "ab", HASH.toUpperCase(Locale.ROOT), HASH + "a")) {
            assertThrows(IllegalArgumentException.class, () -> new Sign(END, wrong, TEXT, DANA_W));
            assertThrows(IllegalArgumentException.class, () -> new CoSign(END, wrong, DANA_W));
            assertThrows(IllegalArgumentException.class, () -> new SheetSigned(1, END, wrong, DANA, DANA_W, null));
            assertThrows(IllegalArgumentException.class, () -> new SheetCoSigned(1, BEN, BEN_H, wrong));
        }
    }

    @Test
    void what_is_kept_of_the_sheet_is_what_the_signer_saw_to_the_byte() {
        asked(ended(), DANA, new Sign(END, HASH, OTHER_TEXT, DANA_W)).refused(RefusalCode.STALE_SHEET);
        asked(ended(), DANA, new Sign(END, OTHER_HASH, TEXT, DANA_W)).refused(RefusalCode.STALE_SHEET);
        assertThrows(IllegalArgumentException.class, () -> new SheetSigned(1, END, HASH, DANA, DANA_W, OTHER_TEXT));
        assertEquals(TEXT, signed().session().signOff().versions().getFirst().text());
    }

    @Test
    void a_text_of_another_sheet_is_not_signed_even_when_its_hash_fits() {
        for (var other : List.of(text("morning", 4), text("evening", 41), text("evening", 5), "")) {
            asked(ended(), DANA, new Sign(END, SheetHash.of(other), other, DANA_W))
                    .refused(RefusalCode.STALE_SHEET);
        }
    }

    @Test
    void a_second_version_leaves_every_byte_of_the_first() {
        var second = new SheetSigned(2, END + 2, OTHER_HASH, BEN, BEN_H, OTHER_TEXT);
        var versions = signed().and(happened(CORRECTED))
                .and(happened(second))
                .session()
                .signOff()
                .versions();
        assertEquals(
                List.of(TEXT, OTHER_TEXT),
                versions.stream().map(SignOff.Version::text).toList());
    }

    @Test
    void a_log_of_a_version_that_kept_only_hashes_still_folds() {
        var old = ended().and(happened(new SheetSigned(1, END, HASH, DANA, DANA_W, null)))
                .and(happened(new SheetCoSigned(1, BEN, BEN_H, null)));
        var version = old.session().signOff().standing();
        assertNull(version.text());
        assertEquals(HASH, version.hash());
        assertEquals(1, version.coSignatures().size());
        asked(
                        ended().and(happened(new SheetSigned(1, END, HASH, DANA, DANA_W, null))),
                        BEN,
                        new CoSign(END, HASH, BEN_H))
                .then(new SheetCoSigned(1, BEN, BEN_H, HASH));
    }
}
