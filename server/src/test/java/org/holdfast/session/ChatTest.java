package org.holdfast.session;

import static org.holdfast.session.Cast.AMINA;
import static org.holdfast.session.Cast.BEN;
import static org.holdfast.session.Cast.DANA;
import static org.holdfast.session.Cast.MARIA;
import static org.holdfast.session.Cast.SAM;
import static org.holdfast.session.Cast.THEO;
import static org.holdfast.session.Happened.dropped;
import static org.holdfast.session.Happened.happened;
import static org.holdfast.session.Happened.isIn;
import static org.holdfast.session.Happened.left;
import static org.holdfast.session.Happened.removed;
import static org.holdfast.session.Happened.sentBack;
import static org.holdfast.session.Happened.waits;
import static org.holdfast.session.SessionGiven.given;
import static org.holdfast.session.SessionGiven.givenPlan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.holdfast.decision.Confidential;
import org.holdfast.decision.DamagedLog;
import org.holdfast.decision.RefusalCode;
import org.holdfast.session.Chat.Policy;
import org.junit.jupiter.api.Test;

class ChatTest {
    private static final String HELLO = "Can I step out at seven?";

    private static Confidential words(String text) {
        return new Confidential.Readable(Confidential.Lifetime.SESSION_CHAT, text);
    }

    /// Dana, Sam and Maria sit in the room, Amina waits.
    private static SessionGiven room(Policy policy) {
        return givenPlan(Cast.plan(policy), isIn(DANA, 1), isIn(SAM, 2), isIn(MARIA, 3), waits(AMINA));
    }

    /// What this member reads of it all, in the order in which it was said.
    private static List<String> reads(SessionGiven given, MemberId member) {
        var session = given.session();
        var audience = Audience.of(session, member);
        return session.chat().said().stream()
                .filter(said -> said.readableBy(audience, member))
                .map(said -> ((Confidential.Readable) said.text()).text())
                .toList();
    }

    @Test
    void in_a_group_that_has_chosen_nothing_a_participant_writes_to_staff_alone() {
        var room = given(isIn(DANA, 1), isIn(SAM, 2));
        room.as(SAM).when(new Chat.TellStaff(HELLO)).then(new Chat.ToldStaff(SAM, words(HELLO)));
        room.as(SAM).when(new Chat.TellEveryone(HELLO)).refused(RefusalCode.CHAT_TO_STAFF);
    }

    @Test
    void where_the_group_writes_to_everyone_a_participant_can_also_write_to_staff_alone() {
        room(Policy.EVERYONE).as(SAM).when(new Chat.TellEveryone(HELLO)).then(new Chat.ToldEveryone(SAM, words(HELLO)));
        room(Policy.EVERYONE).as(SAM).when(new Chat.TellStaff(HELLO)).then(new Chat.ToldStaff(SAM, words(HELLO)));
    }

    @Test
    void where_the_chat_is_off_nobody_in_the_group_is_written_to_and_staff_still_have_each_other() {
        var off = room(Policy.OFF);
        off.as(SAM).when(new Chat.TellStaff(HELLO)).refused(RefusalCode.CHAT_OFF);
        off.as(SAM).when(new Chat.TellEveryone(HELLO)).refused(RefusalCode.CHAT_OFF);
        off.as(DANA).when(new Chat.TellEveryone(HELLO)).refused(RefusalCode.CHAT_OFF);
        off.as(DANA).when(new Chat.TellMember(SAM, HELLO)).refused(RefusalCode.CHAT_OFF);
        off.as(DANA).when(new Chat.TellStaff(HELLO)).then(new Chat.ToldStaff(DANA, words(HELLO)));
    }

    @Test
    void staff_write_to_everyone_and_to_one_whoever_the_group_may_write_to() {
        for (var policy : List.of(Policy.TO_STAFF, Policy.EVERYONE)) {
            var room = room(policy);
            room.as(DANA).when(new Chat.TellEveryone(HELLO)).then(new Chat.ToldEveryone(DANA, words(HELLO)));
            room.as(DANA).when(new Chat.TellMember(SAM, HELLO)).then(new Chat.ToldMember(SAM, DANA, words(HELLO)));
        }
    }

    @Test
    void participants_never_write_to_each_other() {
        room(Policy.EVERYONE).as(SAM).when(new Chat.TellMember(MARIA, HELLO)).refused(RefusalCode.NOT_FACILITATOR);
    }

    @Test
    void staff_write_to_one_participant_who_has_a_seat_and_to_nobody_else() {
        var room = room(Policy.TO_STAFF).and(isIn(BEN, 4));
        room.as(DANA).when(new Chat.TellMember(AMINA, HELLO)).refused(RefusalCode.NOT_HERE);
        room.as(DANA).when(new Chat.TellMember(THEO, HELLO)).refused(RefusalCode.NOT_HERE);
        room.as(DANA).when(new Chat.TellMember(BEN, HELLO)).refused(RefusalCode.NOT_FOR_FACILITATORS);
    }

    @Test
    void who_is_not_in_the_room_writes_nothing() {
        var room = room(Policy.EVERYONE).and(left(MARIA));
        for (var member : List.of(AMINA, MARIA, THEO, BEN)) {
            room.as(member).when(new Chat.TellStaff(HELLO)).refused(RefusalCode.NOT_IN_ROOM);
            room.as(member).when(new Chat.TellEveryone(HELLO)).refused(RefusalCode.NOT_IN_ROOM);
        }
    }

    @Test
    void a_text_is_neither_empty_nor_longer_than_a_few_sentences() {
        var room = room(Policy.TO_STAFF);
        room.as(SAM).when(new Chat.TellStaff(" \n")).refused(RefusalCode.TOO_LONG);
        room.as(SAM).when(new Chat.TellStaff("a".repeat(501))).refused(RefusalCode.TOO_LONG);
        var longest = "a".repeat(500);
        room.as(SAM).when(new Chat.TellStaff(longest)).then(new Chat.ToldStaff(SAM, words(longest)));
    }

    @Test
    void a_facilitator_changes_whom_the_group_may_write_to_and_a_participant_does_not() {
        var room = room(Policy.TO_STAFF);
        var opened =
                room.as(DANA).when(new Chat.SetPolicy(Policy.EVERYONE)).then(new Chat.PolicySet(Policy.EVERYONE, DANA));
        assertEquals(Policy.EVERYONE, opened.chat().policy());
        room.as(DANA).when(new Chat.SetPolicy(Policy.TO_STAFF)).thenNothing();
        room.as(SAM).when(new Chat.SetPolicy(Policy.OFF)).refused(RefusalCode.NOT_FACILITATOR);
        room.as(AMINA).when(new Chat.SetPolicy(Policy.OFF)).refused(RefusalCode.NOT_IN_ROOM);
    }

    @Test
    void one_who_is_stopped_reads_on_and_cannot_write_until_allowed_again() {
        var room = room(Policy.EVERYONE);
        room.as(DANA).when(new Chat.Stop(SAM)).then(new Chat.Stopped(SAM, DANA));
        var stopped = room.and(happened(new Chat.Stopped(SAM, DANA), new Chat.ToldEveryone(DANA, words(HELLO))));
        stopped.as(DANA).when(new Chat.Stop(SAM)).thenNothing();
        stopped.as(SAM).when(new Chat.TellStaff(HELLO)).refused(RefusalCode.CHAT_STOPPED);
        stopped.as(SAM).when(new Chat.TellEveryone(HELLO)).refused(RefusalCode.CHAT_STOPPED);
        assertEquals(List.of(HELLO), reads(stopped, SAM));
        assertEquals("Dana W.", You.of(stopped.session(), SAM, Cast::name).chatStoppedBy());
        stopped.as(DANA).when(new Chat.Allow(SAM)).then(new Chat.Allowed(SAM, DANA));
        stopped.and(happened(new Chat.Allowed(SAM, DANA)))
                .as(SAM)
                .when(new Chat.TellStaff(HELLO))
                .then(new Chat.ToldStaff(SAM, words(HELLO)));
    }

    @Test
    void leaving_and_coming_back_does_not_undo_a_stop() {
        var back = room(Policy.EVERYONE)
                .and(happened(new Chat.Stopped(SAM, DANA)))
                .and(left(SAM))
                .and(isIn(SAM, 4));
        back.as(SAM).when(new Chat.TellStaff(HELLO)).refused(RefusalCode.CHAT_STOPPED);
    }

    @Test
    void only_staff_stop_and_allow_and_never_each_other() {
        var room = room(Policy.EVERYONE).and(isIn(BEN, 4));
        room.as(SAM).when(new Chat.Stop(MARIA)).refused(RefusalCode.NOT_FACILITATOR);
        room.as(SAM).when(new Chat.Allow(SAM)).refused(RefusalCode.NOT_FACILITATOR);
        room.as(DANA).when(new Chat.Stop(BEN)).refused(RefusalCode.NOT_FOR_FACILITATORS);
        room.as(DANA).when(new Chat.Stop(AMINA)).refused(RefusalCode.NOT_HERE);
        room.as(DANA).when(new Chat.Allow(SAM)).thenNothing();
    }

    @Test
    void what_one_writes_to_staff_is_read_by_staff_and_by_nobody_else() {
        var room = room(Policy.EVERYONE)
                .and(happened(new Chat.ToldStaff(SAM, words("To you"))))
                .and(happened(new Chat.ToldMember(SAM, DANA, words("To Sam"))))
                .and(happened(new Chat.ToldStaff(DANA, words("Among us"))))
                .and(isIn(BEN, 4));
        assertEquals(List.of("To you", "To Sam"), reads(room, SAM));
        assertEquals(List.of(), reads(room, MARIA));
        assertEquals(List.of(), reads(room, AMINA));
        assertEquals(List.of("To you", "To Sam", "Among us"), reads(room, DANA));
        assertEquals(List.of("To you", "To Sam", "Among us"), reads(room, BEN));
    }

    @Test
    void one_who_comes_later_does_not_read_what_was_said_before() {
        var room = room(Policy.EVERYONE)
                .and(happened(new Chat.ToldEveryone(SAM, words("Before"))))
                .and(happened(new Admission.Admitted(AMINA, Happened.endpoint(4))))
                .and(happened(new Chat.ToldEveryone(SAM, words("After"))));
        assertEquals(List.of("After"), reads(room, AMINA));
        assertEquals(List.of("Before", "After"), reads(room, MARIA));
    }

    @Test
    void one_whose_line_drops_reads_what_was_said_meanwhile_and_one_who_was_sent_back_does_not() {
        var away = room(Policy.EVERYONE)
                .and(dropped(SAM))
                .and(sentBack(MARIA))
                .and(happened(new Chat.ToldEveryone(DANA, words("Meanwhile"))));
        assertEquals(List.of("Meanwhile"), reads(away, SAM));
        assertEquals(List.of(), reads(away, MARIA));
        var back = away.and(happened(new Admission.Admitted(MARIA, Happened.endpoint(5))));
        assertEquals(List.of(), reads(back, MARIA));
    }

    @Test
    void the_removed_and_those_who_left_read_nothing_more() {
        var room = room(Policy.EVERYONE)
                .and(happened(new Chat.ToldEveryone(DANA, words(HELLO))))
                .and(left(SAM))
                .and(removed(MARIA));
        assertEquals(List.of(), reads(room, SAM));
        assertEquals(List.of(), reads(room, MARIA));
    }

    @Test
    void only_the_latest_is_kept() {
        var room = room(Policy.EVERYONE);
        for (var n = 0; n <= Chat.MOST_KEPT; n++) room.and(happened(new Chat.ToldEveryone(SAM, words("Word " + n))));
        var read = reads(room, MARIA);
        assertEquals(Chat.MOST_KEPT, read.size());
        assertEquals("Word 1", read.getFirst());
        assertEquals("Word " + Chat.MOST_KEPT, read.getLast());
    }

    @Test
    void after_the_end_nothing_of_it_is_left_and_nothing_can_be_added() {
        var ended = room(Policy.EVERYONE)
                .and(happened(new Chat.ToldEveryone(DANA, words(HELLO))))
                .and(happened(new Life.SessionEnded(Life.EndCause.FACILITATOR)));
        assertEquals(List.of(), ended.session().chat().said());
        assertFalse(ended.session().toString().contains(HELLO));
        ended.as(DANA).when(new Chat.TellEveryone(HELLO)).refused(RefusalCode.ENDED);
        assertThrows(DamagedLog.class, () -> ended.and(happened(new Chat.ToldEveryone(DANA, words(HELLO)))));
    }

    @Test
    void no_view_holds_a_word_of_it() {
        var quiet = room(Policy.TO_STAFF);
        var audiences = List.of(Audience.values());
        var before = audiences.stream()
                .map(it -> String.valueOf(Views.of(quiet.session(), it, Cast::name)))
                .toList();
        quiet.and(happened(new Chat.ToldStaff(SAM, words(HELLO))));
        var after = audiences.stream()
                .map(it -> String.valueOf(Views.of(quiet.session(), it, Cast::name)))
                .toList();
        assertEquals(before, after);
    }

    @Test
    void a_page_is_told_whom_it_may_write_to() {
        assertEquals(Set.of("chat.tell-staff"), chatRights(room(Policy.TO_STAFF), SAM));
        assertEquals(Set.of("chat.tell-staff", "chat.tell-everyone"), chatRights(room(Policy.EVERYONE), SAM));
        assertEquals(Set.of(), chatRights(room(Policy.OFF), SAM));
        assertEquals(Set.of(), chatRights(room(Policy.EVERYONE).and(happened(new Chat.Stopped(SAM, DANA))), SAM));
        assertEquals(Set.of(), chatRights(room(Policy.EVERYONE), AMINA));
        assertEquals(
                Set.of("chat.tell-staff", "chat.tell-everyone", "chat.tell-member", "chat.set", "chat.stop"),
                chatRights(room(Policy.TO_STAFF), DANA));
    }

    private static Set<String> chatRights(SessionGiven given, MemberId member) {
        return You.of(given.session(), member, Cast::name).may().keySet().stream()
                .filter(name -> name.startsWith("chat."))
                .collect(java.util.stream.Collectors.toSet());
    }

    @Test
    void a_log_in_which_somebody_outside_writes_is_damaged() {
        var room = room(Policy.EVERYONE);
        for (var event : List.<SessionEvent>of(
                new Chat.ToldStaff(AMINA, words(HELLO)),
                new Chat.ToldEveryone(THEO, words(HELLO)),
                new Chat.ToldMember(AMINA, DANA, words(HELLO)),
                new Chat.Stopped(AMINA, DANA),
                new Chat.Allowed(SAM, DANA))) {
            assertThrows(DamagedLog.class, () -> room.and(happened(event)), event::toString);
        }
    }

    @Test
    void the_room_knows_what_is_unusual_about_its_chat() {
        var usual = (View.RoomView) Views.of(room(Policy.TO_STAFF).session(), Audience.ROOM, Cast::name);
        var open = (View.RoomView) Views.of(room(Policy.EVERYONE).session(), Audience.ROOM, Cast::name);
        assertTrue(usual.chat() == null);
        assertEquals(Policy.EVERYONE, open.chat());
        var stopped = room(Policy.EVERYONE).and(happened(new Chat.Stopped(SAM, DANA)));
        var console = (View.ConsoleView) Views.of(stopped.session(), Audience.CONSOLE, Cast::name);
        assertEquals(true, console.people().get(SAM).chatStopped());
        assertFalse(String.valueOf(Views.of(stopped.session(), Audience.ROOM, Cast::name))
                .contains("topped"));
    }
}
