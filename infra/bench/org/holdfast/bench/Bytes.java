package org.holdfast.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Looks into what was received without making strings of it.
final class Bytes {
    private Bytes() {}

    static byte[] of(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// From the buffer's position on; -1 when it does not stand within so many bytes.
    static int find(ByteBuffer in, byte[] wanted, int within) {
        var last = Math.min(in.limit(), in.position() + within) - wanted.length;
        for (var i = in.position(); i <= last; i++) {
            var j = 0;
            while (j < wanted.length && in.get(i + j) == wanted[j]) j++;
            if (j == wanted.length) return i;
        }
        return -1;
    }

    static boolean starts(ByteBuffer in, byte[] wanted) {
        return find(in, wanted, wanted.length) == in.position();
    }

    static boolean contains(ByteBuffer in, byte[] wanted, int within) {
        return find(in, wanted, within) >= 0;
    }

    /// Takes so many bytes as text.
    static String take(ByteBuffer in, int length) {
        var bytes = new byte[length];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
