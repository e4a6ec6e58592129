package org.holdfast.session;

import static org.holdfast.session.Cast.AMINA;
import static org.holdfast.session.Cast.DANA;
import static org.holdfast.session.Cast.IRIS;
import static org.holdfast.session.Cast.JO;
import static org.holdfast.session.Cast.LUIS;
import static org.holdfast.session.Cast.MARIA;
import static org.holdfast.session.Cast.NIA;
import static org.holdfast.session.Cast.SAM;
import static org.holdfast.session.Cast.STRANGER;
import static org.holdfast.session.Cast.THEO;
import static org.holdfast.session.Happened.happened;
import static org.holdfast.session.Happened.isIn;
import static org.holdfast.session.Happened.waits;
import static org.holdfast.session.SessionGiven.given;
import static org.holdfast.session.SessionGiven.givenPlan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.holdfast.decision.DamagedLog;
import org.holdfast.decision.RefusalCode;
import org.junit.jupiter.api.Test;

/// The room is open, and staff put people into the group and take them off.
class RosterTest {
    private static final Set<MemberId> ALL = Set.copyOf(Cast.ROSTER);

    private static Roster.Follow follow(long books, Set<MemberId> expected, Map<MemberId, Role> guests) {
        return new Roster.Follow(books, new TreeSet<>(expected), new TreeMap<>(guests));
    }

    private static Set<MemberId> with(MemberId more) {
        var all = new TreeSet<>(ALL);
        all.add(more);
        return all;
    }

    private static Set<MemberId> without(MemberId... some) {
        var all = new TreeSet<>(ALL);
        all.removeAll(List.of(some));
        return all;
    }

    private static Admission.Arrive comes(MemberId member) {
        return new Admission.Arrive(
                member, Cast.device(member), Cast.arrival(), Cast.link(member, 1), SessionGiven.time(0));
    }

    private static Set<MemberId> missed(Session session) {
        var console = assertInstanceOf(View.ConsoleView.class, Views.of(session, Audience.CONSOLE, Cast::name));
        return console.expected().keySet();
    }

    @Test
    void who_is_put_into_the_group_may_come_and_is_expected_from_then_on() {
        given(isIn(DANA, 1)).as(NIA).when(comes(NIA)).refused(RefusalCode.NOT_MEMBER);
        var joined = new Roster.Joined(NIA, Role.PARTICIPANT, 7);
        var session = given(isIn(DANA, 1))
                .asTheSystem()
                .when(follow(7, with(NIA), Map.of()))
                .then(joined);
        assertTrue(session.isFor(NIA) && missed(session).contains(NIA));
        var arrived = Happened.arrived(NIA, Member.WaitingReason.FIRST);
        given(isIn(DANA, 1), happened(joined)).as(NIA).when(comes(NIA)).then(arrived);
    }

    @Test
    void who_is_invited_may_come_as_what_they_are_and_nobody_misses_them() {
        var invited = new Roster.Joined(JO, Role.FAMILY, 7);
        var session = given(isIn(DANA, 1))
                .asTheSystem()
                .when(follow(7, ALL, Map.of(JO, Role.FAMILY)))
                .then(invited);
        assertEquals(Role.FAMILY, session.plan().roleOf(JO));
        assertFalse(missed(session).contains(JO));
    }

    @Test
    void what_stands_in_the_session_already_is_nothing_new_nor_is_an_earlier_page_of_the_books() {
        var joined = happened(new Roster.Joined(NIA, Role.PARTICIPANT, 7));
        given().asTheSystem().when(follow(7, ALL, Map.of())).thenNothing();
        given(joined).asTheSystem().when(follow(7, with(NIA), Map.of())).thenNothing();
        given(joined).asTheSystem().when(follow(9, with(NIA), Map.of())).thenNothing();
        given(joined).asTheSystem().when(follow(6, ALL, Map.of())).thenNothing();
    }

    @Test
    void who_is_taken_off_before_they_came_cannot_come_and_is_not_missed() {
        var left = new Roster.Left(LUIS, 8);
        var session = given(isIn(DANA, 1))
                .asTheSystem()
                .when(follow(8, without(LUIS), Map.of()))
                .then(left);
        assertFalse(session.isFor(LUIS) || missed(session).contains(LUIS));
        given(happened(left)).as(LUIS).when(comes(LUIS)).refused(RefusalCode.NOT_MEMBER);
    }

    @Test
    void who_is_put_in_again_may_come_again() {
        var left = happened(new Roster.Left(LUIS, 8));
        var again = new Roster.Joined(LUIS, Role.PARTICIPANT, 9);
        var session = given(left).asTheSystem().when(follow(9, ALL, Map.of())).then(again);
        assertTrue(session.isFor(LUIS) && session.expects(LUIS));
    }

    @Test
    void who_is_in_the_room_stays_and_when_the_line_drops_comes_back_but_once_gone_cannot_come_in() {
        var meeting = Meeting.begins(SAM, MARIA).at(10).follows(8, without(SAM), Map.of());
        assertTrue(meeting.session().present(SAM) != null && meeting.session().isFor(SAM));
        meeting.at(11).drops(SAM, 0).at(12).comes(SAM).does(SAM, new Floor.RaiseHand());
        meeting.at(20).does(SAM, new Admission.Leave());
        assertFalse(meeting.session().isFor(SAM));
        assertThrows(AssertionError.class, () -> meeting.comes(SAM));
        meeting.at(60).does(DANA, new Life.End());
        assertTrue(meeting.session().isFor(SAM), "They look back at what was theirs");
        assertTrue(missed(meetingBefore()).contains(SAM));
    }

    private static Session meetingBefore() {
        return Meeting.begins(MARIA).session();
    }

    @Test
    void whoever_waits_is_let_in_or_not_by_the_facilitator() {
        given(isIn(DANA, 1), waits(SAM), happened(new Roster.Left(SAM, 8)))
                .as(DANA)
                .when(new Admission.LetIn(SAM))
                .then(new Admission.Admitted(SAM, Happened.endpoint(2)));
    }

    @Test
    void those_who_lead_are_never_taken_off_nor_made_members() {
        given(isIn(DANA, 1)).asTheSystem().when(follow(8, with(DANA), Map.of())).thenNothing();
    }

    @Test
    void nobody_asks_for_it_and_nothing_follows_the_end() {
        given(isIn(DANA, 1)).as(DANA).when(follow(8, with(NIA), Map.of())).refused(RefusalCode.NOT_FACILITATOR);
        var ended = happened(new Life.SessionEnded(Life.EndCause.FACILITATOR));
        given(isIn(DANA, 1), ended)
                .asTheSystem()
                .when(follow(8, with(NIA), Map.of()))
                .refused(RefusalCode.ENDED);
    }

    @Test
    void a_plan_that_is_full_takes_nobody_more_and_lets_others_go_all_the_same() {
        var crowd = new TreeSet<MemberId>();
        IntStream.range(0, Plan.LARGEST_ROSTER).forEach(n -> crowd.add(new MemberId("m" + n)));
        var joined = crowd.stream().limit(Plan.LARGEST_ROSTER - ALL.size()).toList();
        var events = new ArrayList<SessionEvent>();
        joined.forEach(member -> events.add(new Roster.Joined(member, Role.PARTICIPANT, 8)));
        for (var member : List.of(AMINA, LUIS, MARIA, SAM, THEO)) events.add(new Roster.Left(member, 8));
        given().asTheSystem().when(follow(8, crowd, Map.of())).then(events.toArray(SessionEvent[]::new));
    }

    @Test
    void a_log_that_says_what_cannot_be_is_damaged() {
        for (var event : List.of(
                new Roster.Joined(SAM, Role.PARTICIPANT, 8),
                new Roster.Joined(NIA, Role.FACILITATOR, 8),
                new Roster.Joined(NIA, Role.PARTICIPANT, 0),
                new Roster.Left(DANA, 8),
                new Roster.Left(STRANGER, 8))) {
            assertThrows(DamagedLog.class, () -> given(happened((SessionEvent) event)));
        }
        var withGuests = Cast.withGuests(Cameras.FREE);
        assertThrows(
                DamagedLog.class, () -> givenPlan(withGuests, happened(new Roster.Joined(IRIS, Role.INTERPRETER, 8))));
    }
}
