package org.holdfast.log;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.holdfast.json.BadJson;
import org.holdfast.live.LogId;
import org.holdfast.log.Verdict.Difference;
import org.holdfast.log.Verdict.Unlike;
import org.holdfast.sealing.MasterKey;
import org.holdfast.sealing.OpenChain;
import org.holdfast.sealing.SignedHead;
import org.holdfast.sealing.SigningKey;
import org.holdfast.sealing.VerifyingKey;
import org.jspecify.annotations.Nullable;

/// The signed heads that are known here, from Redis and from a file that whoever has Redis could not touch, and what
/// the logs look like beside them. Pure.
public final class KnownHeads {
    /// @param ours whether this clinic signed it
    private record Known(SignedHead head, String where, boolean ours) {}

    private final Set<VerifyingKey> ours;
    private final Map<String, List<Known>> byLog = new LinkedHashMap<>();
    private final TreeSet<String> whole = new TreeSet<>();
    private final Map<String, String> unreadable = new LinkedHashMap<>();

    public KnownHeads(MasterKey master) {
        this.ours = Set.of(new SigningKey(master).verifying());
    }

    /// @param where the lines come from, in words
    public void add(List<String> lines, String where) {
        var number = 0;
        for (var line : lines) {
            number++;
            if (line.isEmpty() || !whole.add(line)) continue;
            try {
                var head = SignedHead.parse(line);
                byLog.computeIfAbsent(head.says().log(), _ -> new ArrayList<>())
                        .add(new Known(head, where, head.holds(ours)));
            } catch (BadJson notWhole) {
                whole.remove(line);
                unreadable.put(line, "Line " + number + " of " + where);
            }
        }
    }

    /// The logs that were signed, whether or not there still is anything of them.
    public Set<LogId> logs() {
        var logs = new TreeSet<LogId>((a, b) -> a.toString().compareTo(b.toString()));
        byLog.keySet().forEach(log -> logs.add(LogId.parse(log)));
        return logs;
    }

    /// Those of one log that carry this clinic's signature, each once.
    public List<SignedHead> of(LogId log) {
        return known(log).stream()
                .filter(Known::ours)
                .map(Known::head)
                .sorted(SignedHead.ORDER)
                .toList();
    }

    /// A line that a crash has torn is a part of one that was then written whole.
    public List<String> torn() {
        return unreadable.keySet().stream()
                .filter(this::isPart)
                .map(line -> unreadable.get(line) + " was torn by a crash; the same head stands whole elsewhere.")
                .toList();
    }

    public List<String> altered() {
        return unreadable.keySet().stream()
                .filter(line -> !isPart(line))
                .map(line -> unreadable.get(line) + " was altered: it is no signed head.")
                .toList();
    }

    private boolean isPart(String line) {
        var next = whole.ceiling(line);
        return next != null && next.startsWith(line);
    }

    /// Where the log is not what was signed; null when it is.
    ///
    /// @param rows shown to be one whole chain
    public @Nullable Verdict difference(LogId log, List<Stored> rows) {
        var hashes = new ArrayList<String>();
        var open = new OpenChain(log.toString());
        for (var row : rows) hashes.add(open.next(row.link(hashes.size() + 1L)));
        for (var known : known(log)) {
            var says = known.head().says();
            var unlike = !known.ours()
                    ? Difference.FORGED
                    : says.seq() > rows.size()
                            ? Difference.CUT_OFF
                            : same(says, rows, hashes) ? null : Difference.OTHER;
            if (unlike != null) return new Unlike(log, says.seq(), rows.size(), unlike, known.where());
        }
        return null;
    }

    private static boolean same(SignedHead.Statement says, List<Stored> rows, List<String> hashes) {
        var place = (int) says.seq() - 1;
        return rows.get(place).mac().value().equals(says.mac())
                && hashes.get(place).equals(says.entries());
    }

    private List<Known> known(LogId log) {
        return byLog.getOrDefault(log.toString(), List.of());
    }
}
