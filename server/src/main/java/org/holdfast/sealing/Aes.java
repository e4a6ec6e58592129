package org.holdfast.sealing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;

/// AES-256-GCM with a random nonce in front, as bytes or as text. What was sealed is opened by an [Opening].
final class Aes {
    static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Aes() {}

    static String sealText(SecretKey key, byte[] plain, String associated) {
        return print(seal(key, plain, associated));
    }

    static byte[] seal(SecretKey key, byte[] plain, String associated) {
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            var cipher = cipher();
            begin(cipher, Cipher.ENCRYPT_MODE, key, nonce, associated);
            var sealed = Arrays.copyOf(nonce, NONCE_BYTES + cipher.getOutputSize(plain.length));
            cipher.doFinal(plain, 0, plain.length, sealed, NONCE_BYTES);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK cannot seal", e);
        }
    }

    /// Null when it is not what [#print] makes.
    static byte @Nullable [] parse(String text) {
        try {
            var sealed = Base64.getUrlDecoder().decode(text);
            // The last character has bits that mean nothing; an altered one would pass without this.
            return print(sealed).equals(text) ? sealed : null;
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private static String print(byte[] sealed) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    static Cipher cipher() throws GeneralSecurityException {
        return Cipher.getInstance("AES/GCM/NoPadding");
    }

    /// @param nonce its first bytes are one
    static void begin(Cipher cipher, int mode, SecretKey key, byte[] nonce, String associated)
            throws GeneralSecurityException {
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce, 0, NONCE_BYTES));
        cipher.updateAAD(associated.getBytes(StandardCharsets.UTF_8));
    }
}
