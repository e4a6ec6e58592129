package org.holdfast.sealing;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/// A key that seals words. Destroying it in the keyring is how the words are erased, backups of the log included.
public final class DataKey {
    static final int BYTES = 32;

    private final KeyName name;
    private final byte[] bytes;

    public DataKey(KeyName name, byte[] bytes) {
        if (bytes.length != BYTES) throw new IllegalArgumentException("A data key has 32 bytes");
        this.name = name;
        this.bytes = bytes.clone();
    }

    public KeyName name() {
        return name;
    }

    SecretKey secret() {
        return new SecretKeySpec(bytes, "AES");
    }

    byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public String toString() {
        return "DataKey[" + name.text() + "]";
    }
}
