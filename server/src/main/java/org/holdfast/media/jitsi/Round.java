package org.holdfast.media.jitsi;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.holdfast.live.Answer;
import org.holdfast.live.MediaPlane.Signal;
import org.holdfast.media.jitsi.Doing.Done;
import org.holdfast.media.jitsi.Focus.Tools;
import org.holdfast.media.jitsi.MediaStore.Taken;
import org.holdfast.session.EndpointId;
import org.holdfast.session.SessionId;
import org.jspecify.annotations.Nullable;

/// One go at a session's media, from taking into hands what is held to giving it back: what was asked is noted, the
/// bridge is brought there, it is kept, and pages are told.
///
/// On the live context, where each `await` lets others in.
final class Round {
    /// So often that it stays in hands while the bridge is slow.
    private static final Duration HOLD_ON = Duration.ofSeconds(1);

    private static final Duration TRY_AGAIN = Duration.ofMillis(20);
    private static final int MOST_TRIES = 250;
    /// More than it takes to move everybody to another bridge.
    private static final int MOST_STEPS = 30;
    /// Bridges that forget everybody, one after the other.
    private static final int MOST_LOSSES = 3;

    private final SessionId session;
    private final Tools tools;
    private final String hands;
    private final List<Telling> asides = new ArrayList<>();
    private Held held = Held.NOTHING;

    /// @param failure why not all is as it should be; it is to be tried again
    /// @param untold whether there are pages that could not be told
    record Result(Held held, @Nullable RuntimeException failure, boolean untold) {}

    /// @param hands no two rounds anywhere have the same
    Round(SessionId session, Tools tools, String hands) {
        this.session = session;
        this.tools = tools;
        this.hands = hands;
    }

    /// Throws when nothing of it was kept.
    Result run(List<Function<Held, Hearing>> changes) {
        var taken = take();
        var holdingOn = tools.timers().every(HOLD_ON, () -> tools.store().keep(session, hands, null));
        try {
            return with(taken, changes);
        } catch (RuntimeException cause) {
            tools.store().giveBack(session, hands, null);
            throw cause;
        } finally {
            holdingOn.close();
        }
    }

    private Taken take() {
        for (var n = 0; n < MOST_TRIES; n++) {
            var taken = Answer.of(tools.store().take(session, hands));
            if (taken != null) return taken;
            Answer.of(tools.timers().pause(TRY_AGAIN));
        }
        throw new MediaStore.NotInHands();
    }

    private Result with(Taken taken, List<Function<Held, Hearing>> changes) {
        held = taken.held();
        for (var change : changes) {
            var heard = change.apply(held);
            held = heard.held();
            if (heard.refused() != null) asides.add(heard.refused());
        }
        dismiss(taken.dismissed());
        var failure = settle();
        if (!held.equals(taken.held())) {
            // Kept before anybody hears of it: an answer may come to any node.
            var kept = held;
            dismiss(Answer.of(tools.store().keep(session, hands, kept)));
            if (!held.equals(kept)) failure = settle();
        }
        var untold = tell();
        Answer.of(tools.store().giveBack(session, hands, held.equals(taken.held()) ? null : held));
        return new Result(held, failure, untold);
    }

    private void dismiss(Set<EndpointId> dismissed) {
        for (var endpoint : dismissed) held = held.dismissed(endpoint);
    }

    private @Nullable RuntimeException settle() {
        var losses = 0;
        for (var n = 0; n < MOST_STEPS; n++) {
            var so = held;
            var steps = Plan.of(so, tools.doing()::usable);
            if (steps.isEmpty()) return null;
            var all = Future.all(
                    steps.stream().map(step -> tools.doing().carryOut(so, step)).toList());
            RuntimeException failure = null;
            var gone = false;
            for (var done : Answer.of(all).<Done>list()) {
                held = done.change().apply(held);
                if (done.aside() != null) asides.add(done.aside());
                if (done.failure() != null) failure = done.failure();
                gone |= done.gone();
            }
            if (gone && ++losses <= MOST_LOSSES) held = tools.doing().left(held);
            else if (failure != null) return failure;
        }
        return new IllegalStateException("the media of a session come to no rest");
    }

    private boolean tell() {
        var tellings = new ArrayList<>(asides);
        tellings.addAll(Telling.due(held));
        var handed = tellings.stream()
                .map(each -> tools.signals()
                        .hand(Signal.fromPlane(session, each.to(), each.signal().json()), each.node()))
                .toList();
        Answer.of(Future.all(handed));
        var untold = false;
        for (var i = 0; i < tellings.size(); i++) {
            var telling = tellings.get(i);
            if (telling.then() == null) continue;
            if (handed.get(i).result()) held = held.told(telling.to(), telling.then());
            else untold = true;
        }
        held = Telling.caughtUp(held);
        return untold;
    }
}
