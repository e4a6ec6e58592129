package org.holdfast.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.core.Future;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.RoutingContext;
import java.util.UUID;
import java.util.function.Supplier;
import org.holdfast.attendance.Language;
import org.holdfast.decision.CommandId;
import org.holdfast.decision.Ids;
import org.holdfast.decision.RefusalCode;
import org.holdfast.identity.Kind;
import org.holdfast.identity.Seat;
import org.holdfast.identity.Secrets;
import org.holdfast.json.BadJson;
import org.holdfast.json.JsonText;
import org.holdfast.live.Goodbye;
import org.holdfast.live.NoSuchSession;
import org.holdfast.live.Outcome;
import org.holdfast.live.PageLine;
import org.holdfast.live.SessionHosts;
import org.holdfast.session.Admission;
import org.holdfast.session.SessionId;
import org.holdfast.session.Worksheets;
import org.holdfast.worksheet.Forms;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One page's socket: looks at who comes, then reads, limits and hands over what the page says.
///
/// The one place where what goes wrong on a socket becomes an answer: a refusal is told, a protocol error closes this
/// socket and nobody else notices, a fault goes to the log under an id.
final class SessionSocket {
    private static final Logger LOG = LoggerFactory.getLogger(SessionSocket.class);
    private static final String BEAT = "{\"type\":\"beat\"}";

    private final Outbox outbox;
    private final Origins origins;
    private final SeatCookies cookies;
    private final Arrivals arrivals;
    private final SessionHosts sessions;
    private final Rates rates;
    private final SocketCounts counts;
    private final @Nullable StaffWatch watch;
    private final OpenSeats seats;
    private final Forms forms;

    SessionSocket(
            Outbox outbox,
            Origins origins,
            SeatCookies cookies,
            Arrivals arrivals,
            SessionHosts sessions,
            Rates rates,
            SocketCounts counts,
            @Nullable StaffWatch watch,
            OpenSeats seats,
            Forms forms) {
        this.watch = watch;
        this.seats = seats;
        this.forms = forms;
        this.outbox = outbox;
        this.origins = origins;
        this.cookies = cookies;
        this.arrivals = arrivals;
        this.sessions = sessions;
        this.rates = rates;
        this.counts = counts;
    }

    void upgrade(RoutingContext context) {
        var request = context.request();
        if (!origins.allow(request)) {
            context.fail(Problem.FOREIGN_ORIGIN.raised());
            return;
        }
        if (!"websocket".equalsIgnoreCase(request.getHeader("upgrade"))) {
            context.fail(Problem.MALFORMED.raised());
            return;
        }
        request.pause();
        var channel = Wire.channel(request);
        cookies.seat(request)
                .onSuccess(seat -> request.toWebSocket()
                        .onSuccess(socket ->
                                opened(socket, new Outgoing(socket, Wire.of(channel), outbox), context, seat)))
                .onFailure(context::fail);
    }

    private void opened(ServerWebSocket socket, Outgoing outgoing, RoutingContext context, @Nullable Seat seat) {
        var session = context.pathParam("session");
        // A browser shows a page nothing of a refused upgrade but its failure, so the answer is a close code.
        if (seat == null || !Ids.wellFormed(session)) {
            outgoing.close(Goodbye.NOT_SIGNED_IN);
            return;
        }
        if (seat.kind() == Kind.STAFF && !seat.mayBe(StaffRights.LEADS)) {
            outgoing.close(Goodbye.ROLE_GONE);
            return;
        }
        var allowance = rates.of(seat.person());
        if (!allowance.page()) {
            outgoing.close(Goodbye.TRY_AGAIN);
            return;
        }
        counts.opened();
        var coming = new Coming(outgoing);
        var ends = watched(seat, coming);
        socket.closeHandler(_ -> ends.run());
        socket.pause();
        var language = Languages.of(context.request().getParam("lang"));
        arrivals.of(seat, new SessionId(session))
                .compose(visitor -> sessions.connect(new SessionId(session), visitor, outgoing))
                .onSuccess(line -> {
                    coming.line = line;
                    new Talk(socket, outgoing, line, allowance, language, ends).begin();
                })
                .onFailure(cause -> unreachable(outgoing, cause));
    }

    /// @return what is done once the socket has closed
    private Runnable watched(Seat seat, Coming coming) {
        var device = seat.device();
        var console = watch != null && seat.kind() == Kind.STAFF ? watch : null;
        if (console != null) console.opened(device, coming.outgoing);
        Runnable letGo = coming::letGo;
        seats.opened(device, letGo);
        return () -> {
            counts.closed();
            seats.closed(device, letGo);
            if (console != null) console.closed(device, coming.outgoing);
        };
    }

    /// A page whose person may sign out in another tab, before it has its line or after.
    private static final class Coming {
        private final Outgoing outgoing;
        private @Nullable PageLine line;

        Coming(Outgoing outgoing) {
            this.outgoing = outgoing;
        }

        /// They went of their own will, so nobody waits for them to come back.
        void letGo() {
            outgoing.close(Goodbye.SIGNED_OUT);
            if (line != null) line.submit(new Admission.Leave(), new CommandId(Secrets.fresh()));
        }
    }

    private static void unreachable(Outgoing outgoing, Throwable cause) {
        if (cause instanceof NoSuchSession) {
            outgoing.close(Goodbye.NOT_SIGNED_IN);
        } else {
            LOG.warn("A page could not be connected", cause);
            outgoing.close(Goodbye.TRY_AGAIN);
        }
    }

    /// The conversation on one socket, all on its event loop.
    private final class Talk {
        private final ServerWebSocket socket;
        private final Outgoing outgoing;
        private final PageLine line;
        private final Rates.Allowance allowance;
        private final Language language;
        private final Runnable ends;

        Talk(
                ServerWebSocket socket,
                Outgoing outgoing,
                PageLine line,
                Rates.Allowance allowance,
                Language language,
                Runnable ends) {
            this.ends = ends;
            this.socket = socket;
            this.outgoing = outgoing;
            this.line = line;
            this.allowance = allowance;
            this.language = language;
        }

        void begin() {
            if (socket.isClosed()) {
                line.closed();
                return;
            }
            socket.closeHandler(_ -> {
                ends.run();
                line.closed();
            });
            socket.exceptionHandler(cause -> LOG.debug("A socket broke", cause));
            socket.textMessageHandler(this::said);
            socket.binaryMessageHandler(_ -> protocolError(Goodbye.POLICY));
            socket.resume();
        }

        private void said(String text) {
            if (outgoing.parting()) return;
            if (!allowance.message()) {
                protocolError(Goodbye.POLICY);
                return;
            }
            try {
                take(Inbound.read(text));
            } catch (BadJson _) {
                protocolError(Goodbye.MALFORMED);
            } catch (Inbound.TooBig _) {
                protocolError(Goodbye.TOO_BIG);
            } catch (RuntimeException fault) {
                fault(fault);
            }
        }

        private void take(Inbound inbound) {
            var within = allowance.verb(inbound.verb());
            switch (inbound) {
                // The page tells a dead line by beats that do not come back.
                case Inbound.Beat _ -> {
                    line.beat();
                    outgoing.send(BEAT);
                }
                case Inbound.SendSignal signal ->
                    answer(
                            signal.id(),
                            within,
                            () -> line.signal(signal.to(), signal.body()).map(_ -> new Outcome.Done(0)));
                case Inbound.Wish wish -> answer(wish.id(), within, () -> asked(wish));
            }
        }

        /// Which forms there are is known out here.
        private Future<Outcome> asked(Inbound.Wish wish) {
            var unknown =
                    wish.asked() instanceof Worksheets.Open open && forms.find(open.form(), open.version()) == null;
            if (!unknown) return line.submit(wish.asked(), wish.id());
            line.beat();
            return Future.succeededFuture(new Outcome.Refused(RefusalCode.NO_FORM));
        }

        private void answer(CommandId id, boolean within, Supplier<Future<? extends Outcome>> asking) {
            if (!within) {
                line.beat();
                refuse(id, RefusalCode.SLOW_DOWN);
                return;
            }
            asking.get().onFailure(this::fault).onSuccess(outcome -> {
                switch (outcome) {
                    case Outcome.Done _ -> outgoing.send("{\"re\":\"" + id.value() + "\",\"ok\":true}");
                    case Outcome.Refused(var code) -> refuse(id, code);
                }
            });
        }

        private void refuse(CommandId id, RefusalCode code) {
            var answer = JsonNodeFactory.instance.objectNode().put("re", id.value());
            answer.putObject("refused").put("code", code.wire()).put("text", RefusalTexts.of(code, language));
            outgoing.send(JsonText.print(answer));
        }

        private void protocolError(Goodbye goodbye) {
            counts.protocolError();
            outgoing.close(goodbye);
        }

        private void fault(Throwable fault) {
            LOG.error("Fault {} on a socket", UUID.randomUUID(), fault);
            outgoing.close(Goodbye.FAULT);
        }
    }
}
