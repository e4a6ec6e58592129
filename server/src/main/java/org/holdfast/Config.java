package org.holdfast;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Every setting, typed and checked once at the start. A node never reads the environment after this.
///
/// @param host the address that is listened on
/// @param port 0 takes a free one
/// @param managementPort health and metrics for machines; 0 takes a free one
/// @param data the folder for what is not in Redis: keys, the demo's Redis, its links
/// @param redis absent in the demo, which starts its own
/// @param web a folder of built pages; absent means those on the classpath
/// @param origins what a browser's Origin may be; empty means this server's own addresses
/// @param masterKey what every other key is derived from or wrapped by; absent in the demo, which makes a file of its
/// own
/// @param accounts where staff sign in; absent in a demo whose staff come by links
/// @param heads the file that signed heads leave Redis by
/// @param worksheets a folder of the clinic's own forms
/// @param nodeName of this server among others
public record Config(
        Mode mode,
        String host,
        int port,
        int managementPort,
        Path data,
        Path heads,
        @Nullable URI redis,
        @Nullable Path web,
        Set<String> origins,
        @Nullable Secret masterKey,
        @Nullable AccountSettings accounts,
        MediaSettings media,
        @Nullable Path worksheets,
        String nodeName) {

    public enum Mode {
        DEMO,
        SERVE
    }

    /// Something that no log and no message may show.
    public record Secret(String value) {
        @Override
        public String toString() {
            return "Secret[]";
        }
    }

    public static final int DEFAULT_PORT = 8080;
    static final int DEFAULT_MANAGEMENT_PORT = 8081;
    static final String HEADS = "heads.jsonl";
    static final Path SERVE_DATA = Path.of(".holdfast", "data");
    static final String LOOPBACK = "127.0.0.1";

    public Config {
        origins = Set.copyOf(origins);
    }

    /// What the command line overrides.
    public record Arguments(@Nullable Integer port) {}

    /// @throws ConfigErrors with everything that is wrong, so that nobody mends settings one run at a time
    public static Config read(Mode mode, Map<String, String> environment, Arguments arguments) {
        var settings = new Settings(environment);
        var config = switch (mode) {
            case DEMO -> demo(settings, arguments);
            case SERVE -> serve(settings, arguments);
        };
        settings.done();
        return config;
    }

    private static Config demo(Settings settings, Arguments arguments) {
        var host = settings.text("HOLDFAST_HOST", LOOPBACK);
        if (!Settings.loopback(host)) {
            settings.problem("HOLDFAST_HOST is " + host
                    + ", but the demo has no real sign-in and answers on this computer only (127.0.0.1 or ::1).");
        }
        var data = settings.folder("HOLDFAST_DATA", Path.of(".holdfast", "demo"));
        return new Config(
                Mode.DEMO,
                host,
                settings.port("HOLDFAST_PORT", arguments.port(), DEFAULT_PORT),
                settings.port("HOLDFAST_MANAGEMENT_PORT", null, 0),
                data,
                settings.file("HOLDFAST_HEADS_FILE", data.resolve(HEADS)),
                null,
                settings.existingFolder("HOLDFAST_WEB"),
                settings.origins("HOLDFAST_ORIGINS"),
                null,
                AccountSettings.read(settings),
                MediaSettings.read(settings),
                settings.existingFolder("HOLDFAST_WORKSHEETS"),
                settings.id("HOLDFAST_NODE", "demo"));
    }

    private static Config serve(Settings settings, Arguments arguments) {
        var data = settings.folder("HOLDFAST_DATA", SERVE_DATA);
        var config = new Config(
                Mode.SERVE,
                settings.text("HOLDFAST_HOST", "0.0.0.0"),
                settings.port("HOLDFAST_PORT", arguments.port(), DEFAULT_PORT),
                settings.port("HOLDFAST_MANAGEMENT_PORT", null, DEFAULT_MANAGEMENT_PORT),
                data,
                settings.file("HOLDFAST_HEADS_FILE", data.resolve(HEADS)),
                settings.uri("HOLDFAST_REDIS"),
                settings.existingFolder("HOLDFAST_WEB"),
                settings.origins("HOLDFAST_ORIGINS"),
                settings.secret("HOLDFAST_MASTER_KEY"),
                AccountSettings.read(settings),
                MediaSettings.read(settings),
                settings.existingFolder("HOLDFAST_WORKSHEETS"),
                settings.id("HOLDFAST_NODE", "node"));
        Production.check(config, settings);
        return config;
    }
}
