package org.holdfast.attendance;

import static org.holdfast.session.Cast.BEN;
import static org.holdfast.session.Cast.DANA;
import static org.holdfast.session.Cast.SAM;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.holdfast.session.Admission.Leave;
import org.holdfast.session.AttendanceRules;
import org.holdfast.session.Cast;
import org.holdfast.session.MediaLine.Lost;
import org.holdfast.session.MediaLine.Returned;
import org.holdfast.session.Meeting;
import org.junit.jupiter.api.Test;

class OutOfReachTest {
    private static Meeting begins() {
        return Meeting.begins(Cast.plan(AttendanceRules.DEFAULT), SAM);
    }

    private static List<String> told(Meeting meeting) {
        return Told.of(meeting, SAM).row().because().stream()
                .filter(it -> it.reason() == Reason.OUT_OF_REACH)
                .map(it -> it.text(Language.ENGLISH))
                .toList();
    }

    @Test
    void a_facilitator_alone_without_a_connection_covers_the_group_but_not_without_a_word() {
        var meeting =
                Evenings.ends(begins().at(20).does(DANA, new Lost()).at(40).does(DANA, new Returned()));
        Told.of(meeting, SAM)
                .credited(60, 0)
                .is(Status.PRESENT)
                .says(
                        "A facilitator was in the room 7:20 pm to 7:40 pm, but without a connection, until it was back: counted, though no facilitator could be heard.",
                        1,
                        5,
                        6);
    }

    @Test
    void a_moment_is_not_told() {
        var meeting =
                Evenings.ends(begins().at(20).does(DANA, new Lost()).at(21, 59).does(DANA, new Returned()));
        assertEquals(List.of(), told(meeting));
    }

    @Test
    void one_beside_another_who_is_heard_is_not_told() {
        var meeting = Evenings.ends(begins().comes(BEN).at(20).does(DANA, new Lost()));
        assertEquals(List.of(), told(meeting));
    }

    @Test
    void it_is_from_when_the_one_who_was_heard_left_until_somebody_is_heard_again() {
        var meeting = begins().comes(BEN).at(20).does(DANA, new Lost()).at(25).does(BEN, new Leave());
        meeting.at(30).comes(BEN);
        assertEquals(
                List.of(
                        "A facilitator was in the room 7:25 pm to 7:30 pm, but without a connection, until a facilitator was there again: counted, though no facilitator could be heard."),
                told(Evenings.ends(meeting)));
    }

    @Test
    void both_without_one_are_told_once_and_whatever_brings_one_back_ends_it() {
        var meeting = begins().comes(BEN).at(20).does(DANA, new Lost()).at(21).does(BEN, new Lost());
        meeting.at(24).does(DANA, new Returned()).at(30).does(BEN, new Returned());
        assertEquals(
                List.of(
                        "A facilitator was in the room 7:21 pm to 7:24 pm, but without a connection, until it was back: counted, though no facilitator could be heard."),
                told(Evenings.ends(meeting)));
    }

    @Test
    void while_it_lasts_it_says_so_far_and_what_follows_a_drop_is_the_gap_of_that() {
        var open = begins().at(20).does(DANA, new Lost()).at(22);
        assertTrue(told(open).getFirst().contains("7:20 pm to 7:22 pm, but without a connection, so far"));
        var dropped = begins().at(20).does(DANA, new Lost()).at(23).drops(DANA, 10);
        assertTrue(told(dropped).getFirst().contains("but without a connection, until the line dropped"));
    }

    @Test
    void a_session_that_opened_before_anybody_asked_says_nothing_of_it() {
        var meeting =
                Meeting.begins(Cast.plan(Cast.RULES_OF_BEFORE), SAM).at(20).does(DANA, new Lost());
        assertEquals(List.of(), told(Evenings.ends(meeting)));
    }
}
