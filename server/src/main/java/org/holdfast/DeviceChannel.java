package org.holdfast;

import static io.vertx.redis.client.Command.PUBLISH;
import static io.vertx.redis.client.Request.cmd;

import io.vertx.core.Future;
import java.util.function.Consumer;
import org.holdfast.live.Subscription;
import org.holdfast.log.RedisConnections;
import org.holdfast.web.LeftDevices;

/// By pub/sub of the store that all servers of a clinic have.
record DeviceChannel(RedisConnections redis) implements LeftDevices {
    private static final String NAME = "left-devices";

    @Override
    public Future<?> tell(String device) {
        return redis.send(cmd(PUBLISH).arg(NAME).arg(device));
    }

    @Override
    public Subscription hear(Consumer<String> device) {
        return redis.subscribe(NAME, device, () -> {});
    }
}
