package org.holdfast.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import org.holdfast.audit.AuditCommand.BundleLog;
import org.holdfast.audit.AuditCommand.ExportRecord;
import org.holdfast.audit.AuditCommand.OpenRecord;
import org.holdfast.audit.AuditEvent.ExportFormat;
import org.holdfast.audit.AuditEvent.ExportKind;
import org.holdfast.audit.AuditEvent.LogBundled;
import org.holdfast.audit.AuditEvent.RecordExported;
import org.holdfast.audit.AuditEvent.RecordKind;
import org.holdfast.audit.AuditEvent.RecordOpened;
import org.holdfast.decision.Actor;
import org.holdfast.decision.CommandId;
import org.holdfast.decision.DamagedLog;
import org.holdfast.decision.Decision;
import org.holdfast.decision.Entry;
import org.holdfast.decision.RefusalCode;
import org.junit.jupiter.api.Test;

class AuditTest {
    private static final Instant SIX = Instant.parse("2026-03-02T18:00:00Z");
    private static final Actor DANA = new Actor.Person("p-dana");
    private static final Actor NODE = new Actor.Node("node");
    private static final OpenRecord OPEN = new OpenRecord("p-sam", RecordKind.WHEREABOUTS, "evening");
    private static final AuditEvent OPENED = new RecordOpened("p-sam", RecordKind.WHEREABOUTS, "evening");

    private static Decision<AuditEvent> decide(Audit audit, Actor by) {
        return Audit.DECIDER.decide(audit, OPEN, by, SIX);
    }

    private static Audit after(Audit audit, long seq, Actor by) {
        return Audit.DECIDER.applyAll(audit, new Entry<>(seq, SIX, by, new CommandId("c" + seq), List.of(OPENED)));
    }

    @Test
    void who_looks_twice_is_noted_twice() {
        var once = after(Audit.DECIDER.initial(), 1, DANA);
        assertEquals(Decision.accept(OPENED), decide(once, DANA));
        assertEquals(new Audit(2, 0), after(once, 2, DANA));
    }

    @Test
    void a_node_opens_nothing_for_itself() {
        var audit = Audit.DECIDER.initial();
        assertEquals(Decision.refuse(RefusalCode.NOT_FACILITATOR), decide(audit, NODE));
        assertThrows(DamagedLog.class, () -> after(audit, 1, NODE));
    }

    @Test
    void an_export_is_noted_like_a_look() {
        var audit = Audit.DECIDER.initial();
        var export = new ExportRecord(null, ExportKind.SHEET, ExportFormat.CSV, "evening");
        var exported = new RecordExported(null, ExportKind.SHEET, ExportFormat.CSV, "evening");
        assertEquals(Decision.accept(exported), Audit.DECIDER.decide(audit, export, DANA, SIX));
        assertEquals(Decision.refuse(RefusalCode.NOT_FACILITATOR), Audit.DECIDER.decide(audit, export, NODE, SIX));
        var entry = new Entry<AuditEvent>(1, SIX, DANA, new CommandId("c1"), List.of(exported));
        assertEquals(new Audit(0, 1), Audit.DECIDER.applyAll(audit, entry));
    }

    @Test
    void a_bundle_is_noted_by_the_command_that_makes_it_and_by_nobody_else() {
        var audit = Audit.DECIDER.initial();
        var bundle = new BundleLog("session:evening");
        var bundled = new LogBundled("session:evening");
        assertEquals(Decision.accept(bundled), Audit.DECIDER.decide(audit, bundle, NODE, SIX));
        assertEquals(Decision.refuse(RefusalCode.NOT_FACILITATOR), Audit.DECIDER.decide(audit, bundle, DANA, SIX));
        var entry = new Entry<AuditEvent>(1, SIX, NODE, new CommandId("c1"), List.of(bundled));
        assertEquals(new Audit(0, 1), Audit.DECIDER.applyAll(audit, entry));
        var forged = new Entry<AuditEvent>(1, SIX, DANA, new CommandId("c1"), List.of(bundled));
        assertThrows(DamagedLog.class, () -> Audit.DECIDER.applyAll(audit, forged));
    }

    @Test
    void nobody_is_noted_under_what_is_no_id() {
        assertThrows(
                IllegalArgumentException.class, () -> new OpenRecord("Sam P.", RecordKind.SESSION_RECORD, "evening"));
        assertThrows(
                IllegalArgumentException.class,
                () -> new ExportRecord("p-sam", ExportKind.TIMELINE, ExportFormat.JSON, "the evening"));
    }
}
