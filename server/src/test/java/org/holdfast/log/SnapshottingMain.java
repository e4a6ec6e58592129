package org.holdfast.log;

import static org.holdfast.testing.Await.get;

import io.vertx.core.Vertx;
import org.holdfast.live.LogId;
import org.holdfast.sealing.MasterKey;

/// A node in a process of its own that makes one snapshot as far as a step and then waits to be killed: `url key log
/// step`.
public final class SnapshottingMain {
    enum Step {
        PREPARED,
        SENT,
        ANSWERED
    }

    private SnapshottingMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        var master = MasterKey.parse(arguments[1]);
        var step = Step.valueOf(arguments[3]);
        var vertx = Vertx.vertx();
        var redis = get(RedisConnections.connect(vertx, arguments[0], 1));
        var snapshotter =
                SnapshotFixture.maker(vertx, redis, master, new RedisHeads(redis, master), SnapshotFixture.FORM);
        var prepared = get(snapshotter.prepare(LogId.parse(arguments[2])));
        if (prepared == null) throw new IllegalStateException("There is nothing to keep");
        if (step != Step.PREPARED) {
            var stored = snapshotter.store(prepared);
            if (step == Step.ANSWERED) get(stored);
        }
        System.out.println(step);
        Thread.currentThread().join();
    }

    static void killedAt(Step step, String url, MasterKey master, LogId log) {
        KilledNode.at(SnapshottingMain.class, step.name(), url, master, log);
    }
}
