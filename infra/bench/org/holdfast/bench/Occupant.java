package org.holdfast.bench;

import java.nio.ByteBuffer;
import java.util.function.Consumer;

/// Somebody in a room of an XMPP server, over a WebSocket (RFC 7395): signs in as nobody in particular, joins, writes.
final class Occupant implements Guest {
    private static final String FRAMING =
            "<open xmlns='urn:ietf:params:xml:ns:xmpp-framing' to='localhost' version='1.0'/>";
    private static final String SIGN_IN = "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='ANONYMOUS'/>";
    private static final String BIND =
            "<iq xmlns='jabber:client' type='set' id='bind'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>";
    private static final byte[] FEATURES = Bytes.of("features");
    private static final byte[] SUCCESS = Bytes.of("<success");
    private static final byte[] FAILURE = Bytes.of("<failure");
    private static final byte[] BOUND = Bytes.of("urn:ietf:params:xml:ns:xmpp-bind");
    private static final byte[] IQ = Bytes.of("<iq");
    private static final byte[] PRESENCE = Bytes.of("<presence");
    /// Marks one's own presence in a room, the last one that is told on joining.
    private static final byte[] OWN = Bytes.of("110");
    private static final byte[] ERROR = Bytes.of("type='error'");
    private static final byte[] MESSAGE = Bytes.of("<message");
    private static final byte[] GROUP = Bytes.of("groupchat");
    private static final int WITHIN = 1_024;

    private final Reactor reactor;
    private final int port;
    private final String path;
    private final String address;
    private Runnable seen = () -> {};
    private boolean signedIn;
    private boolean seated;
    private int said;
    private final Stream stream;
    private Runnable arrived = () -> {};
    private Consumer<String> failed = why -> {};

    Occupant(Reactor reactor, int port, String path, int room, int n) {
        this.reactor = reactor;
        this.port = port;
        this.path = path;
        this.address = "room" + room + "@rooms.localhost";
        this.stream = new Stream(address + "/guest" + n);
    }

    @Override
    public void arrive(Runnable whenArrived, Consumer<String> whenFailed) {
        arrived = whenArrived;
        failed = whenFailed;
        reactor.connect(port, stream);
    }

    @Override
    public boolean seated() {
        return seated;
    }

    @Override
    public void say() {
        said++;
        stream.send("<message xmlns='jabber:client' type='groupchat' to='" + address + "' id='m" + said
                + "'><body>microphone " + (said % 2 == 0 ? "on" : "off") + "</body></message>");
    }

    @Override
    public void onSeen(Runnable whenSeen) {
        seen = whenSeen;
    }

    @Override
    public void leave() {
        stream.end();
    }

    private final class Stream extends Socket {
        private final String nick;

        Stream(String nick) {
            super(path, "localhost:" + port, "Sec-WebSocket-Protocol: xmpp\r\n");
            this.nick = nick;
        }

        @Override
        void opened() {
            send(FRAMING);
        }

        @Override
        void text(ByteBuffer payload) {
            if (Bytes.starts(payload, MESSAGE)) {
                if (Bytes.contains(payload, GROUP, WITHIN)) seen.run();
            } else if (Bytes.starts(payload, PRESENCE)) {
                presence(payload);
            } else if (Bytes.starts(payload, IQ)) {
                if (Bytes.contains(payload, BOUND, WITHIN)) join();
            } else if (Bytes.starts(payload, SUCCESS)) {
                signedIn = true;
                send(FRAMING);
            } else if (Bytes.starts(payload, FAILURE)) {
                broken(Bytes.take(payload, payload.remaining()));
            } else if (Bytes.contains(payload, FEATURES, WITHIN)) {
                send(signedIn ? BIND : SIGN_IN);
            }
        }

        private void join() {
            send("<presence xmlns='jabber:client' to='" + nick
                    + "'><x xmlns='http://jabber.org/protocol/muc'/></presence>");
        }

        private void presence(ByteBuffer payload) {
            if (seated) return;
            if (Bytes.contains(payload, ERROR, WITHIN)) {
                broken(Bytes.take(payload, payload.remaining()));
            } else if (Bytes.contains(payload, OWN, WITHIN)) {
                seated = true;
                arrived.run();
            }
        }

        @Override
        void broken(String why) {
            seated = false;
            failed.accept(why);
        }
    }
}
