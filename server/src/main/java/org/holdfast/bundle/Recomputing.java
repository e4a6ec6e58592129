package org.holdfast.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.attendance.AttendanceSheet;
import org.holdfast.attendance.CanonicalSheet;
import org.holdfast.bundle.Bundle.Row;
import org.holdfast.decision.Actor;
import org.holdfast.decision.CommandId;
import org.holdfast.decision.Confidential;
import org.holdfast.decision.DamagedLog;
import org.holdfast.decision.Entry;
import org.holdfast.json.BadJson;
import org.holdfast.json.JsonText;
import org.holdfast.json.SealedJson;
import org.holdfast.json.Words;
import org.holdfast.sealing.KeyName;
import org.holdfast.session.SessionEvent;
import org.jspecify.annotations.Nullable;

/// Makes a signed sheet once more from the entries alone. Sealed words are not needed for it: no sheet holds any.
final class Recomputing {
    private static final SealedJson<SessionEvent> EVENTS = SealedJson.of(SessionEvent.class);

    private static final Words SEALED = new Words() {
        @Override
        public JsonNode write(Confidential words, String field) {
            throw new IllegalStateException("Nothing is written here");
        }

        @Override
        public Confidential read(JsonNode node, String field) {
            return new Confidential.Gone(
                    KeyName.parse(node.path("key").asText()).lifetime());
        }
    };

    private Recomputing() {}

    /// Null when this version cannot read the entries, or nothing follows from them.
    static @Nullable String sheet(Bundle bundle, int version) {
        try {
            var entries = new ArrayList<Entry<SessionEvent>>();
            for (var row : bundle.entries()) entries.add(entry(row));
            return new String(CanonicalSheet.bytes(AttendanceSheet.asSigned(entries, version)), StandardCharsets.UTF_8);
        } catch (BadJson | DamagedLog | DateTimeException | IllegalArgumentException unreadable) {
            return null;
        }
    }

    private static Entry<SessionEvent> entry(Row row) {
        List<SessionEvent> events = new ArrayList<>();
        for (var node : JsonText.parse(row.events())) events.add(EVENTS.read(node, SEALED));
        return new Entry<>(
                row.seq(), Instant.parse(row.at()), Actor.parse(row.by()), new CommandId(row.command()), events);
    }
}
