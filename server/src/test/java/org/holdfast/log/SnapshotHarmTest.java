package org.holdfast.log;

import static org.holdfast.log.SnapshotFixture.CLINIC;
import static org.holdfast.log.SnapshotFixture.holidays;
import static org.holdfast.testing.Await.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import io.vertx.redis.client.Command;
import java.util.List;
import org.holdfast.decision.DamagedLog;
import org.holdfast.live.Head;
import org.holdfast.live.LogId;
import org.holdfast.log.SnapshotCodec.Kept;
import org.holdfast.sealing.Mac;
import org.holdfast.testing.RedisExtension;
import org.holdfast.testing.TestRedis;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Somebody with the run of Redis, but without the master key, has touched a snapshot, or the log that it is of: nobody
/// believes it, and no log looks healthy for it.
@ExtendWith({VertxExtension.class, RedisExtension.class})
class SnapshotHarmTest {
    private static final LogId OTHER = LogId.clinic("other");
    private static final int ENTRIES = 20;

    private SnapshotFixture node;

    @BeforeEach
    void aClinicWithASnapshot(Vertx vertx, TestRedis redis) {
        node = new SnapshotFixture(vertx, redis);
        node.append(CLINIC, holidays(1, ENTRIES));
        node.append(OTHER, holidays(1, ENTRIES));
        node.snapshot(CLINIC);
        node.snapshot(OTHER);
        node.append(CLINIC, holidays(ENTRIES + 1, ENTRIES + 5));
        assertNotNull(node.found(CLINIC));
    }

    enum Harm {
        A_BYTE_ALTERED {
            @Override
            Kept to(SnapshotFixture node, Kept kept) {
                var sealed = kept.sealed().clone();
                sealed[sealed.length / 2] ^= 1;
                return new Kept(kept.form(), kept.head(), sealed);
            }
        },
        CUT_SHORT {
            @Override
            Kept to(SnapshotFixture node, Kept kept) {
                return new Kept(kept.form(), kept.head(), new byte[5]);
            }
        },
        OF_ANOTHER_CLINIC {
            @Override
            Kept to(SnapshotFixture node, Kept kept) {
                return kept(node, OTHER);
            }
        },
        OF_ANOTHER_CLINIC_FOR_AN_ENTRY_OF_THIS_ONE {
            @Override
            Kept to(SnapshotFixture node, Kept kept) {
                return new Kept(kept.form(), kept.head(), kept(node, OTHER).sealed());
            }
        },
        FOR_A_LATER_ENTRY {
            @Override
            Kept to(SnapshotFixture node, Kept kept) {
                var later = get(node.log.read(CLINIC, kept.head())).getFirst().head();
                return new Kept(kept.form(), later, kept.sealed());
            }
        },
        FOR_AN_ENTRY_THAT_NEVER_WAS {
            @Override
            Kept to(SnapshotFixture node, Kept kept) {
                return new Kept(kept.form(), new Head(1_000, new Mac("never")), kept.sealed());
            }
        };

        abstract Kept to(SnapshotFixture node, Kept kept);
    }

    private static Kept kept(SnapshotFixture node, LogId clinic) {
        var kept = get(node.store.of(clinic));
        assertNotNull(kept);
        return kept;
    }

    @ParameterizedTest
    @EnumSource
    void one_that_was_touched_is_thrown_away_and_the_log_is_folded_whole(Harm harm) {
        get(node.store.keep(CLINIC, harm.to(node, kept(node, CLINIC))));
        var host = get(node.hosts().open(CLINIC));
        assertNull(host.halted());
        assertEquals(ENTRIES + 5, host.seq());
        assertEquals(node.folded(CLINIC), host.state());
        assertNull(get(node.store.of(CLINIC)));
    }

    @Test
    void what_is_no_snapshot_at_all_is_none() {
        get(LogFixture.ask(node.node.redis, Command.SET, Names.snapshot(CLINIC), "something"));
        assertNull(node.found(CLINIC));
        get(LogFixture.ask(node.node.redis, Command.DEL, Names.snapshot(CLINIC)));
        get(LogFixture.ask(node.node.redis, Command.HSET, Names.snapshot(CLINIC), "form", "x", "seq", "-1"));
        assertNull(node.found(CLINIC));
        assertEquals(ENTRIES + 5, get(node.hosts().open(CLINIC)).seq());
    }

    @Test
    void the_entry_that_it_stands_for_must_stand_there_as_it_was() {
        alter(CLINIC, ENTRIES - 1);
        assertNull(node.found(CLINIC));
        isDamaged();
    }

    @Test
    void a_log_whose_end_was_cut_off_does_not_look_healthy_for_a_snapshot() {
        cut(CLINIC, ENTRIES + 2);
        assertNull(node.found(CLINIC));
        isDamaged();
    }

    @Test
    void a_log_that_was_cut_before_it_does_not_come_back_by_it() {
        cut(CLINIC, ENTRIES - 1);
        assertNull(node.found(CLINIC));
        isDamaged();
    }

    @Test
    void an_entry_after_it_that_was_altered_halts_as_it_always_does() {
        alter(CLINIC, ENTRIES + 4);
        isDamaged();
    }

    @Test
    void none_is_made_of_a_log_that_was_altered_or_cut_off() {
        alter(CLINIC, 3);
        assertThrows(DamagedLog.class, () -> get(node.snapshotter.prepare(CLINIC)));
        cut(OTHER, ENTRIES - 1);
        assertThrows(DamagedLog.class, () -> get(node.snapshotter.prepare(OTHER)));
    }

    private void alter(LogId clinic, int at) {
        var rows = Tampering.read(node.node, clinic);
        var row = rows.get(at);
        rows.set(at, new Stored(row.id(), row.at(), "p:sam", row.command(), row.events(), row.mac()));
        Tampering.write(node.node, clinic, rows);
    }

    private void cut(LogId clinic, int length) {
        Tampering.write(
                node.node, clinic, List.copyOf(Tampering.read(node.node, clinic).subList(0, length)));
    }

    private void isDamaged() {
        assertNotNull(get(node.hosts().open(CLINIC)).halted());
    }
}
