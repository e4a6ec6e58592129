package org.holdfast.testing;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// A browser without eyes: it keeps each site's cookies and follows nobody by itself.
public final class StaffBrowser {
    private static final Pattern ACTION = Pattern.compile("<form id=\"kc-[^\"]*\" action=\"([^\"]+)\"");
    private static final Map<String, Long> CODES_USED = new ConcurrentHashMap<>();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    private final String server;
    private final Map<String, Map<String, String>> cookies = new HashMap<>();

    public StaffBrowser(String server) {
        this.server = server;
    }

    public HttpResponse<String> get(String address) {
        return send(request(address).GET());
    }

    /// With the Origin that a page of ours has.
    public HttpResponse<String> post(String path, String json) {
        return post(path, json, server);
    }

    public HttpResponse<String> post(String path, String json, String origin) {
        return send(request(path)
                .header("origin", origin)
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    public HttpResponse<String> fill(String address, Map<String, String> fields) {
        return send(request(address)
                .header("content-type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(TestKeycloak.form(fields))));
    }

    /// Up to where the provider sends the browser back to.
    public String throughTheProvider(TestKeycloak.Person person, String start) {
        return answer(person, get(to(get(start))));
    }

    /// From the page that asks for the password on.
    String answer(TestKeycloak.Person person, HttpResponse<String> password) {
        var code = fill(action(password), Map.of("username", person.username(), "password", person.password()));
        return to(fill(action(code), Map.of("otp", nextCode(person))));
    }

    /// @return where one is then
    public String signIn(TestKeycloak.Person person) {
        return to(get(throughTheProvider(person, "/staff/sign-in")));
    }

    public @Nullable String cookie(String name) {
        return cookies.getOrDefault(URI.create(server).getAuthority(), Map.of()).get(name);
    }

    public void keepCookie(String name, String value) {
        cookies.computeIfAbsent(URI.create(server).getAuthority(), _ -> new HashMap<>())
                .put(name, value);
    }

    public static String to(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("location")
                .orElseThrow(() -> new AssertionError(answer.statusCode() + " " + answer.body()));
    }

    public static String action(HttpResponse<String> page) {
        var found = ACTION.matcher(page.body());
        if (!found.find()) throw new AssertionError("There is no form: " + page.statusCode() + " " + page.body());
        return found.group(1).replace("&amp;", "&");
    }

    private HttpRequest.Builder request(String address) {
        var uri = URI.create(address.startsWith("/") ? server + address : address);
        var request = HttpRequest.newBuilder(uri);
        var own = cookies.get(uri.getAuthority());
        if (own != null) {
            var all = own.entrySet().stream()
                    .map(each -> each.getKey() + "=" + each.getValue())
                    .toList();
            request.header("cookie", String.join("; ", all));
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder builder) {
        var request = builder.build();
        var answer = TestKeycloak.exchange(CLIENT, request);
        var own = cookies.computeIfAbsent(Objects.requireNonNull(request.uri().getAuthority()), _ -> new HashMap<>());
        for (var set : answer.headers().allValues("set-cookie")) {
            var pair = set.split(";", 2)[0].split("=", 2);
            if (set.contains("Max-Age=0")) own.remove(pair[0]);
            else own.put(pair[0], pair[1]);
        }
        return answer;
    }

    /// A code counts once; the one after that of now is taken as well, and so is the one before, should the half minute
    /// end on the way. So nobody signs in more than twice in half a minute.
    static String nextCode(TestKeycloak.Person person) {
        var now = System.currentTimeMillis() / 30_000;
        return code(person.code(), CODES_USED.merge(person.username(), now, (used, _) -> Math.max(now, used + 1)));
    }

    /// What the app on their phone shows in that half minute.
    private static String code(String base32, long halfMinute) {
        try {
            var bits = new StringBuilder();
            for (var letter : base32.toCharArray()) {
                var value = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter);
                bits.append("%5s".formatted(Integer.toBinaryString(value)).replace(' ', '0'));
            }
            var key = new byte[bits.length() / 8];
            for (var i = 0; i < key.length; i++) key[i] = (byte) Integer.parseInt(bits.substring(i * 8, i * 8 + 8), 2);
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "HmacSHA1"));
            var moment = ByteBuffer.allocate(8).putLong(halfMinute).array();
            var digest = mac.doFinal(moment);
            var number = ByteBuffer.wrap(digest, digest[19] & 0xf, 4).getInt() & 0x7fff_ffff;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
