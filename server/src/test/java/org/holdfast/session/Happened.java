package org.holdfast.session;

import static org.holdfast.session.Cast.arrival;
import static org.holdfast.session.Cast.device;
import static org.holdfast.session.Cast.link;
import static org.holdfast.session.Cast.otherDevice;

import java.util.List;
import org.holdfast.session.Admission.Admitted;
import org.holdfast.session.Admission.Arrived;
import org.holdfast.session.Admission.DeviceArrived;
import org.holdfast.session.Admission.MemberDropped;
import org.holdfast.session.Admission.MemberLeft;
import org.holdfast.session.Admission.MemberRemoved;
import org.holdfast.session.Admission.SentBackToWait;
import org.holdfast.session.Admission.WaitLost;
import org.holdfast.session.Member.WaitingReason;

/// What happened before a test begins, in the words of a test.
final class Happened {
    private Happened() {}

    static List<SessionEvent> waits(MemberId member) {
        return List.of(arrived(member, WaitingReason.FIRST));
    }

    /// Came and was let in, as the `number`th end of the media.
    static List<SessionEvent> isIn(MemberId member, int number) {
        return List.of(arrived(member, WaitingReason.FIRST), new Admitted(member, endpoint(number)));
    }

    static List<SessionEvent> dropped(MemberId member) {
        return List.of(new MemberDropped(member, SessionGiven.time(2)));
    }

    /// Waits, and no page of theirs is open.
    static List<SessionEvent> asleep(MemberId member) {
        return List.of(arrived(member, WaitingReason.FIRST), new WaitLost(member, SessionGiven.time(0)));
    }

    static List<SessionEvent> left(MemberId member) {
        return List.of(new MemberLeft(member));
    }

    static List<SessionEvent> removed(MemberId member) {
        return List.of(new MemberRemoved(member));
    }

    static List<SessionEvent> sentBack(MemberId member) {
        return List.of(new SentBackToWait(member));
    }

    static List<SessionEvent> laptopWaits(MemberId member) {
        return List.of(new DeviceArrived(member, otherDevice(member), arrival(), link(member, 9)));
    }

    static List<SessionEvent> happened(SessionEvent... events) {
        return List.of(events);
    }

    static Arrived arrived(MemberId member, WaitingReason why) {
        return new Arrived(member, device(member), arrival(), why, link(member, 1));
    }

    static EndpointId endpoint(int number) {
        return EndpointId.numbered(number);
    }
}
