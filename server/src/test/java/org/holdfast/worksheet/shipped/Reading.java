package org.holdfast.worksheet.shipped;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// How hard texts are to read, by the two formulas that are most used: the grade of Flesch and Kincaid for English, and
/// the ease of Fernández Huerta for Spanish. A heading or a hint without a full stop is a sentence too.
record Reading(int sentences, int words, int syllables) {
    private static final Pattern END = Pattern.compile("(?<=[.?!…])[”\"]?\\s+");
    private static final Pattern WORD = Pattern.compile("\\p{L}+(?:[’']\\p{L}+)?");

    static Reading of(List<String> texts, Syllables language) {
        var sentences = texts.stream().flatMap(Reading::sentences).toList();
        var words = sentences.stream().flatMap(Reading::words).toList();
        return new Reading(
                sentences.size(),
                words.size(),
                words.stream().mapToInt(language::of).sum());
    }

    /// Those sentences of a text that have a word.
    static Stream<String> sentences(String text) {
        return END.splitAsStream(text)
                .filter(sentence -> words(sentence).findAny().isPresent());
    }

    static Stream<String> words(String text) {
        return WORD.matcher(text).results().map(match -> match.group());
    }

    /// The school year in which most children can read this, in the United States.
    double grade() {
        return 0.39 * words / sentences + 11.8 * syllables / words - 15.59;
    }

    /// 100 is very easy, 70 a bit easier than usual, 0 very hard.
    double ease() {
        return 206.84 - 60.0 * syllables / words - 1.02 * words / sentences;
    }
}
