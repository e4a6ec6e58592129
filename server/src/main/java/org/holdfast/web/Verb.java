package org.holdfast.web;

import io.github.bucket4j.Bandwidth;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a page may send, by its wire name, and how often one person may send it: `most` within `seconds`.
enum Verb {
    BEAT("beat", 10, 10),
    SIGNAL("media.signal", 600, 10),
    LEAVE("session.leave", 5, 10),
    INTERRUPTED("page.interrupted", 20, 10),
    RESUMED("page.resumed", 20, 10),
    SET_MICROPHONE("microphone.set", 30, 10),
    SET_CAMERA("camera.set", 30, 10),
    RAISE_HAND("hand.raise", 10, 10),
    LOWER_HAND("hand.lower", 10, 10),
    ASK_HELP("help.ask", 5, 10),
    WITHDRAW_HELP("help.withdraw", 5, 10),
    ADMIT("member.admit", 60, 10),
    ADMIT_ALL("member.admit-all", 10, 10),
    ADMIT_DEVICE("member.admit-device", 20, 10),
    SEND_BACK("member.send-back", 20, 10),
    REMOVE("member.remove", 20, 10),
    LOCK("room.lock", 10, 10),
    UNLOCK("room.unlock", 10, 10),
    WRITE("member.write", 10, 10),
    MUTE("microphone.mute", 60, 10),
    MUTE_ALL("microphone.mute-all", 10, 10),
    ALLOW_MICROPHONE("microphone.allow", 60, 10),
    ALLOW_ALL_MICROPHONES("microphone.allow-all", 10, 10),
    STOP_CAMERA("camera.stop", 60, 10),
    ALLOW_CAMERA("camera.allow", 60, 10),
    LOWER_ONE("hand.lower-one", 60, 10),
    LOWER_ALL("hand.lower-all", 10, 10),
    ACKNOWLEDGE_HELP("help.acknowledge", 20, 10),
    TELL_STAFF("chat.tell-staff", 8, 10),
    TELL_EVERYONE("chat.tell-everyone", 8, 10),
    TELL_MEMBER("chat.tell-member", 12, 10),
    SET_CHAT("chat.set", 10, 10),
    STOP_CHAT("chat.stop", 20, 10),
    ALLOW_CHAT("chat.allow", 20, 10),
    SET_SPOTLIGHT("spotlight.set", 20, 10),
    CLEAR_SPOTLIGHT("spotlight.clear", 10, 10),
    SHARE_SCREEN("screen.share", 10, 10),
    STOP_SCREEN("screen.stop", 10, 10),
    ALLOW_SCREEN("screen.allow", 20, 10),
    DISALLOW_SCREEN("screen.disallow", 20, 10),
    LOST_MEDIA("media.lost", 20, 10),
    RETURNED_MEDIA("media.returned", 20, 10),
    LISTEN_ONLY("room.listen-only", 10, 10),
    BEGIN_BREAK("break.begin", 10, 10),
    END_BREAK("break.end", 10, 10),
    OPEN_WORKSHEET("worksheet.open", 20, 10),
    CLOSE_WORKSHEET("worksheet.close", 20, 10),
    MOVE_WORKSHEET("worksheet.move", 30, 10),
    NUDGE("worksheet.nudge", 20, 10),
    SHARE_ANSWER("answer.share", 30, 10),
    TAKE_BACK_ANSWER("answer.take-back", 30, 10),
    MOVE_CARD("card.move", 60, 10),
    REMOVE_CARD("card.remove", 30, 10),
    GROUP_CARDS("card.group", 20, 10),
    UNGROUP_CARDS("card.ungroup", 20, 10),
    END("session.end", 5, 10);

    /// A session description with many candidates is long; nothing else is.
    static final int LONGEST_SIGNAL = 64 * 1024;
    static final int LONGEST = 16 * 1024;

    private static final Map<String, Verb> BY_WIRE =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(Verb::wire, Function.identity()));

    private final String wire;
    private final int most;
    private final int seconds;

    Verb(String wire, int most, int seconds) {
        this.wire = wire;
        this.most = most;
        this.seconds = seconds;
    }

    String wire() {
        return wire;
    }

    int longest() {
        return this == SIGNAL ? LONGEST_SIGNAL : LONGEST;
    }

    Bandwidth rate() {
        return Bandwidth.builder()
                .capacity(most)
                .refillGreedy(most, Duration.ofSeconds(seconds))
                .build();
    }

    static @Nullable Verb of(String wire) {
        return BY_WIRE.get(wire);
    }
}
