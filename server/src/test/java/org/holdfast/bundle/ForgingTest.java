package org.holdfast.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.holdfast.sealing.Link;
import org.holdfast.sealing.SignedHead;
import org.junit.jupiter.api.Test;

/// Bundles altered at random: each is refused, or says less than the whole and nothing else.
class ForgingTest {
    private static final int FORGERIES = 12_000;
    private static final long SEED = System.nanoTime();

    private final SignedEvening evening = SignedEvening.signed();
    private final SignedEvening other = SignedEvening.signed("session:morning", SignedEvening.CLINIC);
    private final String whole = evening.text();
    private final Bundle truth = ((Finding.Proved) SignedEvening.check(whole)).bundle();

    @Test
    void each_of_many_forgeries_is_refused_or_says_only_what_is_true() {
        var random = new Random(SEED);
        var refused = 0;
        var lessened = 0;
        for (var n = 0; n < FORGERIES; n++) {
            var forged = forge(random);
            if (forged.equals(whole)) continue;
            switch (SignedEvening.check(forged)) {
                case Finding.Failed _, Finding.NotABundle _ -> refused++;
                case Finding.Proved proved -> {
                    var bundle = proved.bundle();
                    var entries = bundle.entries();
                    assertEquals(truth.log(), bundle.log(), "seed " + SEED);
                    assertTrue(truth.entries().subList(0, entries.size()).equals(entries), "seed " + SEED);
                    assertTrue(truth.heads().containsAll(bundle.heads()), "seed " + SEED);
                    assertTrue(bundle.heads().size() < truth.heads().size(), "Nothing is left out, seed " + SEED);
                    lessened++;
                }
            }
        }
        // Only whole heads can be left out unseen, alone or with what they alone prove.
        assertTrue(refused > FORGERIES * 9 / 10, refused + " refused, " + lessened + " lessened, seed " + SEED);
    }

    private String forge(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> letters(random);
            case 1 -> lines(random);
            case 2 -> fields(random);
            case 3 ->
                text(whole.lines()
                        .limit(random.nextInt((int) whole.lines().count()))
                        .toList());
            default -> whole.substring(0, random.nextInt(whole.length()));
        };
    }

    /// A letter or a few replaced, left out or put in.
    private String letters(Random random) {
        var text = new StringBuilder(whole);
        for (var times = 1 + random.nextInt(3); times > 0; times--) {
            var at = random.nextInt(text.length());
            var letter = (char)
                    (random.nextBoolean() ? whole.charAt(random.nextInt(whole.length())) : ' ' + random.nextInt(95));
            switch (random.nextInt(3)) {
                case 0 -> text.setCharAt(at, letter);
                case 1 -> text.deleteCharAt(at);
                default -> text.insert(at, letter);
            }
        }
        return text.toString();
    }

    /// Whole lines left out, doubled, moved, or taken from another session of the same clinic.
    private String lines(Random random) {
        var lines = new ArrayList<>(whole.lines().toList());
        var others = other.text().lines().toList();
        for (var times = 1 + random.nextInt(3); times > 0; times--) {
            var at = random.nextInt(lines.size());
            switch (random.nextInt(5)) {
                case 0 -> lines.remove(at);
                case 1 -> lines.add(random.nextInt(lines.size() + 1), lines.get(at));
                case 2 -> lines.add(random.nextInt(lines.size()), lines.remove(at));
                case 3 -> lines.set(at, others.get(random.nextInt(others.size())));
                default -> lines.add(at, others.get(random.nextInt(others.size())));
            }
        }
        return text(lines);
    }

    /// By someone who knows the form and makes every hash anew, but has no key: entries changed, cut, put in, or
    /// renumbered; heads mixed.
    private String fields(Random random) {
        var links = new ArrayList<>(evening.links());
        var at = random.nextInt(links.size());
        var link = links.get(at);
        var donor = links.get(random.nextInt(links.size()));
        switch (random.nextInt(6)) {
            case 0 -> links.set(at, new Links(link).at(donor.at()));
            case 1 -> links.set(at, new Links(link).by("p:p-forger"));
            case 2 -> links.set(at, new Links(link).events(donor.events()));
            case 3 -> links.remove(at);
            case 4 -> links.add(at, new Links(donor).by("n:forger"));
            default -> links.subList(at, links.size()).clear();
        }
        var numbered = new ArrayList<Link>();
        for (var each : links) numbered.add(new Links(each).seq(numbered.size() + 1L));
        List<SignedHead> heads = new ArrayList<>(evening.heads());
        heads.removeIf(_ -> random.nextInt(4) == 0);
        if (random.nextInt(4) == 0)
            heads.add(other.heads().get(random.nextInt(other.heads().size())));
        return Bundle.write(SignedEvening.LOG, numbered, heads);
    }

    private record Links(Link link) {
        Link seq(long seq) {
            return new Link(seq, link.at(), link.by(), link.command(), link.events());
        }

        Link at(String at) {
            return new Link(link.seq(), at, link.by(), link.command(), link.events());
        }

        Link by(String by) {
            return new Link(link.seq(), link.at(), by, link.command(), link.events());
        }

        Link events(String events) {
            return new Link(link.seq(), link.at(), link.by(), link.command(), events);
        }
    }

    private static String text(List<String> lines) {
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }
}
