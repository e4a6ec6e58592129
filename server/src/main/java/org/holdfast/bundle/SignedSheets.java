package org.holdfast.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.holdfast.bundle.Bundle.Row;
import org.holdfast.bundle.Finding.Sheet;
import org.holdfast.json.BadJson;
import org.holdfast.json.JsonText;
import org.holdfast.sealing.SignedHead;
import org.holdfast.session.SheetHash;

/// The sheets that were signed in a bundle: their words against their hashes, and the hashes against the heads.
///
/// Read as plain JSON, so that an event which only a later version knows hides no signature from this one.
final class SignedSheets {
    private final Map<Integer, String> versions = new HashMap<>();
    private final Map<Long, String> signedBy = new HashMap<>();
    private final List<Sheet> sheets = new ArrayList<>();

    private SignedSheets() {}

    /// @throws Fault where a text is not the one that was signed
    static List<Sheet> of(Bundle bundle) {
        var found = new SignedSheets();
        bundle.entries().forEach(found::entry);
        bundle.heads().forEach(found::meets);
        return found.sheets;
    }

    private void entry(Row row) {
        if (!row.events().contains("\"sheet.")) return;
        try {
            for (var event : JsonText.parse(row.events())) {
                switch (event.path("type").asText()) {
                    case "sheet.signed" -> signed(row, event);
                    case "sheet.co-signed" -> coSigned(row, event);
                    default -> {}
                }
            }
        } catch (BadJson unreadable) {
            throw new Fault("Entry " + row.seq() + " is what the clinic signed, but it cannot be read.");
        }
    }

    private void signed(Row row, JsonNode event) {
        var hash = event.path("hash").asText();
        var text = event.hasNonNull("text") ? event.path("text").asText() : null;
        if (text != null && !SheetHash.of(text).equals(hash)) {
            throw new Fault("Entry " + row.seq() + " holds another sheet than the one that its signature is over.");
        }
        var version = event.path("version").asInt();
        versions.put(version, hash);
        signedBy.put(row.seq(), hash);
        var signer = event.path("signer");
        var name = signer.path("name").asText();
        sheets.add(new Sheet(
                version, row.seq(), hash, text, name, signer.path("credential").asText(), at(row)));
    }

    private void coSigned(Row row, JsonNode event) {
        var hash = versions.get(event.path("version").asInt());
        if (hash == null) throw new Fault("Entry " + row.seq() + " co-signs a sheet that nobody signed before.");
        signedBy.put(row.seq(), hash);
    }

    private static Instant at(Row row) {
        try {
            return Instant.parse(row.at());
        } catch (DateTimeException unreadable) {
            throw new Fault("Entry " + row.seq() + " is what the clinic signed, but its time cannot be read.");
        }
    }

    private void meets(SignedHead head) {
        var says = head.says();
        if (says.sheet() == null || says.sheet().equals(signedBy.get(says.seq()))) return;
        throw new Fault("The signed head of entry " + says.seq() + " names a sheet that this entry does not sign.");
    }
}
