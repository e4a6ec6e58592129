package org.holdfast.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.holdfast.identity.Secrets;
import org.holdfast.json.JsonText;

/// The demo's tokens and codes, kept so that a restart can print the same. A real clinic never can: it keeps digests
/// only.
final class DemoLinks {
    private final Path file;
    private final ObjectNode tokens;

    private DemoLinks(Path file, ObjectNode tokens) {
        this.file = file;
        this.tokens = tokens;
    }

    static DemoLinks in(Path folder) throws IOException {
        var file = folder.resolve("links.json");
        var known = Files.exists(file) ? JsonText.parse(Files.readString(file)) : JsonNodeFactory.instance.objectNode();
        return new DemoLinks(file, known instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode());
    }

    String token(Cast person) {
        if (!tokens.path(person.id()).isTextual()) tokens.put(person.id(), Secrets.fresh());
        return tokens.path(person.id()).textValue();
    }

    /// For a fresh sign-in. An id has no colon, so this is nobody's token.
    String code(Cast person) {
        var name = "code:" + person.id();
        if (!tokens.path(name).isTextual()) tokens.put(name, Secrets.freshCode());
        return tokens.path(name).textValue();
    }

    void save() throws IOException {
        PrivateFiles.write(file, JsonText.print(tokens) + "\n");
    }
}
