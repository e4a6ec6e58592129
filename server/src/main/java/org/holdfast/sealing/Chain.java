package org.holdfast.sealing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.SecretKey;

/// The chain of one log: each MAC covers an entry, its place, its log and the MAC before it.
public final class Chain {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String FORMAT = "holdfast entry 1";

    private final String log;
    private final SecretKey key;

    public Chain(MasterKey master, String log) {
        this.log = log;
        // A key of its own for each log: what verifies one says nothing about another.
        this.key = master.derive(ALGORITHM, "chain " + log);
    }

    public Mac next(Mac previous, Link link) {
        try {
            var hmac = javax.crypto.Mac.getInstance(ALGORITHM);
            hmac.init(key);
            add(hmac, FORMAT);
            add(hmac, log);
            add(hmac, Long.toString(link.seq()));
            add(hmac, link.at());
            add(hmac, link.by());
            add(hmac, link.command());
            add(hmac, link.events());
            add(hmac, previous.value());
            return new Mac(Base64.getUrlEncoder().withoutPadding().encodeToString(hmac.doFinal()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK cannot make MACs", e);
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
