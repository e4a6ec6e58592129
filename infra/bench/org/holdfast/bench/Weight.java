package org.holdfast.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// How much of the pages a phone has to fetch, gzipped. The script that weighs them is also the check that keeps their
/// limits; here its figures stand beside the others.
final class Weight implements Measurement {
    private static final Pattern LINE = Pattern.compile("(\\w+): ([\\d.]+) of ([\\d.]+) KiB(.*)");

    @Override
    public String name() {
        return "weight";
    }

    @Override
    public String about() {
        return "what a phone fetches for the pages, and more for a worksheet or a wall";
    }

    @Override
    public void run(Bench bench) throws IOException, InterruptedException {
        var scales = new ProcessBuilder("node", "infra/checks/sizes.mjs")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        bench.ownProcess(scales.pid());
        try (var lines = scales.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().map(LINE::matcher).filter(line -> line.matches()).forEach(line -> {
                var what = "pages, " + line.group(1);
                var most = Double.parseDouble(line.group(3));
                bench.found(Finding.most(
                        what,
                        Double.parseDouble(line.group(2)),
                        "KiB",
                        most,
                        line.group(4).strip()));
            });
        }
        // Too heavy is a figure too, which its line tells; that nothing could be weighed is none.
        scales.waitFor();
        if (bench.findings().isEmpty()) throw new IOException("Nothing could be weighed");
    }
}
