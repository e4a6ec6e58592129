package org.holdfast.worksheet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody answered, by itself: whoever reads it needs no form. A day and the code of an option are words.
public sealed interface Value {
    record Words(String text) implements Value {
        @Override
        public String toString() {
            return "Words[]";
        }
    }

    /// Equal numbers are equal values, however they were written.
    record Amount(BigDecimal number) implements Value {
        /// Further decimals are rounded: nobody writes them, and none would be kept by a page.
        public static final int MOST_DECIMALS = 6;
        /// No number has more digits before the point.
        public static final int MOST_DIGITS = 15;
        /// As small as a double can be; a smaller number would take long to be rounded away.
        private static final int SMALLEST_SCALE = 400;

        public Amount {
            if ((long) number.precision() - number.scale() > MOST_DIGITS || number.scale() > SMALLEST_SCALE) {
                throw new IllegalArgumentException("A number out of all proportion");
            }
            var exact = number.setScale(Math.min(MOST_DECIMALS, Math.max(0, number.scale())), RoundingMode.HALF_EVEN);
            number = exact.signum() == 0 ? BigDecimal.ZERO : exact.stripTrailingZeros();
            if (number.scale() < 0) number = number.setScale(0, RoundingMode.UNNECESSARY);
        }

        public static Amount of(long number) {
            return new Amount(BigDecimal.valueOf(number));
        }

        @Override
        public String toString() {
            return "Amount[]";
        }
    }

    record YesNo(boolean yes) implements Value {
        @Override
        public String toString() {
            return "YesNo[]";
        }
    }

    /// What was chosen or written where more than one may be.
    record Several(List<String> texts) implements Value {
        public Several {
            texts = List.copyOf(texts);
        }

        @Override
        public String toString() {
            return "Several[]";
        }
    }

    /// One text for each value, for where only texts are kept. [#parse] reads it.
    default String written() {
        return switch (this) {
            case Words(var text) -> "w" + text;
            case Amount(var number) -> "n" + number.toPlainString();
            case YesNo(var yes) -> yes ? "yes" : "no";
            case Several(var texts) -> {
                var all = new StringBuilder("s");
                texts.forEach(text -> all.append(text.length()).append(':').append(text));
                yield all.toString();
            }
        };
    }

    /// Nothing for a text that [#written] never makes.
    static @Nullable Value parse(String written) {
        if (written.equals("yes")) return new YesNo(true);
        if (written.equals("no")) return new YesNo(false);
        if (written.isEmpty()) return null;
        var rest = written.substring(1);
        var value = switch (written.charAt(0)) {
            case 'w' -> new Words(rest);
            case 'n' -> amount(rest);
            case 's' -> several(rest);
            default -> null;
        };
        return value != null && value.written().equals(written) ? value : null;
    }

    private static @Nullable Value amount(String text) {
        if (text.length() > Amount.MOST_DIGITS + Amount.MOST_DECIMALS + 2) return null;
        try {
            return new Amount(new BigDecimal(text));
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private static @Nullable Value several(String text) {
        var all = new ArrayList<String>();
        var at = 0;
        while (at < text.length()) {
            var colon = text.indexOf(':', at);
            if (colon <= at || colon - at > 6) return null;
            var length = 0;
            for (var i = at; i < colon; i++) {
                var digit = text.charAt(i) - '0';
                if (digit < 0 || digit > 9) return null;
                length = length * 10 + digit;
            }
            at = colon + 1 + length;
            if (at > text.length()) return null;
            all.add(text.substring(colon + 1, at));
        }
        return new Several(all);
    }
}
