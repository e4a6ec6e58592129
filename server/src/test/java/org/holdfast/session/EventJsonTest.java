package org.holdfast.session;

import static org.holdfast.session.Cast.BEN;
import static org.holdfast.session.Cast.DANA;
import static org.holdfast.session.Cast.SAM;
import static org.holdfast.session.Cast.arrival;
import static org.holdfast.session.Cast.device;
import static org.holdfast.session.Cast.link;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.holdfast.decision.Confidential;
import org.holdfast.testing.ApprovedEvents;
import org.junit.jupiter.api.Test;

/// What stands in logs cannot be renamed: the JSON of every event as it was approved.
class EventJsonTest {
    private static final Instant SEEN = Instant.parse("2026-11-20T00:12:34.567Z");
    private static final String SHEET = "holdfast-sheet 1\nsession evening\n";
    private static final EndpointId ENDPOINT = new EndpointId("e000000a");
    private static final Member.Arrival ARRIVAL =
            new Member.Arrival(Member.Standing.KNOWN, "ab12", Member.PrivatePlace.YES);

    private static final WorksheetId WORKSHEET = PlayedPaper.worksheet(1);
    private static final CardId CARD = PlayedPaper.card(1);
    private static final ItemId ITEM = new ItemId("trigger");

    private static final List<SessionEvent> ONE_OF_EACH = List.of(
            new Life.Opened(Cast.plan()),
            new Life.SessionEnded(Life.EndCause.OVERTIME),
            new Admission.Arrived(SAM, device(SAM), ARRIVAL, Member.WaitingReason.SENT_BACK, link(SAM, 1)),
            new Admission.Admitted(SAM, ENDPOINT),
            new Admission.Returned(SAM, ENDPOINT, link(SAM, 2), SEEN),
            new Admission.MemberDropped(SAM, SEEN),
            new Admission.WaitsAgain(SAM, arrival(), link(SAM, 2)),
            new Admission.WaitLost(SAM, SEEN),
            new Admission.MemberLeft(SAM),
            new Admission.SentBackToWait(SAM),
            new Admission.MemberRemoved(SAM),
            new Admission.DeviceArrived(SAM, device(SAM), ARRIVAL, link(SAM, 2)),
            new Admission.DeviceGone(SAM),
            new Admission.SeatMoved(SAM, device(SAM), ENDPOINT, link(SAM, 2)),
            new Admission.RoomLocked(),
            new Admission.RoomUnlocked(),
            new Admission.WrittenTo(
                    SAM, DANA, new Confidential.Readable(Confidential.Lifetime.SESSION_CHAT, "Two minutes, Sam.")),
            new Floor.MicrophoneSet(SAM, true),
            new Floor.CameraSet(SAM, false),
            new Floor.HandRaised(SAM),
            new Floor.HandLowered(SAM),
            new Floor.Muted(SAM, DANA),
            new Floor.MicrophoneAllowed(SAM, DANA),
            new Floor.CameraStopped(SAM, DANA),
            new Floor.CameraAllowed(SAM, DANA),
            new Help.HelpAsked(SAM),
            new Help.HelpWithdrawn(SAM),
            new Help.HelpAcknowledged(SAM, DANA),
            new Interruption.Interrupted(SAM, Interruption.Cause.NO_MICROPHONE),
            new Interruption.Resumed(SAM),
            new Corrections.RowCorrected(SAM, DANA, new Corrections.Change.MinutesAre(57), recorded("Called in.")),
            new Corrections.RowCorrected(
                    SAM, DANA, new Corrections.Change.WasByPhone(SEEN, SEEN.plusSeconds(90)), recorded("Called in.")),
            new Corrections.RowCorrected(
                    SAM, DANA, new Corrections.Change.StatusIs(Corrections.Given.LEFT_EARLY), recorded("Called in.")),
            new Corrections.RowCorrected(SAM, DANA, new Corrections.Change.Absence(true), recorded("Called in.")),
            new Corrections.RowDisputed(SAM, recorded("I was there.")),
            new Corrections.DisputeAccepted(SAM, DANA),
            new Corrections.DisputeDeclined(SAM, DANA, recorded("You left at ten.")),
            new SignOff.SheetSigned(
                    1, 9, "ab".repeat(32), DANA, new SignOff.Signer("Dana Whitfield", "LCSW", SEEN), null),
            new SignOff.SheetCoSigned(1, BEN, new SignOff.Signer("Ben Hale", "LPC", SEEN), null),
            new SignOff.SheetSigned(
                    2, 11, SheetHash.of(SHEET), DANA, new SignOff.Signer("Dana Whitfield", "LCSW", SEEN), SHEET),
            new SignOff.SheetCoSigned(2, BEN, new SignOff.Signer("Ben Hale", "LPC", SEEN), SheetHash.of(SHEET)),
            new Life.Opened(Cast.plan(Chat.Policy.EVERYONE)),
            new Chat.ToldStaff(SAM, chatted("Can I step out?")),
            new Chat.ToldEveryone(DANA, chatted("Ten minutes left.")),
            new Chat.ToldMember(SAM, DANA, chatted("Of course.")),
            new Chat.PolicySet(Chat.Policy.OFF, DANA),
            new Chat.Stopped(SAM, DANA),
            new Chat.Allowed(SAM, DANA),
            new Life.Opened(Cast.withGuests(Cameras.EXPECTED)),
            new Floor.GuestListens(Cast.OLE, DANA),
            new Life.Opened(Cast.withBreaks(Breaks.Policy.NOT_COUNTED)),
            new Breaks.BreakBegun(SEEN, DANA),
            new Breaks.BreakEnded(DANA),
            new Spotlight.SpotlightSet(SAM, DANA),
            new Spotlight.SpotlightCleared(DANA),
            new Screen.ScreenShared(SAM),
            new Screen.ScreenStopped(SAM),
            new Screen.ScreenAllowed(SAM, DANA),
            new Screen.ScreenDisallowed(SAM, DANA),
            new MediaLine.MediaLost(SAM),
            new MediaLine.MediaReturned(SAM),
            new ListenOnly.ListenOnlySet(true, DANA),
            new Life.Opened(Cast.plan(AttendanceRules.DEFAULT)),
            new Roster.Joined(Cast.NIA, Role.PARTICIPANT, 41),
            new Roster.Joined(Cast.JO, Role.FAMILY, 41),
            new Roster.Left(SAM, 42),
            new Agreement.RulesAccepted(SAM, SheetHash.of("What is said here stays here.")),
            new Worksheets.Opened(WORKSHEET, "halt", "1", Worksheet.Mode.PRIVATE, null, DANA),
            new Worksheets.Opened(WORKSHEET, "halt", "1", Worksheet.Mode.BOARD, new TreeSet<>(Set.of(SAM)), DANA),
            new Worksheets.Closed(WORKSHEET, "halt", "1", DANA),
            new Worksheets.Moved(WORKSHEET, null, DANA),
            new Worksheets.Moved(WORKSHEET, PlayedPaper.worksheet(2), DANA),
            new Worksheets.Nudged(WORKSHEET, SAM, DANA),
            new Board.Shared(SAM, WORKSHEET, CARD, ITEM, new RowId("r00000001"), true),
            new Board.Shared(SAM, WORKSHEET, CARD, ITEM, null, false),
            new Board.TakenBack(SAM, CARD),
            new Board.Moved(CARD, PlayedPaper.group(1), PlayedPaper.card(2), SAM),
            new Board.Moved(CARD, null, null, SAM),
            new Board.Removed(CARD, DANA),
            new Board.Grouped(WORKSHEET, PlayedPaper.group(1), chatted("People"), DANA),
            new Board.Ungrouped(PlayedPaper.group(1), DANA));

    private static Confidential chatted(String words) {
        return new Confidential.Readable(Confidential.Lifetime.SESSION_CHAT, words);
    }

    private static Confidential recorded(String words) {
        return new Confidential.Readable(Confidential.Lifetime.SESSION_RECORD, words);
    }

    private static final ApprovedEvents<SessionEvent> EVENTS =
            ApprovedEvents.of(SessionEvent.class, ONE_OF_EACH, "session-events.jsonl");

    @Test
    void every_event_is_written_as_it_was_approved() {
        EVENTS.areWrittenAsTheyWereApproved();
    }

    @Test
    void what_was_approved_is_read_as_the_same_events() {
        EVENTS.areReadAsTheyWereApproved();
    }

    @Test
    void no_event_is_without_approval() {
        EVENTS.leaveNoneOut();
    }
}
