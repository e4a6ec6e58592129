package org.holdfast.web;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.ZoneId;
import org.holdfast.clinic.Standards;
import org.holdfast.decision.CommandId;
import org.holdfast.directory.ClinicLog;
import org.holdfast.identity.Kind;
import org.holdfast.json.RecordJson;
import org.jspecify.annotations.Nullable;

/// What a clinic is called, told to whoever belongs to it, so that they can wish it on a paper; and where its clocks
/// hang. Both are said by those who keep its rules.
final class OwnClinic {
    private static final RecordJson<Told> TOLD = RecordJson.of(Told.class);
    private static final RecordJson<NameClinic> NAME = RecordJson.of(NameClinic.class);
    private static final RecordJson<SetZone> ZONE = RecordJson.of(SetZone.class);

    /// @param name absent while the clinic has none
    /// @param zone for staff alone
    record Told(@Nullable String name, @Nullable String zone) {}

    /// @param name absent or blank for none
    record NameClinic(CommandId command, @Nullable String name) {}

    record SetZone(CommandId command, String zone) {}

    private final ClinicLog clinics;

    OwnClinic(ClinicLog clinics) {
        this.clinics = clinics;
    }

    Future<@Nullable JsonObject> read(RoutingContext context) {
        var seat = SeatGate.seat(context);
        var staff = seat.kind() == Kind.STAFF;
        return clinics.of(seat.clinic()).clinic().map(clinic -> {
            var zone = staff ? clinic.zone().getId() : null;
            return new JsonObject(TOLD.print(new Told(clinic.name(), zone)));
        });
    }

    Future<@Nullable JsonObject> name(RoutingContext context) {
        var asked = NAME.read(Operations.body(context).encode());
        return Desk.submit(context, new Standards.SetName(asked.name()), asked.command());
    }

    /// One that has a name: of a distance from UTC nobody knows when its clocks change.
    Future<@Nullable JsonObject> zone(RoutingContext context) {
        var asked = ZONE.read(Operations.body(context).encode());
        if (!ZoneId.getAvailableZoneIds().contains(asked.zone())) throw Problem.MALFORMED.raised();
        return Desk.submit(context, new Standards.SetZone(ZoneId.of(asked.zone())), asked.command());
    }
}
