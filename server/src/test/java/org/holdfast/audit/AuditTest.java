package org.holdfast.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import org.holdfast.audit.AuditCommand.OpenRecord;
import org.holdfast.audit.AuditEvent.RecordKind;
import org.holdfast.audit.AuditEvent.RecordOpened;
import org.holdfast.decision.Actor;
import org.holdfast.decision.CommandId;
import org.holdfast.decision.DamagedLog;
import org.holdfast.decision.Decision;
import org.holdfast.decision.Entry;
import org.holdfast.decision.RefusalCode;
import org.holdfast.json.SealedJson;
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
        assertEquals(new Audit(2), after(once, 2, DANA));
    }

    @Test
    void a_node_opens_nothing_for_itself() {
        var audit = Audit.DECIDER.initial();
        assertEquals(Decision.refuse(RefusalCode.NOT_FACILITATOR), decide(audit, NODE));
        assertThrows(DamagedLog.class, () -> after(audit, 1, NODE));
    }

    @Test
    void the_note_names_whose_and_what_and_for_which_session() {
        var json = SealedJson.of(AuditEvent.class);
        var text = "{\"type\":\"record.opened\",\"person\":\"p-sam\",\"kind\":\"whereabouts\",\"session\":\"evening\"}";
        assertEquals(text, json.print(OPENED));
        assertEquals(OPENED, json.read(text));
    }
}
