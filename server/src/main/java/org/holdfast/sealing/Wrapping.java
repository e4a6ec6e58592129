package org.holdfast.sealing;

import java.security.SecureRandom;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/// Data keys as a keyring stores them: wrapped by the master key and bound to their names.
public final class Wrapping {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKey key;

    public Wrapping(MasterKey master) {
        this.key = master.derive("AES", "wrap data keys");
    }

    public DataKey fresh(KeyName name) {
        var bytes = new byte[DataKey.BYTES];
        RANDOM.nextBytes(bytes);
        return new DataKey(name, bytes);
    }

    public String wrap(DataKey data) {
        return Aes.sealText(key, data.bytes(), data.name().text());
    }

    /// Null when it was not wrapped by this master key for this name.
    public @Nullable DataKey unwrap(Opening opening, KeyName name, String wrapped) {
        var bytes = opening.openText(key, wrapped, name.text());
        return bytes == null ? null : new DataKey(name, bytes);
    }
}
