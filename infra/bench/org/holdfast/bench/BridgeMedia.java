package org.holdfast.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.holdfast.json.JsonText;

/// What people wait for where their media go through a bridge. It takes real browsers and real bridges: a browser
/// test measures it, and what that noted is read. At the two bridges that HOLDFAST_TEST_BRIDGE names; both have carried
/// media before.
final class BridgeMedia implements Measurement {
    private static final List<String> BROWSERS = List.of(
            "npx", "--no-install", "vitest", "run", "--config", "e2e/vitest.config.ts", "e2e/bridge-figures.test.ts");
    private static final int COMINGS = 20;
    private static final int DEATHS = 4;
    private static final long PATIENCE_MIN = 20;
    private static final double MOST_NEAR_S = 1.2;
    private static final double MOST_FAR_S = 2.5;
    private static final double MOST_DEAD_S = 6;

    @Override
    public String name() {
        return "bridge-media";
    }

    @Override
    public String about() {
        return "from a click to a picture, and to sound when a videobridge has died, in browsers";
    }

    @Override
    public void run(Bench bench) throws Exception {
        if (System.getenv("HOLDFAST_TEST_BRIDGE") == null) {
            bench.say("Not measured: HOLDFAST_TEST_BRIDGE names no videobridges.");
            return;
        }
        var log = bench.folder().resolve("browsers.log");
        var noted = bench.folder().resolve("figures");
        bench.once("browsers, with the bridges counted as others", () -> browse(bench, log, noted));
        if (!Files.exists(noted)) {
            bench.say("Not measured, the tests were skipped:\n" + Files.readString(log));
            return;
        }
        for (var line : Files.readAllLines(noted)) tell(bench, JsonText.parse(line));
    }

    private static String browse(Bench bench, Path log, Path noted) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(BROWSERS)
                .directory(Path.of("web-client").toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("HOLDFAST_FIGURES", noted.toString());
        builder.environment().put("HOLDFAST_FIGURES_COMINGS", String.valueOf(bench.sized(COMINGS, 2)));
        builder.environment().put("HOLDFAST_FIGURES_DEATHS", String.valueOf(bench.sized(DEATHS, 1)));
        var browsers = builder.start();
        try {
            if (!browsers.waitFor(PATIENCE_MIN, TimeUnit.MINUTES)) throw new IOException("The browsers did not end");
        } finally {
            browsers.destroy();
        }
        if (browsers.exitValue() != 0) throw new IOException("The browsers failed:\n" + Files.readString(log));
        return "measured";
    }

    private static void tell(Bench bench, JsonNode figure) {
        var ms = StreamSupport.stream(figure.path("ms").spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .sorted()
                .toArray();
        var p95 = ms[(int) Math.ceil(0.95 * ms.length) - 1] / 1000;
        var beside = "median %.2f s of %d".formatted(ms[(ms.length - 1) / 2] / 1000, ms.length);
        switch (figure.path("name").asText()) {
            case "first picture, near" ->
                bench.found(Finding.most(
                        "from the click on a link until somebody is seen, through a videobridge, p95",
                        p95,
                        "s",
                        MOST_NEAR_S,
                        beside));
            case "first picture, far" ->
                bench.found(Finding.most(
                        "the same with a line that takes 100 ms there and back, p95", p95, "s", MOST_FAR_S, beside));
            case "sound back" ->
                bench.found(Finding.most(
                        "without sound when a videobridge is killed and the other one takes over, p95",
                        p95,
                        "s",
                        MOST_DEAD_S,
                        beside));
            default -> throw new IllegalStateException("No such figure: " + figure);
        }
    }
}
