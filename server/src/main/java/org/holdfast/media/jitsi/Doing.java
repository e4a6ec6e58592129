package org.holdfast.media.jitsi;

import io.vertx.core.Future;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.holdfast.media.jitsi.BridgeFailure.Away;
import org.holdfast.media.jitsi.BridgeFailure.Gone;
import org.holdfast.media.jitsi.BridgeFailure.NoTransport;
import org.holdfast.media.jitsi.BridgeFailure.Refused;
import org.holdfast.media.jitsi.Step.Allocate;
import org.holdfast.media.jitsi.Step.Choose;
import org.holdfast.media.jitsi.Step.Expire;
import org.holdfast.media.jitsi.Step.Inform;
import org.holdfast.media.jitsi.Step.Leave;
import org.holdfast.media.jitsi.Step.Mute;
import org.holdfast.media.jitsi.Step.Restart;
import org.holdfast.session.EndpointId;
import org.jspecify.annotations.Nullable;

/// Carries out one [Step], and says what is held then.
record Doing(Colibri colibri, Bridges bridges, Supplier<String> newName) {
    /// Nothing is to be had that a session could be held at.
    static final class NoBridge extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoBridge() {
            super("no bridge can be used", null, false, false);
        }
    }

    /// @param change to what is held; to the very same, where nothing was done
    /// @param failure why it is to be tried again later
    /// @param gone whether the bridge has forgotten the conference, and so may have all of them
    /// @param aside what a page is to be told besides
    record Done(
            UnaryOperator<Held> change,
            @Nullable RuntimeException failure,
            boolean gone,
            @Nullable Telling aside) {
        static Done well(UnaryOperator<Held> change) {
            return new Done(change, null, false, null);
        }

        static Done not(RuntimeException failure) {
            return new Done(held -> held, failure, false, null);
        }
    }

    boolean usable(String bridge) {
        return bridges.usable(URI.create(bridge));
    }

    /// Never fails.
    Future<Done> carryOut(Held held, Step step) {
        return switch (step) {
            case Leave _ -> Future.succeededFuture(Done.well(this::left));
            case Choose _ -> Future.succeededFuture(choose());
            case Expire(var room, var endpoints) ->
                colibri.expire(call(held, room), endpoints)
                        .map(_ -> Done.well(now -> {
                            for (var endpoint : endpoints) now = now.released(endpoint);
                            return now;
                        }))
                        .otherwise(Doing::failed);
            case Allocate allocate -> allocate(held, allocate);
            case Mute(var room, var muted) ->
                colibri.forceMute(call(held, room), muted)
                        .map(_ -> Done.well(now -> {
                            for (var each : muted.entrySet()) {
                                now = now.held(each.getKey(), hold -> hold.muted(each.getValue()));
                            }
                            return now;
                        }))
                        .otherwise(Doing::failed);
            case Inform inform -> inform(held, inform);
            case Restart restart -> restart(held, restart);
        };
    }

    /// Should the bridge only seem to be dead, or have lost one room alone, nobody is left behind there. Nobody waits
    /// for that either: what it is not told, it ends by itself.
    Held left(Held held) {
        for (var room : held.meetings().keySet()) colibri.expire(call(held, room), inRoom(held, room));
        return held.withoutBridge();
    }

    private static List<EndpointId> inRoom(Held held, String room) {
        return held.places().entrySet().stream()
                .filter(each -> each.getValue().hold() != null
                        && each.getValue().hold().room().equals(room))
                .map(Map.Entry::getKey)
                .toList();
    }

    private Done choose() {
        var chosen = bridges.choose();
        return chosen.isEmpty()
                ? Done.not(new NoBridge())
                : Done.well(held -> held.at(chosen.get().rest().toString()));
    }

    private Future<Done> allocate(Held held, Allocate step) {
        var room = step.room();
        var endpoint = step.endpoint();
        var call = step.opens() ? new Call(bridge(held), newName.get()) : call(held, room);
        return colibri.allocate(call, step.opens(), endpoint)
                .map(allocated -> Done.well(now -> {
                    var hold = Hold.fresh(room, newName.get(), allocated);
                    var there = step.opens() ? now.opened(room, call.meeting()) : now;
                    return there.allocated(endpoint, hold);
                }))
                .otherwise(cause -> switch (cause) {
                    // A bridge that takes no new conference may say so later than it decides it.
                    case Refused refused when step.opens() -> new Done(Held::withoutBridge, refused, false, null);
                    default -> failed(cause);
                });
    }

    private Future<Done> inform(Held held, Inform step) {
        var endpoint = step.endpoint();
        var hold = Objects.requireNonNull(held.hold(endpoint));
        var answer = Objects.requireNonNull(hold.answer());
        var call = call(held, hold.room());
        var told = hold.connected()
                ? colibri.sources(call, endpoint, step.passing())
                : colibri.answer(call, endpoint, answer, step.passing());
        return told.map(_ -> Done.well(now -> now.informed(endpoint, step.passing())))
                .otherwise(cause -> switch (cause) {
                    // It took the answer before, so it has put the endpoint out meanwhile.
                    case Refused _ when hold.connected() -> Done.well(now -> now.held(endpoint, Hold::asLost));
                    // Its page falls back to what every bridge takes, and asks for another place in its own time.
                    case Refused _ ->
                        new Done(
                                now -> now.held(endpoint, Hold::unanswered),
                                null,
                                false,
                                Hearing.refusal(held, endpoint, SourceCheck.Why.GROUPS_DO_NOT_FIT));
                    default -> failed(cause);
                });
    }

    private Future<Done> restart(Held held, Restart step) {
        var endpoint = step.endpoint();
        var hold = Objects.requireNonNull(held.hold(endpoint));
        return colibri.restart(call(held, hold.room()), endpoint)
                .map(transport -> {
                    var page = held.place(endpoint).page();
                    var signal = new BridgeSignal.Restarted(hold.generation(), transport);
                    var aside = page == null ? null : new Telling(endpoint, page.node(), signal, null);
                    return new Done(
                            now -> now.held(endpoint, before -> before.restarted(transport)), null, false, aside);
                })
                .otherwise(cause -> switch (cause) {
                    case NoTransport _, Refused _ -> Done.well(now -> now.held(endpoint, Hold::asLost));
                    default -> failed(cause);
                });
    }

    private static Done failed(Throwable cause) {
        return switch (cause) {
            case Gone gone -> new Done(held -> held, gone, true, null);
            case BridgeFailure failure -> Done.not(failure);
            default -> Done.not(new Away(cause.getClass().getSimpleName()));
        };
    }

    private static Call call(Held held, String room) {
        return new Call(bridge(held), Objects.requireNonNull(held.meetings().get(room)));
    }

    private static URI bridge(Held held) {
        return URI.create(Objects.requireNonNull(held.bridge()));
    }
}
