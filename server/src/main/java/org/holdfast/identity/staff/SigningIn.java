package org.holdfast.identity.staff;

import static io.vertx.redis.client.Command.GETDEL;
import static io.vertx.redis.client.Command.SET;
import static io.vertx.redis.client.Request.cmd;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.redis.client.Redis;
import java.time.Duration;
import java.util.Objects;
import org.holdfast.identity.Secrets;
import org.jspecify.annotations.Nullable;

/// What was asked of the provider and is not answered yet. It can be answered once, and only in the browser that asked:
/// another one has not its cookie, so nobody is signed in by a link that somebody else made.
public final class SigningIn {
    public static final Duration WITHIN = Duration.ofMinutes(15);

    /// @param to where they were; a path of ours
    public record Begun(AccountProvider.Question question, String to) {}

    private final Redis redis;

    public SigningIn(Redis redis) {
        this.redis = redis;
    }

    /// @param browser a secret that the browser's cookie holds
    public Future<Begun> begin(String browser, String to, boolean anew) {
        // A verifier has at least 43 characters.
        var verifier = Secrets.fresh() + Secrets.fresh() + Secrets.fresh();
        var question = new AccountProvider.Question(Secrets.fresh(), Secrets.fresh(), verifier, anew);
        var kept = new JsonObject()
                .put("browser", Secrets.digest(browser))
                .put("nonce", question.nonce())
                .put("verifier", verifier)
                .put("anew", anew)
                .put("to", to);
        return redis.send(cmd(SET).arg(key(question.state()))
                        .arg(kept.encode())
                        .arg("PX")
                        .arg(WITHIN.toMillis()))
                .map(new Begun(question, to));
    }

    /// Nothing when it was never asked, too long ago, in another browser, or is answered already.
    public Future<@Nullable Begun> answered(String state, @Nullable String browser) {
        if (browser == null || state.length() > Secrets.LONGEST || browser.length() > Secrets.LONGEST) {
            return Future.succeededFuture(null);
        }
        return redis.send(cmd(GETDEL).arg(key(state))).map(text -> {
            if (text == null) return null;
            var kept = new JsonObject(text.toString());
            if (!Objects.equals(kept.getString("browser"), Secrets.digest(browser))) return null;
            return new Begun(
                    new AccountProvider.Question(
                            state, kept.getString("nonce"), kept.getString("verifier"), kept.getBoolean("anew")),
                    kept.getString("to"));
        });
    }

    private static String key(String state) {
        return "staff-signing-in:{" + Secrets.digest(state) + "}";
    }
}
