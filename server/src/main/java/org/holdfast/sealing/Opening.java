package org.holdfast.sealing;

import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/// Opens many things in one go, on one thread: a clinic's log has hundreds of words and keys, and asking the JDK for
/// its cipher takes longer than opening one of them. It is let go of with what was read, since a cipher remembers the
/// key that it used last, and that key may be destroyed.
public final class Opening {
    private @Nullable Cipher cipher;

    /// Null when it was not sealed with this key for this place. Each begins anew, whatever became of the one before.
    byte @Nullable [] open(SecretKey key, byte[] sealed, String associated) {
        if (sealed.length < Aes.NONCE_BYTES) return null;
        try {
            if (cipher == null) cipher = Aes.cipher();
            Aes.begin(cipher, Cipher.DECRYPT_MODE, key, sealed, associated);
            return cipher.doFinal(sealed, Aes.NONCE_BYTES, sealed.length - Aes.NONCE_BYTES);
        } catch (AEADBadTagException e) {
            return null;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK cannot open what is sealed", e);
        }
    }

    /// As [#open], of what [Aes#sealText] made.
    byte @Nullable [] openText(SecretKey key, String text, String associated) {
        var sealed = Aes.parse(text);
        return sealed == null ? null : open(key, sealed, associated);
    }
}
