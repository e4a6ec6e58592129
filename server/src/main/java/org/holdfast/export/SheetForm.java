package org.holdfast.export;

import java.util.List;
import org.holdfast.attendance.SheetView;
import org.jspecify.annotations.Nullable;

/// The whole sheet as JSON. Later versions of the form may add properties; what is here stays as it is.
///
/// @param translated the notice in the language of the export, where that is not English
/// @param form names this form and its version
/// @param language of the sentences: `en` or `es`
record SheetForm(
        String notice,
        @Nullable String translated,
        String form,
        String language,
        SheetView sheet,
        Count people,
        List<SignatureForm> signatures) {
    static final String FORM = "holdfast-sheet 1";

    static SheetForm of(Source source) {
        var sheet = source.sheet();
        return new SheetForm(
                Notice.TEXT,
                Notice.translated(source.language()),
                FORM,
                source.tag(),
                SheetView.of(sheet, source.names(), source.language()),
                Count.of(sheet),
                SignatureForm.of(source));
    }
}
