package org.holdfast.export;

import java.time.Instant;
import java.util.List;
import org.holdfast.attendance.DecisionView;
import org.holdfast.session.MemberId;
import org.holdfast.session.SessionId;
import org.jspecify.annotations.Nullable;

/// The timeline as JSON, of everybody or of one person. Of one person it has no places in the log.
///
/// @param person the only one it tells of; absent when it is of everybody
record TimelineForm(
        String notice,
        @Nullable String translated,
        String form,
        String language,
        SessionForm session,
        @Nullable MemberId person,
        List<DecisionView> decisions) {
    static final String FORM = "holdfast-timeline 1";

    record SessionForm(SessionId id, Instant starts, Instant ends, String zone) {}

    static TimelineForm of(Source source) {
        var plan = source.sheet().plan();
        return new TimelineForm(
                Notice.TEXT,
                Notice.translated(source.language()),
                FORM,
                source.tag(),
                new SessionForm(plan.session(), plan.starts(), plan.ends(), plan.zone()),
                source.person(),
                DecisionView.of(source.timeline(), source.names(), source.language()));
    }
}
