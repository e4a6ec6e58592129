package org.holdfast.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The server as it ships, classes in a jar, and what Java keeps of a start of it that was rehearsed as for the image.
///
/// @param classes its class path
/// @param options of Java, which are those of the rehearsal
/// @param cache what was kept
record Rehearsed(String classes, List<String> options, Path cache) {
    static Rehearsed with(Bench bench, List<String> options) throws IOException, InterruptedException {
        // Class data archives take jars only.
        var jar = bench.folder().resolve("holdfast.jar");
        run(List.of(tool("jar"), "--create", "--file", jar.toString(), "-C", "server/target/classes", "."));
        var classes = jar + ":server/target/lib/*:server/target/demo-lib/*";
        var cache = bench.folder().resolve("holdfast.aot");
        var command = new ArrayList<>(List.of("infra/server/rehearse", cache.toString(), tool("java")));
        command.addAll(options);
        command.addAll(List.of("-cp", classes, "org.holdfast.Main"));
        run(command);
        return new Rehearsed(classes, options, cache);
    }

    /// Java and its options up to the class path.
    List<String> java(boolean cached) {
        var command = new ArrayList<>(List.of(tool("java")));
        command.addAll(options);
        if (cached) command.add("-XX:AOTCache=" + cache);
        return command;
    }

    static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) throw new IOException("Failed: " + command);
    }
}
