package org.holdfast.signin;

import static org.holdfast.testing.Await.get;

import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.holdfast.MediaSettings;
import org.holdfast.Node;
import org.holdfast.decision.Actor;
import org.holdfast.decision.CommandId;
import org.holdfast.identity.Secrets;
import org.holdfast.identity.keycloak.KeycloakAdapter;
import org.holdfast.live.LogId;
import org.holdfast.sealing.MasterKey;
import org.holdfast.session.AttendanceRules;
import org.holdfast.session.Life;
import org.holdfast.session.MemberId;
import org.holdfast.session.Plan;
import org.holdfast.session.SessionId;
import org.holdfast.testing.FreePort;
import org.holdfast.testing.StaffBrowser;
import org.holdfast.testing.TestRedis;
import org.holdfast.web.Origins;
import org.jspecify.annotations.Nullable;

/// A server whose staff have accounts.
final class Clinic implements AutoCloseable {
    private static final Actor SYSTEM = new Actor.Node("test");

    private final Vertx vertx = Vertx.vertx();
    private final Redis redis;
    private final Node node;
    private final String origin;

    /// @param accounts of a server with this origin
    Clinic(TestRedis store, Function<String, KeycloakAdapter.Client> accounts) {
        this(store, accounts, Clock.systemUTC());
    }

    Clinic(TestRedis store, Function<String, KeycloakAdapter.Client> accounts, Clock clock) {
        var port = FreePort.find();
        origin = "http://127.0.0.1:" + port;
        redis = Redis.createClient(vertx, store.url());
        node = get(Node.start(new Node.Setup(
                "test",
                "127.0.0.1",
                port,
                0,
                store.url(),
                MasterKey.random(new SecureRandom()),
                store.folder().resolve("heads.jsonl"),
                Origins.loopback(port, Set.of()),
                pages(store.folder().resolve("pages")),
                MediaSettings.PEER,
                clock,
                null,
                accounts.apply(origin))));
    }

    private static Path pages(Path folder) {
        try {
            Files.createDirectories(folder.resolve("assets"));
            for (var page : List.of("join.html", "staff.html"))
                Files.writeString(folder.resolve(page), "<!doctype html>");
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    StaffBrowser browser() {
        return new StaffBrowser(origin);
    }

    String origin() {
        return origin;
    }

    Node node() {
        return node;
    }

    /// A session that this person leads, which has just begun.
    String sessionOf(String person) {
        var lead = new MemberId(person);
        var id = "s" + Secrets.fresh();
        var starts = Instant.now().minusSeconds(60);
        var plan = new Plan(
                new SessionId(id),
                "Evening group",
                starts,
                starts.plus(Duration.ofHours(1)),
                "UTC",
                lead,
                new TreeSet<>(List.of(lead)),
                new TreeSet<>(List.of(new MemberId("p-amina"))),
                8,
                AttendanceRules.DEFAULT);
        get(node.sessionLogs()
                .submit(LogId.session(id), new Life.OpenSession(plan), SYSTEM, new CommandId(Secrets.fresh())));
        get(node.index().add(plan));
        return id;
    }

    /// As if it were long ago that anybody's roles were asked for.
    void askRolesAgain() {
        var keys = get(redis.send(Request.cmd(Command.KEYS).arg("staff-roles-asked:*")));
        keys.forEach(key -> get(redis.send(Request.cmd(Command.DEL).arg(key.toString()))));
    }

    /// @return with which code the server closes it
    CompletableFuture<Integer> console(StaffBrowser browser, String session, String person) {
        return socket(session, person, "cookie", "holdfast-staff=" + browser.cookie("holdfast-staff"));
    }

    /// @return with which code the server closes it
    CompletableFuture<Integer> socket(String session, String person, String header, String value) {
        var closed = new CompletableFuture<Integer>();
        var address = origin.replace("http:", "ws:") + "/ws/sessions/" + session + "?seat=" + person;
        HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("origin", origin)
                .header(header, value)
                .buildAsync(URI.create(address), new WebSocket.Listener() {
                    @Override
                    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
                        closed.complete(code);
                        return null;
                    }

                    @Override
                    public void onError(WebSocket socket, Throwable error) {
                        closed.completeExceptionally(error);
                    }
                })
                .join();
        return closed;
    }

    @Override
    public void close() {
        get(node.close());
        get(vertx.close());
    }
}
