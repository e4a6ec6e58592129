package org.holdfast.log;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/// Bytes made fewer, and back.
final class Deflated {
    private static final int STEP = 16_384;

    private Deflated() {}

    /// @param dictionary what is likely to stand in them; may be empty
    static byte[] of(byte[] plain, int level, byte[] dictionary) {
        try (var deflater = new Deflater(level, true)) {
            deflater.setDictionary(dictionary);
            deflater.setInput(plain);
            deflater.finish();
            var out = new ByteArrayOutputStream();
            var step = new byte[STEP];
            while (!deflater.finished()) out.write(step, 0, deflater.deflate(step));
            return out.toByteArray();
        }
    }

    static byte[] inflate(ByteBuffer deflated, byte[] dictionary) throws DataFormatException {
        try (var inflater = new Inflater(true)) {
            inflater.setDictionary(dictionary);
            inflater.setInput(deflated);
            var out = new ByteArrayOutputStream();
            var step = new byte[STEP];
            while (!inflater.finished()) {
                var count = inflater.inflate(step);
                if (count == 0 && !inflater.finished()) throw new BufferUnderflowException();
                out.write(step, 0, count);
            }
            return out.toByteArray();
        }
    }
}
