package org.holdfast;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.holdfast.decision.Ids;
import org.jspecify.annotations.Nullable;

/// Reads single settings and gathers what is wrong with them instead of stopping at the first.
final class Settings {
    private static final Set<String> HTTP = Set.of("http", "https");
    private static final Pattern CHANNEL = Pattern.compile("wss?://[A-Za-z0-9.\\-]{1,253}(:[0-9]{1,5})?");
    private static final Pattern ICE = Pattern.compile(
            "(stun|turn)s?:([A-Za-z0-9.\\-]{1,253}|\\[[0-9a-fA-F:]+])" + "(:[0-9]{1,5})?(\\?transport=(udp|tcp))?");

    private final Map<String, String> environment;
    private final List<String> problems = new ArrayList<>();

    Settings(Map<String, String> environment) {
        this.environment = environment;
    }

    void problem(String sentence) {
        problems.add(sentence);
    }

    void done() {
        if (!problems.isEmpty()) throw new ConfigErrors(problems);
    }

    @Nullable
    String find(String name) {
        var value = environment.get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    String text(String name, String otherwise) {
        var value = find(name);
        return value == null ? otherwise : value;
    }

    int port(String name, @Nullable Integer argument, int otherwise) {
        var text = argument == null ? find(name) : String.valueOf(argument);
        if (text == null) return otherwise;
        try {
            var port = Integer.parseInt(text);
            if (port >= 0 && port <= 65_535) return port;
        } catch (NumberFormatException _) {
            // said below, in one place
        }
        problem((argument == null ? name : "--port") + " is " + text + "; a port is a number from 0 to 65535.");
        return otherwise;
    }

    Path folder(String name, Path otherwise) {
        var value = find(name);
        var folder =
                (value == null ? otherwise : Path.of(value)).toAbsolutePath().normalize();
        if (Files.exists(folder) && !Files.isDirectory(folder))
            problem(name + " is " + folder + ", which is no folder.");
        return folder;
    }

    Path file(String name, Path otherwise) {
        var value = find(name);
        var file = (value == null ? otherwise : Path.of(value)).toAbsolutePath().normalize();
        if (Files.isDirectory(file)) problem(name + " is " + file + ", which is a folder.");
        return file;
    }

    @Nullable
    Path existingFolder(String name) {
        var value = find(name);
        if (value == null) return null;
        var folder = Path.of(value).toAbsolutePath().normalize();
        if (!Files.isDirectory(folder)) problem(name + " is " + folder + ", which is no folder.");
        return folder;
    }

    @Nullable
    URI uri(String name) {
        var value = find(name);
        return value == null ? null : parse(name, value);
    }

    /// Each scheme, host and port, and nothing after it.
    List<URI> addresses(String name) {
        var found = new ArrayList<URI>();
        for (var part : list(name)) {
            var uri = parse(name, part);
            if (uri == null) continue;
            if (!isOrigin(uri) || !HTTP.contains(uri.getScheme())) {
                problem(name + " holds " + part + "; an address here is like http://bridge-1:8080.");
            }
            found.add(URI.create(uri.getScheme() + "://" + uri.getAuthority()));
        }
        return found;
    }

    /// What a page may open a socket to; it stands in a header, so it has no other signs than an origin has.
    Set<String> channels(String name) {
        var found = new LinkedHashSet<String>();
        for (var part : list(name)) {
            if (CHANNEL.matcher(part).matches()) {
                found.add(part);
            } else {
                problem(name + " holds " + part + "; the origin of a channel is like wss://bridge-1.example:443.");
            }
        }
        return found;
    }

    List<String> iceServers(String name) {
        var found = new ArrayList<String>();
        for (var part : list(name)) {
            if (ICE.matcher(part).matches()) {
                found.add(part);
            } else {
                problem(name + " holds " + part + "; such a server is like stun:turn.example:3478 or "
                        + "turns:turn.example:443?transport=tcp.");
            }
        }
        return found;
    }

    Set<String> origins(String name) {
        var found = new LinkedHashSet<String>();
        for (var part : list(name)) {
            var uri = parse(name, part);
            if (uri == null) continue;
            if (!isOrigin(uri)) {
                problem(name + " holds " + part + "; an origin is only scheme, host and port.");
            }
            found.add(part.endsWith("/") ? part.substring(0, part.length() - 1) : part);
        }
        return found;
    }

    private static boolean isOrigin(URI uri) {
        var path = uri.getPath();
        return (path == null || path.isEmpty() || path.equals("/")) && uri.getQuery() == null;
    }

    Config.@Nullable Secret secret(String name) {
        var value = find(name);
        return value == null ? null : new Config.Secret(value);
    }

    String id(String name, String otherwise) {
        var value = text(name, otherwise);
        if (Ids.wellFormed(value)) return value;
        problem(name + " is " + value + "; it starts with a letter, then letters, digits, - and _.");
        return otherwise;
    }

    static boolean loopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException _) {
            return false;
        }
    }

    private List<String> list(String name) {
        var value = find(name);
        return value == null
                ? List.of()
                : Arrays.stream(value.split(","))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .toList();
    }

    private @Nullable URI parse(String name, String text) {
        try {
            var uri = URI.create(text);
            if (uri.getScheme() != null && uri.getHost() != null) return uri;
        } catch (IllegalArgumentException _) {
            // said below, in one place; the value may hold a password, so it is not repeated
        }
        problem(name + " is not an address like scheme://host:port.");
        return null;
    }
}
