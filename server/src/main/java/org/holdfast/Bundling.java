package org.holdfast;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.holdfast.bundle.Bundle;
import org.holdfast.bundle.Finding;
import org.holdfast.bundle.PublicCheck;
import org.holdfast.live.LogId;
import org.holdfast.log.HeadSigning;
import org.holdfast.log.KnownHeads;
import org.holdfast.log.RedisConnections;
import org.holdfast.log.RedisSignedHeads;
import org.holdfast.log.Stored;
import org.holdfast.log.Verdict;
import org.holdfast.sealing.Link;
import org.holdfast.sealing.SignedHead;
import org.holdfast.sealing.SignedHead.Why;
import org.holdfast.sealing.SigningKey;

/// Writes one log with its signed heads to a file that others can check without the clinic. Only a log that is as it
/// was written leaves, and not before the audit says so.
final class Bundling {
    private final PrintStream out;
    private final InstantSource clock;

    Bundling(PrintStream out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
    }

    private record Contents(List<Stored> rows, List<SignedHead> heads) {}

    int run(Verification.Store store, String name, Path file) throws IOException {
        var log = Verification.log(name);
        if (Files.exists(file)) {
            throw new ConfigErrors(List.of(file + " is there already. Bundles are not written over anything."));
        }
        var vertx = Vertx.vertx();
        try {
            var redis = Verification.await(RedisConnections.connect(vertx, store.address(), 1));
            try {
                return write(vertx, redis, store, log, file);
            } finally {
                redis.close();
            }
        } finally {
            Verification.await(vertx.close());
        }
    }

    private int write(Vertx vertx, RedisConnections redis, Verification.Store store, LogId log, Path file)
            throws IOException {
        var known = new KnownHeads(store.master());
        known.add(HeadLines.in(store.heads()), store.heads().toString());
        var kept = new RedisSignedHeads(redis);
        known.add(Verification.await(kept.lines()), "Redis");
        var checking = new Checking(redis, store.master(), known);
        var verdict = Verification.await(checking.verify(log));
        if (!(verdict instanceof Verdict.Sound(var _, var entries, var _))) {
            out.println(verdict.sentence());
            out.println("No bundle is made of a log that is not as it was written.");
            return Verification.BROKEN;
        }
        if (entries == 0) throw Verification.noLog(log.toString());
        Verification.await(new BundleNote(vertx, redis, store.master(), clock).write(log));
        var contents = Verification.await(contents(checking, new HeadSigning(store.master()), kept, known, log));
        var text = Bundle.write(log.toString(), links(contents.rows()), contents.heads());
        var key = new SigningKey(store.master()).verifying();
        if (!(new PublicCheck(Set.of(key), List.of()).check(text) instanceof Finding.Proved)) {
            throw new IOException("What was written cannot be proved, so it is not kept.");
        }
        keep(file, text);
        out.println("Wrote " + contents.rows().size() + " entries of " + log + " and "
                + (contents.heads().size() == 1
                        ? "1 signed head"
                        : contents.heads().size() + " signed heads") + " to "
                + file + ".");
        out.println(Bundle.NOTICE);
        out.println("Whoever checks it needs the clinic's public key, by another way than this file:");
        out.println(key.hex());
        out.println(
                "They check it, on any computer with Java 25, with: java -jar holdfast.jar verify --public KEY BUNDLE");
        return 0;
    }

    /// Signed now up to its last entry, unless it was signed up to there before.
    private Future<Contents> contents(
            Checking checking, HeadSigning signing, RedisSignedHeads kept, KnownHeads known, LogId log) {
        return checking.stored().of(log).compose(rows -> {
            var heads = new ArrayList<>(known.of(log));
            if (!heads.isEmpty() && heads.getLast().says().seq() == rows.size()) {
                return Future.succeededFuture(new Contents(rows, heads));
            }
            var head = signing.head(log, rows, clock.instant(), Why.EXPORTED, null);
            heads.add(head);
            return kept.add(head).map(new Contents(rows, heads));
        });
    }

    private static List<Link> links(List<Stored> rows) {
        return rows.stream().map(row -> row.link(row.seq())).toList();
    }

    /// For this user's eyes, and on disk before it is said to be.
    private static void keep(Path file, String text) throws IOException {
        var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var how = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = FileChannel.open(file, how, mode)) {
            var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) channel.write(bytes);
            channel.force(true);
        }
    }
}
