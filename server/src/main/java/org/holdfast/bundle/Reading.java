package org.holdfast.bundle;

import java.util.ArrayList;
import java.util.List;
import org.holdfast.bundle.Bundle.About;
import org.holdfast.bundle.Bundle.Row;
import org.holdfast.json.BadJson;
import org.holdfast.sealing.OpenChain;
import org.holdfast.sealing.SignedHead;
import org.jspecify.annotations.Nullable;

/// Reads a stranger's bundle line by line, and takes each only as [Bundle] writes it: to the byte, in its place, once.
final class Reading {
    static final int MOST_ENTRIES = 500_000;
    static final int MOST_HEADS = 50_000;
    private static final String HEAD = "{\"says\":";

    private final List<Row> entries = new ArrayList<>();
    private final List<SignedHead> heads = new ArrayList<>();

    private Reading() {}

    /// What the first line says, or null when this is no bundle.
    static @Nullable About about(String text) {
        var line = text.substring(0, Math.max(0, text.indexOf('\n')));
        try {
            var about = Bundle.ABOUT.read(line);
            var ours = about.form().equals(Bundle.FORM) && about.notice().equals(Bundle.NOTICE);
            return ours && Bundle.ABOUT.print(about).equals(line) ? about : null;
        } catch (BadJson notOurs) {
            return null;
        }
    }

    /// @throws Fault at the first line that is not what it should be
    static Bundle read(About about, String text) {
        var reading = new Reading();
        var chain = new OpenChain(about.log());
        var at = text.indexOf('\n') + 1;
        for (var number = 2; at < text.length(); number++) {
            var end = text.indexOf('\n', at);
            if (end < 0) throw new Fault("Line " + number + " has no end: the bundle is not whole.");
            reading.line(text.substring(at, end), number, chain);
            at = end + 1;
        }
        return new Bundle(about.log(), reading.entries, reading.heads);
    }

    private void line(String line, int number, OpenChain chain) {
        if (line.startsWith(HEAD)) {
            if (heads.size() == MOST_HEADS) throw new Fault("There are more signed heads than any log has.");
            heads.add(head(line, number));
        } else {
            if (entries.size() == MOST_ENTRIES) throw new Fault("There are more entries than any log has.");
            entry(line, chain);
        }
    }

    private static SignedHead head(String line, int number) {
        try {
            return SignedHead.parse(line);
        } catch (BadJson altered) {
            throw new Fault("The signed head in line " + number + " was altered: it cannot be read as it was written.");
        }
    }

    private void entry(String line, OpenChain chain) {
        var expected = entries.size() + 1L;
        var row = row(line, expected);
        if (!heads.isEmpty())
            throw new Fault("Entry " + row.seq() + " stands after the signed heads, where none can be.");
        if (row.seq() > expected)
            throw new Fault("Entry " + expected + " is missing: entry " + row.seq() + " follows.");
        if (row.seq() < expected) {
            throw new Fault("Entry " + row.seq() + " stands a second time, or after a later one, where entry "
                    + expected + " belongs.");
        }
        if (!chain.next(row.link()).equals(row.hash())) throw altered(expected);
        entries.add(row);
    }

    private static Row row(String line, long expected) {
        try {
            var row = Bundle.ROW.read(line);
            if (Bundle.ROW.print(row).equals(line)) return row;
        } catch (BadJson altered) {
            // said below, in one place
        }
        throw altered(expected);
    }

    private static Fault altered(long seq) {
        return new Fault("Entry " + seq + " was altered, or another stands in its place.");
    }
}
