package org.holdfast.log;

import static org.holdfast.testing.Await.get;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.holdfast.live.LogId;
import org.holdfast.log.Verdict.Harm;
import org.holdfast.sealing.Mac;

/// What somebody with the run of Redis, but without the master key, may do to a log.
enum Tampering {
    ALTER_A_FIELD(Harm.ALTERED) {
        @Override
        int apply(List<Stored> rows, List<Stored> others, Random random) {
            var i = random.nextInt(rows.size());
            var row = rows.get(i);
            rows.set(
                    i,
                    switch (random.nextInt(5)) {
                        case 0 ->
                            with(row, row.at().replace("09:", "10:"), row.by(), row.command(), row.events(), row.mac());
                        case 1 -> with(row, row.at(), "p:sam", row.command(), row.events(), row.mac());
                        case 2 -> with(row, row.at(), row.by(), "other", row.events(), row.mac());
                        case 3 ->
                            with(
                                    row,
                                    row.at(),
                                    row.by(),
                                    row.command(),
                                    row.events().replace("1", "2"),
                                    row.mac());
                        default -> with(row, row.at(), row.by(), row.command(), row.events(), new Mac("A" + row.mac()));
                    });
            return i;
        }
    },
    CUT_OUT_LEAVING_A_GAP(Harm.CUT_OUT) {
        @Override
        int apply(List<Stored> rows, List<Stored> others, Random random) {
            var i = random.nextInt(rows.size() - 1);
            var count = 1 + random.nextInt(Math.min(3, rows.size() - 1 - i));
            rows.subList(i, i + count).clear();
            return i;
        }
    },
    CUT_OUT_AND_CLOSE_THE_GAP(Harm.CUT_OUT) {
        @Override
        int apply(List<Stored> rows, List<Stored> others, Random random) {
            var i = random.nextInt(rows.size() - 2);
            rows.remove(i);
            renumber(rows);
            return i;
        }
    },
    SWAP(Harm.MOVED) {
        @Override
        int apply(List<Stored> rows, List<Stored> others, Random random) {
            var i = random.nextInt(rows.size() - 1);
            var j = i + 1 + random.nextInt(rows.size() - 1 - i);
            Collections.swap(rows, i, j);
            renumber(rows);
            return i;
        }
    },
    MOVE_BACK(Harm.MOVED) {
        @Override
        int apply(List<Stored> rows, List<Stored> others, Random random) {
            var i = random.nextInt(rows.size() - 2);
            var j = i + 2 + random.nextInt(rows.size() - 2 - i);
            rows.add(j, rows.remove(i));
            renumber(rows);
            return i;
        }
    },
    INSERT_BETWEEN(Harm.INSERTED) {
        @Override
        int apply(List<Stored> rows, List<Stored> others, Random random) {
            var i = 1 + random.nextInt(rows.size() - 1);
            var model = rows.get(i - 1);
            var id = model.seq() + "-1";
            rows.add(i, new Stored(id, model.at(), "p:sam", "made-up", model.events(), model.mac()));
            return i;
        }
    },
    INSERT_AND_SHIFT(Harm.INSERTED) {
        @Override
        int apply(List<Stored> rows, List<Stored> others, Random random) {
            var i = random.nextInt(rows.size());
            rows.add(i, with(rows.get(i), rows.get(i).at(), "p:sam", "made-up", "[]", new Mac("made-up")));
            renumber(rows);
            return i;
        }
    },
    REPLAY_ANOTHER_LOG(Harm.INSERTED) {
        @Override
        int apply(List<Stored> rows, List<Stored> others, Random random) {
            var i = random.nextInt(rows.size());
            rows.add(i, others.get(i));
            renumber(rows);
            return i;
        }
    },
    REPLAY_ITS_OWN(Harm.INSERTED) {
        @Override
        int apply(List<Stored> rows, List<Stored> others, Random random) {
            rows.add(rows.get(random.nextInt(rows.size())));
            renumber(rows);
            return rows.size() - 1;
        }
    },
    CUT_THE_TAIL(Harm.CUT_OFF) {
        @Override
        int apply(List<Stored> rows, List<Stored> others, Random random) {
            var left = random.nextInt(rows.size());
            rows.subList(left, rows.size()).clear();
            return left;
        }
    };

    private final Harm harm;

    Tampering(Harm harm) {
        this.harm = harm;
    }

    Harm harm() {
        return harm;
    }

    /// Returns where, counted from 0.
    abstract int apply(List<Stored> rows, List<Stored> others, Random random);

    private static Stored with(Stored row, String at, String by, String command, String events, Mac mac) {
        return new Stored(row.id(), at, by, command, events, mac);
    }

    private static void renumber(List<Stored> rows) {
        for (var i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            rows.set(i, new Stored((i + 1) + "-0", row.at(), row.by(), row.command(), row.events(), row.mac()));
        }
    }

    static List<Stored> read(LogFixture node, LogId log) {
        var all = Request.cmd(Command.XRANGE).arg(Names.stream(log)).arg("-").arg("+");
        return new ArrayList<>(Stored.all(get(node.redis.send(all))));
    }

    static void write(LogFixture node, LogId log, List<Stored> rows) {
        get(node.redis.send(Request.cmd(Command.DEL).arg(Names.stream(log))));
        for (var row : rows) {
            var values = List.of(
                    row.at(), row.by(), row.command(), row.events(), row.mac().value());
            var add = Request.cmd(Command.XADD).arg(Names.stream(log)).arg(row.id());
            for (var f = 0; f < values.size(); f++)
                add.arg(Stored.FIELDS.get(f)).arg(values.get(f));
            get(node.redis.send(add));
        }
    }
}
