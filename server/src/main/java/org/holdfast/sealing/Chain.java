package org.holdfast.sealing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;

/// The chain of one log: each MAC covers an entry, its place, its log and the MAC before it.
public final class Chain {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String FORMAT = "holdfast entry 1";
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    /// As far as all MACs of this log are alike. Only ever copied, so that any thread may use it.
    private final javax.crypto.Mac begun;

    public Chain(MasterKey master, String log) {
        try {
            begun = javax.crypto.Mac.getInstance(ALGORITHM);
            // A key of its own for each log: what verifies one says nothing about another.
            begun.init(master.derive(ALGORITHM, "chain " + log));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK cannot make MACs", e);
        }
        begun.update(bytes(FORMAT, log));
    }

    public Mac next(Mac previous, Link link) {
        try {
            var hmac = (javax.crypto.Mac) begun.clone();
            hmac.update(bytes(
                    Long.toString(link.seq()), link.at(), link.by(), link.command(), link.events(), previous.value()));
            return new Mac(TEXT.encodeToString(hmac.doFinal()));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("This JDK cannot go on from a MAC that was begun", e);
        }
    }

    public boolean holds(Mac previous, Link link, Mac mac) {
        var expected = next(previous, link).value().getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(expected, mac.value().getBytes(StandardCharsets.UTF_8));
    }

    /// Each with its length in front, so that no two different entries are the same bytes.
    private static byte[] bytes(String... parts) {
        var all = new byte[parts.length][];
        var length = 0;
        for (var i = 0; i < parts.length; i++) {
            all[i] = parts[i].getBytes(StandardCharsets.UTF_8);
            length += Integer.BYTES + all[i].length;
        }
        var buffer = ByteBuffer.allocate(length);
        for (var part : all) buffer.putInt(part.length).put(part);
        return buffer.array();
    }
}
