package org.holdfast.live;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.holdfast.decision.RefusalCode;
import org.holdfast.live.Connection.Standing;
import org.holdfast.session.ConnectionId;

/// Looks once a second which of a session's pages fell silent, and says when each was last heard.
record Beats(SessionHost host) {
    /// @return for the other nodes
    Map<ConnectionId, Instant> look(Instant now, boolean judge) {
        var beats = new HashMap<ConnectionId, Instant>();
        for (var connection : host.connections()) {
            var silent = connection.silent(now);
            if (connection.standing == Standing.AFTERWARDS || connection.standing == Standing.GONE) {
                if (silent) host.forget(connection);
                continue;
            }
            beats.put(connection.id, connection.lastBeat);
            if (silent && judge && !connection.dropping) drop(connection);
        }
        return beats;
    }

    private void drop(Connection connection) {
        connection.dropping = true;
        host.drop(connection.visitor.member(), connection.id, connection.lastBeat)
                .onComplete(answer -> {
                    connection.dropping = false;
                    if (connection.standing == Standing.GONE) return;
                    // Without a clear answer nothing is certain: the next look asks again.
                    if (answer.succeeded() && certain(answer.result())) host.forget(connection);
                });
    }

    private static boolean certain(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done _ -> true;
            case Outcome.Refused(var code) ->
                code != RefusalCode.UNAVAILABLE && code != RefusalCode.UNKNOWN_OUTCOME && code != RefusalCode.SLOW_DOWN;
        };
    }
}
