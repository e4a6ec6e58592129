package org.holdfast;

import java.io.IOException;
import org.holdfast.questionnaire.ClinicForms;
import org.holdfast.questionnaire.Fault;
import org.holdfast.questionnaire.Shelf;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts a clinic's own forms on the shelf: at once what was found sound before, and what is new when it is checked,
/// while the server already answers.
final class ClinicWorksheets {
    private static final Logger LOG = LoggerFactory.getLogger(ClinicWorksheets.class);

    private ClinicWorksheets() {}

    static void load(Config config, Shelf shelf) throws IOException {
        var kept = config.data().resolve("worksheets");
        tell(ClinicForms.putBack(kept, shelf));
        var folder = config.worksheets();
        if (folder == null) return;
        Thread.ofPlatform().daemon().name("worksheets").start(() -> {
            try {
                tell(ClinicForms.bring(folder, kept, shelf));
            } catch (IOException e) {
                LOG.error("The worksheets of HOLDFAST_WORKSHEETS could not be read", e);
            }
        });
    }

    private static void tell(ClinicForms.Outcome outcome) {
        for (var form : outcome.added()) LOG.info("Worksheet {} version {} can be used", form.form(), form.version());
        for (var refused : outcome.refused()) {
            LOG.warn("Worksheet file {} cannot be used:", refused.file());
            refused.reasons().stream().map(Fault::toString).forEach(LOG::warn);
        }
    }
}
