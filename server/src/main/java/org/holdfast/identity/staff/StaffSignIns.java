package org.holdfast.identity.staff;

import static org.holdfast.identity.staff.StaffStore.text;
import static org.holdfast.identity.staff.StaffStore.time;

import io.vertx.core.Future;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.holdfast.clinic.ClinicId;
import org.holdfast.clinic.StaffRole;
import org.holdfast.decision.Confidential.Lifetime;
import org.holdfast.decision.Ids;
import org.holdfast.identity.Secrets;
import org.holdfast.sealing.DataKey;
import org.holdfast.sealing.KeyName;
import org.holdfast.sealing.MasterKey;
import org.holdfast.sealing.Sealer;
import org.jspecify.annotations.Nullable;

/// Who of the staff is signed in, for all nodes together.
///
/// A browser's cookie is `device.secret`; kept is the secret's digest. Each sign-in gives it a new secret, also one
/// that only proves anew who sits there, and the sign-in before ends with it. That somebody is still what they were
/// is asked of the provider twice a minute; while it does not answer, what it said last holds.
public final class StaffSignIns {
    public static final Duration ASK_ROLES_EVERY = Duration.ofSeconds(30);
    private static final Duration LOGOUT_KNOWN_FOR = Duration.ofMinutes(10);
    private static final Duration NOTED_EVERY = Duration.ofSeconds(15);
    private static final String SERVICE = "service-";
    private static final int LONGEST_COOKIE = 2 * Secrets.LONGEST;

    /// @param cookie for the browser, and kept nowhere
    public record Opened(SignedIn who, String cookie) {}

    private final StaffStore store;
    private final AccountProvider provider;
    private final DataKey key;
    private final InstantSource clock;

    public StaffSignIns(Redis redis, AccountProvider provider, MasterKey master, InstantSource clock) {
        this.store = new StaffStore(redis);
        this.provider = provider;
        this.key = new DataKey(
                new KeyName(Lifetime.CLINIC, "staff-sign-ins"),
                master.derive("AES", "staff sign-ins").getEncoded());
        this.clock = clock;
    }

    /// The same account has the same person, and no person of another kind can come to have its id.
    public static String person(String subject) {
        return "p-" + subject;
    }

    /// A program's account has an id that says what it is.
    public static String service(String subject) {
        return SERVICE + subject;
    }

    public static boolean isService(String person) {
        return person.startsWith(SERVICE);
    }

    /// @param before of the browser; when the same person sits there, it stays the same device to others
    public Future<Opened> open(AccountProvider.Account account, ClinicId clinic, @Nullable SignedIn before) {
        var person = person(account.subject());
        var same = before != null && before.person().equals(person);
        var device = same ? before.device() : "d" + Secrets.fresh();
        var secret = Secrets.fresh();
        var now = now();
        var who = new SignedIn(
                device, person, account.name(), clinic, account.roles(), earlier(account.at(), now), now, now);
        var fields = new HashMap<String, String>();
        fields.put("secret", Secrets.digest(secret));
        fields.put("person", person);
        fields.put("name", account.name());
        fields.put("clinic", clinic.value());
        fields.put("roles", RoleNames.words(account.roles()));
        fields.put("at", millis(who.at()));
        fields.put("began", millis(now));
        fields.put("active", millis(now));
        fields.put("refresh", Sealer.seal(key, account.refresh(), device));
        return (before == null ? Future.<Void>succeededFuture() : store.end(before.device()))
                .compose(_ -> store.keep(device, fields, SignedIn.IDLE, account.session(), account.subject()))
                .map(new Opened(who, device + "." + secret));
    }

    /// Nothing for a cookie that opens nothing any more, whatever the reason.
    public Future<@Nullable SignedIn> of(@Nullable String cookie) {
        var dot = cookie == null ? -1 : cookie.indexOf('.');
        if (cookie == null || dot < 0 || cookie.length() > LONGEST_COOKIE) return Future.succeededFuture(null);
        var device = cookie.substring(0, dot);
        if (!Ids.wellFormed(device)) return Future.succeededFuture(null);
        var digest = Secrets.digest(cookie.substring(dot + 1));
        return found(device, fields -> same(digest, text(fields, "secret")));
    }

    /// For a page that stays open: whether they are still signed in, and as what.
    public Future<@Nullable SignedIn> still(String device) {
        return found(device, _ -> true);
    }

    /// They did something.
    public Future<Void> active(SignedIn who) {
        var now = now();
        if (now.isBefore(who.active().plus(NOTED_EVERY))) return Future.succeededFuture();
        var left = Duration.between(now, who.ends());
        var still = left.compareTo(SignedIn.IDLE) < 0 ? left : SignedIn.IDLE;
        return store.change(who.device(), still, List.of("active", millis(now))).mapEmpty();
    }

    /// @return whether the provider heard of it as well
    public Future<Boolean> leave(SignedIn who) {
        return store.find(who.device()).compose(fields -> {
            var refresh = fields == null ? null : Sealer.open(key, text(fields, "refresh"), who.device());
            return store.end(who.device())
                    .compose(_ -> refresh == null ? Future.succeededFuture() : provider.leave(refresh))
                    .transform((_, cause) -> Future.succeededFuture(cause == null));
        });
    }

    /// The provider says that somebody has signed out elsewhere.
    public Future<Void> leftElsewhere(String token) {
        return provider.ended(token)
                .compose(ended -> store.first("staff-signed-out:{" + Secrets.digest(ended.id()) + "}", LOGOUT_KNOWN_FOR)
                        .compose(first -> !first
                                ? Future.succeededFuture(List.<String>of())
                                : store.of(ended.session(), ended.subject()))
                        .compose(devices -> Future.all(
                                        devices.stream().map(store::end).toList())
                                .mapEmpty()));
    }

    private interface Right {
        boolean in(Response fields);
    }

    private Future<@Nullable SignedIn> found(String device, Right right) {
        return store.find(device).compose(fields -> {
            var who = fields == null || !right.in(fields) ? null : read(device, fields);
            if (who == null || fields == null || who.over(now())) return Future.succeededFuture(null);
            return store.first("staff-roles-asked:{" + device + "}", ASK_ROLES_EVERY)
                    .compose(due -> due ? asked(who, fields) : Future.succeededFuture(who));
        });
    }

    private Future<@Nullable SignedIn> asked(SignedIn who, Response fields) {
        var refresh = Sealer.open(key, text(fields, "refresh"), who.device());
        if (refresh == null) return store.end(who.device()).map((SignedIn) null);
        return provider.standing(refresh).transform((standing, cause) -> {
            if (cause == null) return changed(who, standing);
            return cause instanceof AccountProvider.Refused
                    ? store.end(who.device()).map((SignedIn) null)
                    : Future.succeededFuture(who);
        });
    }

    private Future<@Nullable SignedIn> changed(SignedIn who, AccountProvider.Standing standing) {
        var now = now();
        var left = Duration.between(now, who.idleEnds());
        var sealed = Sealer.seal(key, standing.refresh(), who.device());
        var change = List.of("roles", RoleNames.words(standing.roles()), "refresh", sealed);
        return store.change(who.device(), left, change).map(there -> there ? with(who, standing.roles()) : null);
    }

    private static SignedIn with(SignedIn who, Set<StaffRole> roles) {
        return new SignedIn(
                who.device(), who.person(), who.name(), who.clinic(), roles, who.at(), who.began(), who.active());
    }

    private static @Nullable SignedIn read(String device, Response fields) {
        var at = time(fields, "at");
        var began = time(fields, "began");
        var active = time(fields, "active");
        if (at == null || began == null || active == null) return null;
        var roles = RoleNames.among(List.of(text(fields, "roles").split(" ")));
        return new SignedIn(
                device,
                text(fields, "person"),
                text(fields, "name"),
                new ClinicId(text(fields, "clinic")),
                roles,
                at,
                began,
                active);
    }

    private static boolean same(String digest, String kept) {
        return MessageDigest.isEqual(
                digest.getBytes(StandardCharsets.US_ASCII), kept.getBytes(StandardCharsets.US_ASCII));
    }

    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static String millis(Instant time) {
        return String.valueOf(time.toEpochMilli());
    }
}
