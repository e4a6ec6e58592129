package org.holdfast.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The one place in the README that a program writes.
final class Readme {
    static final String FROM = "<!-- written by ./holdfast bench --write -->\n";
    static final String TO = "<!-- end of what ./holdfast bench wrote -->\n";

    private Readme() {}

    static void write(Path readme, String table) throws IOException {
        var text = Files.readString(readme);
        var from = text.indexOf(FROM);
        var to = text.indexOf(TO);
        if (from < 0 || to < from) throw new IOException("The README has no place for the table");
        Files.writeString(readme, text.substring(0, from + FROM.length()) + "\n" + table + "\n" + text.substring(to));
    }
}
