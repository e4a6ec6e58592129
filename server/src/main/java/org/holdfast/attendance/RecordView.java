package org.holdfast.attendance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.attendance.SheetView.CorrectionView;
import org.holdfast.decision.Entry;
import org.holdfast.decision.Named;
import org.holdfast.session.MemberId;
import org.holdfast.session.Names;
import org.holdfast.session.Session;
import org.holdfast.session.SessionEvent;
import org.holdfast.session.SheetHash;
import org.holdfast.session.SignOff;
import org.holdfast.session.SignOff.Signature;
import org.holdfast.session.SignOff.Version;
import org.jspecify.annotations.Nullable;

/// The record of a session as one of its staff is shown it: the sheet, what was decided, what is signed, and what they
/// may sign.
///
/// @param signing nothing before the end
/// @param versions the oldest first
/// @param due what stands otherwise than in the last signed version; nothing while none is signed
public record RecordView(
        SheetView sheet,
        LogView log,
        List<DecisionView> decisions,
        @Nullable SigningView signing,
        List<VersionView> versions,
        List<ChangedView> due) {
    public RecordView {
        decisions = List.copyOf(decisions);
        versions = List.copyOf(versions);
        due = List.copyOf(due);
    }

    @Named("log")
    public record LogView(long entries) {}

    /// @param sheet the entry that last changed the sheet which can be signed
    /// @param hash of its canonical bytes
    /// @param name what the form is filled with
    /// @param freshUntil until when the last sign-in counts; nothing when a fresh one is asked for
    public record SigningView(
            int version,
            long sheet,
            String hash,
            Allowed may,
            String name,
            @Nullable String credential,
            @Nullable Instant freshUntil) {}

    public enum Allowed {
        SIGN,
        CO_SIGN,
        NOTHING
    }

    /// @param changed against the version before; nothing for the first
    public record VersionView(
            int number,
            long sheet,
            String hash,
            long entry,
            Instant at,
            String name,
            String credential,
            List<CoSignatureView> coSigned,
            List<ChangedView> changed) {
        public VersionView {
            coSigned = List.copyOf(coSigned);
            changed = List.copyOf(changed);
        }
    }

    public record CoSignatureView(long entry, Instant at, String name, String credential) {
        static CoSignatureView of(Signature it) {
            return new CoSignatureView(
                    it.seq(), it.at(), it.signer().name(), it.signer().credential());
        }
    }

    public record ChangedView(
            MemberId member, String name, ValuesView before, ValuesView after, List<CorrectionView> corrections) {
        public ChangedView {
            corrections = List.copyOf(corrections);
        }
    }

    /// @param status nothing for staff
    public record ValuesView(@Nullable Status status, long creditedMinutes) {
        static ValuesView of(SheetDifference.Values it) {
            return new ValuesView(it.status(), it.credited().toMinutes());
        }
    }

    /// Who reads it, and what is known of them.
    ///
    /// @param signedIn when they last proved who they are
    public record Reader(
            MemberId member,
            @Nullable String credential,
            @Nullable Instant signedIn) {}

    /// @param entries the whole log, from which all of it is computed
    /// @param now the moment it is read at
    public static RecordView of(
            List<Entry<SessionEvent>> entries, Reader reader, Names names, Language language, Instant now) {
        var session = Session.DECIDER.initial();
        for (var entry : entries) session = Session.DECIDER.applyAll(session, entry);
        var signOff = session.signOff();
        var sheet = AttendanceSheet.of(entries, now);
        var versions = new ArrayList<VersionView>();
        AttendanceSheet before = null;
        for (var version : signOff.versions()) {
            var signed = AttendanceSheet.asSigned(entries, version.number());
            versions.add(version(version, before == null ? List.of() : changed(before, signed, names)));
            before = signed;
        }
        return new RecordView(
                SheetView.of(sheet, names, language),
                new LogView(entries.getLast().seq()),
                DecisionView.of(Timeline.of(entries), names, language),
                sheet.ended() == null ? null : signing(sheet, signOff, reader, names, now),
                versions,
                before == null ? List.of() : changed(before, sheet, names));
    }

    private static SigningView signing(
            AttendanceSheet sheet, SignOff signOff, Reader reader, Names names, Instant now) {
        var standing = signOff.standing();
        var signedIn = reader.signedIn();
        var freshUntil = signedIn == null ? null : signedIn.plus(SignOff.FRESH);
        return new SigningView(
                signOff.number(),
                sheet.seq(),
                standing == null ? SheetHash.of(CanonicalSheet.text(sheet)) : standing.hash(),
                may(standing, reader.member()),
                names.of(reader.member()),
                reader.credential(),
                freshUntil == null || freshUntil.isBefore(now) ? null : freshUntil);
    }

    private static Allowed may(@Nullable Version standing, MemberId reader) {
        if (standing == null) return Allowed.SIGN;
        return standing.bears(reader) ? Allowed.NOTHING : Allowed.CO_SIGN;
    }

    private static VersionView version(Version version, List<ChangedView> changed) {
        var signature = version.signature();
        return new VersionView(
                version.number(),
                version.sheet(),
                version.hash(),
                signature.seq(),
                signature.at(),
                signature.signer().name(),
                signature.signer().credential(),
                version.coSignatures().stream().map(CoSignatureView::of).toList(),
                changed);
    }

    private static List<ChangedView> changed(AttendanceSheet before, AttendanceSheet after, Names names) {
        return SheetDifference.between(before, after).rows().stream()
                .map(row -> new ChangedView(
                        row.member(),
                        names.of(row.member()),
                        ValuesView.of(row.before()),
                        ValuesView.of(row.after()),
                        row.corrections().stream()
                                .map(it -> CorrectionView.of(it, names))
                                .toList()))
                .toList();
    }
}
