package org.holdfast.doctor;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The first packet that a browser sends to a bridge: a connectivity check (RFC 8445) over STUN (RFC 8489).
final class StunCheck {
    private static final int PATIENCE_MS = 700;
    private static final int TRIES = 3;

    private static final int HEADER = 20;
    private static final short REQUEST = 0x0001;
    private static final short SUCCESS = 0x0101;
    private static final int COOKIE = 0x2112A442;
    private static final short USERNAME = 0x0006;
    private static final short MESSAGE_INTEGRITY = 0x0008;
    private static final short PRIORITY = 0x0024;
    private static final short FINGERPRINT = (short) 0x8028;
    private static final short CONTROLLED = (short) 0x8029;
    private static final int MAC_BYTES = 20;
    private static final int FINGERPRINT_XOR = 0x5354554e;
    /// Of a host candidate, as a browser reckons it.
    private static final int HOST_PRIORITY = 0x6e7f1eff;

    private final SecureRandom random = new SecureRandom();
    private final String ufrag;
    private final String pwd;

    /// @param ufrag and `pwd`, as the bridge gave them out
    StunCheck(String ufrag, String pwd) {
        this.ufrag = ufrag;
        this.pwd = pwd;
    }

    boolean answered(String address, int port) {
        try (var socket = new DatagramSocket()) {
            socket.setSoTimeout(PATIENCE_MS);
            var to = InetAddress.getByName(address);
            for (var i = 0; i < TRIES; i++) {
                if (answered(socket, to, port)) return true;
            }
            return false;
        } catch (IOException | IllegalArgumentException _) {
            return false;
        }
    }

    private boolean answered(DatagramSocket socket, InetAddress to, int port) throws IOException {
        var transaction = new byte[12];
        random.nextBytes(transaction);
        var request = request(transaction);
        socket.send(new DatagramPacket(request, request.length, to, port));
        var buffer = new byte[1500];
        var reply = new DatagramPacket(buffer, buffer.length);
        try {
            socket.receive(reply);
        } catch (SocketTimeoutException _) {
            return false;
        }
        return reply.getLength() >= HEADER
                && ByteBuffer.wrap(buffer).getShort() == SUCCESS
                && Arrays.equals(buffer, HEADER - transaction.length, HEADER, transaction, 0, transaction.length);
    }

    private byte[] request(byte[] transaction) {
        var user = (ufrag + ":trial").getBytes(StandardCharsets.UTF_8);
        var padded = (user.length + 3) / 4 * 4;
        var attributes = (4 + padded) + (4 + 4) + (4 + 8);
        var message = ByteBuffer.allocate(HEADER + attributes + (4 + MAC_BYTES) + (4 + 4));
        message.putShort(REQUEST).putShort((short) 0).putInt(COOKIE).put(transaction);
        message.putShort(USERNAME).putShort((short) user.length).put(user).position(HEADER + 4 + padded);
        message.putShort(PRIORITY).putShort((short) 4).putInt(HOST_PRIORITY);
        message.putShort(CONTROLLED).putShort((short) 8).putLong(random.nextLong());
        // Each of the last two counts itself in the length that it covers.
        message.putShort(2, (short) (attributes + 4 + MAC_BYTES));
        var mac = mac(message.array(), message.position());
        message.putShort(MESSAGE_INTEGRITY).putShort((short) MAC_BYTES).put(mac);
        message.putShort(2, (short) (message.capacity() - HEADER));
        var crc = new CRC32();
        crc.update(message.array(), 0, message.position());
        message.putShort(FINGERPRINT).putShort((short) 4).putInt((int) crc.getValue() ^ FINGERPRINT_XOR);
        return message.array();
    }

    private byte[] mac(byte[] message, int length) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(pwd.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            mac.update(message, 0, length);
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA1", e);
        }
    }
}
