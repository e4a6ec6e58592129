package org.holdfast.session;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How minutes become credit and a status. Settings of the clinic; a session keeps the ones it opened with.
///
/// By default the time in which somebody's media were lost is treated as a dropped line is: what stays under the grace
/// counts, and more does not. Whoever neither hears nor is heard gets no therapy meanwhile, whatever their page still
/// says, and a sheet must not claim minutes that nobody gave. What it costs makes a row `technical`, which is held
/// against nobody, and staff can credit it by hand, such as for somebody who went on by phone.
///
/// @param version which wording of the rules this is, for the sheet
/// @param lateAfter admitted later than this after the start is late
/// @param leftEarlyBefore gone for good earlier than this before the end is left early
/// @param graceGap a drop shorter than this is credited
/// @param minimumCreditPercent less credit than this of the session is partial
/// @param creditUnattended whether time without any facilitator is credited
/// @param creditMediaLost whether time without sound and pictures is credited however long it is; absent in rules from
///     before anybody asked. A session under those counts it, and its sheet tells no minutes of sound alone
public record AttendanceRules(
        int version,
        Duration lateAfter,
        Duration leftEarlyBefore,
        Duration graceGap,
        int minimumCreditPercent,
        boolean creditUnattended,
        @Nullable Boolean creditMediaLost) {
    public static final AttendanceRules DEFAULT = new AttendanceRules(
            1, Duration.ofMinutes(10), Duration.ofMinutes(10), Duration.ofMinutes(2), 80, false, false);

    public AttendanceRules {
        if (lateAfter.isNegative() || leftEarlyBefore.isNegative() || graceGap.isNegative()) {
            throw new IllegalArgumentException("A rule's duration is not negative");
        }
        if (minimumCreditPercent < 0 || minimumCreditPercent > 100) {
            throw new IllegalArgumentException("The minimum credit is 0 to 100 percent");
        }
    }

    /// As they were written before the loss of media was a matter of rules.
    public AttendanceRules(
            int version,
            Duration lateAfter,
            Duration leftEarlyBefore,
            Duration graceGap,
            int minimumCreditPercent,
            boolean creditUnattended) {
        this(version, lateAfter, leftEarlyBefore, graceGap, minimumCreditPercent, creditUnattended, null);
    }

    /// The same, under another number.
    public AttendanceRules as(int number) {
        return new AttendanceRules(
                number, lateAfter, leftEarlyBefore, graceGap, minimumCreditPercent, creditUnattended, creditMediaLost);
    }

    /// For a session that opens now, under rules that may be older than some of the questions.
    public AttendanceRules completed() {
        if (creditMediaLost != null) return this;
        return new AttendanceRules(
                version,
                lateAfter,
                leftEarlyBefore,
                graceGap,
                minimumCreditPercent,
                creditUnattended,
                DEFAULT.creditMediaLost);
    }

    /// Whether media are a matter of these rules at all.
    public boolean judgesMedia() {
        return creditMediaLost != null;
    }

    /// Whether a loss of media that lasted so long counts as time in the room.
    public boolean creditsMediaLost(Duration lasting) {
        return creditMediaLost == null || creditMediaLost || lasting.compareTo(graceGap) < 0;
    }
}
