package org.holdfast.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.decision.Actor;
import org.holdfast.decision.DamagedLog;
import org.holdfast.decision.Decision;
import org.holdfast.decision.Named;
import org.holdfast.decision.RefusalCode;
import org.holdfast.decision.Stamp;
import org.jspecify.annotations.Nullable;

/// Signing the sheet of an ended session. What is signed is one state of the sheet, named by the entry that last
/// changed it: whoever signs another than the one that stands is told.
///
/// A signed version stays as it is. A later correction makes the next one due.
///
/// @param sheet the entry that last changed the sheet; nothing to sign (zero) before the end
/// @param versions the first is number 1
public record SignOff(long sheet, List<Version> versions) {
    static final SignOff NONE = new SignOff(0, List.of());
    public static final int LONGEST_NAME = 120;
    public static final int LONGEST_CREDENTIAL = 60;
    /// Older proof than this is no proof that the person at the keys is the one who signs.
    public static final Duration FRESH = Duration.ofMinutes(5);

    public SignOff {
        versions = List.copyOf(versions);
    }

    /// @param sheet the entry up to which the sheet was folded
    /// @param hash over the canonical bytes of exactly that sheet
    /// @param text those bytes; logs of the first versions have only their hash
    public record Version(
            int number,
            long sheet,
            String hash,
            @Nullable String text,
            Signature signature,
            List<Signature> coSignatures) {
        public Version {
            coSignatures = List.copyOf(coSignatures);
        }

        public boolean bears(MemberId member) {
            return signature.by().equals(member)
                    || coSignatures.stream().anyMatch(it -> it.by().equals(member));
        }
    }

    public record Signature(MemberId by, Signer signer, Instant at, long seq) {}

    /// What a person types to sign, and when they last proved who they are. The name is part of the signature, so it
    /// stands in the log as it was typed and outlives every key.
    public record Signer(String name, String credential, Instant signedIn) {}

    public sealed interface Command extends SessionCommand {}

    /// @param sheet the entry that last changed the sheet which the signer saw
    /// @param hash of what the signer saw
    /// @param text of the sheet as it is now; where it has another hash, the signer saw another sheet
    public record Sign(long sheet, String hash, String text, Signer signer) implements Command {
        public Sign {
            SheetHash.check(hash);
        }
    }

    /// @param hash of what the signer saw, which has to be what the first signature is over
    public record CoSign(long sheet, String hash, Signer signer) implements Command {
        public CoSign {
            SheetHash.check(hash);
        }
    }

    public sealed interface Event extends SessionEvent {}

    /// Keeps what is signed, to the byte: no later way of counting or of writing it down can change it.
    ///
    /// @param text nothing in logs of the first versions
    @Named("sheet.signed")
    public record SheetSigned(
            int version,
            long sheet,
            String hash,
            MemberId by,
            Signer signer,
            @Nullable String text) implements Event {
        public SheetSigned {
            SheetHash.check(hash);
            if (text != null && !SheetHash.of(text).equals(hash)) {
                throw new IllegalArgumentException("The hash is of another text");
            }
        }
    }

    /// @param hash what the signature is over, the same as the first one's; nothing in logs of the first versions
    @Named("sheet.co-signed")
    public record SheetCoSigned(
            int version,
            MemberId by,
            Signer signer,
            @Nullable String hash) implements Event {
        public SheetCoSigned {
            if (hash != null) SheetHash.check(hash);
        }
    }

    static Decision<SessionEvent> decide(Session session, Command command, Actor by, Instant now) {
        var no = Rules.leads(session, by);
        if (no == null) no = Rules.hasEnded(session);
        if (no != null) return Decision.refuse(no);
        var signOff = session.signOff();
        var me = Rules.memberOf(by);
        var signed = signOff.standing();
        return switch (command) {
            case Sign(var sheet, var hash, var text, var signer) -> {
                no = signOff.cannotSign(sheet, signer, now);
                if (no == null && !isOf(session, sheet, hash, text)) no = RefusalCode.STALE_SHEET;
                if (no != null) yield Decision.refuse(no);
                if (signed == null) {
                    yield Decision.accept(new SheetSigned(signOff.number(), sheet, hash, me, signer, text));
                }
                // Somebody was quicker: the other is told, and may co-sign.
                yield signed.signature().by().equals(me) && signed.hash().equals(hash)
                        ? Decision.accept()
                        : Decision.refuse(RefusalCode.ALREADY_SIGNED);
            }
            case CoSign(var sheet, var hash, var signer) -> {
                no = signOff.cannotSign(sheet, signer, now);
                if (no != null) yield Decision.refuse(no);
                if (signed == null) yield Decision.refuse(RefusalCode.NOT_SIGNED);
                if (!signed.hash().equals(hash)) yield Decision.refuse(RefusalCode.STALE_SHEET);
                if (signed.signature().by().equals(me)) yield Decision.refuse(RefusalCode.ALREADY_SIGNED);
                yield signed.bears(me)
                        ? Decision.accept()
                        : Decision.accept(new SheetCoSigned(signed.number(), me, signer, hash));
            }
        };
    }

    private @Nullable RefusalCode cannotSign(long seen, Signer signer, Instant now) {
        if (!isShort(signer.name(), LONGEST_NAME) || !isShort(signer.credential(), LONGEST_CREDENTIAL)) {
            return RefusalCode.TOO_LONG;
        }
        if (signer.signedIn().isAfter(now) || signer.signedIn().isBefore(now.minus(FRESH))) {
            return RefusalCode.SIGN_IN_AGAIN;
        }
        return seen == sheet ? null : RefusalCode.STALE_SHEET;
    }

    /// Whoever brings the text is not believed: it has to be what the signer saw, and to say of itself that it is this
    /// session's sheet as of that entry.
    private static boolean isOf(Session session, long sheet, String hash, String text) {
        var own = "session " + session.plan().session().value();
        return SheetHash.of(text).equals(hash)
                && text.lines().anyMatch(own::equals)
                && text.lines().anyMatch(line -> line.startsWith("sheet " + sheet + " "));
    }

    private static boolean isShort(String text, int longest) {
        return !text.isBlank() && text.length() <= longest;
    }

    static SignOff apply(Session session, Event event, Stamp stamp) {
        var signOff = session.signOff();
        if (!session.ended()) throw new DamagedLog("Signed before the end, at " + stamp.seq());
        var signed = signOff.standing();
        var next = new ArrayList<>(signOff.versions);
        switch (event) {
            case SheetSigned(var number, var sheet, var hash, var by, var signer, var text) -> {
                mustLead(session, by, stamp);
                if (signed != null || number != signOff.number() || sheet != signOff.sheet) {
                    throw new DamagedLog("Another sheet than the one that stands is signed, at " + stamp.seq());
                }
                var signature = new Signature(by, signer, stamp.at(), stamp.seq());
                next.add(new Version(number, sheet, hash, text, signature, List.of()));
            }
            case SheetCoSigned(var number, var by, var signer, var hash) -> {
                mustLead(session, by, stamp);
                var same = signed != null && (hash == null || hash.equals(signed.hash()));
                if (!same || number != signed.number() || signed.bears(by)) {
                    throw new DamagedLog("Co-signed what cannot be, at " + stamp.seq());
                }
                var all = new ArrayList<>(signed.coSignatures());
                all.add(new Signature(by, signer, stamp.at(), stamp.seq()));
                next.removeLast();
                next.add(new Version(number, signed.sheet(), signed.hash(), signed.text(), signed.signature(), all));
            }
        }
        return new SignOff(signOff.sheet, next);
    }

    private static void mustLead(Session session, MemberId by, Stamp stamp) {
        if (session.plan().roleOf(by) != Role.FACILITATOR) {
            throw new DamagedLog("Signed by somebody who does not lead, at " + stamp.seq());
        }
    }

    /// Another sheet is due from this entry on.
    SignOff changed(Stamp stamp) {
        return new SignOff(stamp.seq(), versions);
    }

    /// The version that is signed and that no correction has followed.
    public @Nullable Version standing() {
        return versions.isEmpty() || versions.getLast().sheet() != sheet ? null : versions.getLast();
    }

    /// Of the version that stands, or that is due.
    public int number() {
        return standing() == null ? versions.size() + 1 : versions.size();
    }
}
