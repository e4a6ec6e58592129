package org.holdfast.session;

import static org.holdfast.session.Cast.AMINA;
import static org.holdfast.session.Cast.BEN;
import static org.holdfast.session.Cast.DANA;
import static org.holdfast.session.Cast.LUIS;
import static org.holdfast.session.Cast.MARIA;
import static org.holdfast.session.Cast.SAM;
import static org.holdfast.session.Cast.STRANGER;
import static org.holdfast.session.Cast.THEO;
import static org.holdfast.session.Happened.asleep;
import static org.holdfast.session.Happened.dropped;
import static org.holdfast.session.Happened.endpoint;
import static org.holdfast.session.Happened.happened;
import static org.holdfast.session.Happened.isIn;
import static org.holdfast.session.Happened.left;
import static org.holdfast.session.Happened.removed;
import static org.holdfast.session.Happened.sentBack;
import static org.holdfast.session.Happened.waits;
import static org.holdfast.session.SessionGiven.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.holdfast.decision.Confidential;
import org.holdfast.decision.RefusalCode;
import org.holdfast.session.Admission.Admitted;
import org.holdfast.session.Admission.LetAllIn;
import org.holdfast.session.Admission.LetIn;
import org.holdfast.session.Admission.Lock;
import org.holdfast.session.Admission.MemberRemoved;
import org.holdfast.session.Admission.Remove;
import org.holdfast.session.Admission.RoomLocked;
import org.holdfast.session.Admission.RoomUnlocked;
import org.holdfast.session.Admission.SendBack;
import org.holdfast.session.Admission.SentBackToWait;
import org.holdfast.session.Admission.Unlock;
import org.holdfast.session.Admission.Write;
import org.holdfast.session.Admission.WrittenTo;
import org.holdfast.session.Member.WaitingReason;
import org.junit.jupiter.api.Test;

class LettingInTest {
    @Test
    void a_facilitator_lets_one_in_who_waits() {
        given(isIn(DANA, 1), waits(SAM)).as(DANA).when(new LetIn(SAM)).then(new Admitted(SAM, endpoint(2)));
    }

    @Test
    void a_participant_lets_nobody_in() {
        given(isIn(DANA, 1), isIn(MARIA, 2), waits(SAM))
                .as(MARIA)
                .when(new LetIn(SAM))
                .refused(RefusalCode.NOT_FACILITATOR);
        given(waits(SAM)).as(SAM).when(new LetIn(SAM)).refused(RefusalCode.NOT_IN_ROOM);
        given(waits(SAM)).as(STRANGER).when(new LetAllIn()).refused(RefusalCode.NOT_IN_ROOM);
    }

    @Test
    void a_facilitator_whose_own_line_is_gone_lets_nobody_in() {
        given(waits(SAM), isIn(DANA, 1), dropped(DANA))
                .as(DANA)
                .when(new LetIn(SAM))
                .refused(RefusalCode.NOT_IN_ROOM);
    }

    @Test
    void nobody_is_let_in_who_does_not_wait() {
        given(isIn(DANA, 1)).as(DANA).when(new LetIn(SAM)).refused(RefusalCode.NOT_WAITING);
        given(isIn(DANA, 1), isIn(SAM, 2)).as(DANA).when(new LetIn(SAM)).refused(RefusalCode.NOT_WAITING);
        given(isIn(DANA, 1), waits(SAM), left(SAM))
                .as(DANA)
                .when(new LetIn(SAM))
                .refused(RefusalCode.NOT_WAITING);
    }

    @Test
    void someone_whose_phone_sleeps_is_not_let_in_unseen() {
        given(isIn(DANA, 1), asleep(SAM)).as(DANA).when(new LetIn(SAM)).refused(RefusalCode.NOT_HERE);
    }

    @Test
    void all_who_wait_with_a_page_open_are_let_in_the_longest_first() {
        given(isIn(DANA, 1), waits(SAM), asleep(LUIS), waits(AMINA))
                .as(BEN)
                .when(new LetAllIn())
                .refused(RefusalCode.NOT_IN_ROOM);
        given(isIn(DANA, 1), waits(SAM), asleep(LUIS), waits(AMINA))
                .as(DANA)
                .when(new LetAllIn())
                .then(new Admitted(SAM, endpoint(2)), new Admitted(AMINA, endpoint(3)));
    }

    @Test
    void letting_all_in_when_nobody_waits_is_no_event() {
        given(isIn(DANA, 1)).as(DANA).when(new LetAllIn()).thenNothing();
        given(isIn(DANA, 1), asleep(SAM)).as(DANA).when(new LetAllIn()).thenNothing();
    }

    @Test
    void a_full_room_takes_nobody_more_and_a_dropped_person_keeps_their_seat() {
        var full = given(isIn(DANA, 1), isIn(BEN, 2), isIn(AMINA, 3), isIn(SAM, 4), isIn(MARIA, 5), isIn(LUIS, 6));
        full.and(waits(THEO)).and(happened(new Admission.MemberDropped(SAM, SessionGiven.time(7))));
        full.as(DANA).when(new LetIn(THEO)).refused(RefusalCode.FULL);
        full.as(DANA).when(new LetAllIn()).refused(RefusalCode.FULL);
        full.and(left(SAM)).as(DANA).when(new LetIn(THEO)).then(new Admitted(THEO, endpoint(7)));
    }

    @Test
    void a_facilitator_who_comes_into_a_full_room_breaks_nothing() {
        var overfull = given(
                isIn(DANA, 1),
                isIn(AMINA, 2),
                isIn(SAM, 3),
                isIn(MARIA, 4),
                isIn(LUIS, 5),
                isIn(THEO, 6),
                isIn(BEN, 7));
        overfull.as(DANA).when(new LetAllIn()).thenNothing();
    }

    @Test
    void letting_all_in_fills_the_last_seat_and_lets_the_others_wait() {
        given(isIn(DANA, 1), isIn(BEN, 2), isIn(AMINA, 3), isIn(SAM, 4), isIn(MARIA, 5), waits(LUIS), waits(THEO))
                .as(DANA)
                .when(new LetAllIn())
                .then(new Admitted(LUIS, endpoint(6)));
    }

    @Test
    void a_locked_room_lets_nobody_in_until_it_is_unlocked() {
        var locked = given(isIn(DANA, 1), waits(SAM), happened(new RoomLocked()));
        locked.as(DANA).when(new LetIn(SAM)).refused(RefusalCode.LOCKED);
        locked.as(DANA).when(new LetAllIn()).refused(RefusalCode.LOCKED);
        locked.as(DANA).when(new Lock()).thenNothing();
        locked.as(DANA).when(new Unlock()).then(new RoomUnlocked());
        locked.and(happened(new RoomUnlocked())).as(DANA).when(new LetIn(SAM)).then(new Admitted(SAM, endpoint(2)));
    }

    @Test
    void only_a_facilitator_locks_and_unlocks() {
        given(isIn(DANA, 1)).as(DANA).when(new Lock()).then(new RoomLocked());
        given(isIn(DANA, 1)).as(DANA).when(new Unlock()).thenNothing();
        given(isIn(DANA, 1), isIn(SAM, 2)).as(SAM).when(new Lock()).refused(RefusalCode.NOT_FACILITATOR);
    }

    @Test
    void one_who_is_sent_back_waits_again_and_is_out_of_the_media() {
        var session = given(isIn(DANA, 1), isIn(SAM, 2))
                .as(DANA)
                .when(new SendBack(SAM))
                .then(new SentBackToWait(SAM));
        var waiting = session.admission().waiting().getFirst();
        assertEquals(WaitingReason.SENT_BACK, waiting.why());
        assertEquals(null, session.present(SAM));
    }

    @Test
    void facilitators_and_those_outside_cannot_be_sent_back() {
        given(isIn(DANA, 1), isIn(BEN, 2)).as(DANA).when(new SendBack(BEN)).refused(RefusalCode.NOT_FOR_FACILITATORS);
        given(isIn(DANA, 1), waits(SAM)).as(DANA).when(new SendBack(SAM)).refused(RefusalCode.NOT_HERE);
        given(isIn(DANA, 1), isIn(SAM, 2), isIn(MARIA, 3))
                .as(SAM)
                .when(new SendBack(MARIA))
                .refused(RefusalCode.NOT_FACILITATOR);
    }

    @Test
    void one_who_was_sent_back_is_let_in_again_with_a_new_end_of_the_media() {
        given(isIn(DANA, 1), isIn(SAM, 2), sentBack(SAM))
                .as(DANA)
                .when(new LetIn(SAM))
                .then(new Admitted(SAM, endpoint(3)));
    }

    @Test
    void a_dropped_person_who_is_sent_back_is_not_let_in_before_they_return() {
        given(isIn(DANA, 1), isIn(SAM, 2), dropped(SAM), sentBack(SAM))
                .as(DANA)
                .when(new LetIn(SAM))
                .refused(RefusalCode.NOT_HERE);
    }

    @Test
    void a_facilitator_removes_whoever_sits_waits_dropped_or_left() {
        given(isIn(DANA, 1), isIn(SAM, 2)).as(DANA).when(new Remove(SAM)).then(new MemberRemoved(SAM));
        given(isIn(DANA, 1), waits(SAM)).as(DANA).when(new Remove(SAM)).then(new MemberRemoved(SAM));
        given(isIn(DANA, 1), isIn(SAM, 2), left(SAM))
                .as(DANA)
                .when(new Remove(SAM))
                .then(new MemberRemoved(SAM));
        given(isIn(DANA, 1), isIn(SAM, 2), removed(SAM))
                .as(DANA)
                .when(new Remove(SAM))
                .thenNothing();
    }

    @Test
    void nobody_removes_a_facilitator_or_someone_who_never_came() {
        given(isIn(DANA, 1), isIn(BEN, 2)).as(BEN).when(new Remove(DANA)).refused(RefusalCode.NOT_FOR_FACILITATORS);
        given(isIn(DANA, 1)).as(DANA).when(new Remove(SAM)).refused(RefusalCode.NOT_HERE);
        given(isIn(DANA, 1), isIn(SAM, 2), isIn(MARIA, 3))
                .as(MARIA)
                .when(new Remove(SAM))
                .refused(RefusalCode.NOT_FACILITATOR);
    }

    @Test
    void a_facilitator_writes_to_one_who_waits_and_to_nobody_else() {
        var given = given(isIn(DANA, 1), waits(SAM), isIn(MARIA, 2));
        given.as(DANA)
                .when(new Write(SAM, " Two minutes, Sam. "))
                .then(new WrittenTo(
                        SAM, DANA, new Confidential.Readable(Confidential.Lifetime.SESSION_CHAT, "Two minutes, Sam.")));
        given.as(DANA).when(new Write(MARIA, "Hello")).refused(RefusalCode.NOT_WAITING);
        given.as(MARIA).when(new Write(SAM, "Hello")).refused(RefusalCode.NOT_FACILITATOR);
    }

    @Test
    void a_message_has_words_and_at_most_five_hundred_characters() {
        var given = given(isIn(DANA, 1), waits(SAM));
        given.as(DANA).when(new Write(SAM, "  ")).refused(RefusalCode.TOO_LONG);
        given.as(DANA).when(new Write(SAM, "x".repeat(501))).refused(RefusalCode.TOO_LONG);
        given.as(DANA)
                .when(new Write(SAM, "x".repeat(500)))
                .then(new WrittenTo(
                        SAM, DANA, new Confidential.Readable(Confidential.Lifetime.SESSION_CHAT, "x".repeat(500))));
    }
}
