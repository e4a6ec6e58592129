package org.holdfast.doctor;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// From where an address can be reached.
public enum Reach {
    ANYWHERE,
    /// Given out by hotels, clinics and homes to their own computers (RFC 1918, RFC 4193).
    PRIVATE,
    /// Between a phone company and its customers (RFC 6598): looks public and is not.
    CARRIER,
    /// On the same cable only.
    LINK,
    /// On the same computer only.
    LOOPBACK,
    /// Set aside for examples in manuals (RFC 5737, RFC 3849): whoever has it set has copied it from one.
    EXAMPLE,
    /// A name, or nothing that can be told from the address alone.
    UNKNOWN;

    private static final Pattern IPV4 = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-f:]*:[0-9a-f:.]+");
    private static final Set<String> EXAMPLES = Set.of("192.0.2", "198.51.100", "203.0.113");
    private static final Pattern EXAMPLES_IPV6 = Pattern.compile("2001:0?db8:.*");

    /// Nothing is looked up: what a name means here need not be what it means to a person at home.
    public static Reach of(String address) {
        var text = address.toLowerCase(Locale.ROOT);
        if (text.equals("localhost") || text.endsWith(".localhost")) return LOOPBACK;
        var four = IPV4.matcher(text);
        if (four.matches()) {
            return ofFour(part(four, 1), part(four, 2), part(four, 3));
        }
        var six = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        return IPV6.matcher(six).matches() ? ofSix(six) : UNKNOWN;
    }

    private static int part(Matcher four, int number) {
        return Integer.parseInt(four.group(number));
    }

    private static Reach ofFour(int first, int second, int third) {
        if (first == 127) return LOOPBACK;
        if (EXAMPLES.contains(first + "." + second + "." + third)) return EXAMPLE;
        if (first == 10 || (first == 172 && second >= 16 && second < 32) || (first == 192 && second == 168)) {
            return PRIVATE;
        }
        if (first == 169 && second == 254) return LINK;
        if (first == 100 && second >= 64 && second < 128) return CARRIER;
        return first == 0 || first >= 224 ? UNKNOWN : ANYWHERE;
    }

    private static Reach ofSix(String text) {
        if (text.equals("::1")) return LOOPBACK;
        var mapped = text.startsWith("::ffff:") ? text.substring("::ffff:".length()) : "";
        if (IPV4.matcher(mapped).matches()) return of(mapped);
        if (EXAMPLES_IPV6.matcher(text).matches()) return EXAMPLE;
        var colon = text.indexOf(':');
        if (colon <= 0 || colon > 4) return UNKNOWN;
        var first = Integer.parseInt(text.substring(0, colon), 16);
        if ((first & 0xfe00) == 0xfc00) return PRIVATE;
        if ((first & 0xffc0) == 0xfe80) return LINK;
        return (first & 0xe000) == 0x2000 ? ANYWHERE : UNKNOWN;
    }
}
