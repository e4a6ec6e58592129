package org.holdfast.media.jitsi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.holdfast.media.jitsi.BridgeFailure.Away;
import org.holdfast.media.jitsi.BridgeFailure.Gone;
import org.holdfast.media.jitsi.BridgeFailure.NoTransport;
import org.holdfast.media.jitsi.BridgeFailure.Refused;
import org.holdfast.session.EndpointId;
import org.jspecify.annotations.Nullable;

/// Tells bridges what to do (Colibri2 over HTTP). It keeps nothing: what a bridge holds is for others to know.
///
/// Each future fails with a [BridgeFailure] or not at all, within [BridgeHttp#PATIENCE] for each request that it takes
/// and for
/// each that has to be done before. Everything may be asked twice.
///
/// Who is in a conference changes one after the other. A bridge that makes several places at once can lose one of them
/// from its list of those who may be seen: that person is there and heard, and nobody gets their picture.
final class Colibri {
    private static final String CONFERENCES = "/colibri/v2/conferences/";

    private final BridgeHttp http;
    /// For each conference whose people change at the moment: when the last one in line will be done.
    private final Map<Call, Future<Void>> lines = new ConcurrentHashMap<>();

    /// @param channel the address of the bridge channel, for this endpoint's page alone; absent where the bridge has
    ///     none
    /// @param feedback under which numbers the bridge itself speaks to everybody in the conference
    record Allocated(BridgeTransport transport, @Nullable String channel, List<Source> feedback) {
        Allocated {
            feedback = List.copyOf(feedback);
        }

        Allocated by(BridgeTransport next) {
            return new Allocated(next, channel, feedback);
        }

        @Override
        public String toString() {
            return "Allocated";
        }
    }

    /// Whether a bridge throws away what an endpoint sends.
    record Muted(boolean audio, boolean video) {}

    Colibri(Vertx vertx) {
        this(vertx, BridgeHttp.PATIENCE);
    }

    Colibri(Vertx vertx, Duration patience) {
        this.http = new BridgeHttp(vertx, patience);
    }

    /// A place for one more. Whoever is there under the same name is put out first.
    ///
    /// Fails with [Gone] when the conference is not there and is not to be opened, and with [Refused] when
    /// the bridge will not have the endpoint, which is then not there.
    ///
    /// @param create whether the conference may have to be opened; where it was open two requests more are made
    Future<Allocated> allocate(Call at, boolean create, EndpointId endpoint) {
        return inLine(
                at,
                () -> allocateOnce(at, create, endpoint)
                        .recover(failure -> failure instanceof Refused refused
                                ? allocateAfresh(at, create, endpoint, refused)
                                : Future.failedFuture(failure)));
    }

    private Future<Allocated> allocateOnce(Call at, boolean create, EndpointId endpoint) {
        var wanted = Wanted.allocated(endpoint);
        var answer = create ? open(at, Wanted.conference(at, wanted)) : change(at, Wanted.endpoint(wanted));
        return answer.compose(told -> {
            var allocated = Told.allocated(told, endpoint);
            return allocated == null
                    ? Future.failedFuture(new Away("answer without a transport"))
                    : Future.succeededFuture(allocated);
        });
    }

    /// A refused request can leave the endpoint behind, and the one before may have been done although its answer was
    /// lost: what is there goes, and it is asked for once more.
    private Future<Allocated> allocateAfresh(Call at, boolean create, EndpointId endpoint, Refused refused) {
        return change(at, Wanted.expired(List.of(endpoint)))
                .recover(failure -> Future.failedFuture(failure instanceof Gone && create ? refused : failure))
                .compose(_ -> allocateOnce(at, false, endpoint))
                .recover(failure -> failure instanceof Gone && create
                        ? allocateOnce(at, true, endpoint)
                        : Future.failedFuture(failure))
                .recover(failure -> failure instanceof Refused
                        ? expireAtOnce(at, List.of(endpoint)).transform(_ -> Future.failedFuture(failure))
                        : Future.failedFuture(failure));
    }

    /// What the page answered. Its sources have been checked.
    Future<Void> answer(Call at, EndpointId endpoint, Transport transport, List<Source> sources) {
        return change(at, Wanted.endpoint(Wanted.answered(endpoint, transport, sources)))
                .mapEmpty();
    }

    /// @param sources all that it sends from now on, checked; with none of them nothing is taken from it any more
    Future<Void> sources(Call at, EndpointId endpoint, List<Source> sources) {
        return change(at, Wanted.endpoint(Wanted.sending(endpoint, sources))).mapEmpty();
    }

    /// Begins ICE anew, or fails with [NoTransport].
    Future<BridgeTransport> restart(Call at, EndpointId endpoint) {
        return change(at, Wanted.endpoint(Wanted.restarted(endpoint))).compose(told -> {
            var allocated = Told.allocated(told, endpoint);
            return allocated == null
                    ? Future.failedFuture(new NoTransport())
                    : Future.succeededFuture(allocated.transport());
        });
    }

    /// All at once. Whoever is not there is passed over without a word.
    Future<Void> forceMute(Call at, Map<EndpointId, Muted> muted) {
        if (muted.isEmpty()) return Future.succeededFuture();
        return change(at, Wanted.muted(muted)).mapEmpty();
    }

    /// All at once. That they, or the conference, are gone already is no failure. With the last one the conference
    /// ends.
    Future<Void> expire(Call at, Collection<EndpointId> endpoints) {
        if (endpoints.isEmpty()) return Future.succeededFuture();
        return inLine(at, () -> expireAtOnce(at, endpoints));
    }

    private Future<Void> expireAtOnce(Call at, Collection<EndpointId> endpoints) {
        return change(at, Wanted.expired(endpoints))
                .<Void>mapEmpty()
                .recover(failure -> failure instanceof Gone ? Future.succeededFuture() : Future.failedFuture(failure));
    }

    private <T> Future<T> inLine(Call at, Supplier<Future<T>> ask) {
        var turn = Promise.<Void>promise();
        var before = lines.put(at, turn.future());
        var asked = before == null ? ask.get() : before.compose(_ -> ask.get());
        return asked.onComplete(_ -> {
            lines.remove(at, turn.future());
            turn.complete();
        });
    }

    private Future<JsonNode> open(Call at, ObjectNode wanted) {
        return http.ask(HttpMethod.POST, at.bridge().resolve(CONFERENCES), wanted);
    }

    private Future<JsonNode> change(Call at, ObjectNode wanted) {
        return http.ask(HttpMethod.PATCH, at.bridge().resolve(CONFERENCES + at.meeting()), wanted);
    }
}
