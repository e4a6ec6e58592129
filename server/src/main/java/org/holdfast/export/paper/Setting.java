package org.holdfast.export.paper;

import java.text.Bidi;
import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.holdfast.export.paper.Fonts.Font;
import org.jspecify.annotations.Nullable;

/// Words as they are drawn: which letter of which font, and where a line ends. Takes any text whatever; what belongs
/// together as one sign to a reader is drawn from one font.
final class Setting {
    private static final Pattern SIGN = Pattern.compile("\\X");
    private static final String BRACKETS = "()[]{}<>«»‹›";

    /// Letters of one font, in the order in which they are drawn.
    record Stretch(Font font, String text) {}

    /// @param width in parts of the font's size, without the blanks at its end
    record Line(List<Stretch> stretches, float width) {}

    /// @param backwards whether it reads from right to left, and so stands at the right
    /// @param faithful whether what is drawn is what was written, letter by letter
    record Paragraph(List<Line> lines, boolean backwards, boolean faithful) {
        float width() {
            return (float) lines.stream().mapToDouble(Line::width).max().orElse(0);
        }
    }

    private record Sign(int from, int to, Stretch drawn, float width, boolean blank) {}

    private final Fonts fonts;
    private final Locale locale;

    Setting(Fonts fonts, String language) {
        this.fonts = fonts;
        this.locale = Locale.of(language);
    }

    /// @param width of a line, in parts of the font's size
    Paragraph set(String text, boolean strong, float width) {
        var plain = plain(text);
        var shaped = Arabic.joined(plain);
        var bidi = Bidi.requiresBidi(shaped.toCharArray(), 0, shaped.length())
                ? new Bidi(shaped, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT)
                : null;
        var signs = signs(shaped, strong);
        var lines = new ArrayList<Line>();
        for (var part : broken(plain, signs, width)) lines.add(line(part, bidi));
        var drawn = new StringBuilder();
        signs.forEach(sign -> drawn.append(sign.drawn().text()));
        var backwards = bidi != null && !bidi.baseIsLeftToRight();
        return new Paragraph(lines, backwards, bidi == null && drawn.toString().equals(text));
    }

    /// One line of blanks and letters.
    private static String plain(String text) {
        var plain = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(letter -> {
            if (Character.isWhitespace(letter) || Character.isSpaceChar(letter)) plain.append(' ');
            else if (!Character.isISOControl(letter)) plain.appendCodePoint(letter);
        });
        return plain.toString();
    }

    private List<Sign> signs(String text, boolean strong) {
        var signs = new ArrayList<Sign>();
        var matcher = SIGN.matcher(text);
        while (matcher.find()) {
            var drawn = drawn(matcher.group(), strong);
            var width = drawn.font().width(drawn.text());
            signs.add(new Sign(
                    matcher.start(), matcher.end(), drawn, width, drawn.text().isBlank()));
        }
        return signs;
    }

    private Stretch drawn(String sign, boolean strong) {
        var visible = new StringBuilder();
        sign.codePoints().filter(letter -> !isHint(letter)).forEach(visible::appendCodePoint);
        var letters = visible.toString();
        var own = fonts.own(strong);
        if (own.has(letters)) return new Stretch(own, letters);
        var others = fonts.others();
        if (others.has(letters)) return new Stretch(others, letters);
        var first = Character.toString(letters.codePointAt(0));
        if (fonts.pictures().has(first)) return new Stretch(fonts.pictures(), first);
        return new Stretch(others, others.has(first) ? first : Character.toString(Fonts.BOX));
    }

    /// What only says how another letter is to be drawn.
    private static boolean isHint(int letter) {
        return Character.getType(letter) == Character.FORMAT || letter >= 0xFE00 && letter <= 0xFE0F;
    }

    /// After words where one may, and within a word that is longer than a line.
    private List<List<Sign>> broken(String text, List<Sign> signs, float width) {
        var ends = wordEnds(text);
        var lines = new ArrayList<List<Sign>>();
        var line = new ArrayList<Sign>();
        var used = 0f;
        var word = new ArrayList<Sign>();
        for (var sign : signs) {
            word.add(sign);
            if (!ends.get(sign.to()) && sign.to() < text.length()) continue;
            if (!line.isEmpty() && used + inked(word) > width) {
                lines.add(line);
                line = new ArrayList<>();
                used = 0;
            }
            for (var each : word) {
                if (!each.blank() && !line.isEmpty() && used + each.width() > width) {
                    lines.add(line);
                    line = new ArrayList<>();
                    used = 0;
                }
                line.add(each);
                used += each.width();
            }
            word.clear();
        }
        lines.add(line);
        return lines;
    }

    private BitSet wordEnds(String text) {
        var breaks = BreakIterator.getLineInstance(locale);
        breaks.setText(text);
        var ends = new BitSet(text.length() + 1);
        for (var at = breaks.first(); at != BreakIterator.DONE; at = breaks.next()) ends.set(at);
        return ends;
    }

    /// Blanks at the end do not count.
    private static float inked(List<Sign> signs) {
        var end = signs.size();
        while (end > 0 && signs.get(end - 1).blank()) end--;
        return (float) signs.subList(0, end).stream().mapToDouble(Sign::width).sum();
    }

    private static Line line(List<Sign> signs, @Nullable Bidi bidi) {
        var width = inked(signs);
        if (bidi == null || signs.isEmpty()) return new Line(stretches(signs), width);
        var from = signs.getFirst().from();
        var own = bidi.createLineBidi(from, signs.getLast().to());
        var levels = new byte[signs.size()];
        var ordered = new Object[signs.size()];
        for (var i = 0; i < levels.length; i++) {
            var sign = signs.get(i);
            levels[i] = (byte) own.getLevelAt(sign.from() - from);
            ordered[i] = levels[i] % 2 == 0 ? sign : mirrored(sign);
        }
        Bidi.reorderVisually(levels, 0, ordered, 0, levels.length);
        var visual = new ArrayList<Sign>();
        for (var each : ordered) if (each instanceof Sign sign) visual.add(sign);
        return new Line(stretches(visual), width);
    }

    private static Sign mirrored(Sign sign) {
        var at = BRACKETS.indexOf(sign.drawn().text());
        if (at < 0 || sign.drawn().text().length() != 1) return sign;
        var other = String.valueOf(BRACKETS.charAt(at % 2 == 0 ? at + 1 : at - 1));
        return new Sign(sign.from(), sign.to(), new Stretch(sign.drawn().font(), other), sign.width(), false);
    }

    private static List<Stretch> stretches(List<Sign> signs) {
        var stretches = new ArrayList<Stretch>();
        for (var sign : signs) {
            var drawn = sign.drawn();
            if (drawn.text().isEmpty()) continue;
            if (!stretches.isEmpty() && stretches.getLast().font() == drawn.font()) {
                stretches.set(
                        stretches.size() - 1,
                        new Stretch(drawn.font(), stretches.getLast().text() + drawn.text()));
            } else {
                stretches.add(drawn);
            }
        }
        return stretches;
    }
}
