package org.holdfast.worksheet.shipped;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingTest {
    @ParameterizedTest
    @CsvSource(delimiter = ':', quoteCharacter = '"', textBlock = """
                1: a I the eyes loved walked wrote through strength breathe you're don't
                2: wanted little wishes quiet being hungry lonely angry someone couldn't careful
                3: another whoever idea radio together remember family afternoon
                4: information emergency ordinary motivation
                5: university opportunity facilitator
                """)
    void an_english_word_has_as_many_syllables_as_one_hears(int syllables, String words) {
        Reading.words(words).forEach(word -> assertEquals(syllables, Syllables.ENGLISH.of(word), word));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ':', textBlock = """
                1: y muy hoy quien yo tren bien aun
                2: día río peor leer guía agua oír aún quiere después ciudad cuida guerra
                3: ayuda ahora vergüenza cuidado
                4: necesito emociones detonante todavía
                """)
    void a_spanish_word_has_as_many_syllables_as_its_spelling_says(int syllables, String words) {
        Reading.words(words).forEach(word -> assertEquals(syllables, Syllables.SPANISH.of(word), word));
    }

    @Test
    void a_text_is_as_hard_as_the_formulas_say() {
        var cat = Reading.of(List.of("The cat sat on the mat."), Syllables.ENGLISH);
        assertEquals(new Reading(1, 6, 6), cat);
        assertEquals(-1.45, cat.grade(), 0.005);

        var gato = Reading.of(List.of("El gato duerme. ¿Y usted?"), Syllables.SPANISH);
        assertEquals(new Reading(2, 5, 8), gato);
        assertEquals(108.29, gato.ease(), 0.005);
    }

    @Test
    void what_clinics_often_hand_out_would_be_too_hard() {
        var leaflet = Reading.of(
                List.of(
                        "Identification of environmental and interpersonal antecedents facilitates the implementation of"
                                + " individualized prevention strategies."),
                Syllables.ENGLISH);
        assertTrue(leaflet.grade() > 12, () -> "grade " + leaflet.grade());
    }
}
