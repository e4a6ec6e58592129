package org.holdfast.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// The folder `infra` as it stands, and `compose.yaml` as compose would read it.
record Infra(Path folder, Map<String, Map<String, Object>> services) {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)(:\\?|:-|-)?");

    /// `${NAME}`, `${NAME:?why}`, `${NAME:-otherwise}` or `${NAME-otherwise}`.
    record Variable(String name, String how) {
        boolean refuses() {
            return how.equals(":?");
        }

        boolean isOpen() {
            return how.isEmpty();
        }
    }

    static Infra here() {
        var root = Path.of("").toAbsolutePath();
        while (!Files.exists(root.resolve("holdfast"))) root = root.getParent();
        var folder = root.resolve("infra");
        return new Infra(folder, services(read(folder.resolve("compose.yaml"))));
    }

    String text(String file) {
        return read(folder.resolve(file));
    }

    Path path(String file) {
        return folder.resolve(file);
    }

    Map<String, Object> service(String name) {
        var service = services.get(name);
        if (service == null) throw new IllegalArgumentException("There is no service " + name);
        return service;
    }

    /// A list that a service has, empty where it has none.
    List<String> list(String service, String key) {
        return service(service).get(key) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    Map<String, String> environment(String service) {
        return service(service).get("environment") instanceof Map<?, ?> map
                ? map.entrySet().stream()
                        .collect(Collectors.toMap(
                                entry -> String.valueOf(entry.getKey()), entry -> String.valueOf(entry.getValue())))
                : Map.of();
    }

    static Stream<Variable> variables(String text) {
        return VARIABLE.matcher(text)
                .results()
                .map(match -> new Variable(match.group(1), match.group(2) == null ? "" : match.group(2)));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> services(String compose) {
        Map<String, Object> whole = new Yaml(new SafeConstructor(new LoaderOptions())).load(compose);
        return (Map<String, Map<String, Object>>) whole.get("services");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
