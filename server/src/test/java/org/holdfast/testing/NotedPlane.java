package org.holdfast.testing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.holdfast.live.MediaPlane;
import org.holdfast.session.EndpointId;
import org.holdfast.session.SessionId;

/// A plane that carries nothing, notes what it is asked for, and takes endpoints away only when the test lets it.
public final class NotedPlane implements MediaPlane {
    private final List<String> noted;
    private final List<Wanted> wanted = new ArrayList<>();
    private final List<Promise<Void>> withdrawing = new ArrayList<>();
    private Consumer<SessionId> again = nothing -> {};
    private boolean dead;

    /// @param noted where it says, among others, what it does
    public NotedPlane(List<String> noted) {
        this.noted = noted;
    }

    @Override
    public ObjectNode terms(SessionId session, EndpointId endpoint) {
        return JsonNodeFactory.instance.objectNode().put("kind", "noted");
    }

    @Override
    public void relay(Signal signal, String node) {
        noted.add("relayed from " + signal.from() + " to " + signal.to());
    }

    @Override
    public void onSignal(Consumer<Signal> receiver) {}

    @Override
    public boolean reconciles() {
        return true;
    }

    @Override
    public synchronized Future<?> reconcile(Wanted next, long seq) {
        if (dead) return Future.failedFuture("No bridge");
        wanted.add(next);
        return Future.succeededFuture();
    }

    @Override
    public synchronized Future<?> withdraw(SessionId session, EndpointId endpoint) {
        var promise = Promise.<Void>promise();
        withdrawing.add(promise);
        return promise.future().onSuccess(nothing -> noted.add("withdrawn " + endpoint));
    }

    @Override
    public synchronized void onUnsettled(Consumer<SessionId> next) {
        again = next;
    }

    /// What it was asked for, one after the other.
    public synchronized List<Wanted> wanted() {
        return List.copyOf(wanted);
    }

    public synchronized void bridgesAre(boolean gone) {
        dead = gone;
    }

    public void unsettle(SessionId session) {
        again.accept(session);
    }

    /// The first of what is being taken away is gone now.
    public void takeAway(int most) {
        List<Promise<Void>> due;
        synchronized (this) {
            due = List.copyOf(withdrawing.subList(0, Math.min(most, withdrawing.size())));
            withdrawing.removeAll(due);
        }
        due.forEach(Promise::complete);
    }

    /// All of it is.
    public void takeAway() {
        takeAway(Integer.MAX_VALUE);
    }
}
