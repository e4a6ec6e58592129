package org.holdfast.questionnaire;

import static org.holdfast.questionnaire.Faults.quoted;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import org.holdfast.json.BadJson;
import org.holdfast.json.JsonText;
import org.holdfast.questionnaire.Reading.Attested;
import org.holdfast.worksheet.Form;
import org.jspecify.annotations.Nullable;

/// Reads the part of FHIR's Questionnaire that a page can show. Whatever is in the file, an answer comes, and when it
/// is no, it names all that is wrong.
public final class QuestionnaireReader {
    public static final int LONGEST = 256 * 1024;

    private static final Set<String> LANGUAGES = Set.of("en", "es");

    private final Faults faults = new Faults();

    private QuestionnaireReader() {}

    /// What the product brings itself.
    public static Reading shipped(String text) {
        return new QuestionnaireReader().whole(text, false);
    }

    /// What a clinic brings: somebody has to answer for its licence.
    public static Reading ofClinic(String text) {
        return new QuestionnaireReader().whole(text, true);
    }

    private Reading whole(String text, boolean attest) {
        if (text.length() > LONGEST) return refused("the file is larger than " + LONGEST / 1024 + " KiB.");
        JsonNode tree;
        try {
            tree = JsonText.parse(text);
        } catch (BadJson _) {
            return refused("this is not JSON, or it is nested too deep.");
        }
        if (!(tree instanceof ObjectNode root)) return refused("this is not a Questionnaire.");
        return read(new Part(root, null, faults), attest);
    }

    private Reading refused(String sentence) {
        faults.add(null, sentence);
        return new Reading.Refused(faults.all());
    }

    private Reading read(Part root, boolean attest) {
        if (!"Questionnaire".equals(root.word("resourceType"))) return refused("this is not a Questionnaire.");
        var name = name(root);
        var version = root.word("version");
        if (version == null || !Form.isVersion(version)) root.fault("it needs a version, such as 1 or 1.2.");
        var language = root.word("language");
        if (language == null || !LANGUAGES.contains(language)) root.fault("its language is en or es.");
        if (!"active".equals(root.word("status"))) root.fault("its status must be active to be used.");
        var title = root.phrase("title");
        if (title == null) root.fault("it needs a title.");
        var about = root.phrase("description");
        var rights = root.phrase("copyright");
        if (rights == null) root.fault("copyright must say whose it is and what may be done with it.");
        for (var unread : List.of("name", "id", "date", "publisher")) root.word(unread);
        subject(root);
        var extensions = root.extensions();
        var source = text(extensions.take(Urls.SOURCE));
        if (source == null) root.fault("the extension " + Urls.SOURCE + " must say where it comes from.");
        var shippable = extensions.take(Urls.SHIPPABLE);
        var mayShip = shippable != null && shippable.flag("valueBoolean");
        var attested = attested(extensions.take(Urls.ATTESTED), attest, root);
        extensions.done();
        var items = new ItemsReading(name == null ? "" : name, faults).read(root);
        root.done("it");
        if (!faults.none() || name == null || version == null || language == null) {
            return new Reading.Refused(faults.all());
        }
        if (title == null || rights == null || source == null) return new Reading.Refused(faults.all());
        return new Reading.Read(
                new Form(name, version, language, title, about, rights, source, mayShip, items), attested);
    }

    private static @Nullable String name(Part root) {
        var url = root.word("url");
        var name = url != null && url.startsWith(Urls.FORM) ? url.substring(Urls.FORM.length()) : "";
        if (Form.isName(name)) return name;
        root.fault("its url is " + Urls.FORM + " and a name of small letters, digits and -, not "
                + quoted(String.valueOf(url)) + ".");
        return null;
    }

    private static void subject(Part root) {
        var types = root.words("subjectType");
        if (!types.isEmpty() && !types.equals(List.of("Patient"))) root.fault("subjectType can be Patient only.");
    }

    private static @Nullable String text(@Nullable Part extension) {
        if (extension == null) return null;
        var phrase = extension.phrase("valueString");
        return phrase == null ? null : phrase.original();
    }

    private @Nullable Attested attested(@Nullable Part extension, boolean needed, Part root) {
        if (extension == null) {
            if (needed) {
                root.fault("nobody attests that the clinic may use it. Add the extension " + Urls.ATTESTED
                        + " with who and date.");
            }
            return null;
        }
        var inner = extension.extensions();
        var who = text(inner.take("who"));
        var date = inner.take("date");
        var day = date == null ? null : day(date.word("valueDate"));
        inner.done();
        if (who != null && day != null) return new Attested(who, day);
        root.fault(Urls.ATTESTED + " needs who (valueString) and date (valueDate, such as 2026-03-02).");
        return null;
    }

    static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException _) {
            return null;
        }
    }
}
