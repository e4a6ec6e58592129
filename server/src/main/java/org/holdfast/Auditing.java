package org.holdfast;

import java.time.InstantSource;
import org.holdfast.audit.Audit;
import org.holdfast.audit.AuditEvent;
import org.holdfast.directory.AuditLogs;
import org.holdfast.directory.AuditTrail;
import org.holdfast.json.SealedJson;
import org.holdfast.live.Live;
import org.holdfast.live.LogHosts;
import org.holdfast.log.LogVerifier;
import org.holdfast.log.RedisConnections;
import org.holdfast.log.RedisEventLog;
import org.holdfast.log.RedisHeads;
import org.holdfast.log.RedisKeyring;
import org.holdfast.sealing.MasterKey;

/// Where this node notes who opened what, and where all nodes' notes and chains are read.
record Auditing(AuditLogs logs, AuditTrail trail, ClinicChains chains) {
    static Auditing of(
            RedisConnections redis, MasterKey master, RedisHeads heads, Live live, InstantSource clock, String node) {
        var log = new RedisEventLog<>(
                redis, SealedJson.of(AuditEvent.class), master, new RedisKeyring(redis, master), heads);
        return new Auditing(
                new AuditLogs(new LogHosts<>(Audit.DECIDER, log, live), clock, node),
                new AuditTrail(new LogVerifier(redis, master, heads)::logs, log),
                new ClinicChains(redis, master, heads, clock));
    }
}
