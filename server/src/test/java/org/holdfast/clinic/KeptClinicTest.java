package org.holdfast.clinic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.stream.Collectors;
import org.holdfast.decision.Actor;
import org.holdfast.decision.CommandId;
import org.holdfast.decision.Entry;
import org.holdfast.json.JsonText;
import org.holdfast.json.RecordJson;
import org.holdfast.json.SealedJson;
import org.holdfast.testing.Expected;
import org.junit.jupiter.api.Test;

/// A clinic's log as an earlier version wrote it still tells the same of the clinic. What is kept is never written
/// anew; only the last line, which says what this version makes of it, may be looked at again.
class KeptClinicTest {
    private static final SealedJson<ClinicEvent> EVENTS = SealedJson.of(ClinicEvent.class);
    private static final RecordJson<Clinic> CLINIC = RecordJson.of(Clinic.class);
    private static final Expected KEPT = Expected.in("clinic", "kept-log.jsonl");

    @Test
    void a_log_that_was_kept_folds_to_the_same_clinic() {
        var lines = KEPT.read().lines().toList();
        var clinic = Clinic.DECIDER.initial();
        for (var line : lines.subList(0, lines.size() - 1)) {
            clinic = Clinic.DECIDER.applyAll(clinic, read(JsonText.parse(line)));
        }
        if (Expected.REWRITE) {
            KEPT.write(lines.subList(0, lines.size() - 1).stream().collect(Collectors.joining("\n", "", "\n"))
                    + CLINIC.print(clinic) + "\n");
        }
        assertEquals(KEPT.read().lines().toList().getLast(), CLINIC.print(clinic));
    }

    /// As a log is put into the tree for the first time.
    static String written(Iterable<Entry<ClinicEvent>> entries) {
        var text = new StringBuilder();
        for (var entry : entries) {
            var node = JsonNodeFactory.instance
                    .objectNode()
                    .put("seq", entry.seq())
                    .put("at", entry.at().toString())
                    .put("by", entry.by().text())
                    .put("command", entry.command().value());
            var events = node.putArray("events");
            entry.events().forEach(event -> events.add(EVENTS.write(event)));
            text.append(JsonText.print(node)).append('\n');
        }
        return text.toString();
    }

    private static Entry<ClinicEvent> read(JsonNode node) {
        var events = new ArrayList<ClinicEvent>();
        node.get("events").forEach(event -> events.add(EVENTS.read(event)));
        return new Entry<>(
                node.get("seq").asLong(),
                Instant.parse(node.get("at").asText()),
                Actor.parse(node.get("by").asText()),
                new CommandId(node.get("command").asText()),
                events);
    }

    @Test
    void a_log_is_kept_as_it_is_read() {
        var entries = ClinicSimulationTest.play(1, 7);
        var again = written(entries)
                .lines()
                .map(JsonText::parse)
                .map(KeptClinicTest::read)
                .toList();
        assertEquals(entries, again);
    }
}
