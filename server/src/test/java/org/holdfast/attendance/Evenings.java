package org.holdfast.attendance;

import static org.holdfast.session.Cast.AMINA;
import static org.holdfast.session.Cast.BEN;
import static org.holdfast.session.Cast.DANA;
import static org.holdfast.session.Cast.IRIS;
import static org.holdfast.session.Cast.JO;
import static org.holdfast.session.Cast.LUIS;
import static org.holdfast.session.Cast.MARIA;
import static org.holdfast.session.Cast.NIA;
import static org.holdfast.session.Cast.OLE;
import static org.holdfast.session.Cast.SAM;
import static org.holdfast.session.Cast.THEO;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.holdfast.session.Admission;
import org.holdfast.session.Admission.Leave;
import org.holdfast.session.Admission.LetDeviceIn;
import org.holdfast.session.Admission.LetIn;
import org.holdfast.session.Admission.Remove;
import org.holdfast.session.Admission.SendBack;
import org.holdfast.session.AttendanceRules;
import org.holdfast.session.Breaks;
import org.holdfast.session.Cameras;
import org.holdfast.session.Cast;
import org.holdfast.session.Chat;
import org.holdfast.session.Floor;
import org.holdfast.session.Help;
import org.holdfast.session.Interruption.Cause;
import org.holdfast.session.Interruption.Interrupt;
import org.holdfast.session.Interruption.Resume;
import org.holdfast.session.Life.End;
import org.holdfast.session.ListenOnly;
import org.holdfast.session.Meeting;
import org.holdfast.session.Role;
import org.holdfast.session.Spotlight;

/// Whole sessions, one for each thing that a sheet has to get right. The golden logs are made from them.
final class Evenings {
    /// The night on which New York's clocks go back, from two to one.
    static final Instant CLOCKS_GO_BACK = Instant.parse("2026-11-01T05:30:00Z");

    /// The night on which they go forward, from two to three.
    static final Instant CLOCKS_GO_FORWARD = Instant.parse("2026-03-08T06:30:00Z");

    static final Instant LATE_EVENING = Instant.parse("2026-11-20T04:30:00Z");

    private Evenings() {}

    static Map<String, Supplier<Meeting>> all() {
        var all = new TreeMap<String, Supplier<Meeting>>();
        all.put("everybody-stays", () -> ends(Meeting.begins(AMINA, SAM, MARIA, LUIS, THEO)));
        all.put("late", Evenings::late);
        all.put("waited-in-time", Evenings::waitedInTime);
        all.put("left-early", () -> ends(Meeting.begins(SAM).at(45).does(SAM, new Leave())));
        all.put("late-and-left-early", () -> ends(late().at(45).does(THEO, new Leave())));
        all.put(
                "short-drop",
                () -> ends(
                        Meeting.begins(SAM).at(20, 10).drops(SAM, 10).at(21, 30).comes(SAM)));
        all.put(
                "long-drop",
                () -> ends(Meeting.begins(SAM).at(20, 15).drops(SAM, 15).at(25).comes(SAM)));
        all.put(
                "costly-drop",
                () -> ends(Meeting.begins(SAM).at(20).drops(SAM, 0).at(40).comes(SAM)));
        all.put(
                "dropped-for-good",
                () -> ends(Meeting.begins(SAM, MARIA).at(30, 15).drops(SAM, 15)));
        all.put("page-opened-anew", Evenings::openedAnew);
        all.put("other-device", Evenings::otherDevice);
        all.put("other-device-before-the-start", Evenings::otherDeviceEarly);
        all.put("removed", () -> ends(Meeting.begins(SAM, MARIA).at(30).does(DANA, new Remove(SAM))));
        all.put("sent-back-and-readmitted", Evenings::sentBack);
        all.put("left-and-came-back", Evenings::cameBack);
        all.put("never-let-in", () -> ends(Meeting.begins(SAM).at(5).comes(MARIA)));
        all.put("unattended", Evenings::unattended);
        all.put(
                "facilitators-line-blinks",
                () -> ends(Meeting.begins(SAM).at(20, 10).drops(DANA, 10).at(21).comes(DANA)));
        all.put("handover", Evenings::handover);
        all.put(
                "ended-unattended",
                () -> Meeting.begins(SAM).at(20).does(DANA, new Leave()).at(35).isOver());
        all.put("interrupted", Evenings::interrupted);
        all.put("interrupted-then-dropped", Evenings::interruptedThenDropped);
        all.put("ended-early", () -> Meeting.begins(SAM).at(30).does(DANA, new End()));
        all.put(
                "ended-before-the-start",
                () -> Meeting.opens()
                        .at(-5)
                        .comes(DANA)
                        .comes(SAM)
                        .at(-4)
                        .does(DANA, new LetIn(SAM))
                        .at(-1)
                        .does(DANA, new End()));
        all.put("ended-by-overtime", () -> Meeting.begins(SAM).at(90).isOver());
        all.put(
                "clocks-go-back",
                () -> ends(Meeting.begins(Cast.plan(CLOCKS_GO_BACK, Cast.LENGTH, Cast.RULES_OF_BEFORE), SAM)
                        .at(20)
                        .drops(SAM, 0)
                        .at(25)
                        .comes(SAM)));
        all.put(
                "clocks-go-forward",
                () -> ends(Meeting.begins(Cast.plan(CLOCKS_GO_FORWARD, Cast.LENGTH, Cast.RULES_OF_BEFORE), SAM)
                        .at(20)
                        .drops(SAM, 0)
                        .at(35)
                        .comes(SAM)));
        all.put(
                "over-midnight",
                () -> ends(Meeting.begins(Cast.plan(LATE_EVENING, Cast.LENGTH, Cast.RULES_OF_BEFORE), SAM)));
        all.put("bridge-reset", Silent::bridgeReset);
        all.put("out-of-reach", Silent::outOfReach);
        all.put("silent-for-long", () -> Silent.forLong(AttendanceRules.DEFAULT));
        all.put("silent-and-counted", () -> Silent.forLong(Silent.COUNTED));
        all.put("silent-then-dropped", Silent::thenDropped);
        all.put("silent-until-the-end", Silent::untilTheEnd);
        all.put("camera-on-and-off", Silent::cameras);
        all.put("chatted", Evenings::chatted);
        all.put("guests", Evenings::guests);
        all.put("break-not-counted", () -> breaks(Breaks.Policy.NOT_COUNTED));
        all.put("break-counted", () -> breaks(Breaks.Policy.COUNTED));
        all.put("break-over-the-end", Evenings::breakOverTheEnd);
        all.put("roster-grown", Evenings::rosterGrown);
        all.put("everything", Evenings::everything);
        all.put("corrected", Records::corrected);
        all.put("signed-with-its-text", Records::signed);
        all.put("worksheets", Worked::evening);
        all.put("worksheets-prepared", Worked::prepared);
        all.put("still-open", () -> late().at(20).drops(SAM, 0).at(26).does(THEO, new Leave()));
        return all;
    }

    static Meeting ends(Meeting meeting) {
        return meeting.at(62).does(DANA, new End());
    }

    private static Meeting late() {
        return Meeting.begins(SAM).at(12).comes(THEO).at(13).does(DANA, new LetIn(THEO));
    }

    /// Came before the start; Dana was late with letting him in.
    private static Meeting waitedInTime() {
        return ends(Meeting.begins(SAM).at(4).comes(THEO).at(12).does(DANA, new LetIn(THEO)));
    }

    private static Meeting openedAnew() {
        var meeting = Meeting.begins(SAM).at(20);
        return ends(meeting.comes(SAM, Cast.device(SAM), meeting.now().minusSeconds(4)));
    }

    private static Meeting otherDevice() {
        var meeting = Meeting.begins(SAM).at(20);
        meeting.comes(SAM, Cast.otherDevice(SAM), meeting.now());
        return ends(meeting.at(22).does(DANA, new LetDeviceIn(SAM)));
    }

    private static Meeting otherDeviceEarly() {
        var meeting = Meeting.opens()
                .at(-5)
                .comes(DANA)
                .comes(SAM)
                .at(-4)
                .does(DANA, new LetIn(SAM))
                .at(-3);
        meeting.comes(SAM, Cast.otherDevice(SAM), meeting.now());
        return ends(meeting.at(-2).does(DANA, new LetDeviceIn(SAM)));
    }

    private static Meeting sentBack() {
        return ends(
                Meeting.begins(SAM).at(20).does(DANA, new SendBack(SAM)).at(26).does(DANA, new LetIn(SAM)));
    }

    private static Meeting cameBack() {
        return ends(Meeting.begins(SAM)
                .at(20)
                .does(SAM, new Leave())
                .at(25)
                .comes(SAM)
                .at(26)
                .does(DANA, new LetIn(SAM)));
    }

    private static Meeting unattended() {
        return ends(Meeting.begins(SAM, MARIA).at(20).drops(DANA, 0).at(27).comes(DANA));
    }

    /// Ben takes over before Dana goes, and Dana comes back for the end.
    private static Meeting handover() {
        return ends(Meeting.begins(SAM)
                .at(25)
                .comes(BEN)
                .at(30)
                .does(DANA, new Leave())
                .at(50)
                .comes(DANA)
                .at(55)
                .does(BEN, new Leave()));
    }

    private static Meeting interrupted() {
        return ends(Meeting.begins(SAM)
                .at(20)
                .does(SAM, new Interrupt(Cause.CALL))
                .at(23)
                .does(SAM, new Resume()));
    }

    /// The phone was locked at 20 and was not heard of after 21; what was told in between is taken back.
    private static Meeting interruptedThenDropped() {
        return ends(Meeting.begins(SAM)
                .at(20)
                .does(SAM, new Interrupt(Cause.HIDDEN))
                .at(21, 15)
                .drops(SAM, 15)
                .at(22)
                .comes(SAM));
    }

    /// Words to staff, to everyone and to one; what the group may do changes, and one person is shown larger.
    private static Meeting chatted() {
        return ends(Meeting.begins(SAM, MARIA)
                .at(5)
                .does(SAM, new Chat.TellStaff("Can I step out at seven?"))
                .does(DANA, new Chat.TellMember(SAM, "Of course."))
                .does(DANA, new Chat.TellStaff("I am watching the time."))
                .at(10)
                .does(DANA, new Chat.SetPolicy(Chat.Policy.EVERYONE))
                .does(MARIA, new Chat.TellEveryone("Thank you, Sam."))
                .does(DANA, new Spotlight.Set(MARIA))
                .does(DANA, new Chat.Stop(SAM))
                .at(15)
                .does(DANA, new Spotlight.Set(SAM))
                .does(SAM, new Leave())
                .does(DANA, new Chat.SetPolicy(Chat.Policy.OFF))
                .at(20)
                .comes(SAM)
                .does(DANA, new LetIn(SAM))
                .does(DANA, new Chat.Allow(SAM))
                .does(DANA, new Spotlight.Set(DANA))
                .does(DANA, new Spotlight.Clear()));
    }

    /// Family takes part, an interpreter is heard while all only listen, and who observes is let speak for a minute.
    private static Meeting guests() {
        var plan = Cast.withGuests(AttendanceRules.DEFAULT, Chat.Policy.EVERYONE, Cameras.OFF);
        return ends(Meeting.begins(plan, SAM, MARIA, IRIS, OLE)
                .at(2)
                .comes(JO)
                .does(DANA, new LetIn(JO))
                .does(IRIS, new Floor.SetMicrophone(true))
                .does(IRIS, new Floor.SetCamera(true))
                .does(JO, new Floor.SetMicrophone(true))
                .at(10)
                .does(DANA, new ListenOnly.SetListenOnly(true))
                .at(15)
                .does(DANA, new ListenOnly.SetListenOnly(false))
                .does(OLE, new Floor.RaiseHand())
                .does(DANA, new Floor.AllowMicrophone(OLE))
                .does(OLE, new Floor.SetMicrophone(true))
                .at(16)
                .does(DANA, new Floor.Mute(OLE))
                .does(JO, new Chat.TellEveryone("Thank you for having me."))
                .at(40)
                .does(IRIS, new Leave())
                .at(45)
                .drops(JO, 0));
    }

    /// Nia is put into the group and Jo invited while the room is open. Luis is taken off before he could be late, and
    /// Sam while he is there: he stays, and comes back when his line drops.
    private static Meeting rosterGrown() {
        var nowNia = Set.of(AMINA, SAM, MARIA, THEO, NIA);
        var nowWithoutSam = Set.of(AMINA, MARIA, THEO, NIA);
        var plan = Cast.plan(AttendanceRules.DEFAULT);
        return ends(Meeting.begins(plan, SAM, MARIA)
                .at(5)
                .follows(31, Set.of(AMINA, SAM, MARIA, THEO), Map.of())
                .at(20)
                .follows(33, nowNia, Map.of(JO, Role.FAMILY))
                .at(24)
                .comes(NIA)
                .does(DANA, new LetIn(NIA))
                .comes(JO)
                .does(DANA, new LetIn(JO))
                .at(30)
                .follows(34, nowWithoutSam, Map.of(JO, Role.FAMILY))
                .at(40)
                .drops(SAM, 0)
                .at(41)
                .comes(SAM)
                .at(58)
                .does(SAM, new Leave()));
    }

    /// One that is over at its time, and one that is made longer and ended early; Sam's line drops in the first one.
    private static Meeting breaks(Breaks.Policy policy) {
        return ends(Meeting.begins(Cast.withBreaks(policy), SAM, MARIA)
                .at(20)
                .does(DANA, new Breaks.Begin(10))
                .at(22)
                .drops(SAM, 0)
                .at(23)
                .comes(SAM)
                .at(40)
                .does(DANA, new Breaks.Begin(5))
                .at(44)
                .does(DANA, new Breaks.Begin(10))
                .at(47)
                .does(MARIA, new Leave())
                .at(50)
                .does(DANA, new Breaks.End()));
    }

    private static Meeting breakOverTheEnd() {
        return ends(Meeting.begins(Cast.withBreaks(Breaks.Policy.NOT_COUNTED), SAM)
                .at(55)
                .does(DANA, new Breaks.Begin(10))
                .at(61)
                .does(DANA, new Breaks.End()));
    }

    /// A bit of all that can be said and done in a room.
    private static Meeting everything() {
        return ends(Meeting.opens()
                .at(-5)
                .comes(DANA)
                .comes(SAM)
                .does(DANA, new Admission.Write(SAM, "Two minutes, Sam."))
                .at(0)
                .does(DANA, new LetIn(SAM))
                .comes(MARIA)
                .drops(MARIA, 3)
                .at(1)
                .comes(MARIA)
                .does(DANA, new Admission.LetAllIn())
                .does(DANA, new Admission.Lock())
                .does(SAM, new Floor.SetMicrophone(true))
                .does(SAM, new Floor.SetCamera(true))
                .does(MARIA, new Floor.RaiseHand())
                .does(SAM, new Floor.RaiseHand())
                .at(5)
                .does(DANA, new Floor.Mute(SAM))
                .does(DANA, new Floor.StopCamera(MARIA))
                .does(MARIA, new Help.Ask())
                .at(6)
                .does(DANA, new Help.Acknowledge(MARIA))
                .does(DANA, new Floor.AllowMicrophone(SAM))
                .does(DANA, new Floor.AllowCamera(MARIA))
                .does(MARIA, new Help.Withdraw())
                .does(MARIA, new Floor.LowerHand())
                .does(DANA, new Floor.LowerAll())
                .does(DANA, new Admission.Unlock()));
    }
}
