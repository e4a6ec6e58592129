package org.holdfast.live;

import java.time.YearMonth;
import org.holdfast.decision.Ids;

/// Which log: a kind and an id, written `session:abc`.
public record LogId(String kind, String id) {
    public LogId {
        Ids.check(kind);
        Ids.check(id);
    }

    public static LogId session(String id) {
        return new LogId("session", id);
    }

    public static LogId person(String id) {
        return new LogId("person", id);
    }

    public static LogId clinic(String id) {
        return new LogId("clinic", id);
    }

    /// One a month, of one writer.
    public static LogId audit(String writer, YearMonth month) {
        return new LogId("audit", writer + "-" + month);
    }

    public static LogId parse(String text) {
        var colon = text.indexOf(':');
        if (colon < 0) throw new IllegalArgumentException("A log's name is kind:id");
        return new LogId(text.substring(0, colon), text.substring(colon + 1));
    }

    @Override
    public String toString() {
        return kind + ":" + id;
    }
}
