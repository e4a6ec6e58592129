package org.holdfast.worksheet.shipped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// The worksheets that ship, as files of JSON.
final class ShippedForms {
    static final Path FOLDER = Path.of("src", "main", "resources", "worksheets");
    static final Path INDEX = FOLDER.resolve("index.json");

    private static final ObjectMapper JSON = new ObjectMapper();

    /// The elements that hold what a person may read.
    private static final List<String> READ =
            List.of("title", "description", "copyright", "text", "display", "valueString");

    private ShippedForms() {}

    /// One file. Its name without the ending is what it is called everywhere.
    record Sheet(String name, Path file, JsonNode json) {
        /// Every item, with those inside it behind it.
        Stream<JsonNode> items() {
            return below(json);
        }

        private static Stream<JsonNode> below(JsonNode node) {
            return elements(node.path("item")).flatMap(item -> Stream.concat(Stream.of(item), below(item)));
        }

        /// Every text that a person may read, with its Spanish.
        List<Said> said() {
            return saidIn(json).toList();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /// A text beside which stands how it is said in other languages: `_text` for `text`.
    record Said(String english, JsonNode beside) {
        String spanish() {
            return elements(beside.path("extension"))
                    .filter(extension -> extension.path("url").asText().endsWith("/translation"))
                    .filter(translation -> "es"
                            .equals(part(translation, "lang").path("valueCode").asText()))
                    .map(translation ->
                            part(translation, "content").path("valueString").asText())
                    .findAny()
                    .orElse("");
        }

        private static JsonNode part(JsonNode extension, String url) {
            Predicate<JsonNode> wanted = part -> part.path("url").asText().equals(url);
            return elements(extension.path("extension"))
                    .filter(wanted)
                    .findAny()
                    .orElseThrow();
        }
    }

    static List<Sheet> all() {
        try (var files = Files.list(FOLDER)) {
            return files.filter(file -> !file.equals(INDEX))
                    .sorted()
                    .map(ShippedForms::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(array.elements(), Spliterator.ORDERED), false);
    }

    private static Sheet read(Path file) {
        try {
            var name = file.getFileName().toString().replaceFirst("\\.json$", "");
            return new Sheet(name, file, JSON.readTree(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Said> saidIn(JsonNode node) {
        var here = READ.stream()
                .filter(node::has)
                .map(key -> new Said(node.path(key).asText(), node.path("_" + key)));
        var inside = node.properties().stream()
                .filter(field -> !field.getKey().startsWith("_"))
                .flatMap(field -> saidIn(field.getValue()));
        var among = elements(node).filter(_ -> node.isArray()).flatMap(ShippedForms::saidIn);
        return Stream.of(here, inside, among).flatMap(all -> all);
    }
}
