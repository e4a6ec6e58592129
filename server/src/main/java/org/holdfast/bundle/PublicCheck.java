package org.holdfast.bundle;

import java.util.List;
import java.util.Set;
import org.holdfast.sealing.SignedHead;
import org.holdfast.sealing.VerifyingKey;

/// Checks a bundle with public keys alone. Trusted are those keys and nothing that stands in the bundle.
public final class PublicCheck {
    private final Set<VerifyingKey> trusted;
    private final List<SignedHead> shipped;

    /// @param trusted as whoever checks got them from the clinic, by another way than the bundle
    /// @param shipped heads that came by another way as well; each must be met by the bundle
    public PublicCheck(Set<VerifyingKey> trusted, List<SignedHead> shipped) {
        this.trusted = Set.copyOf(trusted);
        this.shipped = List.copyOf(shipped);
    }

    public Finding check(String text) {
        var about = Reading.about(text);
        if (about == null)
            return new Finding.NotABundle("This is not a bundle of Holdfast, or its first line was altered.");
        try {
            var bundle = Reading.read(about, text);
            heads(bundle);
            shipped.stream()
                    .filter(head -> head.says().log().equals(bundle.log()) && head.holds(trusted))
                    .forEach(head -> shipped(bundle, head));
            return new Finding.Proved(bundle, SignedSheets.of(bundle));
        } catch (Fault fault) {
            return new Finding.Failed(fault.sentence());
        }
    }

    private void heads(Bundle bundle) {
        var heads = bundle.heads();
        if (bundle.entries().isEmpty()) throw new Fault("It holds no entry.");
        if (heads.isEmpty()) throw new Fault("It holds no signed head, so nothing proves entry 1 or any after it.");
        var proved = 0L;
        for (var i = 0; i < heads.size(); i++) {
            var head = heads.get(i);
            signed(bundle, head);
            if (i > 0 && SignedHead.ORDER.compare(heads.get(i - 1), head) >= 0) {
                throw new Fault("The signed head of entry " + head.says().seq() + " stands twice or out of order.");
            }
            covers(bundle, head, proved);
            proved = head.says().seq();
        }
        if (proved < bundle.entries().size()) {
            throw new Fault("Entry " + (proved + 1)
                    + " and any after it were added after the last signed head: nothing " + "proves them.");
        }
    }

    private void signed(Bundle bundle, SignedHead head) {
        var of = "The signed head of entry " + head.says().seq();
        if (!head.says().log().equals(bundle.log())) {
            throw new Fault(of + " is of another log, " + head.says().log() + ", and says nothing about this one.");
        }
        if (trusted.stream().noneMatch(key -> key.hex().equals(head.key()))) {
            throw new Fault(of + " was signed with a key that you did not give: " + head.key()
                    + ". If the clinic says that this is an earlier key of its own, give both.");
        }
        if (!head.holds(trusted)) throw new Fault(of + " was altered: its signature is not over what it says.");
    }

    private static void covers(Bundle bundle, SignedHead head, long proved) {
        var seq = head.says().seq();
        var length = bundle.entries().size();
        if (seq > length) {
            throw new Fault("Entry " + (length + 1) + " is missing: the clinic signed " + seq
                    + " entries, and the bundle ends at " + length + ".");
        }
        if (!bundle.entries().get((int) seq - 1).hash().equals(head.says().entries())) {
            throw new Fault("Entry " + (proved + 1) + " or one after it, up to " + seq
                    + ", is not the one that the clinic signed there.");
        }
    }

    private static void shipped(Bundle bundle, SignedHead head) {
        var seq = head.says().seq();
        var length = bundle.entries().size();
        if (seq > length) {
            throw new Fault("Entry " + (length + 1) + " is missing: your own heads know entry " + seq
                    + " of this log, signed " + head.says().at() + ", and the bundle ends at " + length + ".");
        }
        if (!bundle.entries().get((int) seq - 1).hash().equals(head.says().entries())) {
            throw new Fault("Entry " + seq + " or one before it is not the one that your own heads know, signed "
                    + head.says().at() + ": the clinic signed two different logs.");
        }
    }
}
