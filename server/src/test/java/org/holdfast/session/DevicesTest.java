package org.holdfast.session;

import static org.holdfast.session.Cast.AMINA;
import static org.holdfast.session.Cast.BEN;
import static org.holdfast.session.Cast.DANA;
import static org.holdfast.session.Cast.LUIS;
import static org.holdfast.session.Cast.MARIA;
import static org.holdfast.session.Cast.SAM;
import static org.holdfast.session.Cast.THEO;
import static org.holdfast.session.Cast.arrival;
import static org.holdfast.session.Cast.device;
import static org.holdfast.session.Cast.link;
import static org.holdfast.session.Cast.otherDevice;
import static org.holdfast.session.Happened.dropped;
import static org.holdfast.session.Happened.endpoint;
import static org.holdfast.session.Happened.happened;
import static org.holdfast.session.Happened.isIn;
import static org.holdfast.session.Happened.laptopWaits;
import static org.holdfast.session.Happened.left;
import static org.holdfast.session.Happened.waits;
import static org.holdfast.session.SessionGiven.given;
import static org.holdfast.session.SessionGiven.time;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.holdfast.decision.RefusalCode;
import org.holdfast.session.Admission.Arrive;
import org.holdfast.session.Admission.DeviceArrived;
import org.holdfast.session.Admission.DeviceGone;
import org.holdfast.session.Admission.Drop;
import org.holdfast.session.Admission.LetDeviceIn;
import org.holdfast.session.Admission.SeatMoved;
import org.holdfast.session.Admission.WithdrawDevice;
import org.junit.jupiter.api.Test;

class DevicesTest {
    private static Arrive comesWithLaptop(MemberId member) {
        return new Arrive(member, otherDevice(member), arrival(), link(member, 9), time(0));
    }

    private static DeviceArrived laptop(MemberId member) {
        return new DeviceArrived(member, otherDevice(member), arrival(), link(member, 9));
    }

    private static SeatMoved toLaptop(MemberId member, int endpoint) {
        return new SeatMoved(member, otherDevice(member), endpoint(endpoint), link(member, 9));
    }

    @Test
    void the_same_link_in_another_browser_waits_and_the_sitting_person_keeps_the_seat() {
        var session = given(isIn(DANA, 1), isIn(SAM, 2))
                .as(SAM)
                .when(comesWithLaptop(SAM))
                .then(laptop(SAM));
        assertTrue(session.admission().speaksFor(SAM, link(SAM, 1).connection()));
        assertTrue(session.admission().waitsBeside(SAM, link(SAM, 9).connection()));
    }

    @Test
    void a_dropped_persons_seat_does_not_go_to_another_browser_by_itself() {
        given(isIn(DANA, 1), isIn(SAM, 2), dropped(SAM))
                .as(SAM)
                .when(comesWithLaptop(SAM))
                .then(laptop(SAM));
    }

    @Test
    void another_browser_waits_beside_one_that_waits() {
        given(isIn(DANA, 1), waits(SAM)).as(SAM).when(comesWithLaptop(SAM)).then(laptop(SAM));
    }

    @Test
    void a_facilitator_lets_the_other_browser_have_the_seat() {
        var session = given(isIn(DANA, 1), isIn(SAM, 2), laptopWaits(SAM))
                .as(DANA)
                .when(new LetDeviceIn(SAM))
                .then(toLaptop(SAM, 3));
        assertEquals(otherDevice(SAM), session.present(SAM).device());
        assertTrue(session.admission().newDevices().isEmpty());
    }

    @Test
    void nobody_else_lets_a_browser_in_and_not_where_none_waits() {
        given(isIn(DANA, 1), isIn(SAM, 2), laptopWaits(SAM))
                .as(SAM)
                .when(new LetDeviceIn(SAM))
                .refused(RefusalCode.NOT_FACILITATOR);
        given(isIn(DANA, 1), isIn(SAM, 2)).as(DANA).when(new LetDeviceIn(SAM)).refused(RefusalCode.NOT_WAITING);
    }

    @Test
    void letting_the_browser_of_one_who_waits_in_lets_them_in_under_the_same_rules() {
        given(isIn(DANA, 1), waits(SAM), laptopWaits(SAM))
                .as(DANA)
                .when(new LetDeviceIn(SAM))
                .then(toLaptop(SAM, 2));
        given(isIn(DANA, 1), waits(SAM), laptopWaits(SAM), happened(new Admission.RoomLocked()))
                .as(DANA)
                .when(new LetDeviceIn(SAM))
                .refused(RefusalCode.LOCKED);
        given(isIn(DANA, 1), isIn(BEN, 2), isIn(AMINA, 3), isIn(MARIA, 4), isIn(LUIS, 5), isIn(THEO, 6))
                .and(waits(SAM))
                .and(laptopWaits(SAM))
                .as(DANA)
                .when(new LetDeviceIn(SAM))
                .refused(RefusalCode.FULL);
    }

    @Test
    void a_browser_that_moves_the_seat_needs_no_room() {
        given(isIn(DANA, 1), isIn(SAM, 2), laptopWaits(SAM), happened(new Admission.RoomLocked()))
                .as(DANA)
                .when(new LetDeviceIn(SAM))
                .then(toLaptop(SAM, 3));
    }

    @Test
    void a_facilitators_seat_follows_their_sign_in() {
        given(isIn(DANA, 1)).as(DANA).when(comesWithLaptop(DANA)).then(toLaptop(DANA, 2));
        given(isIn(DANA, 1), dropped(DANA)).as(DANA).when(comesWithLaptop(DANA)).then(toLaptop(DANA, 2));
    }

    @Test
    void a_waiting_browser_that_goes_away_waits_no_more() {
        var given = given(isIn(DANA, 1), isIn(SAM, 2), laptopWaits(SAM));
        given.asTheSystem()
                .when(new Drop(SAM, link(SAM, 9).connection(), time(3)))
                .then(new DeviceGone(SAM));
        given.asTheSystem()
                .when(new WithdrawDevice(SAM, link(SAM, 9).connection()))
                .then(new DeviceGone(SAM));
        given.asTheSystem()
                .when(new WithdrawDevice(SAM, link(SAM, 8).connection()))
                .thenNothing();
    }

    @Test
    void the_seats_own_browser_still_returns_while_another_waits() {
        given(isIn(DANA, 1), isIn(SAM, 2), dropped(SAM), laptopWaits(SAM))
                .as(SAM)
                .when(new Arrive(SAM, device(SAM), arrival(), link(SAM, 2), time(3)))
                .then(new Admission.Returned(SAM, endpoint(3), link(SAM, 2), time(2)));
    }

    @Test
    void the_device_that_was_let_in_is_the_seats_from_then_on() {
        given(isIn(DANA, 1), isIn(SAM, 2), laptopWaits(SAM), happened(toLaptop(SAM, 3)))
                .as(SAM)
                .when(new Arrive(SAM, device(SAM), arrival(), link(SAM, 4), time(3)))
                .then(new DeviceArrived(SAM, device(SAM), arrival(), link(SAM, 4)));
    }

    @Test
    void whoever_leaves_leaves_with_the_browser_that_waits_too() {
        var session =
                given(isIn(DANA, 1), isIn(SAM, 2), laptopWaits(SAM), left(SAM)).session();
        assertTrue(session.admission().newDevices().isEmpty());
    }
}
