package org.holdfast.identity;

import static io.vertx.redis.client.Command.DEL;
import static io.vertx.redis.client.Command.EVAL;
import static io.vertx.redis.client.Command.HDEL;
import static io.vertx.redis.client.Command.HGET;
import static io.vertx.redis.client.Command.HGETALL;
import static io.vertx.redis.client.Request.cmd;

import io.vertx.core.Future;
import io.vertx.redis.client.Redis;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.holdfast.clinic.ClinicId;
import org.holdfast.session.Member.Standing;
import org.jspecify.annotations.Nullable;

/// Which browsers belong to a person. A browser gets a secret when it exchanges a link; it becomes the person's *known*
/// device when staff first let them in on it, which is when somebody has looked at the face.
public final class Devices {
    /// Unknown browsers kept per person: mail scanners and curious relatives must not fill the store.
    static final int MOST_UNKNOWN = 16;

    private static final int DEVICE_ID_DIGITS = 20;

    private static final String ADD = """
            redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
            local all = redis.call('HGETALL', KEYS[1])
            local oldest, age, unknown = nil, nil, 0
            for i = 1, #all, 2 do
              local kind, standing, at = string.match(all[i + 1], '(%a+):(%a+):(%d+)')
              if standing == 'unknown' then
                unknown = unknown + 1
                if all[i] ~= ARGV[1] and (age == nil or tonumber(at) < age) then
                  oldest, age = all[i], tonumber(at)
                end
              end
            end
            if unknown > tonumber(ARGV[3]) and oldest then redis.call('HDEL', KEYS[1], oldest) end
            return unknown
            """;

    private static final String BIND = """
            local value = redis.call('HGET', KEYS[1], ARGV[1])
            if not value then return 0 end
            redis.call('HSET', KEYS[1], ARGV[1], (string.gsub(value, ':unknown:', ':known:')))
            return 1
            """;

    private final Redis redis;
    private final InstantSource clock;

    public Devices(Redis redis, InstantSource clock) {
        this.redis = redis;
        this.clock = clock;
    }

    /// Of somebody on a server of one clinic.
    public Future<String> issue(String person, Kind kind) {
        return issue(ClinicId.ONLY, person, kind);
    }

    /// @return the secret for the browser's cookie
    public Future<String> issue(ClinicId clinic, String person, Kind kind) {
        var secret = Secrets.fresh();
        var value = kind.wire() + ":unknown:" + clock.millis() + ":" + clinic;
        return redis.send(cmd(EVAL)
                        .arg(ADD)
                        .arg(1)
                        .arg(key(person))
                        .arg(id(secret))
                        .arg(value)
                        .arg(MOST_UNKNOWN))
                .map(secret);
    }

    public Future<@Nullable Seat> seat(String person, String secret) {
        if (secret.length() > Secrets.LONGEST) return Future.succeededFuture(null);
        var device = id(secret);
        return redis.send(cmd(HGET).arg(key(person)).arg(device)).map(value -> {
            if (value == null) return null;
            var parts = value.toString().split(":");
            return new Seat(clinicIn(parts), person, Kind.of(parts[0]), device);
        });
    }

    /// One of somebody's browsers.
    ///
    /// @param known whether staff have let them in on it
    /// @param since when it first opened their link
    public record Device(String id, boolean known, Instant since) {}

    /// Newest first.
    public Future<List<Device>> of(String person) {
        return redis.send(cmd(HGETALL).arg(key(person))).map(all -> {
            var devices = new ArrayList<Device>();
            for (var id : all.getKeys()) {
                var value = all.get(id).toString();
                devices.add(new Device(id, known(value), Instant.ofEpochMilli(Long.parseLong(value.split(":")[2]))));
            }
            devices.sort(Comparator.comparing(Device::since).reversed());
            return devices;
        });
    }

    /// Those from before a server could have several are of the only one.
    private static ClinicId clinicIn(String[] parts) {
        return parts.length > 3 ? new ClinicId(parts[3]) : ClinicId.ONLY;
    }

    public Future<Standing> standing(Seat seat) {
        return redis.send(cmd(HGETALL).arg(key(seat.person()))).map(all -> {
            var own = all.get(seat.device());
            if (own != null && known(own.toString())) return Standing.KNOWN;
            var another = all.getKeys().stream()
                    .anyMatch(device -> known(all.get(device).toString()));
            return another ? Standing.NEW : Standing.FIRST;
        });
    }

    /// Staff have let this person in on this device.
    public Future<Void> bind(String person, String device) {
        return redis.send(cmd(EVAL).arg(BIND).arg(1).arg(key(person)).arg(device))
                .mapEmpty();
    }

    /// One of them; the others stay.
    public Future<Void> forget(Seat seat) {
        return redis.send(cmd(HDEL).arg(key(seat.person())).arg(seat.device())).mapEmpty();
    }

    public Future<Void> forget(String person) {
        return redis.send(cmd(DEL).arg(key(person))).mapEmpty();
    }

    private static boolean known(String value) {
        return value.contains(":known:");
    }

    private static String id(String secret) {
        return "d" + Secrets.digest(secret).substring(0, DEVICE_ID_DIGITS);
    }

    private static String key(String person) {
        return "devices:{" + person + "}";
    }
}
