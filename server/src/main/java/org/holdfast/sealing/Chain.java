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
        add(begun, FORMAT);
        add(begun, log);
    }

    public Mac next(Mac previous, Link link) {
        try {
            var hmac = (javax.crypto.Mac) begun.clone();
            add(hmac, Long.toString(link.seq()));
            add(hmac, link.at());
            add(hmac, link.by());
            add(hmac, link.command());
            add(hmac, link.events());
            add(hmac, previous.value());
            return new Mac(Base64.getUrlEncoder().withoutPadding().encodeToString(hmac.doFinal()));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("This JDK cannot go on from a MAC that was begun", e);
        }
    }

    public boolean holds(Mac previous, Link link, Mac mac) {
        var expected = next(previous, link).value().getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(expected, mac.value().getBytes(StandardCharsets.UTF_8));
    }

    /// With its length in front, so that no two different entries are the same bytes.
    private static void add(javax.crypto.Mac hmac, String part) {
        var bytes = part.getBytes(StandardCharsets.UTF_8);
        hmac.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        hmac.update(bytes);
    }
}
