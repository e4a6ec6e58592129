package org.holdfast.media.bridges;

import org.holdfast.media.bridges.Look.Refused;
import org.holdfast.media.bridges.Look.Silent;
import org.holdfast.media.bridges.Look.Unwell;
import org.holdfast.media.bridges.Look.Well;
import org.jspecify.annotations.Nullable;

/// Whether a bridge can be used, after a row of looks at it.
///
/// Where nobody listens two looks are enough; who only answers late may be busy, and gets a third, and more of them
/// where
/// there is no other bridge to go to: media may flow all the same. One that was away, or has started anew in between,
/// knows nobody any more: it stays out for some looks, so that every session that was there is seen to leave it before
/// it
/// is chosen again.
///
/// @param bad looks in a row that found it unfit
/// @param good looks in a row that found it well, since it was last away
/// @param last how it was when it was last well
public record Fitness(
        Standing standing, int bad, int good, @Nullable Well last) {
    public enum Standing {
        /// Not looked at yet: not to be chosen, but no reason either to take anything away from it.
        UNKNOWN,
        UP,
        /// It has not answered in time for some looks: whoever can go elsewhere goes.
        LATE,
        DOWN
    }

    static final int BAD_IF_REFUSED = 2;
    static final int LATE_IF_SILENT = 3;
    static final int BAD_IF_SILENT = 8;
    static final int GOOD_AFTER_AWAY = 3;

    static final Fitness AT_FIRST = new Fitness(Standing.UNKNOWN, 0, 0, null);

    Fitness after(Look look) {
        return switch (look) {
            case Well well -> startedAnew(well) ? new Fitness(Standing.DOWN, 0, 1, well) : well(well);
            case Refused _, Unwell _ -> bad(BAD_IF_REFUSED);
            case Silent _ -> late();
        };
    }

    private boolean startedAnew(Well now) {
        return last != null && now.created() < last.created();
    }

    private Fitness well(Well now) {
        var enough = keeps() || good + 1 >= GOOD_AFTER_AWAY;
        return new Fitness(enough ? Standing.UP : standing, 0, good + 1, now);
    }

    private Fitness bad(int enough) {
        return new Fitness(bad + 1 >= enough ? Standing.DOWN : standing, bad + 1, 0, last);
    }

    private Fitness late() {
        var next = bad(BAD_IF_SILENT);
        return next.keeps() && next.bad() >= LATE_IF_SILENT ? new Fitness(Standing.LATE, next.bad(), 0, last) : next;
    }

    /// Whether to look again sooner than usual, because the last look was not enough to tell.
    boolean doubtful() {
        return standing == Standing.UP && bad > 0;
    }

    /// Whether a conference may stay there.
    boolean keeps() {
        return switch (standing) {
            case UNKNOWN, UP -> true;
            case LATE, DOWN -> false;
        };
    }

    /// Whether it may stay where no other bridge would have it: nobody is better off without any.
    boolean keepsForWantOfBetter() {
        return standing != Standing.DOWN;
    }

    /// Whether a new one may come.
    boolean takes() {
        return standing == Standing.UP && bad == 0 && last != null && !last.leaving();
    }

    /// Whether a new one may come where no bridge is beyond doubt. Who answered late may only have had much to do, as
    /// when all sessions of one that died come to it; a group without any bridge would be worse off.
    boolean takesForWantOfBetter() {
        return standing == Standing.UP && last != null && !last.leaving();
    }
}
