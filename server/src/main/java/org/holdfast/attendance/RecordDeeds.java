package org.holdfast.attendance;

import java.time.Duration;
import java.util.Map;
import org.holdfast.session.Corrections;
import org.holdfast.session.Corrections.Change;
import org.holdfast.session.Corrections.RowCorrected;
import org.holdfast.session.SignOff;
import org.holdfast.session.SignOff.Signer;

/// What became of the record: corrections, disputes and the answers to them, signatures. Reasons are sealed words; they
/// stand on the sheet, beside what they are the reason for.
final class RecordDeeds {
    private RecordDeeds() {}

    static Decided of(Corrections.Event event, Moment moment) {
        return switch (event) {
            case RowCorrected corrected -> corrected(corrected, moment);
            case Corrections.RowDisputed(var member, var _) -> moment.act(member, Deed.DISPUTED);
            case Corrections.DisputeAccepted(var member, var _) -> moment.act(member, Deed.DISPUTE_ACCEPTED);
            case Corrections.DisputeDeclined(var member, var _, var _) -> moment.act(member, Deed.DISPUTE_DECLINED);
        };
    }

    private static Decided corrected(RowCorrected it, Moment moment) {
        return switch (it.change()) {
            case Change.StatusIs _, Change.Absence _ ->
                moment.act(
                        it.member(),
                        Deed.STATUS_CORRECTED,
                        Map.of("given", new Arg.Judged(Correcting.given(it.change()))));
            case Change.MinutesAre(var minutes) ->
                moment.act(
                        it.member(),
                        Deed.MINUTES_CORRECTED,
                        Map.of("given", new Arg.Lasting(Duration.ofMinutes(minutes))));
            case Change.WasByPhone(var from, var to) ->
                moment.act(it.member(), Deed.NOTED_BY_PHONE, Map.of("from", new Arg.At(from), "to", new Arg.At(to)));
        };
    }

    static Decided of(SignOff.Event event, Moment moment) {
        return switch (event) {
            case SignOff.SheetSigned it -> moment.act(Deed.SIGNED, signature(it.version(), it.signer()));
            case SignOff.SheetCoSigned it -> moment.act(Deed.CO_SIGNED, signature(it.version(), it.signer()));
        };
    }

    private static Map<String, Arg> signature(int version, Signer signer) {
        return Map.of(
                "version",
                new Arg.Number(version),
                "name",
                new Arg.Typed(signer.name()),
                "credential",
                new Arg.Typed(signer.credential()));
    }
}
