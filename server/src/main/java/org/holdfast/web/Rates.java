package org.holdfast.web;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// How much one person may send, over all their pages on this node, so that a second tab is no second allowance.
final class Rates {
    /// Everything together: far above what a page does, far below what would be felt by others.
    private static final Bandwidth MESSAGES = Bandwidth.builder()
            .capacity(800)
            .refillGreedy(800, Duration.ofSeconds(10))
            .build();
    /// Pages opened.
    private static final Bandwidth PAGES = Bandwidth.builder()
            .capacity(20)
            .refillGreedy(20, Duration.ofSeconds(20))
            .build();

    /// Of the HTTP side, all together: a record is folded from its log for each of them.
    private static final Bandwidth REQUESTS = Bandwidth.builder()
            .capacity(120)
            .refillGreedy(120, Duration.ofSeconds(30))
            .build();

    private final Map<String, Allowance> people = new ConcurrentHashMap<>();

    Allowance of(String person) {
        return people.computeIfAbsent(person, _ -> new Allowance());
    }

    /// Buckets that are full again say nothing; forgetting them keeps a long-lived node small.
    void forgetIdle() {
        people.values().removeIf(Allowance::full);
    }

    static final class Allowance {
        private final Bucket messages = Bucket.builder().addLimit(MESSAGES).build();
        private final Bucket pages = Bucket.builder().addLimit(PAGES).build();
        private final Bucket requests = Bucket.builder().addLimit(REQUESTS).build();
        private final Map<Verb, Bucket> verbs = new EnumMap<>(Verb.class);

        boolean page() {
            return pages.tryConsume(1);
        }

        boolean request() {
            return requests.tryConsume(1);
        }

        boolean requestsLeft() {
            return requests.getAvailableTokens() > 0;
        }

        boolean message() {
            return messages.tryConsume(1);
        }

        synchronized boolean verb(Verb verb) {
            return verbs.computeIfAbsent(
                            verb, v -> Bucket.builder().addLimit(v.rate()).build())
                    .tryConsume(1);
        }

        private boolean full() {
            return messages.getAvailableTokens() == MESSAGES.getCapacity()
                    && pages.getAvailableTokens() == PAGES.getCapacity()
                    && requests.getAvailableTokens() == REQUESTS.getCapacity();
        }
    }
}
