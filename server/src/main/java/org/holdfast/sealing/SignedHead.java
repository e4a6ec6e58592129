package org.holdfast.sealing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.holdfast.decision.Ids;
import org.holdfast.json.BadJson;
import org.holdfast.json.RecordJson;
import org.jspecify.annotations.Nullable;

/// How far a log went and which entries it held up to there, signed by the clinic. Written as one line of JSON.
///
/// @param key the public key it was signed with; that it stands here makes nobody trust it
public record SignedHead(Statement says, String key, String signature) {
    private static final RecordJson<SignedHead> JSON = RecordJson.of(SignedHead.class);

    /// In the order of a log, and alike heads beside each other.
    public static final Comparator<SignedHead> ORDER = Comparator.comparingLong(
                    (SignedHead head) -> head.says().seq())
            .thenComparing(head -> head.says().why())
            .thenComparing(head -> head.says().at())
            .thenComparing(SignedHead::line);

    public enum Why {
        /// The session was over.
        CLOSED,
        /// Its sheet was signed or co-signed.
        SIGNED,
        /// The log had moved since an hour ago.
        HOURLY,
        /// The log left in a bundle.
        EXPORTED
    }

    /// @param log as `kind:id`
    /// @param seq its last entry then
    /// @param mac of that entry, for whoever has the secret key of the chain
    /// @param entries how far [OpenChain] had come with it, for everybody
    /// @param at of that entry where a decision is the reason, otherwise of the signing
    /// @param sheet the hash of the sheet that was signed with that entry, if one was
    public record Statement(
            String form,
            String log,
            long seq,
            String mac,
            String entries,
            Instant at,
            Why why,
            @Nullable String sheet) {
        static final String FORM = "holdfast-head 1";
        private static final Pattern MAC = Pattern.compile("[A-Za-z0-9_-]{43}");

        public Statement {
            var colon = log.indexOf(':');
            if (!form.equals(FORM)
                    || colon < 0
                    || !Ids.wellFormed(log.substring(0, colon))
                    || !Ids.wellFormed(log.substring(colon + 1))
                    || seq < 1
                    || !MAC.matcher(mac).matches()
                    || !VerifyingKey.isHex(entries, 64)
                    || (sheet != null && !VerifyingKey.isHex(sheet, 64))) {
                throw new IllegalArgumentException("Not what a head says");
            }
        }

        public Statement(String log, long seq, Mac mac, String entries, Instant at, Why why, @Nullable String sheet) {
            this(FORM, log, seq, mac.value(), entries, at, why, sheet);
        }

        /// What is signed: one fact a line. No value can hold the end of a line, so no two statements are the same.
        byte[] bytes(String key) {
            var text = form + "\nlog " + log + "\nlast " + seq + "\nmac " + mac + "\nentries " + entries + "\nat " + at
                    + "\nwhy " + word(why) + "\nsheet " + (sheet == null ? "-" : sheet)
                    + "\nkey " + key + "\n";
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    public static SignedHead of(Statement says, SigningKey key) {
        var name = key.verifying().hex();
        return new SignedHead(says, name, key.sign(says.bytes(name)));
    }

    /// Whether it was signed with one of these keys.
    public boolean holds(Set<VerifyingKey> trusted) {
        return trusted.stream()
                .anyMatch(key -> key.hex().equals(this.key) && key.verifies(says.bytes(key.hex()), signature));
    }

    public String line() {
        return JSON.print(this);
    }

    /// Exactly as [#line] writes it: another spelling of the same head could hide words that nobody signed.
    public static SignedHead parse(String line) {
        var head = JSON.read(line);
        if (!head.line().equals(line)) throw new BadJson("", "expected a signed head as it was written");
        return head;
    }

    public String name() {
        return name(says.log(), says.seq(), says.why());
    }

    /// One head of one log for one reason, whoever signs it and however often.
    public static String name(String log, long seq, Why why) {
        return log + " " + seq + " " + word(why);
    }

    private static String word(Why why) {
        return why.name().toLowerCase(Locale.ROOT);
    }
}
