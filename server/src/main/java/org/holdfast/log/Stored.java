package org.holdfast.log;

import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.sealing.Link;
import org.holdfast.sealing.Mac;
import org.jspecify.annotations.Nullable;

/// An entry as it is stored, not yet believed.
public record Stored(String id, String at, String by, String command, String events, Mac mac) {
    static final List<String> FIELDS = List.of("at", "by", "cmd", "ev", "mac");

    static List<Stored> all(@Nullable Response response) {
        var all = new ArrayList<Stored>();
        if (response == null) return all;
        for (var row : response) all.add(of(row.get(0).toString(), row.get(1)));
        return all;
    }

    /// Exactly our fields in our order, or nothing: a field that no MAC covers must not pass unseen.
    private static Stored of(String id, Response pairs) {
        var ours = pairs.size() == 2 * FIELDS.size();
        for (var i = 0; ours && i < FIELDS.size(); i++) {
            ours = pairs.get(2 * i).toString().equals(FIELDS.get(i));
        }
        if (!ours) return new Stored(id, "", "", "", "", Mac.NONE);
        return new Stored(
                id,
                pairs.get(1).toString(),
                pairs.get(3).toString(),
                pairs.get(5).toString(),
                pairs.get(7).toString(),
                new Mac(pairs.get(9).toString()));
    }

    /// Its place, or 0 when it is not one of ours.
    public long seq() {
        var dash = id.indexOf('-');
        return id.endsWith("-0") ? Long.parseLong(id.substring(0, dash)) : 0;
    }

    /// What its MAC was made for, if that was for this place.
    public Link link(long seq) {
        return new Link(seq, at, by, command, events);
    }
}
