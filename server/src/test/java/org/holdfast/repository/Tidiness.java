package org.holdfast.repository;

import java.nio.file.Path;

/// Where a package's main sources and its tests lie beside each other.
final class Tidiness {
    private static final String MAIN = "src/main/java";
    private static final String TEST = "src/test/java";

    private Tidiness() {}

    static Path mainFolder(Path folder) {
        return Path.of(folder.toString().replace(TEST, MAIN));
    }

    static Path testFolder(Path folder) {
        return Path.of(folder.toString().replace(MAIN, TEST));
    }
}
