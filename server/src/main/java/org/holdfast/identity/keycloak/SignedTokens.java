package org.holdfast.identity.keycloak;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.vertx.core.Future;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Believes a token only when this provider signed it, for this client, for this use, and not too long ago. Nothing
/// that a token says of itself chooses how it is checked: algorithms, issuer and client are pinned, and a key is used
/// for the algorithm of its own kind alone, so neither `none` nor a public key taken for a secret gets anywhere.
///
/// Every failure is a failed future of [BadToken], or of `IOException` when the keys could not be had.
public final class SignedTokens {
    /// The public keys, by the name that a token gives.
    public interface Keys {
        Future<@Nullable JWK> named(String id);
    }

    static final int LONGEST = 16 * 1024;
    static final Duration CLOCKS_DIFFER = Duration.ofSeconds(30);
    /// A logout that is older says nothing new.
    static final Duration LOGOUT_WITHIN = Duration.ofMinutes(5);
    /// A program keeps what was taken away from it until its token ends.
    static final Duration SERVICE_HOLDS = Duration.ofMinutes(5);
    private static final int SMALLEST_RSA_BITS = 2048;
    private static final String LOGOUT_EVENT = "http://schemas.openid.net/event/backchannel-logout";

    private final String issuer;
    private final String client;
    private final Keys keys;
    private final InstantSource clock;

    public SignedTokens(String issuer, String client, Keys keys, InstantSource clock) {
        this.issuer = issuer;
        this.client = client;
        this.keys = keys;
        this.clock = clock;
    }

    /// Who signed in, when, and that it answers this very question.
    public Future<JWTClaimsSet> id(String token, String nonce) {
        return verified(token, "ID", this::toUs).map(claims -> {
            if (!nonce.equals(text(claims, "nonce"))) throw new BadToken("its nonce is another");
            if (instant(claims, "auth_time") == null) throw new BadToken("it does not say when they signed in");
            return named(claims);
        });
    }

    /// What somebody may do now.
    public Future<JWTClaimsSet> access(String token) {
        return verified(token, "Bearer", this::toUs).map(SignedTokens::named);
    }

    /// What a program may do now that signs in for itself: never what was given to a person, by way of whatever
    /// program,
    /// nor to the pages.
    public Future<JWTClaimsSet> service(String token) {
        return verified(token, "Bearer", this::toAProgram).map(SignedTokens::named);
    }

    /// That somebody's session has ended at the provider.
    public Future<JWTClaimsSet> logout(String token) {
        return verified(token, "Logout", this::toUs).map(claims -> {
            if (!(claims.getClaim("events") instanceof Map<?, ?> events) || !events.containsKey(LOGOUT_EVENT)) {
                throw new BadToken("it is no logout");
            }
            if (claims.getClaim("nonce") != null) throw new BadToken("a logout has no nonce");
            if (claims.getJWTID() == null) throw new BadToken("a logout has an id");
            if (claims.getSubject() == null && text(claims, "sid") == null)
                throw new BadToken("it does not say of whom");
            var issued = Objects.requireNonNull(instant(claims, "iat"));
            if (issued.plus(LOGOUT_WITHIN).isBefore(clock.instant())) throw new BadToken("it is old");
            return claims;
        });
    }

    static @Nullable String text(JWTClaimsSet claims, String name) {
        return claims.getClaim(name) instanceof String text ? text : null;
    }

    static @Nullable Instant instant(JWTClaimsSet claims, String name) {
        return switch (claims.getClaim(name)) {
            case java.util.Date date -> date.toInstant();
            case Number seconds -> Instant.ofEpochSecond(seconds.longValue());
            case null, default -> null;
        };
    }

    private static JWTClaimsSet named(JWTClaimsSet claims) {
        if (claims.getSubject() == null || claims.getSubject().isBlank()) throw new BadToken("it names nobody");
        return claims;
    }

    /// @param given looks at whom it was given to
    private Future<JWTClaimsSet> verified(String token, String use, Consumer<JWTClaimsSet> given) {
        SignedJWT parsed;
        try {
            if (token.length() > LONGEST) throw new BadToken("it is too long");
            parsed = SignedJWT.parse(token);
        } catch (ParseException | IllegalArgumentException _) {
            return Future.failedFuture(new BadToken("it is no signed token"));
        } catch (BadToken bad) {
            return Future.failedFuture(bad);
        }
        var header = parsed.getHeader();
        var key = header.getKeyID();
        if (key == null || key.isEmpty()) return Future.failedFuture(new BadToken("it names no key"));
        if (!ours(header.getAlgorithm())) return Future.failedFuture(new BadToken("its algorithm is not ours"));
        if (header.getCriticalParams() != null)
            return Future.failedFuture(new BadToken("it asks for more than we know"));
        return keys.named(key).map(found -> {
            if (found == null) throw new BadToken("its key is not the provider's");
            signature(parsed, found);
            var claims = claims(parsed, use);
            given.accept(claims);
            return claims;
        });
    }

    private static boolean ours(JWSAlgorithm algorithm) {
        return JWSAlgorithm.RS256.equals(algorithm) || JWSAlgorithm.ES256.equals(algorithm);
    }

    private static void signature(SignedJWT token, JWK key) {
        var algorithm = token.getHeader().getAlgorithm();
        if (key.getAlgorithm() != null && !key.getAlgorithm().getName().equals(algorithm.getName())) {
            throw new BadToken("its key is for another algorithm");
        }
        try {
            if (!token.verify(verifier(key, algorithm))) throw new BadToken("its signature is not right");
        } catch (JOSEException _) {
            throw new BadToken("its signature cannot be checked");
        }
    }

    private static JWSVerifier verifier(JWK key, JWSAlgorithm algorithm) throws JOSEException {
        if (key instanceof RSAKey rsa && JWSAlgorithm.RS256.equals(algorithm) && rsa.size() >= SMALLEST_RSA_BITS) {
            return new RSASSAVerifier(rsa.toRSAPublicKey());
        }
        if (key instanceof ECKey curve
                && JWSAlgorithm.ES256.equals(algorithm)
                && Curve.P_256.equals(curve.getCurve())) {
            return new ECDSAVerifier(curve.toECPublicKey());
        }
        throw new BadToken("its key does not fit its algorithm");
    }

    private JWTClaimsSet claims(SignedJWT token, String use) {
        JWTClaimsSet claims;
        try {
            claims = token.getJWTClaimsSet();
        } catch (ParseException _) {
            throw new BadToken("its claims cannot be read");
        }
        if (claims == null) throw new BadToken("it has no claims");
        if (!issuer.equals(claims.getIssuer())) throw new BadToken("another issued it");
        if (!use.equals(text(claims, "typ"))) throw new BadToken("it is for another use");
        if (!claims.getAudience().contains(client)) throw new BadToken("it is for another client");
        times(claims);
        return claims;
    }

    private void toUs(JWTClaimsSet claims) {
        var party = text(claims, "azp");
        if (party == null ? claims.getAudience().size() > 1 : !client.equals(party)) {
            throw new BadToken("it was given to another client");
        }
    }

    private void toAProgram(JWTClaimsSet claims) {
        var party = text(claims, "azp");
        if (party == null || client.equals(party)) throw new BadToken("it was given to no program");
        // Only a sign-in of the program's own has its name besides, and only a person's has a session.
        if (!party.equals(text(claims, "client_id")) || text(claims, "sid") != null) {
            throw new BadToken("it is a person's");
        }
        var issued = Objects.requireNonNull(instant(claims, "iat"));
        var ends = Objects.requireNonNull(instant(claims, "exp"));
        if (ends.isAfter(issued.plus(SERVICE_HOLDS))) throw new BadToken("it holds for too long");
    }

    private void times(JWTClaimsSet claims) {
        var now = clock.instant();
        var ends = instant(claims, "exp");
        var issued = instant(claims, "iat");
        var begins = instant(claims, "nbf");
        if (ends == null || issued == null) throw new BadToken("it does not say how long it holds");
        if (!now.isBefore(ends.plus(CLOCKS_DIFFER))) throw new BadToken("it has expired");
        if (issued.minus(CLOCKS_DIFFER).isAfter(now)) throw new BadToken("it is from the time to come");
        if (begins != null && begins.minus(CLOCKS_DIFFER).isAfter(now)) throw new BadToken("it does not hold yet");
    }
}
