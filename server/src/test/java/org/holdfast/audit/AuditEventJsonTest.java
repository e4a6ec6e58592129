package org.holdfast.audit;

import java.util.List;
import org.holdfast.audit.AuditEvent.ExportFormat;
import org.holdfast.audit.AuditEvent.ExportKind;
import org.holdfast.audit.AuditEvent.LogBundled;
import org.holdfast.audit.AuditEvent.RecordExported;
import org.holdfast.audit.AuditEvent.RecordKind;
import org.holdfast.audit.AuditEvent.RecordOpened;
import org.holdfast.testing.ApprovedEvents;
import org.junit.jupiter.api.Test;

class AuditEventJsonTest {
    private static final ApprovedEvents<AuditEvent> EVENTS = ApprovedEvents.of(
            AuditEvent.class,
            List.of(
                    new RecordOpened("p-sam", RecordKind.WHEREABOUTS, "evening"),
                    new RecordOpened(null, RecordKind.SESSION_RECORD, "evening"),
                    new RecordExported(null, ExportKind.SHEET, ExportFormat.CSV, "evening"),
                    new RecordExported("p-sam", ExportKind.TIMELINE, ExportFormat.JSON, "evening"),
                    new LogBundled("session:evening"),
                    new AuditEvent.FileOpened("p-sam", AuditEvent.FileKind.PERSON, null),
                    new AuditEvent.FileOpened(null, AuditEvent.FileKind.GROUP, "g-evening"),
                    new AuditEvent.FileOpened(null, AuditEvent.FileKind.AUDIT, null),
                    new AuditEvent.NotesExported("p-sam", ExportFormat.CSV),
                    new AuditEvent.WorksheetExported("p-sam", "w-sam", AuditEvent.PaperFormat.FHIR),
                    new AuditEvent.WorksheetExported("p-sam", "w-sam", AuditEvent.PaperFormat.PDF)),
            "audit-events.jsonl");

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
