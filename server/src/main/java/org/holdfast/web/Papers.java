package org.holdfast.web;

import io.vertx.ext.web.RoutingContext;
import java.util.Comparator;
import org.holdfast.person.Sheet;
import org.holdfast.person.SheetId;
import org.holdfast.person.Sheets;
import org.holdfast.web.WorksheetViews.WorksheetList;
import org.holdfast.worksheet.Form;
import org.holdfast.worksheet.Forms;
import org.jspecify.annotations.Nullable;

/// What is shared by all that is asked about worksheets: which paper, of which form, in which language.
final class Papers {
    private static final Comparator<Sheet> NEWEST_FIRST =
            Comparator.comparing(Sheet::begun).reversed().thenComparing(Sheet::id);

    private final Forms forms;

    Papers(Forms forms) {
        this.forms = forms;
    }

    static SheetId sheet(RoutingContext context) {
        return new SheetId(context.pathParam("sheet"));
    }

    static Sheet there(Sheets sheets, SheetId id) {
        var sheet = sheets.sheet(id);
        if (sheet == null) throw Problem.NOT_FOUND.raised();
        return sheet;
    }

    /// Of a form that the clinic took away, what was written stays where it is until the form is back.
    Form form(Sheet sheet) {
        var form = forms.find(sheet.form(), sheet.version());
        if (form == null) throw Problem.UNAVAILABLE.raised();
        return form;
    }

    /// @param version absent for the newest
    @Nullable
    Form form(String name, @Nullable String version) {
        if (version != null) return forms.find(name, version);
        return forms.newest().stream()
                .filter(form -> form.form().equals(name))
                .findFirst()
                .orElse(null);
    }

    WorksheetList list(Sheets sheets, String language) {
        return new WorksheetList(sheets.all().values().stream()
                .sorted(NEWEST_FIRST)
                .map(sheet -> WorksheetViews.line(sheet, forms.find(sheet.form(), sheet.version()), false, language))
                .toList());
    }

    /// As forms name it.
    static String language(RoutingContext context) {
        return switch (Operations.language(context)) {
            case ENGLISH -> "en";
            case SPANISH -> "es";
        };
    }
}
