package org.holdfast.log;

import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.impl.types.ErrorType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A Lua script that Redis runs as one step, sent by its digest and whole only to a Redis that has not seen it.
final class Script {
    private final String source;
    private final String digest;

    Script(String source) {
        this.source = source;
        try {
            var sha1 = MessageDigest.getInstance("SHA-1").digest(source.getBytes(StandardCharsets.UTF_8));
            this.digest = HexFormat.of().formatHex(sha1);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JDK has no SHA-1", e);
        }
    }

    Future<@Nullable Response> run(RedisConnections redis, String key, List<String> arguments) {
        return run(redis, List.of(key), arguments);
    }

    /// The keys must share a hash tag.
    Future<@Nullable Response> run(RedisConnections redis, List<String> keys, List<String> arguments) {
        return run(redis, keys, arguments, null);
    }

    /// @param bytes one more argument, which need not be text
    Future<@Nullable Response> run(
            RedisConnections redis, List<String> keys, List<String> arguments, byte @Nullable [] bytes) {
        return run(redis::send, keys, arguments, bytes);
    }

    /// See [RedisConnections#ask].
    Future<@Nullable Response> ask(RedisConnections redis, List<String> keys, List<String> arguments) {
        return run(redis::ask, keys, arguments, null);
    }

    private interface Sending {
        Future<@Nullable Response> send(String subject, Request request);
    }

    private Future<@Nullable Response> run(
            Sending sending, List<String> keys, List<String> arguments, byte @Nullable [] bytes) {
        var subject = keys.getFirst();
        return sending.send(subject, request(Command.EVALSHA, digest, keys, arguments, bytes))
                .recover(cause -> cause instanceof ErrorType error && error.is("NOSCRIPT")
                        ? sending.send(subject, request(Command.EVAL, source, keys, arguments, bytes))
                        : Future.failedFuture(cause));
    }

    private static Request request(
            Command command, String script, List<String> keys, List<String> arguments, byte @Nullable [] bytes) {
        var request = Request.cmd(command).arg(script).arg(keys.size());
        keys.forEach(request::arg);
        arguments.forEach(request::arg);
        return bytes == null ? request : request.arg(bytes);
    }
}
