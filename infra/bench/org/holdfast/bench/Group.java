package org.holdfast.bench;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.holdfast.session.AttendanceRules;
import org.holdfast.session.MemberId;
import org.holdfast.session.Plan;
import org.holdfast.session.SessionId;

/// One group of a facilitator and some participants, and the session it has now.
record Group(int number, int people) {
    private static final long PATIENCE_S = 60;

    static List<Group> groups(int rooms, int people) {
        return IntStream.range(0, rooms).mapToObj(n -> new Group(n, people)).toList();
    }

    SessionId session() {
        return new SessionId("sroom" + number);
    }

    MemberId facilitator() {
        return new MemberId("p-lead-" + number);
    }

    MemberId participant(int n) {
        return new MemberId("p-" + number + "-" + n);
    }

    /// The facilitator first.
    List<MemberId> everybody() {
        var all = new ArrayList<MemberId>();
        all.add(facilitator());
        for (var n = 1; n < people; n++) all.add(participant(n));
        return all;
    }

    Plan plan(Instant starts) {
        var everybody = everybody();
        return new Plan(
                session(),
                "Evening group " + number,
                starts,
                starts.plus(Duration.ofMinutes(90)),
                "UTC",
                facilitator(),
                new TreeSet<>(everybody.subList(0, 1)),
                new TreeSet<>(everybody.subList(1, people)),
                people,
                AttendanceRules.DEFAULT);
    }

    /// For what is done once, before anything is measured.
    static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(PATIENCE_S, TimeUnit.SECONDS);
    }
}
