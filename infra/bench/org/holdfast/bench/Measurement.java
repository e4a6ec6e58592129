package org.holdfast.bench;

/// One thing that is measured. A new one is a class that implements this, and a line in [Main].
interface Measurement {
    /// As it is asked for: `./holdfast bench joins`.
    String name();

    /// What it measures, for the list.
    String about();

    /// Tells what it finds by [Bench#found]. Whatever it starts, it hands to [Bench#own], which ends it.
    void run(Bench bench) throws Exception;
}
