package org.holdfast.session;

import java.util.ArrayList;
import java.util.List;

/// One thing somebody tries, after some time. What it comes to is found when it is played, so a sequence stays
/// meaningful when steps are taken out of it.
///
/// @param by who tries it, an index into everybody
/// @param whom about whom
/// @param number which device, connection, cause or wording
public record Step(Kind kind, int by, int whom, int number, int millis) {
    static final int LONGEST = 60;
    static final int SHORTEST = 20;
    private static final int MOST_AFTER_END = 16;
    private static final int OVERTIME_MILLIS = 3 * 3_600_000;

    enum Kind {
        ARRIVE(26),
        DROP(8),
        WITHDRAW(2),
        LEAVE(2),
        LET_IN(10),
        LET_ALL_IN(6),
        LET_DEVICE_IN(4),
        SEND_BACK(2),
        REMOVE(1),
        LOCK(1),
        UNLOCK(2),
        WRITE(2),
        MICROPHONE(5),
        CAMERA(4),
        HAND(4),
        MUTE(3),
        MUTE_ALL(1),
        ALLOW(3),
        ALLOW_ALL(1),
        STOP_CAMERA(3),
        ALLOW_CAMERA(3),
        LOWER_ONE(2),
        LOWER_ALL(1),
        HELP(4),
        HELP_WITHDRAW(2),
        HELP_SEEN(2),
        INTERRUPT(4),
        RESUME(3),
        TELL_STAFF(3),
        TELL_EVERYONE(3),
        TELL_MEMBER(2),
        SET_CHAT(2),
        STOP_CHAT(2),
        ALLOW_CHAT(2),
        SPOTLIGHT(3),
        NO_SPOTLIGHT(1),
        SHARE(3),
        STOP_SHARE(2),
        ALLOW_SCREEN(3),
        DISALLOW_SCREEN(1),
        MEDIA_LOST(4),
        MEDIA_RETURNED(3),
        LISTEN_ONLY(2),
        BREAK(3),
        BREAK_OVER(2),
        WORKSHEET(9),
        CLOSE_WORKSHEET(1),
        MOVE_WORKSHEET(2),
        NUDGE(2),
        SHARE_ANSWER(14),
        TAKE_BACK(4),
        MOVE_CARD(8),
        REMOVE_CARD(1),
        GROUP(3),
        UNGROUP(1),
        FOLLOW(3),
        AGREE(2),
        END_IF_DUE(2),
        END(0),
        OPEN(0),
        CORRECT(1),
        DISPUTE(0),
        ACCEPT(0),
        DECLINE(0),
        SIGN(0),
        CO_SIGN(0);

        private final int weight;

        Kind(int weight) {
            this.weight = weight;
        }
    }

    private static final List<Kind> WEIGHTED = weighted();

    /// What can follow the end, and one kind that cannot.
    private static final List<Kind> RECORD = List.of(
            Kind.CORRECT,
            Kind.CORRECT,
            Kind.DISPUTE,
            Kind.DISPUTE,
            Kind.ACCEPT,
            Kind.DECLINE,
            Kind.SIGN,
            Kind.SIGN,
            Kind.CO_SIGN,
            Kind.CO_SIGN,
            Kind.HAND);

    private static List<Kind> weighted() {
        var all = new ArrayList<Kind>();
        for (var kind : Kind.values()) for (var i = 0; i < kind.weight; i++) all.add(kind);
        return List.copyOf(all);
    }

    static List<Step> roll(Dice dice, boolean timeAlwaysPasses) {
        var steps = new ArrayList<Step>();
        var length = SHORTEST + dice.below(LONGEST - SHORTEST + 1);
        while (steps.size() < length) steps.add(one(dice, timeAlwaysPasses));
        if (dice.below(2) == 0) afterTheEnd(dice, steps);
        return steps;
    }

    /// However the session stands, it ends, and the record goes on.
    private static void afterTheEnd(Dice dice, List<Step> steps) {
        var people = Play.EVERYBODY.size();
        steps.add(new Step(Kind.END, dice.below(people), 0, 0, 1));
        steps.add(new Step(Kind.END_IF_DUE, 0, 0, 0, OVERTIME_MILLIS));
        for (var left = dice.below(MOST_AFTER_END); left > 0; left--) {
            var kind = RECORD.get(dice.below(RECORD.size()));
            var millis = 1 + dice.below(400_000);
            steps.add(new Step(kind, dice.below(people), dice.below(people), dice.below(1_000), millis));
        }
    }

    private static Step one(Dice dice, boolean timeAlwaysPasses) {
        var rare = dice.below(100);
        var kind = rare == 0 ? Kind.END : rare == 1 ? Kind.OPEN : WEIGHTED.get(dice.below(WEIGHTED.size()));
        var people = Play.EVERYBODY.size();
        var millis = switch (dice.below(10)) {
            case 0, 1, 2 -> 0;
            case 3, 4, 5 -> dice.below(5_000);
            case 6, 7, 8 -> dice.below(200_000);
            default -> dice.below(1_000_000);
        };
        return new Step(
                kind,
                dice.below(people),
                dice.below(people),
                dice.below(1_000),
                timeAlwaysPasses ? millis + 1 + dice.below(1_000) : millis);
    }
}
