package org.holdfast.attendance;

import static org.holdfast.session.Cast.BEN;
import static org.holdfast.session.Cast.DANA;
import static org.holdfast.session.Cast.LUIS;
import static org.holdfast.session.Cast.MARIA;
import static org.holdfast.session.Cast.SAM;
import static org.holdfast.session.Cast.THEO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.holdfast.session.Admission.LetIn;
import org.holdfast.session.Admission.Lock;
import org.holdfast.session.Admission.Remove;
import org.holdfast.session.Admission.SendBack;
import org.holdfast.session.Admission.Write;
import org.holdfast.session.Cast;
import org.holdfast.session.Floor;
import org.holdfast.session.Help;
import org.holdfast.session.Life.End;
import org.holdfast.session.Meeting;
import org.holdfast.session.MemberId;
import org.holdfast.session.Play;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private static final int PLAYED = 2_000;

    private static List<String> told(Timeline timeline, Language language) {
        return DecisionView.of(timeline, Cast::name, language).stream()
                .map(it -> (it.entry() == null ? "" : it.entry() + " ") + it.text())
                .toList();
    }

    private static Timeline timeline(Meeting meeting) {
        return Timeline.of(meeting.entries());
    }

    private static Meeting evening() {
        return Meeting.opens()
                .at(-5)
                .comes(DANA)
                .at(-3)
                .comes(SAM)
                .does(DANA, new Write(SAM, "Two minutes."))
                .at(0)
                .does(DANA, new LetIn(SAM))
                .does(DANA, new Lock())
                .does(SAM, new Floor.SetMicrophone(true))
                .does(SAM, new Floor.RaiseHand())
                .at(5)
                .does(DANA, new Floor.Mute(SAM))
                .does(SAM, new Help.Ask())
                .does(DANA, new Help.Acknowledge(SAM))
                .at(20, 15)
                .drops(SAM, 15)
                .at(25)
                .comes(SAM)
                .at(30)
                .does(DANA, new SendBack(SAM))
                .does(DANA, new Remove(SAM))
                .at(60)
                .does(DANA, new End());
    }

    @Test
    void a_clinician_reads_who_decided_what_in_order() {
        assertEquals(
                List.of(
                        "1 The session opened.",
                        "2 Dana W. came into the room.",
                        "3 Sam P. came and waited to be let in.",
                        "4 Dana W. wrote to Sam P. in the waiting room.",
                        "5 Dana W. let Sam P. in.",
                        "6 Dana W. locked the room.",
                        "9 Dana W. muted Sam P.",
                        "10 Sam P. asked for help.",
                        "11 Dana W. saw that Sam P. asked for help.",
                        "12 The line of Sam P. dropped at 7:20 pm.",
                        "13 Sam P. was back after 5 min without a line.",
                        "14 Dana W. sent Sam P. back to the waiting room.",
                        "15 Dana W. removed Sam P. from the session.",
                        "16 Dana W. ended the session."),
                told(timeline(evening()), Language.ENGLISH));
    }

    @Test
    void in_spanish_too() {
        var told = told(timeline(evening()), Language.SPANISH);
        assertTrue(told.contains("5 Dana W. dejó entrar a Sam P."), told::toString);
        assertTrue(told.contains("12 La conexión de Sam P. se cortó a las 7:20 p. m."), told::toString);
    }

    @Test
    void what_became_of_the_record_is_told_too() {
        var told = told(timeline(Records.signed()), Language.ENGLISH);
        assertTrue(told.contains("9 Dana W. signed version 1 of the sheet as Dana W., LCSW."), told::toString);
        assertTrue(told.contains("10 Ben H. co-signed version 1 of the sheet as Ben H., LCSW."), told::toString);
        assertTrue(told.contains("11 Sam P. said that the sheet is wrong about their time."), told::toString);
        assertTrue(told.contains("13 Dana W. noted that Sam P. was here by phone 7:32 pm to 8:00 pm."), told::toString);
        assertTrue(told.contains("13 Dana W. agreed with Sam P. and corrected the sheet."), told::toString);
        assertTrue(told.contains("14 Dana W. answered Luis G. and left the sheet as it is."), told::toString);
        var corrected = told(timeline(Records.corrected()), Language.ENGLISH);
        assertTrue(
                corrected.stream().anyMatch(it -> it.endsWith("Dana W. corrected the credit of Luis G.: 20 min.")),
                corrected::toString);
        assertTrue(
                corrected.stream().anyMatch(it -> it.endsWith("Ben H. corrected the status of Amina H.: excused.")),
                corrected::toString);
    }

    @Test
    void that_the_chat_was_opened_is_told_and_nothing_of_what_was_said_there() {
        var chatted =
                timeline(Objects.requireNonNull(Evenings.all().get("chatted")).get());
        var told = told(chatted, Language.ENGLISH);
        assertTrue(told.contains("9 Dana W. opened the chat to everyone."), told::toString);
        assertTrue(told.contains("11 Dana W. put Maria V. in the spotlight."), told::toString);
        assertTrue(told.contains("12 Dana W. stopped Sam P. from writing in the chat."), told::toString);
        assertFalse(told.toString().contains("step out") || told.toString().contains("Thank you"), told::toString);
        for (var entry : List.of("6", "7", "8", "10")) {
            assertTrue(told.stream().noneMatch(it -> it.startsWith(entry + " ")), told::toString);
        }
    }

    @Test
    void a_drop_and_a_return_are_nobodys_doing() {
        for (var decided : timeline(evening()).decisions()) {
            if (decided.deed() != Deed.DROPPED && decided.deed() != Deed.RETURNED) continue;
            assertEquals(Doer.NOBODY, decided.by());
        }
        var opened = DecisionView.of(timeline(evening()), Cast::name, Language.ENGLISH)
                .getFirst();
        assertNull(opened.by());
        assertNull(opened.about());
    }

    @Test
    void a_person_reads_what_concerns_them_and_staff_only_as_staff() {
        assertEquals(
                List.of(
                        "The session opened.",
                        "Sam P. came and waited to be let in.",
                        "Staff wrote to Sam P. in the waiting room.",
                        "Staff let Sam P. in.",
                        "Staff muted Sam P.",
                        "Sam P. asked for help.",
                        "Staff saw that Sam P. asked for help.",
                        "The line of Sam P. dropped at 7:20 pm.",
                        "Sam P. was back after 5 min without a line.",
                        "Staff sent Sam P. back to the waiting room.",
                        "Staff removed Sam P. from the session.",
                        "Staff ended the session."),
                told(Timeline.of(evening().entries(), SAM), Language.ENGLISH));
    }

    @Test
    void whoever_asked_for_help_stands_on_no_other_persons_timeline() {
        var others = List.of(MARIA, LUIS, THEO);
        for (var other : others) {
            for (var decided : Timeline.of(evening().entries(), other).decisions()) assertNull(decided.about());
        }
    }

    @Test
    void nobody_else_shows_in_a_persons_own_timeline_whatever_happened() {
        for (var number = 0; number < PLAYED; number++) {
            var own = Timeline.of(Play.of(1, number).entries(), SAM);
            assertTrue(own.decisions().stream().allMatch(it -> it.entry() == null));
            for (var other : Play.members()) {
                if (!other.equals(SAM)) assertFalse(mentions(own, other), () -> other + " in " + own);
            }
        }
    }

    /// Which paper, when and for whom: nothing of what was written or shown on it.
    @Test
    void the_record_says_which_worksheets_were_used() {
        var told = told(timeline(Worked.evening()), Language.ENGLISH).stream()
                .filter(it -> it.contains("worksheet"))
                .toList();
        assertEquals(
                List.of(
                        "6 Dana W. opened the worksheet check-in, version 1, for everyone.",
                        "8 Dana W. opened the worksheet trigger-map, version 1, for everyone.",
                        "10 Dana W. closed the worksheet check-in, version 1.",
                        "22 Dana W. opened the worksheet check-in, version 1, for Sam P.",
                        "23 Dana W. opened the worksheet check-in, version 1, for 2 people."),
                told);
        var marias = told(Timeline.of(Worked.evening().entries(), MARIA), Language.SPANISH);
        assertTrue(
                marias.contains("El personal abrió la hoja trigger-map, versión 1, para todo el grupo."),
                marias::toString);
        assertFalse(marias.toString().contains("Sam"));
    }

    private static boolean mentions(Timeline timeline, MemberId other) {
        return timeline.decisions().stream()
                .anyMatch(it -> other.equals(it.about()) || it.by().equals(new Doer.Somebody(other)));
    }

    @Test
    void every_sentence_is_whole_and_every_kind_is_met() {
        var met = EnumSet.noneOf(Deed.class);
        for (var number = 0; number < PLAYED; number++) {
            for (var decided : Timeline.of(Play.of(3, number).entries()).decisions()) {
                met.add(decided.deed());
                for (var language : Language.values()) {
                    var text = decided.text(Cast::name, language);
                    assertFalse(text.contains("{"), text);
                    assertTrue(text.endsWith(".") && !text.endsWith(".."), text);
                }
            }
        }
        assertEquals(EnumSet.allOf(Deed.class), met);
    }

    @Test
    void every_kind_has_a_code_of_its_own_and_is_worded_in_two_languages_with_the_same_places() {
        var codes = new HashSet<String>();
        for (var deed : Deed.values()) {
            assertTrue(codes.add(deed.code()), deed::code);
            var english = deed.template(Language.ENGLISH);
            var spanish = deed.template(Language.SPANISH);
            assertNotEquals(english, spanish);
            assertEquals(BecauseTest.places(english), BecauseTest.places(spanish), deed::code);
        }
    }

    @Test
    void a_name_with_braces_in_it_stays_a_name() {
        var let = timeline(evening()).decisions().stream()
                .filter(it -> it.deed() == Deed.ADMITTED)
                .findFirst()
                .orElseThrow();
        assertEquals(
                "{about} $1 let {by} \\ in.",
                let.text(member -> member.equals(DANA) ? "{about} $1" : "{by} \\", Language.ENGLISH));
        assertNotEquals(BEN, Objects.requireNonNull(let.about()));
    }
}
