package org.holdfast.attendance;

import static org.holdfast.session.Cast.AMINA;
import static org.holdfast.session.Cast.DANA;
import static org.holdfast.session.Cast.MARIA;
import static org.holdfast.session.Cast.SAM;

import java.time.Duration;
import org.holdfast.session.Admission.LetIn;
import org.holdfast.session.Admission.SendBack;
import org.holdfast.session.AttendanceRules;
import org.holdfast.session.Cast;
import org.holdfast.session.Floor.AllowCamera;
import org.holdfast.session.Floor.SetCamera;
import org.holdfast.session.Floor.SetMicrophone;
import org.holdfast.session.Floor.StopCamera;
import org.holdfast.session.Interruption.Cause;
import org.holdfast.session.Interruption.Interrupt;
import org.holdfast.session.Interruption.Resume;
import org.holdfast.session.ListenOnly.SetListenOnly;
import org.holdfast.session.MediaLine.Lost;
import org.holdfast.session.MediaLine.Returned;
import org.holdfast.session.Meeting;
import org.holdfast.session.MemberId;
import org.holdfast.session.Plan;
import org.holdfast.session.Screen;

/// Evenings on which sound and pictures did not get through, and on which there was sound alone.
final class Silent {
    /// Of a clinic that counts the time, however long it is.
    static final AttendanceRules COUNTED = new AttendanceRules(
            1, Duration.ofMinutes(10), Duration.ofMinutes(10), Duration.ofMinutes(2), 80, false, true);

    private Silent() {}

    private static Meeting begins(MemberId... participants) {
        return begins(AttendanceRules.DEFAULT, participants);
    }

    private static Meeting begins(AttendanceRules rules, MemberId... participants) {
        Plan plan = Cast.plan(rules);
        return Meeting.begins(plan, participants);
    }

    /// The bridge died at 20 past, and another one took over within seconds; only Maria's network needed longer. Before
    /// that a screen is shown and everybody just listens for a while. Amina is called on the phone meanwhile.
    static Meeting bridgeReset() {
        return Evenings.ends(begins(AMINA, SAM, MARIA)
                .at(2)
                .does(SAM, new SetCamera(true))
                .does(MARIA, new SetCamera(true))
                .does(DANA, new Screen.Allow(SAM))
                .does(SAM, new Screen.Share())
                .at(10)
                .does(DANA, new SetListenOnly(true))
                .does(DANA, new Screen.Share())
                .at(15)
                .does(DANA, new SetListenOnly(false))
                .does(DANA, new Screen.Stop())
                .does(SAM, new SetCamera(true))
                .at(19)
                .does(AMINA, new Interrupt(Cause.CALL))
                .at(20)
                .does(DANA, new Lost())
                .does(AMINA, new Lost())
                .does(SAM, new Lost())
                .does(MARIA, new Lost())
                .at(20, 4)
                .does(DANA, new Returned())
                .does(AMINA, new Returned())
                .does(SAM, new Returned())
                .at(22)
                .does(AMINA, new Resume())
                .at(24, 30)
                .does(MARIA, new Returned()));
    }

    /// Everybody only listens, so Sam's screen rests too. The one who leads them has no connection for a while.
    static Meeting outOfReach() {
        return Evenings.ends(begins(SAM)
                .at(5)
                .does(DANA, new Screen.Allow(SAM))
                .does(SAM, new Screen.Share())
                .at(10)
                .does(DANA, new SetListenOnly(true))
                .at(15)
                .does(DANA, new SetListenOnly(false))
                .does(SAM, new Screen.Share())
                .at(20)
                .does(DANA, new Lost())
                .at(40)
                .does(DANA, new Returned()));
    }

    static Meeting forLong(AttendanceRules rules) {
        return Evenings.ends(
                begins(rules, SAM).at(20).does(SAM, new Lost()).at(40).does(SAM, new Returned()));
    }

    /// First only the media went, then the line; in the end it was found that he had been silent and away since 23.
    static Meeting thenDropped() {
        return Evenings.ends(begins(SAM)
                .at(20)
                .does(SAM, new Lost())
                .at(23, 15)
                .drops(SAM, 15)
                .at(26)
                .comes(SAM)
                .at(30)
                .does(SAM, new Lost())
                .at(31)
                .does(SAM, new Returned())
                .at(31, 10)
                .drops(SAM, 40)
                .at(32)
                .comes(SAM));
    }

    static Meeting untilTheEnd() {
        return Evenings.ends(begins(SAM).at(50).does(SAM, new Lost()));
    }

    /// On from 10, stopped at 20, allowed and on again at 30, off at 40; sent back at 50 with it on, and in again.
    static Meeting cameras() {
        return Evenings.ends(begins(SAM)
                .at(10)
                .does(SAM, new SetCamera(true))
                .does(SAM, new SetMicrophone(true))
                .at(20)
                .does(DANA, new StopCamera(SAM))
                .at(25)
                .does(DANA, new AllowCamera(SAM))
                .at(30)
                .does(SAM, new SetCamera(true))
                .at(40)
                .does(SAM, new SetCamera(false))
                .at(45)
                .does(SAM, new SetCamera(true))
                .at(50)
                .does(DANA, new SendBack(SAM))
                .at(55)
                .does(DANA, new LetIn(SAM)));
    }
}
