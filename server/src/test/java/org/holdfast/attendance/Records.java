package org.holdfast.attendance;

import static org.holdfast.session.Cast.AMINA;
import static org.holdfast.session.Cast.BEN;
import static org.holdfast.session.Cast.DANA;
import static org.holdfast.session.Cast.LUIS;
import static org.holdfast.session.Cast.MARIA;
import static org.holdfast.session.Cast.SAM;
import static org.holdfast.session.Cast.THEO;

import org.holdfast.session.Cast;
import org.holdfast.session.Corrections.AcceptDispute;
import org.holdfast.session.Corrections.Change;
import org.holdfast.session.Corrections.Correct;
import org.holdfast.session.Corrections.DeclineDispute;
import org.holdfast.session.Corrections.DisputeOwnRow;
import org.holdfast.session.Corrections.Given;
import org.holdfast.session.Life.End;
import org.holdfast.session.Meeting;
import org.holdfast.session.MemberId;
import org.holdfast.session.SheetHash;
import org.holdfast.session.SignOff.CoSign;
import org.holdfast.session.SignOff.Sign;
import org.holdfast.session.SignOff.Signer;

/// Sessions that are over, and what becomes of their record. Sam's line was lost at half past.
final class Records {
    private Records() {}

    static Meeting ended() {
        return Meeting.begins(SAM, MARIA, LUIS).at(30).drops(SAM, 0).at(62).does(DANA, new End());
    }

    /// One correction of each kind, and one of them thought better of.
    static Meeting corrected() {
        return ended().at(70)
                .does(DANA, new Correct(SAM, byPhone(32, 60), "Called in when the line was lost."))
                .does(DANA, new Correct(AMINA, new Change.Absence(false), "Did not call."))
                .at(75)
                .does(DANA, new Correct(LUIS, new Change.MinutesAre(20), "Was asleep after twenty minutes."))
                .does(DANA, new Correct(MARIA, new Change.StatusIs(Given.LATE), "Was not at the camera before."))
                .at(24 * 60)
                .does(BEN, new Correct(AMINA, new Change.Absence(true), "Her mother called before the session."))
                .does(BEN, new Correct(THEO, byPhone(0, 20), "Called in from the bus."));
    }

    static Change byPhone(int from, int to) {
        return new Change.WasByPhone(Cast.STARTS.plusSeconds(from * 60L), Cast.STARTS.plusSeconds(to * 60L));
    }

    /// Signed and co-signed, then disputed, corrected and signed again; Luis is not agreed with.
    static Meeting signed() {
        var meeting = ended().at(65);
        signs(meeting, DANA).at(66);
        coSigns(meeting, BEN)
                .at(90)
                .does(SAM, new DisputeOwnRow("I was on the phone with you until eight."))
                .does(LUIS, new DisputeOwnRow("I came at six."))
                .at(24 * 60)
                .does(DANA, new AcceptDispute(SAM, byPhone(32, 60), "True, I had forgotten."))
                .does(DANA, new DeclineDispute(LUIS, "The room opened at ten to seven."));
        return signs(meeting.at(24 * 60 + 5), BEN);
    }

    static Meeting signs(Meeting meeting, MemberId member) {
        var sheet = AttendanceSheet.of(meeting.entries(), meeting.now());
        var text = CanonicalSheet.text(sheet);
        return meeting.does(member, new Sign(sheet.seq(), SheetHash.of(text), text, signer(meeting, member)));
    }

    static Meeting coSigns(Meeting meeting, MemberId member) {
        var sheet = AttendanceSheet.of(meeting.entries(), meeting.now());
        var hash = SheetHash.of(CanonicalSheet.text(sheet));
        return meeting.does(member, new CoSign(sheet.seq(), hash, signer(meeting, member)));
    }

    private static Signer signer(Meeting meeting, MemberId member) {
        return new Signer(Cast.name(member), "LCSW", meeting.now().minusSeconds(20));
    }
}
