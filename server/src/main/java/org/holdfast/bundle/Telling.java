package org.holdfast.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.holdfast.sealing.SignedHead;
import org.holdfast.session.SheetHash;
import org.jspecify.annotations.Nullable;

/// What a check found, in plain sentences for a reader who was not there: what is proved, and as plainly what is not.
public final class Telling {
    private final List<String> lines = new ArrayList<>();

    private Telling() {}

    public static List<String> of(Finding finding) {
        var telling = new Telling();
        switch (finding) {
            case Finding.NotABundle(var sentence) -> telling.lines.add(sentence);
            case Finding.Failed(var sentence) -> {
                telling.lines.add("Not proved. " + sentence);
                telling.lines.add("Nothing in this bundle should be relied on.");
            }
            case Finding.Proved proved -> telling.proved(proved);
        }
        return telling.lines;
    }

    /// The words of one version as they were signed, or null when the bundle holds none.
    public static @Nullable String sheet(Finding.Proved proved, int version) {
        for (var sheet : proved.sheets()) {
            if (sheet.version() == version && sheet.text() != null) {
                return sheet.text().lines().map(line -> plain(line) + "\n").collect(Collectors.joining());
            }
        }
        return null;
    }

    private void proved(Finding.Proved proved) {
        var bundle = proved.bundle();
        var last = proved.last();
        lines.add("Proved for " + bundle.log() + ", with the public key " + last.key() + ":");
        var count = bundle.entries().size();
        lines.add("- "
                + (count == 1
                        ? "This one entry, word for word, was"
                        : "These " + count + " entries, word for word, in this order and with none between them, were")
                + " all that the log held up to entry " + count + ".");
        bundle.heads().forEach(head -> lines.add("- " + signed(head)));
        proved.sheets().forEach(sheet -> sheet(bundle, sheet));
        lines.add("Not proved:");
        lines.add("- That what the clinic wrote is true. It wrote and signed it itself, by its own clock.");
        lines.add("- That nothing was added to the log after entry " + count + ", or signed and left out after "
                + last.says().at() + ". A copy of the clinic's heads file that you keep yourself shows that.");
        lines.add(
                "- What stands under seal. The sealed words are the ones that were written, but nobody can read them here.");
    }

    private static String signed(SignedHead head) {
        var says = head.says();
        return "The clinic signed it up to entry " + says.seq()
                + switch (says.why()) {
                    case CLOSED -> ", by which the session ended at " + says.at() + ".";
                    case SIGNED -> ", by which its sheet was signed at " + says.at() + ".";
                    case HOURLY -> " in its hourly round at " + says.at() + ".";
                    case EXPORTED -> " when it made a bundle at " + says.at() + ".";
                };
    }

    private void sheet(Bundle bundle, Finding.Sheet sheet) {
        var of = "Version " + sheet.version() + " of the attendance sheet";
        lines.add("- " + of + " was signed by " + plain(sheet.name()) + ", " + plain(sheet.credential()) + ", in entry "
                + sheet.entry() + " at " + sheet.at() + "."
                + (sheet.text() == null
                        ? " The entry holds only its hash, " + sheet.hash() + "."
                        : " The entry holds the words that were signed; their SHA-256 is " + sheet.hash() + "."));
        var again = Recomputing.sheet(bundle, sheet.version());
        lines.add("- " + of
                + (again == null
                        ? " could not be made once more: this version of Holdfast cannot read all of the entries."
                        : SheetHash.of(again).equals(sheet.hash())
                                ? " follows from the entries: made from them once more, it is the same to the byte."
                                : " was made by other rules than this version of Holdfast has: made from the entries once "
                                        + "more, it reads otherwise."));
    }

    /// Names are a stranger's words, and must not pass for a sentence of ours on somebody's screen.
    private static String plain(String words) {
        return words.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
