package org.holdfast.export;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.holdfast.json.RecordJson;
import org.holdfast.worksheet.Answers;
import org.holdfast.worksheet.Form;
import org.holdfast.worksheet.Progress;
import org.jspecify.annotations.Nullable;

/// A paper and what stands on it, as a FHIR R4 QuestionnaireResponse. What is not shown to the person who wrote it is
/// not in it. Property by property it is FHIR's, so its names are as FHIR has them.
final class PaperResponse {
    /// @param sheet the paper's id
    /// @param number the person's record number
    /// @param written when its last answer was
    record Source(Form form, Answers answers, String sheet, String number, Instant written) {}

    record Response(
            String resourceType,
            Meta meta,
            String language,
            Narrative text,
            List<Extension> extension,
            Identifier identifier,
            String questionnaire,
            String status,
            Subject subject,
            Instant authored,
            @Nullable List<Said> item) {}

    record Meta(List<Coding> security) {}

    record Narrative(String status, String div) {}

    record Extension(String url, String valueString) {}

    record Identifier(String system, String value) {}

    record Subject(String type, Identifier identifier) {}

    record Coding(String system, String code, @Nullable String display) {}

    /// An item of the form with its answers, or a group with what is in it.
    record Said(
            String linkId,
            @Nullable String text,
            @Nullable List<AnswerForm> answer,
            @Nullable List<Said> item) {}

    /// One of these, by the kind of question.
    record AnswerForm(
            @Nullable String valueString,
            @Nullable Boolean valueBoolean,
            @Nullable Integer valueInteger,
            @Nullable BigDecimal valueDecimal,
            @Nullable String valueDate,
            @Nullable Coding valueCoding) {}

    private static final RecordJson<Response> JSON = RecordJson.of(Response.class);
    private static final String HL7 = "http://terminology.hl7.org/CodeSystem/";

    /// Restricted, about the use of substances, under the law that says so. Which substance is nobody's guess.
    private static final Meta LABELS = new Meta(List.of(
            new Coding(HL7 + "v3-Confidentiality", "R", "restricted"),
            new Coding(HL7 + "v3-ActCode", "ETH", "substance abuse information sensitivity"),
            new Coding(HL7 + "v3-ActCode", "42CFRPart2", "42 CFR Part2")));

    private static final String NOTICE = "urn:holdfast:notice";
    private static final String SHEET = "urn:holdfast:sheet";
    private static final String NUMBER = "urn:holdfast:record-number";
    private static final String QUESTIONNAIRE = "urn:holdfast:worksheet:";

    private PaperResponse() {}

    static String of(Source source) {
        var form = source.form();
        var progress = Progress.of(form, source.answers());
        var items = new PaperItems(form, source.answers()).all();
        return JSON.print(new Response(
                "QuestionnaireResponse",
                LABELS,
                form.language(),
                new Narrative(
                        "extensions", "<div xmlns=\"http://www.w3.org/1999/xhtml\"><p>" + Notice.TEXT + "</p></div>"),
                List.of(new Extension(NOTICE, Notice.TEXT)),
                new Identifier(SHEET, source.sheet()),
                questionnaire(form) + "|" + form.version(),
                progress.answered() == progress.questions() ? "completed" : "in-progress",
                new Subject("Patient", new Identifier(NUMBER, source.number())),
                source.written(),
                items.isEmpty() ? null : items));
    }

    static String questionnaire(Form form) {
        return QUESTIONNAIRE + form.form();
    }
}
