package org.holdfast.sealing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.SecretKey;

/// Seals the head of a log for a place apart, so that an anchor cannot be made up there either.
public final class Anchoring {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKey key;

    public Anchoring(MasterKey master) {
        this.key = master.derive(ALGORITHM, "anchor heads");
    }

    public String seal(String log, long seq, Mac mac) {
        try {
            var hmac = javax.crypto.Mac.getInstance(ALGORITHM);
            hmac.init(key);
            var text = log + "\n" + seq + "\n" + mac.value();
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(hmac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK cannot make MACs", e);
        }
    }

    public boolean holds(String log, long seq, Mac mac, String seal) {
        return MessageDigest.isEqual(
                seal(log, seq, mac).getBytes(StandardCharsets.UTF_8), seal.getBytes(StandardCharsets.UTF_8));
    }
}
