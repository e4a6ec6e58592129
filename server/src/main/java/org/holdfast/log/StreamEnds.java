package org.holdfast.log;

import io.vertx.core.Future;
import io.vertx.redis.client.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.holdfast.live.Head;
import org.holdfast.live.LogId;
import org.holdfast.sealing.Mac;
import org.jspecify.annotations.Nullable;

/// Where many streams end, asked of Redis in one go and without their entries.
final class StreamEnds {
    /// A stream that is empty, archived or no stream at all has no answer here.
    private static final Script ENDS = new Script("""
            local ends = {}
            for i, key in ipairs(KEYS) do
              ends[i] = ''
              local rows = redis.pcall('XREVRANGE', key, '+', '-', 'COUNT', 1)
              local top = rows[1]
              if top then
                for field = 1, #top[2], 2 do
                  if top[2][field] == 'mac' then ends[i] = top[1] .. ' ' .. top[2][field + 1] end
                end
              end
            end
            return ends
            """);

    private static final Pattern END = Pattern.compile("(\\d{1,18})-0 (.+)");

    private StreamEnds() {}

    static Future<Map<LogId, Head>> of(RedisConnections redis, List<LogId> logs) {
        if (logs.isEmpty()) return Future.succeededFuture(Map.of());
        var keys = logs.stream().map(Names::stream).toList();
        return ENDS.run(redis, keys, List.of()).map(ends -> read(logs, ends));
    }

    private static Map<LogId, Head> read(List<LogId> logs, @Nullable Response ends) {
        var heads = new HashMap<LogId, Head>();
        for (var i = 0; ends != null && i < logs.size(); i++) {
            var end = END.matcher(ends.get(i).toString());
            if (end.matches()) heads.put(logs.get(i), new Head(Long.parseLong(end.group(1)), new Mac(end.group(2))));
        }
        return heads;
    }
}
