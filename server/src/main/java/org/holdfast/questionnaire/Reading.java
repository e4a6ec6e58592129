package org.holdfast.questionnaire;

import java.time.LocalDate;
import java.util.List;
import org.holdfast.worksheet.Form;
import org.jspecify.annotations.Nullable;

/// What came of reading a file.
public sealed interface Reading {
    /// @param attested absent in what the product brings
    record Read(Form form, @Nullable Attested attested) implements Reading {}

    record Refused(List<Fault> faults) implements Reading {
        public Refused {
            faults = List.copyOf(faults);
        }
    }

    /// Who answers for it that the clinic may use this form, and since when.
    record Attested(String who, LocalDate date) {}
}
