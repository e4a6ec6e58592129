package org.holdfast.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.datagram.DatagramPacket;
import io.vertx.core.datagram.DatagramSocket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.zip.CRC32;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.holdfast.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A bridge's media port that answers only whoever asks as RFC 8489 says, and knows the password.
class StunCheckTest {
    private static final String PWD = "4fp9hm9ondrmhk4hv5fm23rgf3";

    private final Vertx vertx = Vertx.vertx();
    private DatagramSocket media;
    private int port;

    @BeforeEach
    void listen() {
        media = Await.get(vertx.createDatagramSocket().listen(0, "127.0.0.1"));
        port = media.localAddress().port();
    }

    @AfterEach
    void close() {
        Await.get(vertx.close());
    }

    @Test
    void a_port_that_answers_a_browsers_first_packet_is_open() {
        media.handler(packet -> answerIfWellFormed(packet, PWD));
        assertTrue(new StunCheck("fv3qr1k86govnb", PWD).answered("127.0.0.1", port));
    }

    @Test
    void an_answer_to_somebody_else_does_not_count() {
        media.handler(packet -> {
            var other = packet.data().copy().setShort(0, (short) 0x0101).setInt(8, 7);
            media.send(other, packet.sender().port(), packet.sender().host());
        });
        assertFalse(new StunCheck("fv3qr1k86govnb", PWD).answered("127.0.0.1", port));
    }

    @Test
    void a_port_that_swallows_it_is_not_open() {
        media.handler(packet -> answerIfWellFormed(packet, "another password"));
        assertFalse(new StunCheck("fv3qr1k86govnb", PWD).answered("127.0.0.1", port));
    }

    private void answerIfWellFormed(DatagramPacket packet, String password) {
        var asked = packet.data();
        var length = asked.length();
        assertEquals(length - 20, asked.getShort(2));
        var crc = new CRC32();
        crc.update(asked.getBytes(0, length - 8));
        assertEquals((int) crc.getValue() ^ 0x5354554e, asked.getInt(length - 4));
        var covered = asked.getBuffer(0, length - 8 - 24).copy().setShort(2, (short) (length - 20 - 8));
        var name = asked.getString(24, 24 + asked.getShort(22), "UTF-8");
        if (!mac(covered, password).equals(asked.getBuffer(length - 28, length - 8)) || !name.startsWith("fv3qr"))
            return;
        var answer = Buffer.buffer()
                .appendShort((short) 0x0101)
                .appendShort((short) 0)
                .appendBuffer(asked.getBuffer(4, 20));
        media.send(answer, packet.sender().port(), packet.sender().host());
    }

    private static Buffer mac(Buffer covered, String password) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(password.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Buffer.buffer(mac.doFinal(covered.getBytes()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
