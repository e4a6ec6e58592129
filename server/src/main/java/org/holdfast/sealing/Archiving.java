package org.holdfast.sealing;

import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/// Seals the entries of one log for its archive.
///
/// The key lives exactly as long as the chain's and is derived as that one is: no data key, whenever it is destroyed,
/// may take a whole record with it. The confidential words in the entries keep the keys of their own lifetimes, and are
/// as gone here as they are in a stream.
public final class Archiving {
    private static final String FORMAT = "holdfast archive 1";

    private final String log;
    private final SecretKey key;

    public Archiving(MasterKey master, String log) {
        this.log = log;
        this.key = master.derive("AES", "archive " + log);
    }

    public byte[] seal(byte[] packed, long first, long last) {
        return Aes.seal(key, packed, associated(first, last));
    }

    /// Null when it was not sealed for these places of this log.
    public byte @Nullable [] open(byte[] sealed, long first, long last) {
        return new Opening().open(key, sealed, associated(first, last));
    }

    private String associated(long first, long last) {
        return FORMAT + "\n" + log + "\n" + first + "\n" + last;
    }
}
