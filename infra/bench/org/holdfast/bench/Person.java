package org.holdfast.bench;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.holdfast.live.RandomIds;
import org.jspecify.annotations.Nullable;

/// Somebody with a personal link, doing what their browser does: exchange the link, say where one is, open the socket,
/// beat.
final class Person implements Guest {
    private static final RandomIds IDS = new RandomIds(new SecureRandom());
    private static final long BEAT_EVERY = Duration.ofSeconds(5).toNanos();
    private static final byte[] CHANGE = Bytes.of("{\"type\":\"change\"");
    private static final byte[] PATCH = Bytes.of(",\"patch\":");
    private static final byte[] WELCOME = Bytes.of("{\"type\":\"welcome\"");
    private static final byte[] WAITING = Bytes.of("\"place\":\"waiting\"");
    private static final byte[] TOO_OFTEN = Bytes.of("\"code\":\"slow-down\"");
    private static final long AGAIN_AFTER = Duration.ofMillis(20).toNanos();
    /// Before a refusal's code stands the id of the wish.
    private static final int CODE_WITHIN = 80;
    /// Before a frame's patch stand its number and its time.
    private static final int PATCH_WITHIN = 90;
    private static final int PLACE_WITHIN = 4_096;
    private static final Pattern SEAT = Pattern.compile("\"seat\":\"([^\"]+)\"");
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;

    private final Reactor reactor;
    private final int port;
    private final String session;
    private final String token;
    private final boolean leads;
    private String seat = "";
    private String cookie = "";
    private @Nullable Page page;
    private Runnable seen = () -> {};
    private Runnable arrived = () -> {};
    private Consumer<String> failed = why -> {};
    private boolean shown;
    private boolean seated;
    private int said;

    Person(Reactor reactor, int port, String session, String token, boolean leads) {
        this.reactor = reactor;
        this.port = port;
        this.session = session;
        this.token = token;
        this.leads = leads;
    }

    @Override
    public void arrive(Runnable whenArrived, Consumer<String> whenFailed) {
        arrived = whenArrived;
        failed = whenFailed;
        var exchange = Ask.text("POST", "/api/v1/links/exchange", port, "", "{\"token\":\"" + token + "\"}");
        reactor.connect(port, new Ask(exchange, this::exchanged, failed));
    }

    private void exchanged(Ask.Answer answer) {
        var found = SEAT.matcher(answer.body());
        if (answer.status() != OK || !found.find()) {
            failed.accept("The link was answered " + answer.status());
            return;
        }
        seat = found.group(1);
        cookie = answer.cookie();
        if (leads) {
            open();
            return;
        }
        var path = "/api/v1/sessions/" + session + "/arrival?seat=" + seat;
        var answers = "{\"place\":{\"kind\":\"home\"},\"privatePlace\":\"yes\"}";
        reactor.connect(port, new Ask(Ask.text("PUT", path, port, cookie, answers), this::answered, failed));
    }

    private void answered(Ask.Answer answer) {
        if (answer.status() == NO_CONTENT) open();
        else failed.accept("The arrival was answered " + answer.status() + " " + answer.body());
    }

    private void open() {
        page = new Page();
        reactor.connect(port, page);
    }

    @Override
    public boolean seated() {
        return seated;
    }

    /// Microphone, camera and hand in turn, since one person may do each only so often: as much of each as it may be.
    @Override
    public void say() {
        wish(saying());
        said++;
    }

    private String saying() {
        var hands = said / 4;
        var switches = said - hands;
        if (said % 4 == 3) return "\"type\":\"" + (hands % 2 == 0 ? "hand.raise" : "hand.lower") + "\"";
        var verb = switches % 2 == 0 ? "microphone.set" : "camera.set";
        return "\"type\":\"" + verb + "\",\"on\":" + (switches / 2 % 2 == 0);
    }

    /// A server that is quicker than people may press says so; nothing was done, so it is said once more.
    private void sayAgain() {
        said--;
        reactor.at(System.nanoTime() + AGAIN_AFTER, this::say);
    }

    void admitAll() {
        wish("\"type\":\"member.admit-all\"");
    }

    private void wish(String rest) {
        if (page != null) page.send("{\"id\":\"" + IDS.next() + "\"," + rest + "}");
    }

    @Override
    public void onSeen(Runnable whenSeen) {
        seen = whenSeen;
    }

    @Override
    public void leave() {
        if (page != null) page.end();
    }

    private void beat() {
        if (page == null || page.ended()) return;
        page.send("{\"type\":\"beat\"}");
        reactor.at(System.nanoTime() + BEAT_EVERY, this::beat);
    }

    private final class Page extends Socket {
        Page() {
            var host = "127.0.0.1:" + port;
            super(
                    "/ws/sessions/" + session + "?seat=" + seat + "&lang=en",
                    host,
                    "Origin: http://" + host + "\r\nCookie: " + cookie + "\r\n");
        }

        @Override
        void opened() {
            // Not all at once, as people do not come all at once either.
            var first = (long) (BEAT_EVERY * Math.random());
            reactor.at(System.nanoTime() + first, Person.this::beat);
        }

        @Override
        void text(ByteBuffer payload) {
            if (Bytes.starts(payload, CHANGE)) {
                if (Bytes.contains(payload, PATCH, PATCH_WITHIN)) seen.run();
            } else if (Bytes.starts(payload, WELCOME)) {
                seated = !Bytes.contains(payload, WAITING, PLACE_WITHIN);
                if (!shown) arrived.run();
                shown = true;
            } else if (said > 0 && Bytes.contains(payload, TOO_OFTEN, CODE_WITHIN)) {
                sayAgain();
            }
        }

        @Override
        void broken(String why) {
            seated = false;
            failed.accept(why);
        }
    }
}
