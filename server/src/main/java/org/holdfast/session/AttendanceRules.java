package org.holdfast.session;

import java.time.Duration;

/// How minutes become credit and a status. Settings of the clinic; a session keeps the ones it opened with.
///
/// @param version which wording of the rules this is, for the sheet
/// @param lateAfter admitted later than this after the start is late
/// @param leftEarlyBefore gone for good earlier than this before the end is left early
/// @param graceGap a drop shorter than this is credited
/// @param minimumCreditPercent less credit than this of the session is partial
/// @param creditUnattended whether time without any facilitator is credited
public record AttendanceRules(
        int version,
        Duration lateAfter,
        Duration leftEarlyBefore,
        Duration graceGap,
        int minimumCreditPercent,
        boolean creditUnattended) {
    public static final AttendanceRules DEFAULT =
            new AttendanceRules(1, Duration.ofMinutes(10), Duration.ofMinutes(10), Duration.ofMinutes(2), 80, false);

    public AttendanceRules {
        if (lateAfter.isNegative() || leftEarlyBefore.isNegative() || graceGap.isNegative()) {
            throw new IllegalArgumentException("A rule's duration is not negative");
        }
        if (minimumCreditPercent < 0 || minimumCreditPercent > 100) {
            throw new IllegalArgumentException("The minimum credit is 0 to 100 percent");
        }
    }

    /// The same, under another number.
    public AttendanceRules as(int number) {
        return new AttendanceRules(
                number, lateAfter, leftEarlyBefore, graceGap, minimumCreditPercent, creditUnattended);
    }
}
