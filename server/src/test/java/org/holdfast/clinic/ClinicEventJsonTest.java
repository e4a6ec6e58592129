package org.holdfast.clinic;

import static org.holdfast.clinic.ClinicGiven.BEN;
import static org.holdfast.clinic.ClinicGiven.DANA;
import static org.holdfast.clinic.ClinicGiven.EVENING;
import static org.holdfast.clinic.ClinicGiven.MONDAY;
import static org.holdfast.clinic.ClinicGiven.NOW;
import static org.holdfast.clinic.ClinicGiven.SAM;
import static org.holdfast.clinic.ClinicGiven.about;
import static org.holdfast.clinic.ClinicGiven.added;
import static org.holdfast.clinic.ClinicGiven.groups;
import static org.holdfast.clinic.ClinicGiven.joined;
import static org.holdfast.clinic.ClinicGiven.members;
import static org.holdfast.clinic.ClinicGiven.moved;
import static org.holdfast.clinic.ClinicGiven.own;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.holdfast.clinic.Enrolment.Phase;
import org.holdfast.clinic.Group.Kind;
import org.holdfast.clinic.Group.Outline;
import org.holdfast.clinic.Group.Policies;
import org.holdfast.clinic.Group.Size;
import org.holdfast.session.AttendanceRules;
import org.holdfast.session.Breaks;
import org.holdfast.session.Cameras;
import org.holdfast.session.Chat;
import org.holdfast.session.MemberId;
import org.holdfast.session.PreparedWorksheet;
import org.holdfast.session.Worksheet;
import org.holdfast.session.WorksheetId;
import org.holdfast.testing.ApprovedEvents;
import org.junit.jupiter.api.Test;

class ClinicEventJsonTest {
    private static final AttendanceRules STRICT =
            new AttendanceRules(1, Duration.ofMinutes(5), Duration.ofMinutes(5), Duration.ZERO, 90, false);
    private static final Outline OUTLINE = new Outline(
            "Evening group",
            new Size(2, 12),
            new Policies(
                    Chat.Policy.EVERYONE,
                    Cameras.EXPECTED,
                    Breaks.Policy.COUNTED,
                    "What is said here stays here.",
                    new TreeSet<>(Set.of("90853", "H0015"))));

    private static final SeriesId SERIES = new SeriesId("s-evening");
    private static final SlotId SLOT = new SlotId("s-evening-20260302");
    private static final LocalTime SIX = LocalTime.of(18, 0);

    private static final ApprovedEvents<ClinicEvent> EVENTS = ApprovedEvents.of(
            ClinicEvent.class,
            List.of(
                    new Standards.RulesAdopted(STRICT.as(2)),
                    new Standards.CredentialKept("p-dana", "LCSW"),
                    new Standards.GroupRulesAdopted(EVENING, STRICT.as(3)),
                    new Standards.GroupRulesAdopted(EVENING, null),
                    new Standards.ZoneSet(ZoneId.of("America/New_York")),
                    new Standards.NameSet("Harbor House"),
                    new Standards.NameSet(null),
                    added(DANA, People.Part.STAFF, "S1"),
                    added(SAM, People.Part.PARTICIPANT, "A-1"),
                    new People.NumberChanged(SAM, about("A-7")),
                    new People.WeekPlanned(SAM, Phase.STEPPED_DOWN, 240),
                    new People.Licensed(DANA, new TreeSet<>(Set.of("NY", "CA"))),
                    new People.Appointed(DANA, new TreeSet<>(Set.of(StaffRole.values()))),
                    moved(SAM, Phase.ADMITTED),
                    new Enrolment.Moved(SAM, Phase.STEPPED_DOWN, MONDAY, about("Back at work.")),
                    new Enrolment.Discharged(SAM, MONDAY, Enrolment.Why.OWN_WISH, about("A new job."), groups(EVENING)),
                    new Enrolment.Discharged(SAM, MONDAY, Enrolment.Why.COMPLETED, null, groups()),
                    new Enrolment.ReEntered(SAM, Phase.ACTIVE, MONDAY, about("Welcome back.")),
                    new Groups.Created(EVENING, Kind.GROUP, OUTLINE, DANA, members(DANA, BEN)),
                    new Groups.Changed(EVENING, OUTLINE),
                    new Groups.Staffed(EVENING, BEN, members(BEN)),
                    joined(EVENING, SAM),
                    new Groups.Joined(EVENING, SAM, own("It is his group.")),
                    new Groups.Left(EVENING, SAM),
                    new Groups.Closed(EVENING),
                    new Groups.Reopened(EVENING),
                    new Guests.Invited(new MemberId("p-sister"), Guests.Kind.FAMILY, EVENING, NOW),
                    new Guests.EndSet(new MemberId("p-sister"), NOW),
                    new Schedule.Made(SERIES, EVENING, new Timing("FREQ=WEEKLY;BYDAY=MO,TH", MONDAY, SIX, 90)),
                    new Schedule.Ended(SERIES, MONDAY.plusDays(60)),
                    new Schedule.Moved(SLOT, new Place(MONDAY.plusDays(1), SIX, 60), own("Snow.")),
                    new Schedule.Cancelled(SLOT, own("Snow.")),
                    new Schedule.Restored(SLOT),
                    new Schedule.Added(
                            new SlotId("x-extra"),
                            EVENING,
                            new Place(MONDAY, SIX, 60),
                            own("He was ill."),
                            SLOT,
                            members(SAM)),
                    new Schedule.Added(
                            new SlotId("x-extra"), EVENING, new Place(MONDAY, SIX, 60), null, null, members()),
                    new Schedule.Prepared(
                            SLOT,
                            List.of(
                                    new PreparedWorksheet(
                                            new WorksheetId("w%021d".formatted(1)),
                                            "halt",
                                            "1",
                                            Worksheet.Mode.SHARE,
                                            null),
                                    new PreparedWorksheet(
                                            new WorksheetId("w%021d".formatted(2)),
                                            "urge-log",
                                            "1",
                                            Worksheet.Mode.PRIVATE,
                                            new TreeSet<>(Set.of(new MemberId("p-sam")))))),
                    new Schedule.HolidayKept(MONDAY, "Founders' Day"),
                    new Schedule.HolidayDropped(MONDAY)),
            "clinic-events.jsonl");

    @Test
    void every_event_is_written_as_it_was_approved() {
        EVENTS.areWrittenAsTheyWereApproved();
    }

    @Test
    void what_was_approved_is_read_as_the_same_events() {
        EVENTS.areReadAsTheyWereApproved();
    }

    @Test
    void no_event_is_without_approval() {
        EVENTS.leaveNoneOut();
    }
}
