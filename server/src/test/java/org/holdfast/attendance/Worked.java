package org.holdfast.attendance;

import static org.holdfast.session.Cast.DANA;
import static org.holdfast.session.Cast.MARIA;
import static org.holdfast.session.Cast.SAM;
import static org.holdfast.session.Cast.THEO;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.holdfast.session.Admission.LetIn;
import org.holdfast.session.Board;
import org.holdfast.session.CardGroupId;
import org.holdfast.session.CardId;
import org.holdfast.session.Cast;
import org.holdfast.session.ItemId;
import org.holdfast.session.Meeting;
import org.holdfast.session.MemberId;
import org.holdfast.session.PreparedWorksheet;
import org.holdfast.session.RowId;
import org.holdfast.session.Worksheet.Mode;
import org.holdfast.session.WorksheetId;
import org.holdfast.session.Worksheets;

/// A group that works on worksheets: one for themselves, one on a wall with names and without, one for one person.
final class Worked {
    private static final WorksheetId CHECK_IN = new WorksheetId("wCheckInCheckInCheckIn");
    private static final WorksheetId TRIGGERS = new WorksheetId("wTriggersTriggersTrigs");
    private static final CardId PAYDAY = new CardId("kPaydayPaydayPaydayPay");
    private static final CardId CALLS = new CardId("kCallsCallsCallsCallsC");
    private static final CardId RAIN = new CardId("kRainRainRainRainRainR");
    private static final CardGroupId TIMES = new CardGroupId("gTimesTimesTimesTimesT");
    private static final ItemId WHAT = new ItemId("what");

    private Worked() {}

    static Meeting evening() {
        var meeting = Meeting.begins(SAM, MARIA)
                .at(5)
                .does(DANA, open(CHECK_IN, "check-in", Mode.PRIVATE))
                .does(DANA, new Worksheets.Nudge(CHECK_IN, SAM))
                .at(12)
                .does(DANA, open(TRIGGERS, "trigger-map", Mode.BOARD))
                .does(DANA, new Worksheets.Move(TRIGGERS, CHECK_IN))
                .does(DANA, new Worksheets.Close(CHECK_IN))
                .does(SAM, new Board.Share(TRIGGERS, PAYDAY, WHAT, new RowId("rSamsRow1"), true))
                .does(MARIA, new Board.Share(TRIGGERS, CALLS, WHAT, new RowId("rMariasRow"), false))
                .does(DANA, new Board.Group(TRIGGERS, TIMES, "Times"))
                .at(20)
                .comes(THEO)
                .does(DANA, new LetIn(THEO))
                .does(THEO, new Board.Share(TRIGGERS, RAIN, WHAT, null, true))
                .does(MARIA, new Board.Move(RAIN, null, PAYDAY))
                .does(SAM, new Board.Move(CALLS, TIMES, null))
                .does(SAM, new Board.TakeBack(PAYDAY))
                .does(DANA, new Board.Remove(RAIN))
                .does(DANA, new Board.Ungroup(TIMES))
                .at(30)
                .does(DANA, open(CHECK_IN, "check-in", Mode.SHARE, SAM))
                .at(40)
                .does(DANA, open(CHECK_IN, "check-in", Mode.SHARE, SAM, MARIA));
        return Evenings.ends(meeting);
    }

    /// Two lie ready: one is opened for whom it was meant, the other never.
    static Meeting prepared() {
        var ready = List.of(
                new PreparedWorksheet(CHECK_IN, "check-in", "1", Mode.PRIVATE, new TreeSet<>(Set.of(SAM))),
                new PreparedWorksheet(TRIGGERS, "trigger-map", "1", Mode.BOARD, null));
        return Evenings.ends(Meeting.begins(Cast.withWorksheets(ready), SAM, MARIA)
                .at(5)
                .does(DANA, open(CHECK_IN, "check-in", Mode.PRIVATE, SAM))
                .at(12)
                .does(DANA, new Worksheets.Close(CHECK_IN)));
    }

    private static Worksheets.Open open(WorksheetId id, String form, Mode mode, MemberId... members) {
        return new Worksheets.Open(id, form, "1", mode, members.length == 0 ? null : new TreeSet<>(Set.of(members)));
    }
}
