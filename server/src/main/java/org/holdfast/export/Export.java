package org.holdfast.export;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.holdfast.json.RecordJson;
import org.holdfast.worksheet.Answers;
import org.holdfast.worksheet.Form;

/// A file that leaves. Its name says what kind of list it is and of which day, and nothing else.
public record Export(String name, String mediaType, String text) {
    private static final RecordJson<SheetForm> SHEET = RecordJson.of(SheetForm.class);
    private static final RecordJson<OwnSheetForm> OWN_SHEET = RecordJson.of(OwnSheetForm.class);
    private static final RecordJson<TimelineForm> TIMELINE = RecordJson.of(TimelineForm.class);
    private static final String MARK = "\uFEFF";

    public static Export sheetAsCsv(Source source) {
        return new Export("sheet-" + source.date() + ".csv", "text/csv; charset=utf-8", SheetCsv.of(source));
    }

    public static Export timelineAsCsv(Source source) {
        return new Export("timeline-" + source.date() + ".csv", "text/csv; charset=utf-8", TimelineCsv.of(source));
    }

    public static Export sheetAsJson(Source source) {
        var person = source.person();
        return json(
                "sheet-" + source.date(),
                person == null ? SHEET.print(SheetForm.of(source)) : OWN_SHEET.print(OwnSheetForm.of(source, person)));
    }

    public static Export timelineAsJson(Source source) {
        return json("timeline-" + source.date(), TIMELINE.print(TimelineForm.of(source)));
    }

    public static Export auditAsCsv(AuditCsv.Source source) {
        return new Export("audit-" + source.date() + ".csv", "text/csv; charset=utf-8", AuditCsv.of(source));
    }

    /// One paper of one person for another program, with its labels. Its name says nothing of which.
    public static Export paperAsFhir(Form form, Answers answers, String sheet, String number, Instant written) {
        var source = new PaperResponse.Source(form, answers, sheet, number, written);
        return new Export("worksheet.json", "application/fhir+json", PaperResponse.of(source) + "\n");
    }

    private static Export json(String name, String text) {
        return new Export(name + ".json", "application/json", text + "\n");
    }

    /// With the mark by which some spreadsheets know UTF-8, and take names for what they are.
    public Export marked() {
        return new Export(name, mediaType, MARK + text);
    }

    public byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
