package org.holdfast.log;

import static org.holdfast.log.LogFixture.EVENING;
import static org.holdfast.log.LogFixture.MASTER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.holdfast.live.Head;
import org.holdfast.live.LogId;
import org.holdfast.log.Archive.Found;
import org.holdfast.log.Archive.Opened;
import org.holdfast.log.Archive.Opened.Harmed;
import org.holdfast.sealing.Chain;
import org.holdfast.sealing.Link;
import org.holdfast.sealing.Mac;
import org.holdfast.sealing.MasterKey;
import org.junit.jupiter.api.Test;

/// What somebody with the run of Redis, but without the master key, may do to an archive of three parts.
class ArchiveTamperingTest {
    private static final int MUTATIONS = 10_000;
    private static final long SEED = System.nanoTime();

    private final Archive archive = new Archive(MASTER, EVENING);
    private final List<Stored> rows = rows(EVENING, 12);
    private final List<ArchivePart> parts = parts(archive, rows);
    private final Head end = new Head(12, rows.getLast().mac());

    private static List<Stored> rows(LogId log, int count) {
        var chain = new Chain(MASTER, log.toString());
        var rows = new ArrayList<Stored>();
        var mac = Mac.NONE;
        for (var seq = 1; seq <= count; seq++) {
            var link = new Link(
                    seq, LogFixture.NINE.plusSeconds(seq).toString(), "p:sam", "c" + seq, "[{\"n\":" + seq + "}]");
            mac = chain.next(mac, link);
            rows.add(new Stored(seq + "-0", link.at(), link.by(), link.command(), link.events(), mac));
        }
        return rows;
    }

    private static List<ArchivePart> parts(Archive archive, List<Stored> rows) {
        return List.of(
                archive.seal(Head.EMPTY, rows.subList(0, 6)),
                archive.seal(new Head(6, rows.get(5).mac()), rows.subList(6, 9)),
                archive.seal(new Head(9, rows.get(8).mac()), rows.subList(9, 12)));
    }

    private static Harmed harmed(Opened opened) {
        return assertInstanceOf(Harmed.class, opened);
    }

    @Test
    void what_nobody_touched_opens_as_it_was() {
        assertEquals(new Opened.Entries(rows, end), archive.open(new Found(end, parts)));
        assertEquals(new Opened.Entries(rows, end), archive.open(new Found(end, parts.reversed())));
    }

    @Test
    void each_of_ten_thousand_random_changes_of_its_bytes_is_found_in_the_part_where_it_is() {
        var random = new Random(SEED);
        for (var n = 0; n < MUTATIONS; n++) {
            var which = random.nextInt(parts.size());
            var part = parts.get(which);
            var changed = new ArrayList<>(parts);
            changed.set(which, new ArchivePart(part.first(), part.last(), mutated(part.sealed(), random)));
            var found = harmed(archive.open(new Found(end, changed)));
            assertEquals(part.first(), found.first(), "seed " + SEED);
            assertEquals(part.last(), found.last(), "seed " + SEED);
        }
    }

    private static byte[] mutated(byte[] bytes, Random random) {
        var at = random.nextInt(bytes.length);
        return switch (random.nextInt(4)) {
            case 0 -> Arrays.copyOf(bytes, at);
            case 1 -> Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(9));
            case 2 -> {
                var changed = bytes.clone();
                changed[at] ^= (byte) (1 << random.nextInt(8));
                yield changed;
            }
            default -> {
                var changed = bytes.clone();
                for (var i = at; i < Math.min(bytes.length, at + 8); i++) changed[i] = (byte) random.nextInt();
                yield Arrays.equals(changed, bytes) ? new byte[0] : changed;
            }
        };
    }

    @Test
    void a_part_that_is_cut_out_is_named() {
        for (var n = 0; n < parts.size(); n++) {
            var left = new ArrayList<>(parts);
            var gone = left.remove(n);
            assertEquals(
                    new Harmed(gone.first(), gone.last(), ArchiveHarm.CUT_OUT), archive.open(new Found(end, left)));
        }
        assertEquals(new Harmed(1, 12, ArchiveHarm.CUT_OUT), archive.open(new Found(end, List.of())));
    }

    @Test
    void parts_under_each_others_names_do_not_open() {
        var second = parts.get(1);
        var third = parts.get(2);
        var swapped = List.of(
                parts.get(0),
                new ArchivePart(second.first(), second.last(), third.sealed()),
                new ArchivePart(third.first(), third.last(), second.sealed()));
        assertEquals(new Harmed(7, 9, ArchiveHarm.ALTERED), archive.open(new Found(end, swapped)));
    }

    @Test
    void a_part_of_another_session_or_of_another_clinic_does_not_open() {
        var another = LogId.session("another");
        var theirs = rows(another, 6);
        var foreign = new Archive(MASTER, another).seal(Head.EMPTY, theirs);
        assertEquals(
                new Harmed(1, 6, ArchiveHarm.ALTERED),
                archive.open(new Found(end, List.of(foreign, parts.get(1), parts.get(2)))));
        var stranger = new Archive(MasterKey.random(new SecureRandom()), EVENING);
        assertEquals(new Harmed(1, 6, ArchiveHarm.ALTERED), stranger.open(new Found(end, parts)));
    }

    @Test
    void a_part_too_many_is_named() {
        var more = new ArrayList<>(parts);
        more.add(archive.seal(new Head(9, rows.get(8).mac()), rows.subList(9, 11)));
        assertEquals(
                ArchiveHarm.INSERTED, harmed(archive.open(new Found(end, more))).harm());
        var junk = new ArrayList<>(parts);
        junk.add(new ArchivePart(0, 0, new byte[0]));
        assertEquals(new Harmed(0, 1, ArchiveHarm.INSERTED), archive.open(new Found(end, junk)));
    }

    @Test
    void a_note_of_the_end_that_says_something_else_is_named() {
        var elsewhere = List.of(new Head(12, new Mac("other")), new Head(11, end.mac()), new Head(9, end.mac()));
        for (var noted : elsewhere) {
            assertEquals(new Harmed(1, 12, ArchiveHarm.END_ALTERED), archive.open(new Found(noted, parts)));
        }
        assertEquals(new Harmed(1, 12, ArchiveHarm.END_ALTERED), archive.open(new Found(null, parts)));
        assertEquals(new Harmed(13, 14, ArchiveHarm.CUT_OUT), archive.open(new Found(new Head(14, end.mac()), parts)));
    }

    @Test
    void a_newer_form_is_said_to_be_unknown() {
        var part = parts.getFirst();
        var newer = part.sealed().clone();
        newer[0] = 2;
        var found = archive.open(new Found(new Head(6, rows.get(5).mac()), List.of(new ArchivePart(1, 6, newer))));
        assertEquals(new Harmed(1, 6, ArchiveHarm.UNKNOWN_FORM), found);
    }

    @Test
    void every_harm_is_a_sentence() {
        for (var harm : ArchiveHarm.values()) {
            var sentence = new Verdict.ArchiveBroken(EVENING, 7, 9, harm).sentence();
            assertTrue(sentence.matches("session:evening: the archive of entries 7 to 9 [a-z ]+\\."), sentence);
        }
        assertEquals(
                "session:evening: the archive of entry 7 is gone.",
                new Verdict.ArchiveBroken(EVENING, 7, 7, ArchiveHarm.CUT_OUT).sentence());
    }
}
