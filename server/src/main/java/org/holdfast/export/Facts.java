package org.holdfast.export;

import java.time.ZoneId;
import org.holdfast.attendance.AttendanceSheet;
import org.holdfast.session.AttendanceRules;

/// What a CSV file says of the session before its tables. A file for one person leaves out what staff call the session,
/// and all counts but the one that has to be on paper.
record Facts(Source source, AttendanceSheet sheet) {
    static Facts of(Source source) {
        return new Facts(source, source.sheet());
    }

    void session(Csv csv) {
        var plan = sheet.plan();
        csv.line().fact(Label.SESSION, plan.session().value());
        if (source.person() == null) csv.fact(Label.TITLE, Cell.words(plan.title()));
        csv.fact(Label.STARTS, Cell.time(plan.starts(), zone()))
                .fact(Label.ENDS, Cell.time(plan.ends(), zone()))
                .fact(Label.ZONE, plan.zone())
                .fact(Label.STATE, words().of(sheet.life()))
                .fact(Label.ENDED, Cell.time(sheet.ended(), zone()))
                .fact(Label.AS_OF, Cell.time(sheet.asOf(), zone()));
    }

    void people(Csv csv) {
        var count = Count.of(sheet);
        if (source.person() == null) {
            csv.fact(Label.EXPECTED_PEOPLE, Cell.number(count.expected())).fact(Label.CAME, Cell.number(count.came()));
        }
        csv.fact(Label.PEAK, Cell.number(count.peak()));
    }

    void rules(Csv csv) {
        var rules = sheet.plan().rules();
        csv.fact(Label.RULES, Cell.number((long) rules.version()))
                .fact(Label.LATE_AFTER, Cell.minutes(rules.lateAfter()))
                .fact(Label.LEFT_EARLY_BEFORE, Cell.minutes(rules.leftEarlyBefore()))
                .fact(Label.GRACE, Cell.minutes(rules.graceGap()))
                .fact(Label.MINIMUM, Cell.number((long) rules.minimumCreditPercent()))
                .fact(Label.CREDIT_UNATTENDED, words().yes(rules.creditUnattended()))
                .fact(Label.CREDIT_MEDIA_LOST, mediaLost(rules));
        var breaks = sheet.plan().breaks();
        if (breaks != null) csv.fact(Label.BREAKS, words().of(breaks));
    }

    /// Like a dropped line where it does not count whatever its length; rules from before anybody asked say nothing.
    private String mediaLost(AttendanceRules rules) {
        if (rules.creditMediaLost() == null) return Cell.EMPTY;
        return rules.creditMediaLost() ? words().yes(true) : words().likeADroppedLine();
    }

    ZoneId zone() {
        return ZoneId.of(sheet.plan().zone());
    }

    private Words words() {
        return new Words(source.language());
    }
}
