package org.holdfast.sealing;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/// The public half of a signing key, as 64 hex digits. It is no longer than a fingerprint of it would be, so it is also
/// its own name: a head names the key it was signed with in full.
public record VerifyingKey(String hex) {
    public static final int BYTES = 32;

    /// What stands before the 32 bytes of an Ed25519 key in the form that the JDK reads (RFC 8410).
    private static final byte[] PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    public VerifyingKey {
        if (!isHex(hex, 2 * BYTES)) throw new IllegalArgumentException("A public key is 64 digits of 0-9 and a-f");
    }

    static VerifyingKey of(PublicKey key) {
        var encoded = key.getEncoded();
        if (!Arrays.equals(PREFIX, Arrays.copyOf(encoded, PREFIX.length))) {
            throw new IllegalStateException("This JDK writes public keys in another form");
        }
        return new VerifyingKey(HexFormat.of().formatHex(encoded, PREFIX.length, encoded.length));
    }

    boolean verifies(byte[] text, String signature) {
        try {
            var bytes = Base64.getUrlDecoder().decode(signature);
            // The last character has bits that mean nothing; an altered one would pass without this.
            if (!Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(signature)) return false;
            var verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key());
            verifier.update(text);
            return verifier.verify(bytes);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private PublicKey key() throws GeneralSecurityException {
        var encoded = Arrays.copyOf(PREFIX, PREFIX.length + BYTES);
        System.arraycopy(HexFormat.of().parseHex(hex), 0, encoded, PREFIX.length, BYTES);
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }

    static boolean isHex(String text, int length) {
        return text.length() == length && text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    }
}
