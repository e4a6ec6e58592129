package org.holdfast.session;

import static org.holdfast.session.Cast.DANA;
import static org.holdfast.session.Cast.SAM;
import static org.holdfast.session.Cast.STRANGER;
import static org.holdfast.session.Cast.arrival;
import static org.holdfast.session.Cast.link;
import static org.holdfast.session.Cast.otherDevice;
import static org.holdfast.session.Happened.arrived;
import static org.holdfast.session.Happened.asleep;
import static org.holdfast.session.Happened.dropped;
import static org.holdfast.session.Happened.endpoint;
import static org.holdfast.session.Happened.happened;
import static org.holdfast.session.Happened.isIn;
import static org.holdfast.session.Happened.left;
import static org.holdfast.session.Happened.removed;
import static org.holdfast.session.Happened.waits;
import static org.holdfast.session.SessionGiven.given;
import static org.holdfast.session.SessionGiven.givenUnopened;
import static org.holdfast.session.SessionGiven.time;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.holdfast.decision.DamagedLog;
import org.holdfast.session.Member.WaitingReason;
import org.junit.jupiter.api.Test;

/// A log that cannot be true says so, rather than fold into something that looks healthy.
class DamagedLogTest {
    private static final SessionEvent ENDED = new Life.SessionEnded(Life.EndCause.FACILITATOR);

    private static void cannotFollow(SessionGiven given, SessionEvent event) {
        assertThrows(DamagedLog.class, () -> given.and(List.of(event)), event.toString());
    }

    @Test
    void nothing_stands_before_the_opening_or_after_the_end() {
        cannotFollow(givenUnopened(), arrived(SAM, WaitingReason.FIRST));
        cannotFollow(givenUnopened(), ENDED);
        cannotFollow(given(), new Life.Opened(Cast.plan()));
        cannotFollow(given(isIn(DANA, 1), happened(ENDED)), ENDED);
        cannotFollow(given(isIn(DANA, 1), happened(ENDED)), arrived(SAM, WaitingReason.FIRST));
    }

    @Test
    void nobody_arrives_who_sits_was_removed_or_is_no_member() {
        cannotFollow(given(isIn(SAM, 1)), arrived(SAM, WaitingReason.FIRST));
        cannotFollow(given(isIn(SAM, 1), dropped(SAM)), arrived(SAM, WaitingReason.RETURNING));
        cannotFollow(given(isIn(SAM, 1), removed(SAM)), arrived(SAM, WaitingReason.RETURNING));
        cannotFollow(given(), arrived(STRANGER, WaitingReason.FIRST));
    }

    @Test
    void nobody_is_admitted_who_does_not_wait_with_a_page_open() {
        var admitted = new Admission.Admitted(SAM, endpoint(2));
        cannotFollow(given(), admitted);
        cannotFollow(given(asleep(SAM)), admitted);
        cannotFollow(given(isIn(SAM, 1)), admitted);
        cannotFollow(given(isIn(SAM, 1), left(SAM)), admitted);
    }

    @Test
    void nobody_returns_without_a_seat() {
        var returned = new Admission.Returned(SAM, endpoint(2), link(SAM, 2), time(1));
        cannotFollow(given(), returned);
        cannotFollow(given(waits(SAM)), returned);
        cannotFollow(given(isIn(SAM, 1), left(SAM)), returned);
    }

    @Test
    void nobody_drops_twice_before_they_came_or_after_it_was_written() {
        var drop = new Admission.MemberDropped(SAM, time(1));
        cannotFollow(given(), drop);
        cannotFollow(given(waits(SAM)), drop);
        cannotFollow(given(isIn(SAM, 1), dropped(SAM)), drop);
        cannotFollow(given(isIn(SAM, 1)), new Admission.MemberDropped(SAM, time(0)));
        cannotFollow(given(isIn(SAM, 1)), new Admission.MemberDropped(SAM, time(100)));
        cannotFollow(given(isIn(SAM, 1)), new Admission.Returned(SAM, endpoint(2), link(SAM, 2), time(0)));
    }

    @Test
    void nobody_goes_who_is_not_there() {
        cannotFollow(given(), new Admission.MemberLeft(SAM));
        cannotFollow(given(isIn(SAM, 1), left(SAM)), new Admission.MemberLeft(SAM));
        cannotFollow(given(isIn(SAM, 1), removed(SAM)), new Admission.MemberRemoved(SAM));
        cannotFollow(given(waits(SAM)), new Admission.SentBackToWait(SAM));
        cannotFollow(given(), new Admission.MemberRemoved(SAM));
    }

    @Test
    void a_second_browser_stands_beside_somebody() {
        cannotFollow(given(), new Admission.DeviceArrived(SAM, otherDevice(SAM), arrival(), link(SAM, 9)));
        cannotFollow(given(isIn(SAM, 1)), new Admission.DeviceGone(SAM));
        cannotFollow(given(), new Admission.SeatMoved(SAM, otherDevice(SAM), endpoint(1), link(SAM, 9)));
    }

    @Test
    void nobody_speaks_raises_a_hand_or_asks_from_outside() {
        cannotFollow(given(waits(SAM)), new Floor.MicrophoneSet(SAM, true));
        cannotFollow(given(waits(SAM)), new Floor.CameraSet(SAM, true));
        cannotFollow(given(isIn(SAM, 1), dropped(SAM)), new Floor.HandRaised(SAM));
        cannotFollow(given(isIn(SAM, 1)), new Floor.HandLowered(SAM));
        cannotFollow(given(waits(SAM)), new Floor.Muted(SAM, DANA));
        cannotFollow(given(waits(SAM)), new Floor.MicrophoneAllowed(SAM, DANA));
        cannotFollow(given(waits(SAM)), new Help.HelpAsked(SAM));
        cannotFollow(given(isIn(SAM, 1)), new Help.HelpWithdrawn(SAM));
        cannotFollow(given(isIn(SAM, 1)), new Help.HelpAcknowledged(SAM, DANA));
        cannotFollow(given(waits(SAM)), new Interruption.Interrupted(SAM, Interruption.Cause.CALL));
        cannotFollow(given(isIn(SAM, 1)), new Interruption.Resumed(SAM));
    }
}
