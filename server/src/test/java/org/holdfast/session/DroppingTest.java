package org.holdfast.session;

import static org.holdfast.session.Cast.DANA;
import static org.holdfast.session.Cast.MARIA;
import static org.holdfast.session.Cast.SAM;
import static org.holdfast.session.Cast.arrival;
import static org.holdfast.session.Cast.device;
import static org.holdfast.session.Cast.link;
import static org.holdfast.session.Happened.dropped;
import static org.holdfast.session.Happened.endpoint;
import static org.holdfast.session.Happened.happened;
import static org.holdfast.session.Happened.isIn;
import static org.holdfast.session.Happened.left;
import static org.holdfast.session.Happened.waits;
import static org.holdfast.session.SessionGiven.given;
import static org.holdfast.session.SessionGiven.time;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.time.Instant;
import org.holdfast.decision.RefusalCode;
import org.holdfast.session.Admission.Arrive;
import org.holdfast.session.Admission.Drop;
import org.holdfast.session.Admission.MemberDropped;
import org.holdfast.session.Admission.Returned;
import org.holdfast.session.Admission.WaitLost;
import org.junit.jupiter.api.Test;

class DroppingTest {
    private static Drop drop(MemberId member, int line, Instant lastSeen) {
        return new Drop(member, link(member, line).connection(), lastSeen);
    }

    private static Arrive comes(MemberId member, int line, Instant lastSeen) {
        return new Arrive(member, device(member), arrival(), link(member, line), lastSeen);
    }

    @Test
    void a_dropped_line_keeps_the_seat_as_of_when_it_was_last_heard() {
        var session = given(isIn(DANA, 1), isIn(SAM, 2))
                .asTheSystem()
                .at(time(60))
                .when(drop(SAM, 1, time(45)))
                .then(new MemberDropped(SAM, time(45)));
        assertEquals(true, session.admission().seated(SAM));
        assertEquals(Duration.ofSeconds(43), session.admission().stayed().get(SAM));
    }

    @Test
    void a_stale_report_of_an_older_line_harms_no_newer_one() {
        given(isIn(DANA, 1), isIn(SAM, 2), happened(new Returned(SAM, endpoint(3), link(SAM, 2), time(3))))
                .asTheSystem()
                .when(drop(SAM, 1, time(3)))
                .thenNothing();
    }

    @Test
    void a_report_of_a_drop_that_is_already_known_changes_nothing() {
        given(isIn(DANA, 1), isIn(SAM, 2), dropped(SAM))
                .asTheSystem()
                .when(drop(SAM, 1, time(3)))
                .thenNothing();
        given(isIn(DANA, 1), isIn(SAM, 2), left(SAM))
                .asTheSystem()
                .when(drop(SAM, 1, time(3)))
                .thenNothing();
        given(isIn(DANA, 1)).asTheSystem().when(drop(SAM, 1, time(3))).thenNothing();
    }

    @Test
    void only_the_system_reports_a_drop() {
        given(isIn(DANA, 1), isIn(SAM, 2)).as(DANA).when(drop(SAM, 1, time(3))).refused(RefusalCode.NOT_FACILITATOR);
    }

    @Test
    void a_clock_that_went_wrong_puts_a_drop_neither_before_the_stay_nor_after_now() {
        var given = given(isIn(DANA, 1), isIn(SAM, 2));
        given.asTheSystem().at(time(60)).when(drop(SAM, 1, time(-100))).then(new MemberDropped(SAM, time(2)));
        given.asTheSystem().at(time(60)).when(drop(SAM, 1, time(100))).then(new MemberDropped(SAM, time(60)));
    }

    @Test
    void one_who_dropped_returns_on_the_same_device_without_being_let_in() {
        var session = given(isIn(DANA, 1), isIn(SAM, 2), dropped(SAM))
                .as(SAM)
                .when(comes(SAM, 2, time(40)))
                .then(new Returned(SAM, endpoint(3), link(SAM, 2), time(2)));
        assertEquals(endpoint(3), session.present(SAM).endpoint());
    }

    @Test
    void one_who_dropped_returns_into_a_locked_and_full_room_too() {
        given(isIn(DANA, 1), isIn(SAM, 2), dropped(SAM), happened(new Admission.RoomLocked()))
                .as(SAM)
                .when(comes(SAM, 2, time(40)))
                .then(new Returned(SAM, endpoint(3), link(SAM, 2), time(2)));
    }

    @Test
    void a_returning_person_sits_where_they_sat() {
        var session = given(isIn(DANA, 1), isIn(SAM, 2), isIn(MARIA, 3), dropped(SAM))
                .as(SAM)
                .when(comes(SAM, 2, time(40)))
                .then(new Returned(SAM, endpoint(4), link(SAM, 2), time(2)));
        assertEquals(2, session.admission().places().get(SAM));
    }

    @Test
    void a_second_tab_on_the_same_device_takes_the_seat_over() {
        var session = given(isIn(DANA, 1), isIn(SAM, 2))
                .as(SAM)
                .at(time(60))
                .when(comes(SAM, 2, time(58)))
                .then(new Returned(SAM, endpoint(3), link(SAM, 2), time(58)));
        assertFalse(session.admission().speaksFor(SAM, link(SAM, 1).connection()));
        assertEquals(Duration.ofSeconds(56), session.admission().stayed().get(SAM));
    }

    @Test
    void one_who_waits_and_drops_still_waits_but_not_here() {
        var session = given(waits(SAM))
                .asTheSystem()
                .at(time(60))
                .when(drop(SAM, 1, time(50)))
                .then(new WaitLost(SAM, time(50)));
        assertInstanceOf(
                Member.Link.Lost.class, session.admission().waiting().getFirst().link());
    }

    @Test
    void what_staff_hold_stays_held_over_a_drop_and_so_does_a_raised_hand() {
        var session = given(
                        isIn(DANA, 1),
                        isIn(SAM, 2),
                        happened(new Floor.Muted(SAM, DANA)),
                        happened(new Floor.HandRaised(SAM)),
                        dropped(SAM))
                .as(SAM)
                .when(comes(SAM, 2, time(40)))
                .then(new Returned(SAM, endpoint(3), link(SAM, 2), time(2)));
        assertEquals(new Floor.Switch.Held(DANA), session.floor().microphone(SAM));
        assertEquals(true, session.floor().hands().containsKey(SAM));
    }
}
