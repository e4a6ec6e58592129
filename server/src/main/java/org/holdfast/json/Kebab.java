package org.holdfast.json;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The constants of an enum as they are written: `NO_MICROPHONE` is `no-microphone`.
public final class Kebab {
    private Kebab() {}

    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static <T extends Enum<T>> @Nullable T parse(Class<T> type, String text) {
        for (var constant : type.getEnumConstants()) {
            if (of(constant).equals(text)) return constant;
        }
        return null;
    }
}
