package org.holdfast.sealing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A chain over the same stored bytes as [Chain], but without a secret: anyone can follow it along the entries of a
/// log. By itself it proves nothing; where a signed head names how far it had come, it proves every entry up to there.
public final class OpenChain {
    private static final String FORMAT = "holdfast open entry 1";

    private final MessageDigest digest;
    private byte[] hash;

    public OpenChain(String log) {
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JDK has no SHA-256", e);
        }
        add(FORMAT);
        add(log);
        this.hash = digest.digest();
    }

    /// How far the chain has come with this entry, in hex.
    public String next(Link link) {
        digest.update(hash);
        add(Long.toString(link.seq()));
        add(link.at());
        add(link.by());
        add(link.command());
        add(link.events());
        hash = digest.digest();
        return HexFormat.of().formatHex(hash);
    }

    /// With its length in front, so that no two different entries are the same bytes.
    private void add(String part) {
        var bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
    }
}
