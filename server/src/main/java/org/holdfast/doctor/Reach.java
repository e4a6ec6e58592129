package org.holdfast.doctor;

import java.util.Locale;
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
    /// A name, or nothing that can be told from the address alone.
    UNKNOWN;

    private static final Pattern IPV4 = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-f:]*:[0-9a-f:.]+");

    /// Nothing is looked up: what a name means here need not be what it means to a person at home.
    public static Reach of(String address) {
        var text = address.toLowerCase(Locale.ROOT);
        if (text.equals("localhost") || text.endsWith(".localhost")) return LOOPBACK;
        var four = IPV4.matcher(text);
        if (four.matches()) return ofFour(Integer.parseInt(four.group(1)), Integer.parseInt(four.group(2)));
        var six = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        return IPV6.matcher(six).matches() ? ofSix(six) : UNKNOWN;
    }

    private static Reach ofFour(int first, int second) {
        if (first == 127) return LOOPBACK;
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
        var colon = text.indexOf(':');
        if (colon <= 0 || colon > 4) return UNKNOWN;
        var first = Integer.parseInt(text.substring(0, colon), 16);
        if ((first & 0xfe00) == 0xfc00) return PRIVATE;
        if ((first & 0xffc0) == 0xfe80) return LINK;
        return (first & 0xe000) == 0x2000 ? ANYWHERE : UNKNOWN;
    }
}
