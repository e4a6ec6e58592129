package org.holdfast.sealing;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;

/// The clinic's own Ed25519 key, with which it signs how far its logs go.
///
/// Derived from the master key and kept nowhere: whoever could read a second key file could read the master key beside
/// it, so a second secret would be one more to lose and no protection. A new master key brings a new signing key; what
/// the old one signed is still checked with the old public key, which each head names.
public final class SigningKey {
    private static final String PURPOSE = "sign heads 1";

    private final KeyPair pair;
    private final VerifyingKey verifying;

    public SigningKey(MasterKey master) {
        this(master.derive("Ed25519", PURPOSE).getEncoded());
    }

    SigningKey(byte[] seed) {
        try {
            // The JDK computes a public key only while it makes a pair: it is handed the seed as its random bytes.
            var generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, new Given(seed));
            pair = generator.generateKeyPair();
            if (!Arrays.equals(((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow(), seed)) {
                throw new IllegalStateException("This JDK makes keys from other bytes than it is given");
            }
            verifying = VerifyingKey.of(pair.getPublic());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK cannot make signing keys", e);
        }
    }

    public VerifyingKey verifying() {
        return verifying;
    }

    /// The same bytes get the same signature, on any node and however often.
    String sign(byte[] text) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(text);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK cannot sign", e);
        }
    }

    @Override
    public String toString() {
        return "SigningKey[" + verifying.hex() + "]";
    }

    private static final class Given extends SecureRandom {
        private static final long serialVersionUID = 1L;

        private final byte[] seed;

        Given(byte[] seed) {
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}
