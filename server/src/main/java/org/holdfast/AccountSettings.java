package org.holdfast;

import java.net.URI;
import org.holdfast.Config.Secret;
import org.holdfast.identity.keycloak.KeycloakAdapter;
import org.holdfast.identity.keycloak.KeycloakDirectory;
import org.jspecify.annotations.Nullable;

/// Where staff sign in.
///
/// @param issuer a realm of Keycloak, as its tokens name it
/// @param directory what the server itself signs in with to see who works at a clinic
public record AccountSettings(URI issuer, String client, Secret secret, String directory, Secret directorySecret) {
    static final String DIRECTORY_SECRET = "HOLDFAST_KEYCLOAK_DIRECTORY_SECRET";
    private static final String RETURN_TO = "/staff/signed-in";

    static @Nullable AccountSettings read(Settings settings) {
        var issuer = settings.uri("HOLDFAST_KEYCLOAK");
        var client = settings.text("HOLDFAST_KEYCLOAK_CLIENT", "holdfast");
        var secret = settings.secret("HOLDFAST_KEYCLOAK_SECRET");
        var directory = settings.text("HOLDFAST_KEYCLOAK_DIRECTORY_CLIENT", "holdfast-directory");
        var directorySecret = settings.secret(DIRECTORY_SECRET);
        if (issuer == null) return null;
        if (!String.valueOf(issuer.getPath()).matches(".*/realms/[^/]+/?")) {
            settings.problem("HOLDFAST_KEYCLOAK holds " + issuer + ", which is no realm: name it to the end, such as "
                    + "https://sign-in.example/realms/holdfast.");
        }
        if (secret == null) settings.problem(missing("HOLDFAST_KEYCLOAK_SECRET", client));
        if (directorySecret == null) settings.problem(missing(DIRECTORY_SECRET, directory));
        if (secret == null || directorySecret == null) return null;
        var text = issuer.toString();
        return new AccountSettings(
                text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : issuer,
                client,
                secret,
                directory,
                directorySecret);
    }

    private static String missing(String setting, String client) {
        return setting + " is missing: Keycloak shows it with the client " + client + ".";
    }

    /// @param origin of the pages
    KeycloakAdapter.Client client(String origin) {
        return new KeycloakAdapter.Client(
                issuer,
                client,
                secret.value(),
                URI.create(origin + RETURN_TO),
                new KeycloakDirectory.Client(directory, directorySecret.value()));
    }
}
