package org.holdfast;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.holdfast.bundle.Finding;
import org.holdfast.bundle.PublicCheck;
import org.holdfast.bundle.Telling;
import org.holdfast.json.BadJson;
import org.holdfast.sealing.SignedHead;
import org.holdfast.sealing.VerifyingKey;
import org.jspecify.annotations.Nullable;

/// Checks a bundle with the clinic's public key alone: no store, no secret, no network.
final class PublicVerification {
    static final int NOT_PROVED = 1;
    static final int MOST_BYTES = 64 * 1024 * 1024;
    private static final int MOST_KEY_BYTES = 64 * 1024;

    private final PrintStream out;

    PublicVerification(PrintStream out) {
        this.out = out;
    }

    /// @param keys a key, or a file of keys
    /// @param kept heads that did not come with the bundle
    /// @param sheet the version to print once it is proved
    int run(String keys, Path bundle, @Nullable Path kept, @Nullable Integer sheet) throws IOException {
        if (!Files.exists(bundle) || Files.isDirectory(bundle)) throw wrong("There is no file " + bundle + ".");
        var check = new PublicCheck(keys(keys), kept == null ? List.of() : heads(kept));
        var finding = check.check(text(bundle));
        Telling.of(finding).forEach(out::println);
        return switch (finding) {
            case Finding.NotABundle _ -> Main.WRONG_USE;
            case Finding.Failed _ -> NOT_PROVED;
            case Finding.Proved proved -> sheet == null ? 0 : print(proved, sheet);
        };
    }

    private int print(Finding.Proved proved, int version) {
        var text = Telling.sheet(proved, version);
        if (text == null) throw wrong("The bundle holds no words of a version " + version + " of the sheet.");
        out.println();
        out.print(text);
        return 0;
    }

    private static Set<VerifyingKey> keys(String given) throws IOException {
        var keys = new LinkedHashSet<VerifyingKey>();
        var file = CalledFrom.file(Path.of(given));
        var text = Files.isRegularFile(file)
                ? new String(HeadLines.limited(file, MOST_KEY_BYTES), StandardCharsets.ISO_8859_1)
                : given;
        for (var line : text.lines().map(String::strip).toList()) {
            if (line.isEmpty() || line.startsWith("#")) continue;
            try {
                keys.add(new VerifyingKey(line));
            } catch (IllegalArgumentException _) {
                throw wrong(
                        "A public key is 64 digits of 0-9 and a-f, or a file with such lines. The clinic prints its "
                                + "own with: public-key");
            }
        }
        if (keys.isEmpty()) throw wrong("There is no public key in " + file + ".");
        return keys;
    }

    private List<SignedHead> heads(Path kept) throws IOException {
        var heads = new ArrayList<SignedHead>();
        var number = 0;
        for (var line : HeadLines.in(kept)) {
            number++;
            try {
                if (!line.isEmpty()) heads.add(SignedHead.parse(line));
            } catch (BadJson torn) {
                out.println("Line " + number + " of " + kept + " is no signed head and was passed over.");
            }
        }
        return heads;
    }

    private static String text(Path bundle) throws IOException {
        try {
            // A byte that is no letter must not pass as one that is.
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(HeadLines.limited(bundle, MOST_BYTES)))
                    .toString();
        } catch (CharacterCodingException _) {
            throw wrong(bundle + " is not text in UTF-8, so it is no bundle of Holdfast.");
        }
    }

    private static ConfigErrors wrong(String sentence) {
        return new ConfigErrors(List.of(sentence));
    }
}
