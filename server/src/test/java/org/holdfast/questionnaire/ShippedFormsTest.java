package org.holdfast.questionnaire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.holdfast.json.RecordJson;
import org.holdfast.testing.Expected;
import org.holdfast.worksheet.Form;
import org.holdfast.worksheet.FormView;
import org.holdfast.worksheet.Item;
import org.holdfast.worksheet.Phrase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// What a page gets of each form, as it was approved. Another wording is another version.
class ShippedFormsTest {
    private static final RecordJson<FormView> WIRE = RecordJson.of(FormView.class);
    private static final Shelf SHELF = Shelf.shipped();

    @TestFactory
    Stream<DynamicTest> a_page_gets_what_was_approved() {
        return forms().stream()
                .flatMap(form -> Stream.of("en", "es")
                        .map(language ->
                                DynamicTest.dynamicTest(form.form() + " " + language, () -> approved(form, language))));
    }

    private static void approved(Form form, String language) {
        var view = FormView.of(form, language);
        assertEquals(language, view.language());
        var written = WIRE.print(view) + "\n";
        var expected = Expected.in("worksheets", form.form() + "." + language + ".json");
        if (Expected.REWRITE) expected.write(written);
        assertEquals(expected.read(), written);
        assertEquals(view, WIRE.read(written));
    }

    private static List<Form> forms() {
        return Stream.concat(SHELF.newest().stream(), Stream.of(Brought.form(Brought.EACH_KIND)))
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> every_text_of_a_shipped_form_is_in_both_languages() {
        return SHELF.newest().stream()
                .map(form -> DynamicTest.dynamicTest(form.form(), () -> {
                    inBoth("title", form.title());
                    inBoth("about", form.about());
                    inBoth("rights", form.rights());
                    form.inOrder().forEach(ShippedFormsTest::inBoth);
                    assertTrue(form.shippable());
                }));
    }

    private static void inBoth(Item item) {
        inBoth(item.id(), item.head().text());
        var help = item.head().help();
        if (help != null) inBoth(item.id(), help);
        if (item instanceof Item.Choice choice) choice.options().forEach(it -> inBoth(item.id(), it.text()));
        if (item instanceof Item.Group group && group.repeats()) inBoth(item.id(), group.add());
    }

    private static void inBoth(String where, @Nullable Phrase phrase) {
        assertTrue(phrase != null && phrase.translations().containsKey("es"), where);
    }

    @Test
    void the_shelf_keeps_every_version_and_gives_out_the_newest() {
        var shelf = Shelf.shipped();
        var before = shelf.newest().size();
        var first = Brought.form(Brought.EACH_KIND);
        var tenth = Brought.form(Brought.changed(root -> root.put("version", "1.10")));
        assertEquals(List.of(), shelf.put(List.of(tenth, first)));
        assertEquals(before + 1, shelf.newest().size());
        assertTrue(shelf.newest().contains(tenth));
        assertEquals(first, shelf.find("each-kind", "1.2"));
        assertNull(shelf.find("each-kind", "2"));
        assertEquals(List.of(first), shelf.put(List.of(first)));
    }
}
