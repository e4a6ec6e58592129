package org.holdfast.live;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import org.holdfast.session.ConnectionId;
import org.holdfast.session.Member.Dropped;
import org.holdfast.session.Member.Left;
import org.holdfast.session.Member.Link;
import org.holdfast.session.Member.Present;
import org.holdfast.session.Member.Removed;
import org.holdfast.session.Member.Waiting;
import org.holdfast.session.MemberId;

/// Those in a session whose node has ended. Any node that is left may write their drops: a second one changes nothing.
record Bereaved(SessionHost host, Around around) {
    Future<Void> drop(String node) {
        return around.presence().read(host.id()).compose(beats -> {
            var drops = new ArrayList<Future<Outcome>>();
            for (var member : host.state().admission().members().values()) {
                var link = switch (member) {
                    case Present present -> present.link();
                    case Waiting waiting -> waiting.link() instanceof Link.Live live ? live : null;
                    case Dropped _, Left _, Removed _ -> null;
                };
                if (link != null && link.node().equals(node)) drops.add(drop(member.id(), link.connection(), beats));
            }
            for (var beside : host.state().admission().newDevices().values()) {
                if (beside.link().node().equals(node)) {
                    drops.add(drop(beside.id(), beside.link().connection(), beats));
                }
            }
            return Future.all(drops).mapEmpty();
        });
    }

    private Future<Outcome> drop(MemberId member, ConnectionId connection, Map<ConnectionId, Instant> beats) {
        // Time that nobody can vouch for is not counted.
        return host.drop(member, connection, beats.getOrDefault(connection, Instant.EPOCH));
    }
}
