package org.holdfast.identity.keycloak;

import static org.holdfast.testing.Await.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.holdfast.testing.ManualClock;
import org.junit.jupiter.api.Test;

class SignedTokensTest {
    private static final Instant NOW = Instant.parse("2026-03-02T18:00:00Z");
    private static final String ISSUER = "https://sign-in.example/realms/clinic";
    private static final RSAKey KEY = rsa("k1", 2048);
    private static final RSAKey STRANGER = rsa("k1", 2048);
    private static final String LOGOUT_EVENT = "http://schemas.openid.net/event/backchannel-logout";

    private final ManualClock clock = new ManualClock(NOW);
    private Map<String, JWK> published = Map.of("k1", KEY.toPublicJWK());
    private final SignedTokens tokens =
            new SignedTokens(ISSUER, "holdfast", id -> Future.succeededFuture(published.get(id)), clock);

    private static RSAKey rsa(String id, int bits) {
        try {
            return new RSAKeyGenerator(bits, true).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience("holdfast")
                .subject("dana")
                .claim("azp", "holdfast")
                .claim("typ", "ID")
                .claim("nonce", "n1")
                .claim("sid", "s1")
                .claim("auth_time", NOW.getEpochSecond())
                .issueTime(Date.from(NOW))
                .expirationTime(Date.from(NOW.plusSeconds(60)));
    }

    private static String signed(JWTClaimsSet.Builder claims) throws JOSEException {
        return signed(
                claims, new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k1").build(), new RSASSASigner(KEY));
    }

    private static String signed(JWTClaimsSet.Builder claims, JWSHeader header, JWSSigner signer) throws JOSEException {
        var token = new SignedJWT(header, claims.build());
        token.sign(signer);
        return token.serialize();
    }

    private void refused(String reason, String token) {
        assertEquals(
                reason,
                assertThrows(BadToken.class, () -> get(tokens.id(token, "n1"))).getMessage());
    }

    private void refused(String reason, UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
        refused(reason, signed(change.apply(claims())));
    }

    @Test
    void whatTheProviderSignedForUsIsBelieved() throws JOSEException {
        assertEquals("dana", get(tokens.id(signed(claims()), "n1")).getSubject());
    }

    @Test
    void anEllipticKeyIsAsGood() throws JOSEException {
        var key = new ECKeyGenerator(Curve.P_256).keyID("e1").generate();
        published = Map.of("e1", key.toPublicJWK());
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("e1").build();
        assertEquals(
                "dana",
                get(tokens.id(signed(claims(), header, new ECDSASigner(key)), "n1"))
                        .getSubject());
    }

    @Test
    void aTokenThatNobodySignedIsRefused() {
        refused("it is no signed token", new PlainJWT(claims().build()).serialize());
        var none =
                Base64.getUrlEncoder().withoutPadding().encodeToString("{\"alg\":\"none\",\"kid\":\"k1\"}".getBytes());
        var body = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(claims().build().toString().getBytes());
        refused("it is no signed token", none + "." + body + ".");
        refused("it is no signed token", "");
        refused("it is no signed token", "a.b.c");
        refused("it is too long", "a".repeat(SignedTokens.LONGEST + 1));
    }

    /// The public key is no secret: whoever makes a MAC with it must not be believed.
    @Test
    void aPublicKeyIsNeverTakenForASecret() throws JOSEException {
        var header = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("k1").build();
        for (var secret : List.of(
                KEY.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8),
                KEY.toRSAPublicKey().getEncoded(),
                Base64.getMimeEncoder().encode(KEY.toRSAPublicKey().getEncoded()))) {
            refused("its algorithm is not ours", signed(claims(), header, new MACSigner(secret)));
        }
    }

    @Test
    void anAlgorithmThatWasNotAgreedOnIsRefusedEvenWithTheRightKey() throws JOSEException {
        var header = new JWSHeader.Builder(JWSAlgorithm.PS256).keyID("k1").build();
        refused("its algorithm is not ours", signed(claims(), header, new RSASSASigner(KEY)));
    }

    @Test
    void aKeyThatIsForAnotherAlgorithmIsNotUsed() throws JOSEException {
        published = Map.of(
                "k1",
                new RSAKey.Builder(KEY.toPublicJWK())
                        .algorithm(JWSAlgorithm.PS256)
                        .build());
        refused("its key is for another algorithm", claims -> claims);
        published = Map.of(
                "k1", new ECKeyGenerator(Curve.P_256).keyID("k1").generate().toPublicJWK());
        refused("its key does not fit its algorithm", claims -> claims);
    }

    @Test
    void aKeyThatIsTooSmallIsNotUsed() throws JOSEException {
        var small = rsa("k1", 1024);
        published = Map.of("k1", small.toPublicJWK());
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k1").build();
        refused("its key does not fit its algorithm", signed(claims(), header, new RSASSASigner(small, true)));
    }

    @Test
    void anothersKeyOfTheSameNameIsRefused() throws JOSEException {
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k1").build();
        refused("its signature is not right", signed(claims(), header, new RSASSASigner(STRANGER)));
    }

    /// A header may bring or point to a key of its own; only those that the provider publishes count.
    @Test
    void aKeyThatTheTokenItselfBringsIsNotLookedAt() throws JOSEException {
        var brought = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID("k2")
                .jwk(STRANGER.toPublicJWK())
                .build();
        refused("its key is not the provider's", signed(claims(), brought, new RSASSASigner(STRANGER)));
        var pointed = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID("k1")
                .jwkURL(java.net.URI.create("https://evil.example/keys"))
                .build();
        refused("its signature is not right", signed(claims(), pointed, new RSASSASigner(STRANGER)));
    }

    @Test
    void aTokenWithoutTheNameOfItsKeyIsRefused() throws JOSEException {
        refused("it names no key", signed(claims(), new JWSHeader(JWSAlgorithm.RS256), new RSASSASigner(KEY)));
    }

    @Test
    void whatAHeaderCallsCriticalIsNotPassedOver() throws JOSEException {
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID("k1")
                .criticalParams(Set.of("exp"))
                .customParam("exp", 1)
                .build();
        refused("it asks for more than we know", signed(claims(), header, new RSASSASigner(KEY)));
    }

    @Test
    void aSingleChangedSignIsNoticed() throws JOSEException {
        var parts = signed(claims()).split("\\.");
        var body = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8).replace("dana", "dane");
        var altered = Base64.getUrlEncoder().withoutPadding().encodeToString(body.getBytes(StandardCharsets.UTF_8));
        refused("its signature is not right", parts[0] + "." + altered + "." + parts[2]);
    }

    @Test
    void anotherIssuerAnotherClientAndAnotherUseAreRefused() throws JOSEException {
        refused("another issued it", claims -> claims.issuer(ISSUER + "/"));
        refused("another issued it", claims -> claims.issuer(null));
        refused("it is for another client", claims -> claims.audience("account"));
        refused("it is for another client", claims -> claims.audience(List.of()));
        refused("it was given to another client", claims -> claims.claim("azp", "account"));
        refused("it is for another use", claims -> claims.claim("typ", "Bearer"));
        refused("it is for another use", claims -> claims.claim("typ", null));
    }

    /// With several audiences one cannot tell whom it was given to, unless it says so.
    @Test
    void severalAudiencesAreTakenOnlyWhenTheTokenSaysWhomItWasGivenTo() throws JOSEException {
        var both = List.of("holdfast", "account");
        refused(
                "it was given to another client",
                claims -> claims.audience(both).claim("azp", null));
        assertEquals(
                "dana", get(tokens.id(signed(claims().audience(both)), "n1")).getSubject());
        assertEquals(
                "dana",
                get(tokens.id(signed(claims().claim("azp", null)), "n1")).getSubject());
    }

    @Test
    void whatHasExpiredOrIsFromTheTimeToComeIsRefused() throws JOSEException {
        var token = signed(claims());
        clock.pass(Duration.ofSeconds(89));
        assertEquals("dana", get(tokens.id(token, "n1")).getSubject());
        clock.pass(Duration.ofSeconds(1));
        refused("it has expired", token);
        clock.pass(Duration.ofSeconds(-90));
        refused("it is from the time to come", claims -> claims.issueTime(Date.from(NOW.plusSeconds(31))));
        refused("it does not hold yet", claims -> claims.notBeforeTime(Date.from(NOW.plusSeconds(31))));
        refused("it does not say how long it holds", claims -> claims.expirationTime(null));
        refused("it does not say how long it holds", claims -> claims.issueTime(null));
    }

    @Test
    void anAnswerToAnotherQuestionIsRefused() throws JOSEException {
        refused("its nonce is another", claims -> claims.claim("nonce", "n2"));
        refused("its nonce is another", claims -> claims.claim("nonce", null));
        refused("it does not say when they signed in", claims -> claims.claim("auth_time", null));
        refused("it names nobody", claims -> claims.subject(null));
    }

    @Test
    void aLogoutIsBelievedOnlyAsALogout() throws JOSEException {
        var logout = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience("holdfast")
                .subject("dana")
                .claim("typ", "Logout")
                .claim("sid", "s1")
                .jwtID("l1")
                .claim("events", Map.of(LOGOUT_EVENT, Map.of()))
                .issueTime(Date.from(NOW))
                .expirationTime(Date.from(NOW.plusSeconds(3600)));
        assertEquals("dana", get(tokens.logout(signed(logout))).getSubject());
        refused("it is for another use", signed(logout));

        logoutRefused("it is for another use", signed(claims()));
        logoutRefused("a logout has no nonce", signed(logout.claim("nonce", "n1")));
        logout.claim("nonce", null);
        logoutRefused("a logout has an id", signed(logout.jwtID(null)));
        logoutRefused("it is no logout", signed(logout.jwtID("l1").claim("events", Map.of("other", Map.of()))));
        logout.claim("events", Map.of(LOGOUT_EVENT, Map.of()));
        logoutRefused("it does not say of whom", signed(logout.subject(null).claim("sid", null)));
        clock.pass(SignedTokens.LOGOUT_WITHIN.plusSeconds(1));
        logoutRefused("it is old", signed(logout.claim("sid", "s1")));
    }

    private static JWTClaimsSet.Builder program() {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(List.of("holdfast", "account"))
                .subject("roster")
                .claim("azp", "roster-sync")
                .claim("client_id", "roster-sync")
                .claim("typ", "Bearer")
                .issueTime(Date.from(NOW))
                .expirationTime(Date.from(NOW.plusSeconds(60)));
    }

    @Test
    void aProgramIsBelievedWhenItSignedInForItself() throws JOSEException {
        assertEquals("roster", get(tokens.service(signed(program()))).getSubject());
        programRefused("it was given to another client", program(), tokens::access);
    }

    @Test
    void whatWasGivenToAPersonOrToThePagesIsNoPrograms() throws JOSEException {
        programRefused("it was given to no program", program().claim("azp", "holdfast"), tokens::service);
        programRefused(
                "it was given to no program",
                program().claim("azp", "holdfast").claim("client_id", "holdfast"),
                tokens::service);
        programRefused("it was given to no program", program().claim("azp", null), tokens::service);
        programRefused("it is a person's", program().claim("client_id", null), tokens::service);
        programRefused("it is a person's", program().claim("client_id", "another"), tokens::service);
        programRefused("it is a person's", program().claim("sid", "s1"), tokens::service);
        programRefused("it is for another use", claims().claim("azp", "roster-sync"), tokens::service);
    }

    @Test
    void aProgramsTokenIsForThisServerAndForMinutesAlone() throws JOSEException {
        programRefused("it is for another client", program().audience("account"), tokens::service);
        programRefused("another issued it", program().issuer("https://evil.example"), tokens::service);
        programRefused("it is for another use", program().claim("typ", "Refresh"), tokens::service);
        programRefused("it names nobody", program().subject(null), tokens::service);
        var longest = NOW.plus(SignedTokens.SERVICE_HOLDS);
        assertEquals(
                "roster",
                get(tokens.service(signed(program().expirationTime(Date.from(longest)))))
                        .getSubject());
        programRefused(
                "it holds for too long", program().expirationTime(Date.from(longest.plusSeconds(1))), tokens::service);
        var token = program();
        clock.pass(Duration.ofSeconds(90));
        programRefused("it has expired", token, tokens::service);
    }

    private static void programRefused(
            String reason, JWTClaimsSet.Builder claims, Function<String, Future<JWTClaimsSet>> believed)
            throws JOSEException {
        var token = signed(claims);
        assertEquals(
                reason,
                assertThrows(BadToken.class, () -> get(believed.apply(token))).getMessage());
    }

    private void logoutRefused(String reason, String token) {
        assertEquals(
                reason,
                assertThrows(BadToken.class, () -> get(tokens.logout(token))).getMessage());
    }

    @Test
    void whyATokenWasRefusedSaysNothingOfIt() throws JOSEException {
        var token = signed(claims().claim("nonce", "n2"));
        var bad = assertThrows(BadToken.class, () -> get(tokens.id(token, "n1")));
        for (var word : List.of("dana", "n2", token)) assertFalse(bad.toString().contains(word));
    }
}
