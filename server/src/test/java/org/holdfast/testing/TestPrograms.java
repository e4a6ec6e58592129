package org.holdfast.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.holdfast.identity.Secrets;
import org.holdfast.json.JsonText;

/// Accounts of programs in the real Keycloak, made of the file that a clinic makes its own of.
public final class TestPrograms {
    private static final String FILE = "infra/keycloak/service-account.json";

    /// @param id by which Keycloak itself knows the client
    /// @param subject whose tokens are of
    public record Program(String id, String client, String secret, String subject) {
        public String person() {
            return "service-" + subject;
        }
    }

    private final TestKeycloak keycloak;

    public TestPrograms(TestKeycloak keycloak) {
        this.keycloak = keycloak;
    }

    /// One with these roles that belongs to this clinic.
    public Program of(String clinic, String... roles) {
        var program = ofNoClinic(roles);
        keycloak.join(clinic, program.subject());
        return program;
    }

    public Program ofNoClinic(String... roles) {
        var client = "program-" + Secrets.fresh().toLowerCase(Locale.ROOT);
        keycloak.admin("POST", "/clients", ((ObjectNode) file()).put("clientId", client));
        var id = keycloak.admin("GET", "/clients?clientId=" + client, null)
                .get(0)
                .path("id")
                .asText();
        var user = keycloak.admin("GET", "/clients/" + id + "/service-account-user", null);
        var secret = keycloak.admin("GET", "/clients/" + id + "/client-secret", null);
        var program = new Program(
                id, client, secret.path("value").asText(), user.path("id").asText());
        for (var role : roles) keycloak.admin("POST", roles(program), role(role));
        return program;
    }

    public void takeAway(Program program, String role) {
        keycloak.admin("DELETE", roles(program), role(role));
    }

    /// What an account of a program could be set to beside what the file says.
    public void set(Program program, String name, boolean value) {
        var client = (ObjectNode) keycloak.admin("GET", "/clients/" + program.id(), null);
        keycloak.admin("PUT", "/clients/" + program.id(), client.put(name, value));
    }

    public void setAttribute(Program program, String name, String value) {
        var client = (ObjectNode) keycloak.admin("GET", "/clients/" + program.id(), null);
        ((ObjectNode) client.get("attributes")).put(name, value);
        keycloak.admin("PUT", "/clients/" + program.id(), client);
    }

    /// What the program asks for before it calls.
    public String token(Program program) {
        return keycloak.token(Map.of(
                "grant_type", "client_credentials", "client_id", program.client(), "client_secret", program.secret()));
    }

    private ArrayNode role(String name) {
        return JsonNodeFactory.instance.arrayNode().add(keycloak.admin("GET", "/roles/" + name, null));
    }

    private static String roles(Program program) {
        return "/users/" + program.subject() + "/role-mappings/realm";
    }

    private static JsonNode file() {
        try {
            for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
                var file = folder.resolve(FILE);
                if (Files.exists(file)) return JsonText.parse(Files.readString(file));
            }
            throw new AssertionError(FILE + " is not there");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
