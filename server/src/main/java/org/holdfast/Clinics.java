package org.holdfast;

import io.vertx.core.Vertx;
import org.holdfast.clinic.Clinic;
import org.holdfast.clinic.ClinicCommand;
import org.holdfast.clinic.ClinicEvent;
import org.holdfast.directory.ClinicLog;
import org.holdfast.json.SealedJson;
import org.holdfast.live.Due;
import org.holdfast.live.Live;
import org.holdfast.live.LogHosts;
import org.holdfast.log.RedisConnections;
import org.holdfast.log.RedisEventLog;
import org.holdfast.log.RedisHeads;
import org.holdfast.log.RedisKeyring;
import org.holdfast.sealing.MasterKey;

/// The clinics' own logs on this node, and what spares folding them from their first day.
record Clinics(ClinicLog log, ClinicSnapshots snapshots) {
    static Clinics of(Vertx vertx, RedisConnections redis, MasterKey master, RedisHeads heads, Live live, Due due) {
        var log = new RedisEventLog<>(
                redis, SealedJson.of(ClinicEvent.class), master, new RedisKeyring(redis, master), heads);
        var found = ClinicSnapshots.found(redis, master, heads);
        return new Clinics(
                new ClinicLog(new LogHosts<Clinic, ClinicCommand, ClinicEvent>(Clinic.DECIDER, log, found, live), due),
                ClinicSnapshots.of(vertx, redis, master, heads, due, live.clock()));
    }
}
