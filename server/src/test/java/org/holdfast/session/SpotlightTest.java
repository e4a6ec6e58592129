package org.holdfast.session;

import static org.holdfast.session.Cast.AMINA;
import static org.holdfast.session.Cast.DANA;
import static org.holdfast.session.Cast.MARIA;
import static org.holdfast.session.Cast.SAM;
import static org.holdfast.session.Happened.dropped;
import static org.holdfast.session.Happened.happened;
import static org.holdfast.session.Happened.isIn;
import static org.holdfast.session.Happened.left;
import static org.holdfast.session.Happened.removed;
import static org.holdfast.session.Happened.sentBack;
import static org.holdfast.session.Happened.waits;
import static org.holdfast.session.SessionGiven.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.holdfast.decision.DamagedLog;
import org.holdfast.decision.RefusalCode;
import org.junit.jupiter.api.Test;

class SpotlightTest {
    private static SessionGiven room() {
        return given(isIn(DANA, 1), isIn(SAM, 2), isIn(MARIA, 3), waits(AMINA));
    }

    private static SessionGiven lit(MemberId member) {
        return room().and(happened(new Spotlight.SpotlightSet(member, DANA)));
    }

    @Test
    void a_facilitator_shows_one_person_larger_to_everyone_even_themselves() {
        for (var member : List.of(SAM, DANA)) {
            var session =
                    room().as(DANA).when(new Spotlight.Set(member)).then(new Spotlight.SpotlightSet(member, DANA));
            assertEquals(member, ((View.RoomView) Views.of(session, Audience.ROOM, Cast::name)).spotlight());
            assertEquals(member, ((View.ConsoleView) Views.of(session, Audience.CONSOLE, Cast::name)).spotlight());
        }
    }

    @Test
    void the_next_one_takes_the_place_of_the_one_before() {
        lit(SAM).as(DANA).when(new Spotlight.Set(MARIA)).then(new Spotlight.SpotlightSet(MARIA, DANA));
        lit(SAM).as(DANA).when(new Spotlight.Set(SAM)).thenNothing();
    }

    @Test
    void a_facilitator_ends_it() {
        assertNull(lit(SAM).as(DANA)
                .when(new Spotlight.Clear())
                .then(new Spotlight.SpotlightCleared(DANA))
                .spotlight()
                .on());
        room().as(DANA).when(new Spotlight.Clear()).thenNothing();
    }

    @Test
    void no_participant_puts_anybody_in_it_or_takes_them_out() {
        room().as(SAM).when(new Spotlight.Set(SAM)).refused(RefusalCode.NOT_FACILITATOR);
        lit(SAM).as(SAM).when(new Spotlight.Clear()).refused(RefusalCode.NOT_FACILITATOR);
        room().as(AMINA).when(new Spotlight.Set(SAM)).refused(RefusalCode.NOT_IN_ROOM);
    }

    @Test
    void only_who_is_in_the_room_can_be_in_it() {
        room().as(DANA).when(new Spotlight.Set(AMINA)).refused(RefusalCode.NOT_HERE);
        room().and(dropped(SAM)).as(DANA).when(new Spotlight.Set(SAM)).refused(RefusalCode.NOT_HERE);
    }

    @Test
    void it_goes_with_the_person_and_stays_through_a_drop() {
        assertNull(lit(SAM).and(left(SAM)).session().spotlight().on());
        assertNull(lit(SAM).and(removed(SAM)).session().spotlight().on());
        assertNull(lit(SAM).and(sentBack(SAM)).session().spotlight().on());
        assertEquals(SAM, lit(SAM).and(left(MARIA)).session().spotlight().on());
        assertEquals(SAM, lit(SAM).and(dropped(SAM)).session().spotlight().on());
    }

    @Test
    void those_who_wait_do_not_know_of_it() {
        assertEquals(
                Views.of(room().session(), Audience.WAITING, Cast::name),
                Views.of(lit(SAM).session(), Audience.WAITING, Cast::name));
    }

    @Test
    void a_log_in_which_somebody_outside_is_in_it_is_damaged() {
        assertThrows(DamagedLog.class, () -> lit(AMINA));
        assertThrows(DamagedLog.class, () -> room().and(happened(new Spotlight.SpotlightCleared(DANA))));
    }
}
