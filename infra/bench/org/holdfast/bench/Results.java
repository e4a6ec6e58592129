package org.holdfast.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.json.JsonText;
import org.holdfast.json.RecordJson;

/// The last whole run of each measurement, kept so that one alone can be run again and the table still be written.
final class Results {
    private static final RecordJson<Finding> FINDING = RecordJson.of(Finding.class);

    private final Path folder;

    Results(Path folder) {
        this.folder = folder;
    }

    void keep(String measurement, List<Finding> findings) throws IOException {
        var all = JsonNodeFactory.instance.objectNode();
        all.put("on", LocalDate.now(ZoneOffset.UTC).toString());
        var rows = all.putArray("findings");
        findings.forEach(finding -> rows.add(FINDING.write(finding)));
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(measurement + ".json"), JsonText.print(all));
    }

    String table(List<Measurement> measurements) throws IOException {
        var lines = new ArrayList<String>();
        var last = "";
        for (var measurement : measurements) {
            var file = folder.resolve(measurement.name() + ".json");
            if (!Files.exists(file)) continue;
            var kept = JsonText.parse(Files.readString(file));
            last = kept.path("on").asText().compareTo(last) > 0
                    ? kept.path("on").asText()
                    : last;
            for (var row : kept.path("findings")) lines.add(FINDING.read(row).row());
        }
        return """
                | what | measured | beside it, in the same minutes | goal | met |
                | --- | --- | --- | --- | --- |
                %s

                %d cores of %s, %s.
                """.formatted(String.join("\n", lines), Machine.CORES, Machine.name(), last);
    }
}
