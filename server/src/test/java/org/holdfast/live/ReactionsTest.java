package org.holdfast.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.holdfast.decision.Actor;
import org.holdfast.decision.CommandId;
import org.holdfast.decision.Confidential.Gone;
import org.holdfast.decision.Confidential.Lifetime;
import org.holdfast.decision.Entry;
import org.holdfast.sealing.SignedHead.Why;
import org.holdfast.session.Admission;
import org.holdfast.session.AttendanceRules;
import org.holdfast.session.ConnectionId;
import org.holdfast.session.Corrections;
import org.holdfast.session.DeviceId;
import org.holdfast.session.EndpointId;
import org.holdfast.session.Floor;
import org.holdfast.session.Life;
import org.holdfast.session.Member;
import org.holdfast.session.MemberId;
import org.holdfast.session.Plan;
import org.holdfast.session.Session;
import org.holdfast.session.SessionEvent;
import org.holdfast.session.SessionId;
import org.holdfast.session.SignOff;
import org.junit.jupiter.api.Test;

class ReactionsTest {
    private static final Instant SIX = Instant.parse("2026-03-02T18:00:00Z");
    private static final SessionId EVENING = new SessionId("evening");
    private static final MemberId DANA = new MemberId("dana");
    private static final MemberId SAM = new MemberId("sam");
    private static final DeviceId LAPTOP = new DeviceId("laptop");

    private Session session = Session.DECIDER.initial();
    private long seq;

    private List<Effect> happens(SessionEvent... events) {
        var entry = new Entry<>(
                ++seq, SIX.plusSeconds(seq), new Actor.Node("node"), new CommandId("c" + seq), List.of(events));
        session = Session.DECIDER.applyAll(session, entry);
        return Reactions.of(entry, session);
    }

    private void danaIsIn() {
        var staff = new TreeSet<>(List.of(DANA));
        happens(new Life.Opened(new Plan(
                EVENING,
                "Evening group",
                SIX,
                SIX.plusSeconds(3600),
                "UTC",
                DANA,
                staff,
                new TreeSet<>(List.of(SAM)),
                6,
                AttendanceRules.DEFAULT)));
        var arrival = new Member.Arrival(Member.Standing.FIRST, "", Member.PrivatePlace.UNANSWERED);
        var link = new Member.Link.Live("node", new ConnectionId("line"));
        happens(new Admission.Arrived(DANA, LAPTOP, arrival, Member.WaitingReason.FIRST, link));
    }

    @Test
    void a_browser_that_was_let_in_is_to_be_known() {
        danaIsIn();
        assertEquals(
                List.of(new Effect.BindDevice(DANA, LAPTOP)),
                happens(new Admission.Admitted(DANA, new EndpointId("e0000001"))));
    }

    @Test
    void what_concerns_nobody_outside_calls_for_nothing() {
        danaIsIn();
        happens(new Admission.Admitted(DANA, new EndpointId("e0000001")));
        assertEquals(List.of(), happens(new Floor.HandRaised(DANA)));
    }

    @Test
    void the_end_lets_the_chat_go_at_once_and_places_after_a_day_and_is_signed() {
        danaIsIn();
        var effects = happens(new Life.SessionEnded(Life.EndCause.OVERTIME));
        assertEquals(
                List.of(
                        new Effect.DestroyChat(EVENING),
                        new Effect.ForgetArrivals(EVENING, SIX.plusSeconds(seq).plus(Duration.ofHours(24))),
                        new Effect.SignHead(EVENING, seq, SIX.plusSeconds(seq), Why.CLOSED, null)),
                effects);
    }

    @Test
    void each_signature_under_the_sheet_is_followed_by_the_clinic_s_own() {
        assertTrue(signed().contains(
                        new Effect.SignHead(EVENING, seq, SIX.plusSeconds(seq), Why.SIGNED, "9c".repeat(32))));
    }

    private List<Effect> signed() {
        danaIsIn();
        happens(new Life.SessionEnded(Life.EndCause.OVERTIME));
        var signer = new SignOff.Signer("Dana Whitfield", "LCSW", SIX);
        return happens(new SignOff.SheetSigned(1, seq, "9c".repeat(32), DANA, signer, null));
    }

    private Effect archiveADayOn() {
        return new Effect.Archive(EVENING, SIX.plusSeconds(seq).plus(Duration.ofHours(24)));
    }

    @Test
    void a_signed_session_is_archived_when_nothing_was_said_about_it_for_a_day() {
        assertTrue(signed().contains(archiveADayOn()));
        var disputed = happens(new Corrections.RowDisputed(SAM, new Gone(Lifetime.SESSION_RECORD)));
        assertEquals(List.of(archiveADayOn()), disputed);
    }

    @Test
    void a_session_that_was_corrected_since_waits_for_the_next_signature() {
        signed();
        var reason = new Gone(Lifetime.SESSION_RECORD);
        assertEquals(
                List.of(),
                happens(new Corrections.RowCorrected(SAM, DANA, new Corrections.Change.MinutesAre(9), reason)));
    }
}
