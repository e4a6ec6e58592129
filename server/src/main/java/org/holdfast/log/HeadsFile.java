package org.holdfast.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Signed heads outside of the store: a file that only grows, one line each, to be shipped to where those who can touch
/// the store cannot. Used by one thread at a time.
final class HeadsFile {
    /// A line ends in its signature, which tells it from every other.
    private static final int TELLS = 90;

    private final Path path;
    private @Nullable Set<String> written;

    HeadsFile(Path path) {
        this.path = path.toAbsolutePath();
    }

    Path path() {
        return path;
    }

    /// On disk when this returns. What stands there already is not written again. The file is opened each time, so
    /// that one which was moved away to be shipped is simply begun anew.
    void append(List<String> lines) throws IOException {
        var known = written == null ? read() : written;
        var fresh = lines.stream()
                .filter(line -> !known.contains(tells(line)))
                .distinct()
                .toList();
        if (!fresh.isEmpty()) write(fresh);
        fresh.forEach(line -> known.add(tells(line)));
        written = known;
    }

    private Set<String> read() throws IOException {
        var known = new HashSet<String>();
        if (!Files.exists(path)) return known;
        try (var reader = Files.newBufferedReader(path, StandardCharsets.ISO_8859_1)) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) known.add(tells(line));
        }
        return known;
    }

    private void write(List<String> lines) throws IOException {
        var folder = path.getParent();
        Files.createDirectories(folder);
        var isNew = !Files.exists(path);
        // After a crash the last line may have no end. It stays as it is, since it may have been shipped.
        var text = (isNew || endsWhole() ? "" : "\n") + String.join("\n", lines) + "\n";
        var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        try (var file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (bytes.hasRemaining()) file.write(bytes);
            file.force(true);
        }
        if (!isNew) return;
        // The name of a new file is on disk only once its folder is.
        try (var entries = FileChannel.open(folder, StandardOpenOption.READ)) {
            entries.force(true);
        }
    }

    private boolean endsWhole() throws IOException {
        try (var file = FileChannel.open(path, StandardOpenOption.READ)) {
            if (file.size() == 0) return true;
            var last = ByteBuffer.allocate(1);
            file.read(last, file.size() - 1);
            return last.get(0) == '\n';
        }
    }

    private static String tells(String line) {
        return line.substring(Math.max(0, line.length() - TELLS));
    }
}
