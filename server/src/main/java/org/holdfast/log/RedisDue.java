package org.holdfast.log;

import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.live.Due;
import org.holdfast.live.LogId;

/// Due times as one sorted set. Claiming an item moves its time on by the hold, so a node that dies with it in hand
/// loses it to another by itself.
public final class RedisDue implements Due {
    private static final Script CLAIM = new Script("""
            local items = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', ARGV[1], 'LIMIT', 0, ARGV[3])
            for _, item in ipairs(items) do redis.call('ZADD', KEYS[1], ARGV[2], item) end
            return items
            """);

    private static final Script DONE = new Script("""
            local score = redis.call('ZSCORE', KEYS[1], ARGV[1])
            if score and tonumber(score) == tonumber(ARGV[2]) then return redis.call('ZREM', KEYS[1], ARGV[1]) end
            return 0
            """);

    private final RedisConnections redis;

    public RedisDue(RedisConnections redis) {
        this.redis = redis;
    }

    @Override
    public Future<Void> at(Item item, Instant when) {
        var add = Request.cmd(Command.ZADD)
                .arg(Names.DUE)
                .arg(when.toEpochMilli())
                .arg(text(item));
        return redis.send(Names.DUE, add).mapEmpty();
    }

    @Override
    public Future<Void> cancel(Item item) {
        return redis.send(Names.DUE, Request.cmd(Command.ZREM).arg(Names.DUE).arg(text(item)))
                .mapEmpty();
    }

    @Override
    public Future<List<Claimed>> claim(Instant now, Duration hold, int most) {
        var until = Instant.ofEpochMilli(now.plus(hold).toEpochMilli());
        var arguments =
                List.of(Long.toString(now.toEpochMilli()), Long.toString(until.toEpochMilli()), Integer.toString(most));
        return CLAIM.run(redis, Names.DUE, arguments).map(items -> {
            var claimed = new ArrayList<Claimed>();
            if (items != null) items.forEach(item -> claimed.add(new Claimed(parse(item.toString()), until)));
            return claimed;
        });
    }

    @Override
    public Future<Void> done(Claimed claimed) {
        var arguments =
                List.of(text(claimed.item()), Long.toString(claimed.until().toEpochMilli()));
        return DONE.run(redis, Names.DUE, arguments).mapEmpty();
    }

    private static String text(Item item) {
        return item.kind() + " " + item.log();
    }

    private static Item parse(String text) {
        var space = text.indexOf(' ');
        return new Item(text.substring(0, space), LogId.parse(text.substring(space + 1)));
    }
}
