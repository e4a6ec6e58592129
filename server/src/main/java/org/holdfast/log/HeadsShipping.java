package org.holdfast.log;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings every signed head into this node's file: its own at once, those of other nodes and what could not be written
/// before when it looks. A disk that is full or gone holds up nothing else, and is said once.
public final class HeadsShipping {
    private static final Logger LOG = LoggerFactory.getLogger(HeadsShipping.class);

    private final RedisSignedHeads store;
    private final HeadsFile file;
    /// A thread of its own, since a dying disk may not answer for minutes.
    private final WorkerExecutor disk;
    private String last = "0";
    private boolean looking;
    private boolean failing;

    public HeadsShipping(RedisSignedHeads store, Path file, Vertx vertx) {
        this.store = store;
        this.file = new HeadsFile(file);
        this.disk = vertx.createSharedWorkerExecutor("signed-heads", 1);
    }

    /// Before the store is told, so that whoever watches the store cannot keep it from leaving.
    void ship(String line) {
        append(List.of(line));
    }

    /// Reads on where it stopped, until the file holds all that the store does.
    public Future<Void> look() {
        if (looking) return Future.succeededFuture();
        looking = true;
        return next().onComplete(_ -> looking = false);
    }

    private Future<Void> next() {
        return store.after(last).compose(page -> {
            if (page.isEmpty()) return Future.<Void>succeededFuture();
            return append(page.stream().map(RedisSignedHeads.Line::text).toList())
                    .compose(_ -> {
                        last = page.getLast().id();
                        return page.size() < RedisSignedHeads.PAGE ? Future.<Void>succeededFuture() : next();
                    });
        });
    }

    private Future<Void> append(List<String> lines) {
        return disk.<Void>executeBlocking(
                        () -> {
                            file.append(lines);
                            return null;
                        },
                        true)
                .onSuccess(_ -> works())
                .onFailure(this::fails);
    }

    private synchronized void works() {
        if (failing) LOG.info("Signed heads are written to {} again.", file.path());
        failing = false;
    }

    private synchronized void fails(Throwable cause) {
        if (failing) return;
        failing = true;
        LOG.error(
                "Signed heads cannot be written to {}: {}. They are kept in the store and tried again; until then a cut "
                        + "tail may go unseen.",
                file.path(),
                cause.toString());
    }

    public void close() {
        disk.close();
    }
}
