package org.holdfast.testing;

import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.holdfast.decision.Actor;
import org.holdfast.decision.Confidential;
import org.holdfast.decision.DamagedLog;
import org.holdfast.decision.Decider;
import org.holdfast.decision.Decision;
import org.holdfast.decision.Named;
import org.holdfast.decision.RefusalCode;
import org.holdfast.decision.Stamp;

/// A toy log for tests of what every log shares: counters that go up to a limit, with reasons that are sealed.
public record Tally(TreeMap<String, Integer> counts, List<String> history) {
    public sealed interface Wish {
        record Add(String name, int amount) implements Wish {}

        record Explain(String name, String why) implements Wish {}
    }

    public sealed interface Event {
        @Named("added")
        record Added(String name, int amount) implements Event {}

        @Named("explained")
        record Explained(String name, Confidential why) implements Event {}

        @Named("noted")
        record Noted(String name, Confidential first, Confidential second) implements Event {}
    }

    public static final int LIMIT = 1_000_000;

    public static final Decider<Tally, Wish, Event> DECIDER = new Decider<>() {
        @Override
        public Tally initial() {
            return new Tally(new TreeMap<>(), List.of());
        }

        @Override
        public Decision<Event> decide(Tally state, Wish wish, Actor by, Instant now) {
            return switch (wish) {
                case Wish.Add(var name, var amount) -> {
                    if (amount == 0) yield Decision.accept();
                    if (state.count(name) + amount > LIMIT) yield Decision.refuse(RefusalCode.FULL);
                    yield Decision.accept(new Event.Added(name, amount));
                }
                case Wish.Explain(var name, var why) ->
                    Decision.accept(new Event.Explained(
                            name, new Confidential.Readable(Confidential.Lifetime.SESSION_RECORD, why)));
            };
        }

        @Override
        public Tally apply(Tally state, Event event, Stamp stamp) {
            var counts = new TreeMap<>(state.counts());
            switch (event) {
                case Event.Added(var name, var amount) -> {
                    if (state.count(name) + amount > LIMIT) throw new DamagedLog("More than the limit.");
                    counts.merge(name, amount, Integer::sum);
                }
                case Event.Explained explained -> counts.merge(explained.name(), 0, Integer::sum);
                case Event.Noted noted -> counts.merge(noted.name(), 0, Integer::sum);
            }
            var history = new java.util.ArrayList<>(state.history());
            history.add(stamp.seq() + " " + stamp.at() + " " + stamp.by().text() + " " + event);
            return new Tally(counts, List.copyOf(history));
        }
    };

    public int count(String name) {
        return counts.getOrDefault(name, 0);
    }
}
