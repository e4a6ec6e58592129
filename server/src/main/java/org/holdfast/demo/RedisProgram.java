package org.holdfast.demo;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Map;

/// Finds a `redis-server`: the one on the path, else the one that a library carries for this kind of computer.
final class RedisProgram {
    private static final String CARRIED = "redis-server-7.0.15-";
    private static final Map<String, String> PROCESSORS =
            Map.of("amd64", "amd64", "x86_64", "amd64", "aarch64", "arm64", "arm64", "arm64", "x86", "386");

    private RedisProgram() {}

    static Path find(Path folder) throws IOException {
        for (var part : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
            if (part.isEmpty()) continue;
            var program = Path.of(part, "redis-server");
            if (Files.isExecutable(program)) return program;
        }
        return carried(folder);
    }

    /// Copied into the demo's folder rather than the temporary one, so that starts do not pile up copies.
    static Path carried(Path folder) throws IOException {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        var processor = PROCESSORS.getOrDefault(System.getProperty("os.arch"), "unknown");
        var name = CARRIED + system + "-" + processor;
        var target = folder.resolve(name);
        if (Files.isExecutable(target)) return target;
        try (var source = RedisProgram.class.getClassLoader().getResourceAsStream(name)) {
            if (source == null) {
                throw new IOException("No redis-server is on the path, and none is carried for this computer (" + system
                        + ", " + processor + "). Install Redis 7 and start the demo again.");
            }
            var unfinished = Files.createTempFile(folder, name, ".part");
            Files.copy(source, unfinished, StandardCopyOption.REPLACE_EXISTING);
            if (!unfinished.toFile().setExecutable(true))
                throw new IOException("Cannot make " + target + " executable");
            Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
        }
        return target;
    }
}
