package org.holdfast.identity.keycloak;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import io.vertx.core.Future;
import io.vertx.ext.web.client.WebClient;
import java.io.IOException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The public keys that the provider signs with now. They are asked for again when a token names one that is not
/// known, and when they are old, so that one which was withdrawn is not believed for long. However many tokens name
/// keys that do not exist, the provider is asked once in a while only, whether it answered or not.
public final class ProviderKeys implements SignedTokens.Keys {
    static final Duration ASK_AT_MOST_EVERY = Duration.ofSeconds(10);
    static final Duration OLD_AFTER = Duration.ofMinutes(10);
    private static final int LONGEST = 64 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final WebClient client;
    private final String address;
    private final InstantSource clock;

    private Map<String, JWK> keys = Map.of();
    private Instant asked = Instant.MIN;
    private Instant learned = Instant.MIN;
    private @Nullable Future<Void> underWay;

    public ProviderKeys(WebClient client, String address, InstantSource clock) {
        this.client = client;
        this.address = address;
        this.clock = clock;
    }

    @Override
    public Future<@Nullable JWK> named(String id) {
        var known = known(id);
        if (known != null && !old()) return Future.succeededFuture(known);
        return ask().transform((_, cause) -> {
            var found = known(id);
            // With keys from before it can still be told who signed; with none it cannot.
            return cause == null || found != null ? Future.succeededFuture(found) : Future.failedFuture(cause);
        });
    }

    private synchronized @Nullable JWK known(String id) {
        return keys.get(id);
    }

    private synchronized boolean old() {
        return !clock.instant().isBefore(later(learned, OLD_AFTER));
    }

    private synchronized Future<Void> ask() {
        var asking = underWay;
        if (asking != null && !asking.isComplete()) return asking;
        var now = clock.instant();
        if (now.isBefore(later(asked, ASK_AT_MOST_EVERY))) {
            return learned.equals(Instant.MIN)
                    ? Future.failedFuture(new IOException("The provider's keys are not known"))
                    : Future.succeededFuture();
        }
        asked = now;
        var fetching = client.getAbs(address)
                .timeout(PATIENCE.toMillis())
                .send()
                .timeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .compose(answer -> {
                    var body = answer.body();
                    if (answer.statusCode() != 200 || body == null || body.length() > LONGEST) {
                        return Future.failedFuture(new IOException("The provider's keys: " + answer.statusCode()));
                    }
                    return learn(body.toString());
                });
        underWay = fetching;
        return fetching;
    }

    private synchronized Future<Void> learn(String text) {
        try {
            var found = new HashMap<String, JWK>();
            for (var key : JWKSet.parse(text).getKeys()) {
                var signs = key.getKeyUse() == null || key.getKeyUse().equals(KeyUse.SIGNATURE);
                if (signs && !key.isPrivate() && key.getKeyID() != null) found.put(key.getKeyID(), key);
            }
            keys = Map.copyOf(found);
            learned = clock.instant();
            return Future.succeededFuture();
        } catch (ParseException _) {
            return Future.failedFuture(new IOException("The provider's keys cannot be read"));
        }
    }

    private static Instant later(Instant time, Duration by) {
        return time.equals(Instant.MIN) ? time : time.plus(by);
    }
}
