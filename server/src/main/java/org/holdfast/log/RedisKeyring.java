package org.holdfast.log;

import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.holdfast.sealing.KeyName;
import org.holdfast.sealing.Keyring;
import org.holdfast.sealing.MasterKey;
import org.holdfast.sealing.Wrapping;
import org.jspecify.annotations.Nullable;

/// Data keys in Redis, wrapped by the master key. May be another Redis than the logs', and in production should be: its
/// append-only file and backups hold a destroyed key until they are rewritten or lapse.
public final class RedisKeyring implements Keyring {
    private static final String DESTROYED = "destroyed";

    private final RedisConnections redis;
    private final Wrapping wrapping;

    public RedisKeyring(RedisConnections redis, MasterKey master) {
        this.redis = redis;
        this.wrapping = new Wrapping(master);
    }

    @Override
    public CompletionStage<Found> create(KeyName name) {
        var key = Names.dataKey(name.text());
        var fresh = wrapping.wrap(wrapping.fresh(name));
        var set = Request.cmd(Command.SET).arg(key).arg(fresh).arg("NX");
        // Two nodes may make it at once: both then take the one that stands. Asked in one go, answered in order.
        var made = redis.send(key, set);
        var standing = redis.send(key, Request.cmd(Command.GET).arg(key));
        return made.compose(_ -> standing).map(stored -> found(name, stored)).toCompletionStage();
    }

    @Override
    public CompletionStage<Map<KeyName, Found>> get(Collection<KeyName> names) {
        var asked = List.copyOf(names);
        var all = new ArrayList<Future<@Nullable Response>>();
        // One by one and not MGET: in a cluster they lie in different slots.
        for (var name : asked) {
            var key = Names.dataKey(name.text());
            all.add(redis.ask(key, Request.cmd(Command.GET).arg(key)));
        }
        return RedisConnections.onContextOfAsker(Future.all(all))
                .map(answered -> {
                    var found = new HashMap<KeyName, Found>();
                    for (var i = 0; i < asked.size(); i++) {
                        found.put(asked.get(i), found(asked.get(i), answered.resultAt(i)));
                    }
                    return (Map<KeyName, Found>) found;
                })
                .toCompletionStage();
    }

    @Override
    public CompletionStage<Void> destroy(KeyName name) {
        var key = Names.dataKey(name.text());
        return redis.send(key, Request.cmd(Command.SET).arg(key).arg(DESTROYED))
                .<Void>mapEmpty()
                .toCompletionStage();
    }

    private Found found(KeyName name, @Nullable Response stored) {
        if (stored == null) return new Found.Absent();
        if (stored.toString().equals(DESTROYED)) return new Found.Destroyed();
        var key = wrapping.unwrap(name, stored.toString());
        if (key == null) {
            throw new IllegalStateException("The key " + name.text() + " was not wrapped by this master key");
        }
        return new Found.Key(key);
    }
}
