package org.holdfast.bench;

import java.io.IOException;
import java.nio.file.Path;
import org.holdfast.demo.EmbeddedRedis;

/// A Redis of its own for one measurement, as safe as in production.
record Redis(EmbeddedRedis redis) implements AutoCloseable {
    static Redis start(Bench bench, String name) throws IOException {
        var redis = EmbeddedRedis.start(Path.of(bench.folder().toString(), name));
        bench.ownProcess(redis.pid());
        return bench.own(new Redis(redis));
    }

    String address() {
        return redis.address();
    }

    long pid() {
        return redis.pid();
    }

    @Override
    public void close() {
        redis.close();
    }
}
