package org.holdfast.sealing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/// The one secret an installation keeps outside its stores. It never does any work itself: every purpose has a key of
/// its own, derived by HKDF.
public final class MasterKey {
    public static final int BYTES = 32;

    private static final byte[] SALT = "holdfast/1".getBytes(StandardCharsets.UTF_8);

    private final byte[] bytes;

    private MasterKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /// Throws when it is not 32 bytes in base64 (either alphabet, padding optional).
    public static MasterKey parse(String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder()
                    .decode(base64.strip().replace('+', '-').replace('/', '_').replace("=", ""));
        } catch (IllegalArgumentException e) {
            // Without the cause, whose message quotes the characters.
            throw new IllegalArgumentException("The master key is not base64");
        }
        if (bytes.length != BYTES) throw new IllegalArgumentException("The master key is not 32 bytes in base64");
        return new MasterKey(bytes);
    }

    public static MasterKey random(SecureRandom random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new MasterKey(bytes);
    }

    /// For the one file or setting it is kept in.
    public String export() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// A key for one purpose, such as `chain session:abc`.
    public SecretKey derive(String algorithm, String purpose) {
        try {
            var parameters = HKDFParameterSpec.ofExtract()
                    .addIKM(bytes)
                    .addSalt(SALT)
                    .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), BYTES);
            return KDF.getInstance("HKDF-SHA256").deriveKey(algorithm, parameters);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK cannot derive keys", e);
        }
    }

    @Override
    public String toString() {
        return "MasterKey";
    }
}
