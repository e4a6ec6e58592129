package org.holdfast;

import java.net.URI;
import org.holdfast.Config.Secret;
import org.holdfast.identity.keycloak.KeycloakAdapter;
import org.jspecify.annotations.Nullable;

/// Where staff sign in.
///
/// @param issuer a realm of Keycloak, as its tokens name it
public record AccountSettings(URI issuer, String client, Secret secret) {
    private static final String RETURN_TO = "/staff/signed-in";

    static @Nullable AccountSettings read(Settings settings) {
        var issuer = settings.uri("HOLDFAST_KEYCLOAK");
        var client = settings.text("HOLDFAST_KEYCLOAK_CLIENT", "holdfast");
        var secret = settings.secret("HOLDFAST_KEYCLOAK_SECRET");
        if (issuer == null) return null;
        if (secret == null) {
            settings.problem("HOLDFAST_KEYCLOAK_SECRET is missing: Keycloak shows it with the client " + client + ".");
            return null;
        }
        var text = issuer.toString();
        return new AccountSettings(
                text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : issuer, client, secret);
    }

    /// @param origin of the pages
    KeycloakAdapter.Client client(String origin) {
        return new KeycloakAdapter.Client(issuer, client, secret.value(), URI.create(origin + RETURN_TO));
    }
}
