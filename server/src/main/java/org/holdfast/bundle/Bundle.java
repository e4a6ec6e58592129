package org.holdfast.bundle;

import java.util.List;
import org.holdfast.json.RecordJson;
import org.holdfast.sealing.Link;
import org.holdfast.sealing.OpenChain;
import org.holdfast.sealing.SignedHead;

/// A bundle as text: one line that says what it is, one for each entry as it is stored, one for each signed head. One
/// plain file and no archive, since two programs that unpack an archive may find different things in it.
///
/// @param log as `kind:id`
/// @param entries from the first on, without a gap
public record Bundle(String log, List<Row> entries, List<SignedHead> heads) {
    static final String FORM = "holdfast-bundle 1";
    /// What the law wants said with every record that leaves.
    public static final String NOTICE = "42 CFR part 2 prohibits unauthorized use or disclosure of these records.";
    static final RecordJson<About> ABOUT = RecordJson.of(About.class);
    static final RecordJson<Row> ROW = RecordJson.of(Row.class);

    public Bundle {
        entries = List.copyOf(entries);
        heads = List.copyOf(heads);
    }

    record About(String form, String log, String notice) {}

    /// An entry exactly as it is stored: what is sealed in it stays sealed.
    ///
    /// @param hash how far the open chain has come with it, so that an altered entry can be named
    public record Row(long seq, String at, String by, String command, String events, String hash) {
        Link link() {
            return new Link(seq, at, by, command, events);
        }
    }

    public static String write(String log, List<Link> entries, List<SignedHead> heads) {
        var text = new StringBuilder();
        text.append(ABOUT.print(new About(FORM, log, NOTICE))).append('\n');
        var chain = new OpenChain(log);
        for (var link : entries) {
            var row = new Row(link.seq(), link.at(), link.by(), link.command(), link.events(), chain.next(link));
            text.append(ROW.print(row)).append('\n');
        }
        heads.stream()
                .sorted(SignedHead.ORDER)
                .distinct()
                .forEach(head -> text.append(head.line()).append('\n'));
        return text.toString();
    }
}
