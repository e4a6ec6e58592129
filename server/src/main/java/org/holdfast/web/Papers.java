package org.holdfast.web;

import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.holdfast.person.Sheet;
import org.holdfast.person.SheetId;
import org.holdfast.person.Sheets;
import org.holdfast.web.OfferedWorksheets.Offered;
import org.holdfast.web.WorksheetViews.WorksheetLine;
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

    /// Of a worksheet that one can begin. A form that nobody has cannot be begun on.
    Form form(Offered offered) {
        var form = forms.find(offered.form(), offered.version());
        if (form == null) throw Problem.NOT_FOUND.raised();
        return form;
    }

    WorksheetList list(Sheets sheets, String language) {
        return list(sheets, List.of(), language);
    }

    /// @param offered what was put before them; what is open and not begun comes first
    WorksheetList list(Sheets sheets, List<Offered> offered, String language) {
        var lines = new ArrayList<WorksheetLine>();
        var open = new HashSet<SheetId>();
        for (var one : offered) {
            if (!one.open()) continue;
            open.add(one.sheet());
            var form = forms.find(one.form(), one.version());
            if (form != null && sheets.sheet(one.sheet()) == null) lines.add(WorksheetViews.line(one, form, language));
        }
        sheets.all().values().stream()
                .sorted(NEWEST_FIRST)
                .map(sheet -> WorksheetViews.line(
                        sheet, forms.find(sheet.form(), sheet.version()), open.contains(sheet.id()), language))
                .forEach(lines::add);
        return new WorksheetList(lines);
    }

    /// As forms name it.
    static String language(RoutingContext context) {
        return switch (Operations.language(context)) {
            case ENGLISH -> "en";
            case SPANISH -> "es";
        };
    }
}
