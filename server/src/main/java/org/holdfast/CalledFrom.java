package org.holdfast;

import java.nio.file.Path;

/// Files that a person names on the command line. The launcher goes to its own folder first and says where it was
/// called from.
final class CalledFrom {
    private CalledFrom() {}

    static Path file(Path named) {
        return Path.of(System.getProperty("holdfast.called-from", ""))
                .resolve(named)
                .toAbsolutePath()
                .normalize();
    }
}
