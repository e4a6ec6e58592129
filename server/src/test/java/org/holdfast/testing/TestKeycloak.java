package org.holdfast.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.holdfast.demo.LocalKeycloak;
import org.holdfast.identity.Secrets;
import org.holdfast.identity.keycloak.KeycloakAdapter;
import org.holdfast.identity.keycloak.KeycloakDirectory;
import org.holdfast.json.JsonText;
import org.jspecify.annotations.Nullable;

/// The real Keycloak, and what whoever keeps the accounts of a clinic does in it.
public final class TestKeycloak implements AutoCloseable {
    static final String PASSWORD = "lighthouse keeper 12";
    private static final String CODE = "HOLDFASTTESTHOLDFASTTESTHOLDFAST";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /// Somebody with an account of their own, so that no test disturbs another.
    public record Person(String id, String username, String password, String code) {
        public String person() {
            return "p-" + id;
        }
    }

    private final LocalKeycloak local;

    TestKeycloak(LocalKeycloak local) {
        this.local = local;
    }

    public String issuer() {
        return local.issuer();
    }

    /// Takes people back to this server as well, and tells it when somebody signs out.
    public KeycloakAdapter.Client clientFor(String origin) {
        var client = (ObjectNode)
                admin("GET", "/clients?clientId=" + local.client(), null).get(0);
        ((ArrayNode) client.get("redirectUris")).add(origin + "/staff/signed-in");
        ((ObjectNode) client.get("attributes")).put("backchannel.logout.url", origin + "/staff/signed-out-elsewhere");
        admin("PUT", "/clients/" + client.get("id").asText(), client);
        return new KeycloakAdapter.Client(
                URI.create(issuer()),
                local.client(),
                local.secret(),
                URI.create(origin + "/staff/signed-in"),
                new KeycloakDirectory.Client(local.directory(), local.directorySecret()));
    }

    /// Somebody new at the clinic, with a password and an app for codes.
    public Person hire(String... roles) {
        return hireAt("clinic", roles);
    }

    /// At a clinic that comes into being with its first person.
    public Person hireAt(String alias, String... roles) {
        var id =
                "t" + Secrets.fresh().toLowerCase(Locale.ROOT).replace('_', 'x').replace('-', 'y');
        var json = JsonNodeFactory.instance;
        var user = json.objectNode()
                .put("id", id)
                .put("username", id)
                .put("firstName", "Kim")
                .put("lastName", "T.")
                .put("email", id + "@tidewater.example")
                .put("emailVerified", true)
                .put("enabled", true);
        var realm = json.objectNode().put("ifResourceExists", "FAIL");
        user.putArray("realmRoles")
                .addAll(List.of(roles).stream().map(json::textNode).toList());
        user.putArray("credentials")
                .add(json.objectNode().put("type", "password").put("value", PASSWORD))
                .add(json.objectNode()
                        .put("type", "otp")
                        .put("secretData", "{\"value\":\"" + CODE + "\"}")
                        .put(
                                "credentialData",
                                "{\"subType\":\"totp\",\"digits\":6,\"counter\":0,\"period\":30,"
                                        + "\"algorithm\":\"HmacSHA1\",\"secretEncoding\":\"BASE32\"}"));
        realm.putArray("users").add(user);
        admin("POST", "/partialImport", realm);
        join(alias, id);
        return new Person(id, id, PASSWORD, CODE);
    }

    /// Belongs to a clinic from now on, and to those of before.
    public void join(String alias, String user) {
        admin("POST", "/organizations/" + clinic(alias) + "/members", JsonNodeFactory.instance.textNode(user));
    }

    private String clinic(String alias) {
        for (var found : admin("GET", "/organizations", null)) {
            if (found.path("alias").asText().equals(alias))
                return found.path("id").asText();
        }
        var json = JsonNodeFactory.instance;
        var made = json.objectNode().put("name", alias).put("alias", alias).put("enabled", true);
        made.putArray("domains").add(json.objectNode().put("name", alias + ".example"));
        admin("POST", "/organizations", made);
        return clinic(alias);
    }

    public void takeAway(Person person, String role) {
        var found = admin("GET", "/roles/" + role, null);
        admin(
                "DELETE",
                "/users/" + person.id() + "/role-mappings/realm",
                JsonNodeFactory.instance.arrayNode().add(found));
    }

    public void signOutEverywhere(Person person) {
        admin("POST", "/users/" + person.id() + "/logout", JsonNodeFactory.instance.objectNode());
    }

    JsonNode admin(String method, String path, @Nullable JsonNode body) {
        var address = issuer().replace("/realms/", "/admin/realms/") + path;
        return send(HttpRequest.newBuilder(URI.create(address))
                .header("authorization", "Bearer " + adminToken())
                .header("content-type", "application/json")
                .method(
                        method,
                        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(JsonText.print(body))));
    }

    /// Of the realm that keeps Keycloak itself.
    public String adminToken() {
        var admin = local.said().path("admin");
        var fields = Map.of(
                "client_id",
                "admin-cli",
                "grant_type",
                "password",
                "username",
                admin.path("username").asText(),
                "password",
                admin.path("password").asText());
        return token(local.said().path("url").asText() + "/realms/master", fields);
    }

    /// What a server has to look into the list of staff.
    public String directoryToken() {
        return token(Map.of(
                "grant_type", "client_credentials",
                "client_id", local.directory(),
                "client_secret", local.directorySecret()));
    }

    /// What a program is given to which somebody gave their password and a code.
    public String lent(Person person, String client, String secret) {
        return token(Map.of(
                "grant_type",
                "password",
                "scope",
                "openid",
                "client_id",
                client,
                "client_secret",
                secret,
                "username",
                person.username(),
                "password",
                person.password(),
                "totp",
                StaffBrowser.nextCode(person)));
    }

    String token(Map<String, String> fields) {
        return token(issuer(), fields);
    }

    private static String token(String issuer, Map<String, String> fields) {
        return tokens(issuer, fields).path("access_token").asText();
    }

    private static JsonNode tokens(String issuer, Map<String, String> fields) {
        return send(HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
                .header("content-type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(fields))));
    }

    /// What a server with this origin is given when somebody signs in to its pages; no browser ever sees it.
    public JsonNode ofPages(Person person, String origin) {
        var verifier = Secrets.fresh() + Secrets.fresh();
        var returnTo = origin + "/staff/signed-in";
        var asked = form(Map.of(
                "client_id",
                local.client(),
                "redirect_uri",
                returnTo,
                "response_type",
                "code",
                "scope",
                "openid organization:*",
                "nonce",
                Secrets.fresh(),
                "code_challenge",
                challenge(verifier),
                "code_challenge_method",
                "S256"));
        var browser = new StaffBrowser(origin);
        var back = browser.answer(person, browser.get(issuer() + "/protocol/openid-connect/auth?" + asked));
        var code = back.replaceAll(".*[?&]code=([^&]+).*", "$1");
        return tokens(
                issuer(),
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        code,
                        "code_verifier",
                        verifier,
                        "redirect_uri",
                        returnTo,
                        "client_id",
                        local.client(),
                        "client_secret",
                        local.secret()));
    }

    private static String challenge(String verifier) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            var digest = sha.digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// What anybody may know: the keys that tokens are checked with.
    public String publicKeys() {
        var asked = HttpRequest.newBuilder(URI.create(issuer() + "/protocol/openid-connect/certs"));
        return JsonText.print(send(asked.GET()));
    }

    /// As if its computer had stopped: its connections stay open, and nobody answers.
    public void standStill() {
        Signals.sendAll("STOP", local.said().path("pid").asLong());
    }

    public void goOn() {
        Signals.sendAll("CONT", local.said().path("pid").asLong());
    }

    private static JsonNode send(HttpRequest.Builder request) {
        var answer = exchange(CLIENT, request.build());
        if (answer.statusCode() >= 400) throw new AssertionError(answer.statusCode() + " " + answer.body());
        return answer.body().isEmpty() ? JsonNodeFactory.instance.nullNode() : JsonText.parse(answer.body());
    }

    static HttpResponse<String> exchange(HttpClient client, HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    @Override
    public void close() {
        local.close();
    }
}
