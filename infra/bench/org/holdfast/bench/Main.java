package org.holdfast.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// `./holdfast bench [name…] [--quick] [--write] [--alone] [--profile]`, started in the folder of the repository.
public final class Main {
    private static final int WRONG_USE = 2;

    private static final List<Measurement> ALL = List.of(
            new Decisions(),
            new FanOut(),
            new AtPace(),
            new Joins(),
            new Memory(),
            new CostOfTruth(),
            new ClinicYear(),
            new Today(),
            new Links(),
            new Answers(),
            new Weight(),
            new Archives(),
            new BridgeControl(),
            new BridgeMedia(),
            new ColdStart());

    private Main() {}

    public static void main(String[] arguments) throws IOException {
        var chosen = new ArrayList<Measurement>();
        var quick = false;
        var write = false;
        var alone = false;
        var profile = false;
        for (var argument : arguments) {
            switch (argument) {
                case "--quick" -> quick = true;
                case "--write" -> write = true;
                case "--alone" -> alone = true;
                case "--profile" -> profile = true;
                default -> chosen.add(named(argument));
            }
        }
        var results = new Results(Path.of("infra", "bench", "target", "results"));
        var failed = run(chosen.isEmpty() ? ALL : chosen, new Bench.Wish(quick, alone, profile), results);
        // A quick run shows that all works; its figures say nothing.
        if (write && !quick && !alone && !profile) Readme.write(Path.of("README.md"), results.table(ALL));
        System.exit(failed ? 1 : 0);
    }

    private static boolean run(List<Measurement> chosen, Bench.Wish wish, Results results) throws IOException {
        var failed = false;
        for (var measurement : chosen) {
            System.out.println("── " + measurement.name() + ": " + measurement.about());
            try (var bench = new Bench(wish)) {
                measurement.run(bench);
                if (!wish.quick() && !wish.alone()) results.keep(measurement.name(), bench.findings());
            } catch (Exception failure) {
                failed = true;
                System.out.println("  It could not be measured: " + failure);
                failure.printStackTrace(System.err);
            }
        }
        return failed;
    }

    private static Measurement named(String name) {
        for (var measurement : ALL) if (measurement.name().equals(name)) return measurement;
        System.err.println("There is no measurement '" + name + "'. There are:");
        ALL.forEach(each -> System.err.printf("  %-12s %s%n", each.name(), each.about()));
        System.exit(WRONG_USE);
        throw new IllegalStateException();
    }
}
