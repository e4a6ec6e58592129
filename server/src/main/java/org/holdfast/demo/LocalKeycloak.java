package org.holdfast.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.holdfast.json.JsonText;

/// The real Keycloak beside a demo, as `infra/local/keycloak.mjs` starts it. It ends with its input, so also when this
/// process is killed.
public final class LocalKeycloak implements AutoCloseable {
    /// Somebody who can sign in, on this computer only.
    ///
    /// @param code what an app makes their codes of
    /// @param otpauth the same, as an app takes it
    public record Person(
            String name, String username, String password, String code, String otpauth, List<String> roles) {}

    private static final String SCRIPT = "infra/local/keycloak.mjs";
    private static final long ENDS_WITHIN_S = 12;

    private final Process process;
    private final JsonNode said;

    private LocalKeycloak(Process process, JsonNode said) {
        this.process = process;
        this.said = said;
    }

    /// @param origin of the pages that people are sent back to
    /// @throws IOException when it did not start; what it said stands on the error output
    public static LocalKeycloak start(String origin) throws IOException {
        var process = new ProcessBuilder("node", script().toString(), "--origin", origin)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        var line = out.readLine();
        if (line == null) throw new IOException("Keycloak did not start. What it said stands above.");
        return new LocalKeycloak(process, JsonText.parse(line));
    }

    private static Path script() throws IOException {
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(SCRIPT))) return folder.resolve(SCRIPT);
        }
        throw new IOException("Keycloak is started from Holdfast's own folder, which has " + SCRIPT);
    }

    public String issuer() {
        return said.path("issuer").asText();
    }

    public String client() {
        return said.path("client").path("id").asText();
    }

    public String secret() {
        return said.path("client").path("secret").asText();
    }

    /// What a server looks with into the list of staff.
    public String directory() {
        return said.path("directory").path("id").asText();
    }

    public String directorySecret() {
        return said.path("directory").path("secret").asText();
    }

    /// All that it said, for programs.
    public JsonNode said() {
        return said;
    }

    public List<Person> staff() {
        var staff = new ArrayList<Person>();
        for (var person : said.path("staff")) {
            var roles = new ArrayList<String>();
            person.path("roles").forEach(role -> roles.add(role.asText()));
            staff.add(new Person(
                    person.path("name").asText(),
                    person.path("username").asText(),
                    person.path("password").asText(),
                    person.path("code").asText(),
                    person.path("otpauth").asText(),
                    List.copyOf(roles)));
        }
        return List.copyOf(staff);
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(ENDS_WITHIN_S, TimeUnit.SECONDS)) process.destroy();
        } catch (IOException _) {
            process.destroy();
        } catch (InterruptedException _) {
            process.destroy();
            Thread.currentThread().interrupt();
        }
    }
}
