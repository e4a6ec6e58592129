package org.holdfast.attendance;

import static org.holdfast.session.Cast.BEN;
import static org.holdfast.session.Cast.DANA;
import static org.holdfast.session.Cast.SAM;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.util.List;
import org.holdfast.attendance.RecordView.Allowed;
import org.holdfast.attendance.RecordView.ChangedView;
import org.holdfast.attendance.RecordView.Reader;
import org.holdfast.attendance.RecordView.SigningView;
import org.holdfast.attendance.RecordView.ValuesView;
import org.holdfast.decision.Entry;
import org.holdfast.session.Cast;
import org.holdfast.session.Corrections.Change;
import org.holdfast.session.Corrections.Correct;
import org.holdfast.session.Meeting;
import org.holdfast.session.MemberId;
import org.holdfast.session.SessionEvent;
import org.holdfast.session.SignOff;
import org.holdfast.testing.Expected;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What a facilitator is shown of a record, as it goes from the end of the evening to its second version.
class RecordViewTest {
    private static RecordView shown(Meeting meeting, MemberId reader) {
        return shown(meeting.entries(), reader, null, meeting.now());
    }

    private static RecordView shown(
            List<Entry<SessionEvent>> entries, MemberId reader, @Nullable Instant signedIn, Instant now) {
        return RecordView.of(entries, new Reader(reader, "LCSW", signedIn), Cast::name, Language.ENGLISH, now);
    }

    private static SigningView signing(Meeting meeting, MemberId reader) {
        return assertPresent(shown(meeting, reader).signing());
    }

    private static <T> T assertPresent(@Nullable T value) {
        assertNotNull(value);
        return value;
    }

    @Test
    void while_the_meeting_goes_on_there_is_nothing_to_sign() {
        var record = shown(Meeting.begins(SAM).at(20), DANA);
        assertNull(record.signing());
        assertEquals(List.of(), record.versions());
        assertEquals(List.of(), record.due());
    }

    @Test
    void what_one_may_do_next_follows_from_who_has_signed() {
        var meeting = Records.ended().at(65);
        assertEquals(Allowed.SIGN, signing(meeting, DANA).may());
        Records.signs(meeting, DANA);
        assertEquals(Allowed.NOTHING, signing(meeting, DANA).may());
        assertEquals(Allowed.CO_SIGN, signing(meeting, BEN).may());
        Records.coSigns(meeting, BEN);
        assertEquals(Allowed.NOTHING, signing(meeting, BEN).may());
        meeting.does(DANA, new Correct(SAM, new Change.MinutesAre(57), "Called in."));
        assertEquals(Allowed.SIGN, signing(meeting, BEN).may());
        assertEquals(2, signing(meeting, BEN).version());
    }

    @Test
    void what_is_due_is_what_changed_since_the_last_signature() {
        var meeting = Records.signs(Records.ended().at(65), DANA);
        assertEquals(List.of(), shown(meeting, DANA).due());
        meeting.at(70).does(DANA, new Correct(SAM, new Change.MinutesAre(57), "Called in."));
        var due = shown(meeting, DANA).due();
        assertEquals(List.of(SAM), due.stream().map(ChangedView::member).toList());
        assertEquals(30, due.getFirst().before().creditedMinutes());
        assertEquals(new ValuesView(Status.PRESENT, 57), due.getFirst().after());
        assertEquals("Called in.", due.getFirst().corrections().getFirst().reason());
        var record = shown(Records.signs(meeting, BEN), DANA);
        assertEquals(List.of(), record.due());
        assertEquals(due, record.versions().get(1).changed());
        assertEquals(List.of(), record.versions().get(0).changed());
    }

    @Test
    void what_is_signed_is_what_the_page_was_shown() {
        var meeting = Records.ended().at(65);
        var seen = signing(meeting, DANA);
        var version = shown(Records.signs(meeting, DANA), BEN).versions().getFirst();
        assertEquals(seen.hash(), version.hash());
        assertEquals(seen.sheet(), version.sheet());
        assertEquals(seen.hash(), signing(meeting, BEN).hash());
    }

    @Test
    void a_sign_in_counts_for_so_long_and_no_longer() {
        var meeting = Records.ended().at(65);
        var at = meeting.now();
        var until = at.plus(SignOff.FRESH);
        assertEquals(until, freshUntil(meeting, at, until));
        assertNull(freshUntil(meeting, at, until.plusMillis(1)));
    }

    private static @Nullable Instant freshUntil(Meeting meeting, Instant signedIn, Instant now) {
        return assertPresent(shown(meeting.entries(), DANA, signedIn, now).signing())
                .freshUntil();
    }

    @Test
    void a_record_whose_log_keeps_only_hashes_is_shown_like_any_other() {
        var kept = Expected.in("golden", "signed.jsonl").read();
        var record = shown(GoldenLog.entries(kept), DANA, null, GoldenLog.asOf(kept));
        assertEquals(
                List.of(1, 2),
                record.versions().stream().map(RecordView.VersionView::number).toList());
        assertEquals(
                "Ben H.", record.versions().getFirst().coSigned().getFirst().name());
        assertEquals(SAM, record.versions().get(1).changed().getFirst().member());
        assertEquals(
                record.versions().get(1).hash(), assertPresent(record.signing()).hash());
    }
}
