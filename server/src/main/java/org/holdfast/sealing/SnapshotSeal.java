package org.holdfast.sealing;

import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/// Seals the snapshots of one log, each for the entry up to which it stands for the log.
///
/// The key is derived as the chain's is. The confidential words in a snapshot keep the seals of their entries, so this
/// one lets nobody read what was forgotten.
public final class SnapshotSeal {
    private static final String FORMAT = "holdfast snapshot";

    private final String log;
    private final SecretKey key;

    public SnapshotSeal(MasterKey master, String log) {
        this.log = log;
        this.key = master.derive("AES", "snapshot " + log);
    }

    public byte[] seal(byte[] packed, int form, long seq, Mac mac) {
        return Aes.seal(key, packed, associated(form, seq, mac));
    }

    /// Null when it was not sealed as this form, for this entry of this log.
    public byte @Nullable [] open(byte[] sealed, int form, long seq, Mac mac) {
        return new Opening().open(key, sealed, associated(form, seq, mac));
    }

    private String associated(int form, long seq, Mac mac) {
        return FORMAT + "\n" + log + "\n" + form + "\n" + seq + "\n" + mac.value();
    }
}
