package org.holdfast.log;

import static org.holdfast.testing.Await.get;

import io.vertx.core.Vertx;
import org.holdfast.live.LogId;
import org.holdfast.sealing.MasterKey;

/// A node in a process of its own that archives one log as far as a step and then waits to be killed: `url key log
/// step`.
public final class ArchivingMain {
    enum Step {
        PREPARED,
        SENT,
        ANSWERED
    }

    private ArchivingMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        var master = MasterKey.parse(arguments[1]);
        var step = Step.valueOf(arguments[3]);
        var redis = get(RedisConnections.connect(Vertx.vertx(), arguments[0], 1));
        var archiver = new Archiver(redis, master, new RedisHeads(redis, master));
        var prepared = get(archiver.prepare(LogId.parse(arguments[2])));
        if (prepared == null) throw new IllegalStateException("There is nothing to archive");
        if (step != Step.PREPARED) {
            var stored = archiver.store(prepared);
            if (step == Step.ANSWERED) get(stored);
        }
        System.out.println(step);
        Thread.currentThread().join();
    }

    static void killedAt(Step step, String url, MasterKey master, LogId log) {
        KilledNode.at(ArchivingMain.class, step.name(), url, master, log);
    }
}
