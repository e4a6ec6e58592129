package org.holdfast.export;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.session.Session;
import org.holdfast.session.SignOff.Signature;
import org.holdfast.session.SignOff.Version;
import org.jspecify.annotations.Nullable;

/// One signature under the sheet, with the name and credential that were typed.
///
/// @param co whether somebody had signed this version before
/// @param entry its place in the log; absent in an export for one person
/// @param sheet the entry that last changed what was signed; absent in an export for one person
/// @param hash SHA-256 of the signed sheet
public record SignatureForm(
        int version,
        boolean co,
        @Nullable Long entry,
        @Nullable Long sheet,
        Instant at,
        String name,
        String credential,
        String hash) {
    static List<SignatureForm> of(Source source) {
        var session = Session.DECIDER.initial();
        for (var entry : source.entries()) session = Session.DECIDER.applyAll(session, entry);
        var all = new ArrayList<SignatureForm>();
        for (var version : session.signOff().versions()) {
            all.add(of(source, version, version.signature(), false));
            version.coSignatures().forEach(it -> all.add(of(source, version, it, true)));
        }
        return List.copyOf(all);
    }

    private static SignatureForm of(Source source, Version version, Signature it, boolean co) {
        var whole = source.person() == null;
        return new SignatureForm(
                version.number(),
                co,
                whole ? Long.valueOf(it.seq()) : null,
                whole ? Long.valueOf(version.sheet()) : null,
                it.at(),
                it.signer().name(),
                it.signer().credential(),
                version.hash());
    }
}
