package org.holdfast.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Somebody who asks a TURN server for a relay, as a browser does (RFC 8656), with whatever pass they have.
final class TurnGuest implements AutoCloseable {
    static final int OK = 0;
    static final int UNAUTHORIZED = 401;
    static final int FORBIDDEN = 403;

    private static final int PATIENCE_MS = 2_000;
    private static final int TRIES = 5;
    private static final int HEADER = 20;
    private static final int COOKIE = 0x2112A442;
    private static final int MAC_ATTRIBUTE = 24;
    private static final short ALLOCATE = 0x0003;
    private static final short REFRESH = 0x0004;
    private static final short CREATE_PERMISSION = 0x0008;
    private static final int ERROR_CLASS = 0x0110;
    private static final short USERNAME = 0x0006;
    private static final short MESSAGE_INTEGRITY = 0x0008;
    private static final short ERROR_CODE = 0x0009;
    private static final short XOR_PEER_ADDRESS = 0x0012;
    private static final short LIFETIME = 0x000D;
    private static final short REALM = 0x0014;
    private static final short NONCE = 0x0015;
    private static final short ADDRESS_FAMILY = 0x0017;
    private static final short REQUESTED_TRANSPORT = 0x0019;
    private static final byte UDP = 17;
    private static final byte V4 = 1;
    private static final byte V6 = 2;
    private static final int PEER_PORT = 10_000;

    /// A server ends a relay that is given back a second later, and has none for the same port until then.
    private static final Set<Integer> USED = ConcurrentHashMap.newKeySet();

    private final SecureRandom random = new SecureRandom();
    private final DatagramSocket socket;
    private final InetAddress server;
    private final int port;
    private final String name;
    private final String pass;
    private byte[] realm = {};
    private byte[] nonce = {};
    private boolean relayed;

    TurnGuest(String server, int port, String name, String pass) throws IOException {
        this.server = InetAddress.getByName(server);
        this.socket = atUnusedPort(this.server);
        socket.setSoTimeout(PATIENCE_MS);
        this.port = port;
        this.name = name;
        this.pass = pass;
    }

    private static DatagramSocket atUnusedPort(InetAddress address) throws IOException {
        while (true) {
            var socket = new DatagramSocket(0, address);
            if (USED.add(socket.getLocalPort())) return socket;
            socket.close();
        }
    }

    /// @param bytes 4 for a relay of an IPv4 address, 16 for one of IPv6
    /// @return [#OK] or the code of the refusal
    int allocate(int bytes) throws IOException {
        var family = bytes == 4 ? V4 : V6;
        var wanted = attribute(REQUESTED_TRANSPORT, new byte[] {UDP, 0, 0, 0});
        var wish = concat(wanted, attribute(ADDRESS_FAMILY, new byte[] {family, 0, 0, 0}));
        var first = ask(ALLOCATE, wish, false);
        realm = first.attributes.getOrDefault(REALM, realm);
        nonce = first.attributes.getOrDefault(NONCE, nonce);
        var code = ask(ALLOCATE, wish, true).code;
        relayed = code == OK;
        return code;
    }

    /// Whether the relay may send to that address. Sixteen bytes are asked for as IPv6, also a v4-mapped address.
    int permit(byte[] address) throws IOException {
        return ask(CREATE_PERMISSION, null, address, true).code;
    }

    private record Answer(int code, Map<Short, byte[]> attributes) {}

    private Answer ask(short kind, byte[] wish, boolean signed) throws IOException {
        return ask(kind, wish, null, signed);
    }

    private Answer ask(short kind, byte @Nullable [] wish, byte @Nullable [] peer, boolean signed) throws IOException {
        var transaction = new byte[12];
        random.nextBytes(transaction);
        var body = wish != null ? wish : new byte[0];
        if (peer != null) body = attribute(XOR_PEER_ADDRESS, xored(peer, transaction));
        if (signed) {
            body = concat(body, attribute(USERNAME, name.getBytes(StandardCharsets.UTF_8)));
            body = concat(concat(body, attribute(REALM, realm)), attribute(NONCE, nonce));
        }
        var message = message(kind, transaction, body, signed ? MAC_ATTRIBUTE : 0);
        if (signed) message = concat(message, attribute(MESSAGE_INTEGRITY, mac(message)));
        return exchange(message, transaction);
    }

    private Answer exchange(byte[] message, byte[] transaction) throws IOException {
        for (var i = 0; i < TRIES; i++) {
            socket.send(new DatagramPacket(message, message.length, server, port));
            try {
                var packet = new DatagramPacket(new byte[1_500], 1_500);
                socket.receive(packet);
                // What was asked twice is answered twice, and the second answer comes when something else was asked.
                while (!isAbout(transaction, packet)) socket.receive(packet);
                return read(ByteBuffer.wrap(packet.getData(), 0, packet.getLength()));
            } catch (SocketTimeoutException late) {
                continue;
            }
        }
        throw new IOException("No answer to " + transaction.length);
    }

    private static boolean isAbout(byte[] transaction, DatagramPacket packet) {
        return packet.getLength() >= HEADER
                && Arrays.equals(
                        packet.getData(), HEADER - transaction.length, HEADER, transaction, 0, transaction.length);
    }

    private static Answer read(ByteBuffer packet) {
        var kind = packet.getShort();
        packet.position(HEADER);
        var attributes = new HashMap<Short, byte[]>();
        while (packet.remaining() >= 4) {
            var name = packet.getShort();
            var value = new byte[packet.getShort()];
            packet.get(value);
            packet.position(Math.min(packet.limit(), packet.position() + padding(value.length)));
            attributes.put(name, value);
        }
        var error = attributes.get(ERROR_CODE);
        var refused = (kind & ERROR_CLASS) == ERROR_CLASS && error != null;
        return new Answer(refused ? error[2] * 100 + error[3] : OK, attributes);
    }

    private static byte[] message(short kind, byte[] transaction, byte[] body, int more) {
        return ByteBuffer.allocate(HEADER + body.length)
                .putShort(kind)
                .putShort((short) (body.length + more))
                .putInt(COOKIE)
                .put(transaction)
                .put(body)
                .array();
    }

    private static byte[] xored(byte[] address, byte[] transaction) {
        var key = ByteBuffer.allocate(16).putInt(COOKIE).put(transaction).array();
        var out = ByteBuffer.allocate(4 + address.length);
        out.put((byte) 0).put(address.length == 4 ? V4 : V6).putShort((short) (PEER_PORT ^ (COOKIE >>> 16)));
        for (var i = 0; i < address.length; i++) out.put((byte) (address[i] ^ key[i]));
        return out.array();
    }

    private static byte[] attribute(short name, byte[] value) {
        return ByteBuffer.allocate(4 + value.length + padding(value.length))
                .putShort(name)
                .putShort((short) value.length)
                .put(value)
                .array();
    }

    private static int padding(int length) {
        return -length & 3;
    }

    private static byte[] concat(byte[] one, byte[] other) {
        return ByteBuffer.allocate(one.length + other.length)
                .put(one)
                .put(other)
                .array();
    }

    /// Of the long-term credential: the key is what both sides make of name, realm and pass.
    private byte[] mac(byte[] message) {
        try {
            var words = name + ":" + new String(realm, StandardCharsets.UTF_8) + ":" + pass;
            var key = MessageDigest.getInstance("MD5").digest(words.getBytes(StandardCharsets.UTF_8));
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "HmacSHA1"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try (socket) {
            if (relayed) ask(REFRESH, attribute(LIFETIME, new byte[4]), true);
        } catch (IOException unanswered) {
            throw new UncheckedIOException(unanswered);
        }
    }
}
