package org.holdfast.demo;

import static org.holdfast.demo.PlayedSession.id;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.holdfast.decision.Entry;
import org.holdfast.directory.SessionIndex;
import org.holdfast.live.EventLog;
import org.holdfast.live.EventLog.Appended;
import org.holdfast.live.LogId;
import org.holdfast.sealing.Mac;
import org.holdfast.session.Admission;
import org.holdfast.session.AttendanceRules;
import org.holdfast.session.Corrections;
import org.holdfast.session.Floor;
import org.holdfast.session.Interruption;
import org.holdfast.session.Life;
import org.holdfast.session.Plan;
import org.holdfast.session.SessionEvent;

/// The demo's meeting of the evening before, so that there is a record to look at, to put right and to sign.
public final class PastEvening {
    private static final LocalTime SIX = LocalTime.of(18, 0);
    private static final Duration LENGTH = Duration.ofHours(1);

    private static final Cast DANA = Cast.DANA;
    private static final Cast BEN = Cast.BEN;
    private static final Cast AMINA = Cast.GROUP.get(0);
    private static final Cast SAM = Cast.GROUP.get(1);
    private static final Cast MARIA = Cast.GROUP.get(2);
    private static final Cast LUIS = Cast.GROUP.get(3);
    private static final Cast THEO = Cast.GROUP.get(4);

    private final EventLog<SessionEvent> log;
    private final SessionIndex index;

    public PastEvening(EventLog<SessionEvent> log, SessionIndex index) {
        this.log = log;
        this.index = index;
    }

    /// Once: a clinic that has had it keeps it.
    public Future<?> putIn(Instant now, AttendanceRules rules) {
        return index.of(SAM.id()).compose(known -> {
            // The one of today is there already.
            if (known.size() > 1) return Future.succeededFuture();
            var yesterday = now.atZone(ZoneId.systemDefault()).minusDays(1).with(SIX);
            var plan = DemoClinic.plan(yesterday.toInstant(), LENGTH, rules, Cast.GROUP);
            var session = LogId.session(plan.session().value());
            return append(session, played(plan), 0, Mac.NONE).compose(_ -> index.add(plan));
        });
    }

    private Future<?> append(LogId session, List<Entry<SessionEvent>> entries, int done, Mac previous) {
        if (done == entries.size()) return Future.succeededFuture();
        return log.append(session, entries.get(done), previous)
                .compose(answer -> answer instanceof Appended.Written(var mac)
                        ? append(session, entries, done + 1, mac)
                        : Future.failedFuture(new IllegalStateException("Entry " + (done + 1) + ": " + answer)));
    }

    static List<Entry<SessionEvent>> played(Plan plan) {
        var evening = new PlayedSession(plan).at(-12, 0).comes(DANA).at(-6, 0).comes(BEN);
        evening.at(-6, 20)
                .comes(SAM)
                .at(-4, 0)
                .comes(AMINA)
                .at(-3, 10)
                .comes(MARIA)
                .at(-2, 0)
                .comes(LUIS);
        evening.at(0, 0).does(DANA, new Admission.LetAllIn());
        evening.at(0, 15).does(SAM, new Floor.SetMicrophone(true)).does(MARIA, new Floor.SetMicrophone(true));
        evening.at(10, 30).comes(THEO).at(11, 30).does(BEN, new Admission.LetIn(id(THEO)));
        evening.at(16, 0).does(SAM, new Floor.RaiseHand()).at(16, 40).does(SAM, new Floor.LowerHand());
        evening.at(18, 12).drops(MARIA, 12);
        evening.at(21, 0).does(DANA, new Floor.Mute(id(SAM)));
        evening.at(27, 0).does(AMINA, new Interruption.Interrupt(Interruption.Cause.CALL));
        evening.at(29, 0).does(AMINA, new Interruption.Resume());
        evening.at(31, 0).comes(MARIA);
        evening.at(35, 15).drops(LUIS, 15).at(36, 0).comes(LUIS);
        evening.at(49, 0).does(SAM, new Admission.Leave());
        evening.at(60, 30).does(DANA, new Life.End());
        evening.at(72, 0).does(BEN, new Corrections.Correct(id(MARIA), byPhone(plan, 23, 31), BY_PHONE));
        evening.at(95, 0).does(THEO, new Corrections.DisputeOwnRow(AT_THE_DOOR));
        return evening.entries();
    }

    private static final String BY_PHONE = "By phone with me from 6:23 while her browser restarted.";
    private static final String AT_THE_DOOR = "I was on time. My link did not open until ten past six.";

    private static Corrections.Change byPhone(Plan plan, int from, int to) {
        var starts = plan.starts();
        return new Corrections.Change.WasByPhone(
                starts.plus(Duration.ofMinutes(from)), starts.plus(Duration.ofMinutes(to)));
    }
}
