package org.holdfast.web;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import org.holdfast.clinic.Standards;
import org.holdfast.decision.CommandId;
import org.holdfast.directory.ClinicLog;
import org.holdfast.json.RecordJson;
import org.jspecify.annotations.Nullable;

/// What a clinic is called: told to whoever belongs to it, so that they can wish it on a paper, and said by those who
/// keep its rules.
final class OwnClinic {
    private static final RecordJson<Told> TOLD = RecordJson.of(Told.class);
    private static final RecordJson<NameClinic> NAME = RecordJson.of(NameClinic.class);

    /// @param name absent while the clinic has none
    record Told(@Nullable String name) {}

    /// @param name absent or blank for none
    record NameClinic(CommandId command, @Nullable String name) {}

    private final ClinicLog clinics;

    OwnClinic(ClinicLog clinics) {
        this.clinics = clinics;
    }

    Future<@Nullable JsonObject> read(RoutingContext context) {
        return clinics.of(SeatGate.seat(context).clinic())
                .clinic()
                .map(clinic -> new JsonObject(TOLD.print(new Told(clinic.name()))));
    }

    Future<@Nullable JsonObject> name(RoutingContext context) {
        var asked = NAME.read(Operations.body(context).encode());
        return Desk.of(context)
                .submit(new Standards.SetName(asked.name()), asked.command())
                .compose(outcome -> Refused.unlessDone(outcome, Operations.language(context)));
    }
}
