package org.holdfast.sealing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;

/// AES-256-GCM with a random nonce in front, as bytes or as text.
final class Aes {
    private static final int NONCE_BYTES = 12;
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
            var cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, associated);
            var sealed = Arrays.copyOf(nonce, NONCE_BYTES + cipher.getOutputSize(plain.length));
            cipher.doFinal(plain, 0, plain.length, sealed, NONCE_BYTES);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK cannot seal", e);
        }
    }

    /// Null when it was not sealed with this key for this place.
    static byte @Nullable [] openText(SecretKey key, String text, String associated) {
        try {
            var sealed = Base64.getUrlDecoder().decode(text);
            // The last character has bits that mean nothing; an altered one would pass without this.
            return print(sealed).equals(text) ? open(key, sealed, associated) : null;
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    /// Null when it was not sealed with this key for this place.
    static byte @Nullable [] open(SecretKey key, byte[] sealed, String associated) {
        if (sealed.length < NONCE_BYTES) return null;
        try {
            var cipher = cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(sealed, NONCE_BYTES), associated);
            return cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
        } catch (AEADBadTagException e) {
            return null;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK cannot open what is sealed", e);
        }
    }

    private static String print(byte[] sealed) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String associated)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(associated.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
