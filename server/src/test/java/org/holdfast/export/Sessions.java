package org.holdfast.export;

import static org.holdfast.session.Cast.AMINA;
import static org.holdfast.session.Cast.BEN;
import static org.holdfast.session.Cast.DANA;
import static org.holdfast.session.Cast.LUIS;
import static org.holdfast.session.Cast.MARIA;
import static org.holdfast.session.Cast.SAM;

import org.holdfast.attendance.AttendanceSheet;
import org.holdfast.attendance.CanonicalSheet;
import org.holdfast.session.Cast;
import org.holdfast.session.Corrections.AcceptDispute;
import org.holdfast.session.Corrections.Change;
import org.holdfast.session.Corrections.Correct;
import org.holdfast.session.Corrections.DeclineDispute;
import org.holdfast.session.Corrections.DisputeOwnRow;
import org.holdfast.session.Floor;
import org.holdfast.session.Help;
import org.holdfast.session.Life.End;
import org.holdfast.session.Meeting;
import org.holdfast.session.MemberId;
import org.holdfast.session.SheetHash;
import org.holdfast.session.SignOff.CoSign;
import org.holdfast.session.SignOff.Sign;
import org.holdfast.session.SignOff.Signer;

/// Sessions whose record leaves.
final class Sessions {
    private Sessions() {}

    /// Corrected, disputed, signed twice: all that an export can hold.
    static Meeting corrected() {
        var meeting = Meeting.begins(SAM, MARIA, LUIS)
                .at(5)
                .does(DANA, new Floor.Mute(SAM))
                .does(SAM, new Help.Ask())
                .does(DANA, new Help.Acknowledge(SAM))
                .at(30)
                .drops(SAM, 0)
                .at(62)
                .does(DANA, new End())
                .at(65);
        signs(meeting, DANA, "Dana Whitfield");
        var sheet = AttendanceSheet.of(meeting.entries(), meeting.now());
        var hash = SheetHash.of(CanonicalSheet.text(sheet));
        meeting.at(66)
                .does(BEN, new CoSign(sheet.seq(), hash, signer(meeting, "Ben Hale")))
                .at(90)
                .does(SAM, new DisputeOwnRow("I called in at 7:32, Maria knows it."))
                .does(LUIS, new DisputeOwnRow("I came at six."))
                .at(24 * 60)
                .does(DANA, new AcceptDispute(SAM, byPhone(), "True, I had forgotten."))
                .does(DANA, new DeclineDispute(LUIS, "The room opened at ten to seven."))
                .does(BEN, new Correct(AMINA, new Change.Absence(true), "Her mother called before the session."))
                .at(24 * 60 + 5);
        return signs(meeting, DANA, "Dana Whitfield");
    }

    private static Change byPhone() {
        return new Change.WasByPhone(Cast.STARTS.plusSeconds(32 * 60), Cast.STARTS.plusSeconds(60 * 60));
    }

    private static Meeting signs(Meeting meeting, MemberId member, String name) {
        var sheet = AttendanceSheet.of(meeting.entries(), meeting.now());
        var text = CanonicalSheet.text(sheet);
        return meeting.does(member, new Sign(sheet.seq(), SheetHash.of(text), text, signer(meeting, name)));
    }

    private static Signer signer(Meeting meeting, String name) {
        return new Signer(name, "LCSW", meeting.now().minusSeconds(20));
    }
}
