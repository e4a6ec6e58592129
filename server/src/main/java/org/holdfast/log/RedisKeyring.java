package org.holdfast.log;

import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.impl.types.ErrorType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.holdfast.sealing.KeyName;
import org.holdfast.sealing.Keyring;
import org.holdfast.sealing.MasterKey;
import org.holdfast.sealing.Opening;
import org.holdfast.sealing.Wrapping;
import org.jspecify.annotations.Nullable;

/// Data keys in Redis, wrapped by the master key. May be another Redis than the logs', and in production should be: its
/// append-only file and backups hold a destroyed key until they are rewritten or lapse.
public final class RedisKeyring implements Keyring {
    private static final String DESTROYED = "destroyed";
    /// Few enough that the store is not held up.
    private static final int AT_ONCE = 500;

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
        return made.compose(_ -> standing)
                .map(stored -> found(new Opening(), name, stored))
                .toCompletionStage();
    }

    @Override
    public CompletionStage<Map<KeyName, Found>> get(Collection<KeyName> names) {
        var asked = List.copyOf(names);
        var parts = new ArrayList<Future<List<@Nullable Response>>>();
        for (var from = 0; from < asked.size(); from += AT_ONCE) {
            parts.add(stored(asked.subList(from, Math.min(from + AT_ONCE, asked.size()))));
        }
        return RedisConnections.onContextOfAsker(Future.all(parts))
                .map(answered -> {
                    var found = new HashMap<KeyName, Found>();
                    var next = asked.iterator();
                    var opening = new Opening();
                    for (var part : answered.<List<@Nullable Response>>list()) {
                        for (var stored : part) {
                            var name = next.next();
                            found.put(name, found(opening, name, stored));
                        }
                    }
                    return (Map<KeyName, Found>) found;
                })
                .toCompletionStage();
    }

    /// In one go. In a cluster they lie in different slots, which answers so, and then they are asked for one by one.
    private Future<List<@Nullable Response>> stored(List<KeyName> names) {
        var keys = names.stream().map(name -> Names.dataKey(name.text())).toList();
        var get = Request.cmd(Command.MGET);
        keys.forEach(get::arg);
        return redis.ask(keys.getFirst(), get)
                .map(RedisKeyring::each)
                .recover(cause -> cause instanceof ErrorType error && error.is("CROSSSLOT")
                        ? Future.all(keys.stream()
                                        .map(key -> redis.ask(
                                                key, Request.cmd(Command.GET).arg(key)))
                                        .toList())
                                .map(all -> all.<@Nullable Response>list())
                        : Future.failedFuture(cause));
    }

    private static List<@Nullable Response> each(@Nullable Response all) {
        var each = new ArrayList<@Nullable Response>();
        if (all != null) for (var one : all) each.add(one);
        return each;
    }

    @Override
    public CompletionStage<Void> destroy(KeyName name) {
        var key = Names.dataKey(name.text());
        return redis.send(key, Request.cmd(Command.SET).arg(key).arg(DESTROYED))
                .<Void>mapEmpty()
                .toCompletionStage();
    }

    private Found found(Opening opening, KeyName name, @Nullable Response stored) {
        if (stored == null) return new Found.Absent();
        if (stored.toString().equals(DESTROYED)) return new Found.Destroyed();
        var key = wrapping.unwrap(opening, name, stored.toString());
        if (key == null) {
            throw new IllegalStateException("The key " + name.text() + " was not wrapped by this master key");
        }
        return new Found.Key(key);
    }
}
