package org.holdfast.identity.keycloak;

import com.nimbusds.jwt.JWTClaimsSet;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.User;
import io.vertx.ext.auth.authorization.RoleBasedAuthorization;
import io.vertx.ext.auth.oauth2.OAuth2Auth;
import io.vertx.ext.auth.oauth2.OAuth2AuthorizationURL;
import io.vertx.ext.auth.oauth2.OAuth2FlowType;
import io.vertx.ext.auth.oauth2.OAuth2Options;
import io.vertx.ext.auth.oauth2.Oauth2Credentials;
import io.vertx.ext.auth.oauth2.authorization.KeycloakAuthorization;
import io.vertx.ext.auth.oauth2.providers.KeycloakAuth;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.holdfast.clinic.StaffRole;
import org.holdfast.identity.staff.AccountProvider;
import org.holdfast.identity.staff.RoleNames;
import org.holdfast.session.SignOff;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keycloak, spoken with by OpenID Connect: the code flow with PKCE, where every token that comes back is looked at by
/// [SignedTokens]. The library that carries the requests would take some that it could not check, so its word is not
/// asked for; roles it reads out of what was checked.
public final class KeycloakAdapter implements AccountProvider {
    /// @param issuer as its tokens name it
    /// @param returnTo where a browser comes back to, to the letter
    /// @param directory what the server looks with into the list of staff
    public record Client(URI issuer, String id, String secret, URI returnTo, KeycloakDirectory.Client directory) {
        @Override
        public String toString() {
            return "Client[" + id + " at " + issuer + "]";
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(KeycloakAdapter.class);
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final int IDLE_S = 30;
    private static final Duration TRY_AT_MOST_EVERY = Duration.ofSeconds(1);

    private final Vertx vertx;
    private final Client client;
    private final InstantSource clock;
    private final WebClient web;
    private final SignedTokens tokens;
    private final KeycloakAuthorization roles = KeycloakAuthorization.create();

    private @Nullable Future<OAuth2Auth> keycloak;
    private Instant tried = Instant.MIN;
    private volatile boolean reachable = true;

    public KeycloakAdapter(Vertx vertx, Client client, InstantSource clock) {
        this.vertx = vertx;
        this.client = client;
        this.clock = clock;
        this.web = WebClient.create(
                vertx,
                new WebClientOptions()
                        .setFollowRedirects(false)
                        .setConnectTimeout((int) PATIENCE.toMillis())
                        // One that stands still answers on no line ever; those lines are not waited for again.
                        .setIdleTimeoutUnit(TimeUnit.SECONDS)
                        .setIdleTimeout(IDLE_S)
                        .setMaxRedirects(0));
        var keys = new ProviderKeys(web, client.issuer() + "/protocol/openid-connect/certs", clock);
        this.tokens = new SignedTokens(client.issuer().toString(), client.id(), keys, clock);
    }

    @Override
    public boolean reachable() {
        return reachable;
    }

    /// Whether it answers now.
    public Future<Boolean> look() {
        return answers().map(true).otherwise(false);
    }

    private Future<Void> answers() {
        var asked = web.getAbs(client.issuer() + "/.well-known/openid-configuration")
                .timeout(PATIENCE.toMillis())
                .send();
        return within(asked.compose(answer -> answer.statusCode() == 200
                ? Future.succeededFuture()
                : Future.failedFuture(new IOException("Keycloak: " + answer.statusCode()))));
    }

    @Override
    public Future<String> address(Question question) {
        // Nobody is sent out to a page that does not come.
        return answers().compose(_ -> within(keycloak())).map(auth -> {
            var where = new OAuth2AuthorizationURL()
                    .setRedirectUri(client.returnTo().toString())
                    .addScope("openid")
                    .addScope("organization:*")
                    .setState(question.state())
                    .setCodeChallenge(challenge(question.verifier()))
                    .setCodeChallengeMethod("S256")
                    .putAdditionalParameter("nonce", question.nonce());
            if (question.anew()) {
                where.putAdditionalParameter("max_age", String.valueOf(SignOff.FRESH.toSeconds()));
            }
            return auth.authorizeURL(where);
        });
    }

    @Override
    public Future<Account> account(Question question, String code) {
        var credentials = new Oauth2Credentials()
                .setFlow(OAuth2FlowType.AUTH_CODE)
                .setCode(code)
                .setRedirectUri(client.returnTo().toString())
                .setCodeVerifier(question.verifier());
        return within(keycloak().compose(auth -> auth.authenticate(credentials)))
                .compose(user -> {
                    var id = tokens.id(token(user, "id_token"), question.nonce());
                    var access = tokens.access(token(user, "access_token"));
                    return Future.all(id, access).compose(_ -> account(user, id.result(), access.result()));
                })
                .recover(KeycloakAdapter::refused);
    }

    private Future<Account> account(User user, JWTClaimsSet id, JWTClaimsSet access) {
        var session = SignedTokens.text(id, "sid");
        if (session == null || !id.getSubject().equals(access.getSubject())) {
            return Future.failedFuture(new BadToken("its parts are not of one sign-in"));
        }
        var name = SignedTokens.text(id, "name");
        return roles(access)
                .map(found -> new Account(
                        id.getSubject(),
                        session,
                        name == null ? "" : name,
                        clinics(id),
                        found,
                        Objects.requireNonNull(SignedTokens.instant(id, "auth_time")),
                        token(user, "refresh_token")));
    }

    @Override
    public Future<Standing> standing(String refresh) {
        var before = User.create(new JsonObject().put("refresh_token", refresh));
        return within(keycloak().compose(auth -> auth.refresh(before)))
                .compose(user -> tokens.access(token(user, "access_token"))
                        .compose(this::roles)
                        .map(found -> new Standing(found, token(user, "refresh_token"))))
                .recover(KeycloakAdapter::refused);
    }

    @Override
    public Future<Service> service(String token) {
        return tokens.service(token)
                .compose(claims -> roles(claims)
                        .map(found -> new Service(
                                claims.getSubject(),
                                Objects.requireNonNull(SignedTokens.text(claims, "client_id")),
                                clinics(claims),
                                found)))
                .recover(KeycloakAdapter::refused);
    }

    @Override
    public Future<Void> leave(String refresh) {
        var form = MultiMap.caseInsensitiveMultiMap()
                .add("client_id", client.id())
                .add("client_secret", client.secret())
                .add("refresh_token", refresh);
        var asked =
                web.postAbs(client.issuer() + "/protocol/openid-connect/logout").sendForm(form);
        return within(asked.compose(answer -> answer.statusCode() < 400
                ? Future.succeededFuture()
                : Future.failedFuture(new IOException("Signing out: " + answer.statusCode()))));
    }

    @Override
    public Future<Ended> ended(String token) {
        return tokens.logout(token)
                .map(claims -> new Ended(
                        claims.getJWTID(),
                        Objects.requireNonNullElse(claims.getSubject(), ""),
                        Objects.requireNonNullElse(SignedTokens.text(claims, "sid"), "")))
                .recover(KeycloakAdapter::refused);
    }

    /// The library reads Keycloak's form of roles from what was checked here.
    private Future<Set<StaffRole>> roles(JWTClaimsSet access) {
        var claims = new JsonObject(access.toJSONObject());
        var user = User.create(new JsonObject(), new JsonObject().put("accessToken", claims));
        return roles.getAuthorizations(user).map(_ -> {
            var names = new ArrayList<String>();
            user.authorizations().forEach((provider, each) -> {
                if (each instanceof RoleBasedAuthorization role && role.getResource() == null)
                    names.add(role.getRole());
            });
            return RoleNames.among(names);
        });
    }

    private static Set<String> clinics(JWTClaimsSet claims) {
        return switch (claims.getClaim("organization")) {
            case Collection<?> names -> texts(names);
            case Map<?, ?> named -> texts(named.keySet());
            case String name -> Set.of(name);
            case null, default -> Set.of();
        };
    }

    private static Set<String> texts(Collection<?> names) {
        var texts = new TreeSet<String>();
        for (var name : names) texts.add(String.valueOf(name));
        return texts;
    }

    private static String token(User user, String name) {
        var token = user.principal().getString(name);
        if (token == null) throw new BadToken("there is no " + name);
        return token;
    }

    /// Found once; until then it is looked for again whenever it is needed, but not by everybody at once.
    private synchronized Future<OAuth2Auth> keycloak() {
        var known = keycloak;
        if (known != null && (!known.isComplete() || known.succeeded())) return known;
        var now = clock.instant();
        if (known != null && now.isBefore(tried.plus(TRY_AT_MOST_EVERY))) return known;
        tried = now;
        var options = new OAuth2Options()
                .setSite(client.issuer().toString())
                .setClientId(client.id())
                .setClientSecret(client.secret())
                .setHttpClientOptions(new HttpClientOptions()
                        .setConnectTimeout((int) PATIENCE.toMillis())
                        .setIdleTimeoutUnit(TimeUnit.SECONDS)
                        .setIdleTimeout(IDLE_S));
        var looking = KeycloakAuth.discover(vertx, options);
        keycloak = looking;
        return looking;
    }

    /// In time, and noted whether it was there at all.
    private <T> Future<T> within(Future<T> asked) {
        return asked.timeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .onSuccess(_ -> reachable = true)
                .recover(cause -> {
                    if (cause instanceof BadToken || saysNo(cause)) {
                        reachable = true;
                        return Future.failedFuture(cause);
                    }
                    reachable = false;
                    LOG.warn("Keycloak does not answer: {}", cause.toString());
                    return Future.failedFuture(
                            cause instanceof IOException || cause instanceof TimeoutException
                                    ? cause
                                    : new IOException("Keycloak does not answer", cause));
                });
    }

    /// It was heard, and refuses: only by these words of the protocol, since whatever else it says may be its own
    /// trouble.
    private static boolean saysNo(Throwable cause) {
        var words = String.valueOf(cause.getMessage());
        return words.contains("invalid_grant") || words.contains("invalid_token");
    }

    private static <T> Future<T> refused(Throwable cause) {
        if (cause instanceof IOException || cause instanceof TimeoutException) return Future.failedFuture(cause);
        LOG.info("A sign-in or a token was refused: {}", cause.getMessage());
        return Future.failedFuture(new Refused(String.valueOf(cause.getMessage())));
    }

    private static String challenge(String verifier) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(sha.digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
