package org.holdfast.log;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import org.holdfast.decision.DamagedLog;
import org.holdfast.sealing.Chain;
import org.holdfast.sealing.Link;
import org.holdfast.sealing.Mac;

/// Entries that follow each other, as few bytes: form 1.
///
/// Ids and times stand apart from the text, since what is random only spoils its compression. Of the MACs the first
/// and the last are kept: the chain's key gives back all between, and the last one says whether they are right.
final class Packing {
    private static final byte[] DICTIONARY = dictionary();
    private static final int ID_BYTES = 16;

    /// @param first the place of the first row
    /// @param before the MAC that the first row chains to
    record Part(long first, Mac before, List<Stored> rows) {
        Mac end() {
            return rows.getLast().mac();
        }
    }

    private Packing() {}

    static byte[] pack(Part part) {
        var times = new ByteArrayOutputStream();
        var ids = new ByteArrayOutputStream();
        var text = new StringBuilder();
        var last = 0L;
        for (var row : part.rows()) {
            var at = millis(row.at());
            if (at >= 0) {
                number(times, zigzag(at - last));
                last = at;
            } else {
                text.append(row.at());
            }
            text.append('\t').append(row.by()).append('\t');
            var id = bytes(row.command());
            if (id.length == ID_BYTES) {
                ids.writeBytes(id);
            } else {
                text.append(row.command());
            }
            text.append('\t').append(row.events()).append('\n');
        }
        var packed = new ByteArrayOutputStream();
        block(packed, bytes(part.before().value()));
        block(packed, bytes(part.end().value()));
        block(packed, times.toByteArray());
        block(packed, ids.toByteArray());
        packed.writeBytes(
                Deflated.of(text.toString().getBytes(StandardCharsets.UTF_8), Deflater.BEST_COMPRESSION, DICTIONARY));
        return packed.toByteArray();
    }

    /// Fails with [DamagedLog] when it is not what was packed for this place of this chain.
    static Part unpack(byte[] packed, long first, Chain chain) {
        try {
            var buffer = ByteBuffer.wrap(packed);
            var before = new Mac(text(block(buffer)));
            var end = new Mac(text(block(buffer)));
            var times = ByteBuffer.wrap(block(buffer));
            var ids = ByteBuffer.wrap(block(buffer));
            var lines = new String(Deflated.inflate(buffer, DICTIONARY), StandardCharsets.UTF_8);
            var rows = new ArrayList<Stored>();
            var time = 0L;
            var mac = before;
            for (var line : lines.split("\n")) {
                var seq = first + rows.size();
                var fields = line.split("\t", -1);
                if (fields.length != 4) throw damaged();
                var at = fields[0];
                if (at.isEmpty()) {
                    time += unzigzag(number(times));
                    at = Instant.ofEpochMilli(time).toString();
                }
                var command = fields[2];
                if (command.isEmpty()) {
                    var id = new byte[ID_BYTES];
                    ids.get(id);
                    command = text(id);
                }
                mac = chain.next(mac, new Link(seq, at, fields[1], command, fields[3]));
                rows.add(new Stored(seq + "-0", at, fields[1], command, fields[3], mac));
            }
            if (!mac.equals(end) || times.hasRemaining() || ids.hasRemaining()) throw damaged();
            return new Part(first, before, rows);
        } catch (BufferUnderflowException | DateTimeException | DataFormatException _) {
            throw damaged();
        }
    }

    private static DamagedLog damaged() {
        return new DamagedLog("What was packed is not what is unpacked.");
    }

    /// -1 when it is not a time to the millisecond, written as every entry's is.
    private static long millis(String text) {
        try {
            var at = Instant.parse(text).toEpochMilli();
            return at >= 0 && Instant.ofEpochMilli(at).toString().equals(text) ? at : -1;
        } catch (DateTimeException _) {
            return -1;
        }
    }

    /// None when the text is not how these bytes are written.
    private static byte[] bytes(String text) {
        try {
            var bytes = Base64.getUrlDecoder().decode(text);
            return text(bytes).equals(text) ? bytes : new byte[0];
        } catch (IllegalArgumentException _) {
            return new byte[0];
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static void block(ByteArrayOutputStream out, byte[] bytes) {
        number(out, bytes.length);
        out.writeBytes(bytes);
    }

    private static byte[] block(ByteBuffer in) {
        var length = number(in);
        if (length < 0 || length > in.remaining()) throw new BufferUnderflowException();
        var bytes = new byte[(int) length];
        in.get(bytes);
        return bytes;
    }

    /// Seven bits a byte, the lowest first.
    private static void number(ByteArrayOutputStream out, long value) {
        var rest = value;
        for (; (rest & ~0x7fL) != 0; rest >>>= 7) out.write((int) (rest & 0x7f | 0x80));
        out.write((int) rest);
    }

    private static long number(ByteBuffer in) {
        var value = 0L;
        for (var shift = 0; shift < Long.SIZE; shift += 7) {
            var next = in.get();
            value |= (next & 0x7fL) << shift;
            if (next >= 0) return value;
        }
        throw new BufferUnderflowException();
    }

    private static long zigzag(long value) {
        return value << 1 ^ value >> (Long.SIZE - 1);
    }

    private static long unzigzag(long value) {
        return value >>> 1 ^ -(value & 1);
    }

    /// Words that stand in every session. Archives of form 1 need exactly these for ever; other words are another form.
    private static byte[] dictionary() {
        try (var words = Packing.class.getResourceAsStream("/archive-1.txt")) {
            if (words == null) throw new IllegalStateException("archive-1.txt is missing");
            return words.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
