package org.holdfast.attendance;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.holdfast.decision.Entry;
import org.holdfast.session.Admission;
import org.holdfast.session.Agreement;
import org.holdfast.session.Board;
import org.holdfast.session.Breaks;
import org.holdfast.session.Chat;
import org.holdfast.session.Corrections;
import org.holdfast.session.Floor;
import org.holdfast.session.Help;
import org.holdfast.session.Interruption;
import org.holdfast.session.Life;
import org.holdfast.session.ListenOnly;
import org.holdfast.session.MediaLine;
import org.holdfast.session.MemberId;
import org.holdfast.session.Roster;
import org.holdfast.session.Screen;
import org.holdfast.session.SessionEvent;
import org.holdfast.session.SignOff;
import org.holdfast.session.Spotlight;
import org.holdfast.session.Worksheets;
import org.jspecify.annotations.Nullable;

/// What was decided in a session and by whom, in the order of its log, as a clinician would want to read it. It is for
/// those who lead the session: it tells who asked for help. Others may have their own part of it.
public record Timeline(List<Decided> decisions) {
    /// What concerns each person, although it is about nobody. What is not named here is told to nobody else.
    private static final Set<Deed> OF_EVERYBODY = EnumSet.of(
            Deed.OPENED,
            Deed.ENDED,
            Deed.ENDED_UNATTENDED,
            Deed.ENDED_OVERTIME,
            Deed.BREAK_BEGUN,
            Deed.BREAK_ENDED,
            Deed.WORKSHEET_OPENED,
            Deed.SIGNED,
            Deed.CO_SIGNED);

    public Timeline {
        decisions = List.copyOf(decisions);
    }

    /// @param entries the session's log from its opening
    public static Timeline of(List<Entry<SessionEvent>> entries) {
        var comings = AttendanceSheet.comings(entries);
        var end = comings.end() == null ? comings.at() : comings.end().at();
        var zone = Arg.Zone.of(comings, end);
        var decisions = new ArrayList<Decided>();
        for (var entry : entries) {
            var moment = new Moment(entry.stamp(), comings.plan(), zone);
            entry.events().stream()
                    .map(event -> of(event, moment))
                    .filter(Objects::nonNull)
                    .forEach(decisions::add);
        }
        return new Timeline(decisions);
    }

    /// Only what concerns one member. No place in the log is in it, since those count what others do, and whoever led
    /// the session stands in it as staff.
    public static Timeline of(List<Entry<SessionEvent>> entries, MemberId member) {
        return new Timeline(of(entries).decisions.stream()
                .filter(it -> it.about() == null ? OF_EVERYBODY.contains(it.deed()) : member.equals(it.about()))
                .map(it -> it.toldTo(member))
                .toList());
    }

    private static @Nullable Decided of(SessionEvent event, Moment moment) {
        return switch (event) {
            case Life.Event it -> RoomDeeds.of(it, moment);
            case Roster.Event it -> ComingDeeds.of(it, moment);
            case Agreement.Event it -> ComingDeeds.of(it, moment);
            case Admission.Event it -> ComingDeeds.of(it, moment);
            case Floor.Event it -> RoomDeeds.of(it, moment);
            case Spotlight.Event it -> RoomDeeds.of(it, moment);
            case Chat.Event it -> RoomDeeds.of(it, moment);
            case Breaks.Event it -> RoomDeeds.of(it, moment);
            case Help.Event it -> RoomDeeds.of(it, moment);
            case Screen.Event it -> MediaDeeds.of(it, moment);
            case ListenOnly.Event it -> MediaDeeds.of(it, moment);
            case Worksheets.Event it -> RoomDeeds.of(it, moment);
            case Corrections.Event it -> RecordDeeds.of(it, moment);
            case SignOff.Event it -> RecordDeeds.of(it, moment);
            // What people show each other is theirs, and gone with the session.
            case Board.Event _ -> null;
            // Nobody decided it, and the row of whoever it befell shows it.
            case Interruption.Event _, MediaLine.Event _ -> null;
        };
    }
}
