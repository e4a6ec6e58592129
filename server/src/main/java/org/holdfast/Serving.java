package org.holdfast;

import java.time.Clock;
import java.util.Objects;
import org.holdfast.sealing.MasterKey;
import org.holdfast.web.Origins;

/// A clinic's server, from settings that were found sound.
final class Serving {
    private Serving() {}

    static Node.Setup setup(Config config) {
        var accounts = Objects.requireNonNull(config.accounts());
        // Whatever name people come by, they return from signing in to one and the same.
        var origin = config.origins().stream().sorted().findFirst().orElseThrow();
        return new Node.Setup(
                config.nodeName(),
                config.host(),
                config.port(),
                config.managementPort(),
                Objects.requireNonNull(config.redis()).toString(),
                MasterKey.parse(Objects.requireNonNull(config.masterKey()).value()),
                config.heads(),
                Origins.of(config.origins()),
                config.web(),
                config.media(),
                Clock.systemUTC(),
                null,
                accounts.client(origin));
    }
}
