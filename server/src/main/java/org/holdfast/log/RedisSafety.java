package org.holdfast.log;

import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Whether a Redis is set up so that what it acknowledges stays.
public final class RedisSafety {
    private static final Map<String, String> NEEDED = needed();

    private RedisSafety() {}

    private static Map<String, String> needed() {
        var needed = new LinkedHashMap<String, String>();
        needed.put("appendonly", "yes");
        needed.put("appendfsync", "always");
        needed.put("maxmemory-policy", "noeviction");
        return needed;
    }

    /// Each a sentence for the operator; none when it is safe. Production does not start with any.
    public static Future<List<String>> problems(RedisConnections redis) {
        var asked = new ArrayList<Future<List<String>>>();
        NEEDED.forEach((setting, value) -> asked.add(problem(redis, setting, value)));
        return Future.all(asked).map(all -> {
            var problems = new ArrayList<String>();
            for (var each : asked) problems.addAll(each.result());
            return problems;
        });
    }

    private static Future<List<String>> problem(RedisConnections redis, String setting, String needed) {
        return redis.send(Request.cmd(Command.CONFIG).arg("GET").arg(setting))
                .map(answer -> {
                    var entry = answer == null ? null : answer.get(setting);
                    var is = entry == null ? "not told" : entry.toString();
                    if (is.equals(needed)) return List.<String>of();
                    return List.of("Redis has " + setting + " " + is + "; it must be " + needed
                            + ", or acknowledged entries can be lost.");
                })
                .recover(cause -> Lane.answered(cause)
                        ? Future.succeededFuture(List.of("Redis does not tell " + setting
                                + ": its user needs the right to CONFIG GET. It must be " + needed + "."))
                        : Future.failedFuture(cause));
    }
}
