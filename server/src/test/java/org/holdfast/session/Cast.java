package org.holdfast.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.holdfast.session.Member.Arrival;
import org.holdfast.session.Member.Link;
import org.holdfast.session.Member.PrivatePlace;
import org.holdfast.session.Member.Standing;
import org.jspecify.annotations.Nullable;

/// The people of every test: an evening group with two facilitators.
public final class Cast {
    public static final MemberId DANA = new MemberId("dana");
    public static final MemberId BEN = new MemberId("ben");
    public static final MemberId AMINA = new MemberId("amina");
    public static final MemberId SAM = new MemberId("sam");
    public static final MemberId MARIA = new MemberId("maria");
    public static final MemberId LUIS = new MemberId("luis");
    public static final MemberId THEO = new MemberId("theo");
    public static final MemberId JO = new MemberId("jo");
    public static final MemberId IRIS = new MemberId("iris");
    public static final MemberId OLE = new MemberId("ole");
    public static final MemberId TESS = new MemberId("tess");
    /// Put into the group while its room is open.
    public static final MemberId NIA = new MemberId("nia");
    /// Nobody of this group.
    public static final MemberId STRANGER = new MemberId("stranger");

    public static final List<MemberId> STAFF = List.of(DANA, BEN);
    public static final List<MemberId> ROSTER = List.of(AMINA, SAM, MARIA, LUIS, THEO);

    public static final Map<MemberId, Role> GUESTS =
            Map.of(JO, Role.FAMILY, IRIS, Role.INTERPRETER, OLE, Role.OBSERVER, TESS, Role.TRAINEE);

    /// Seven in the evening in New York.
    public static final Instant STARTS = Instant.parse("2026-11-20T00:00:00Z");

    public static final Duration LENGTH = Duration.ofMinutes(60);

    /// As they stood before lost media and sound alone were a matter of rules. The kept logs opened with them.
    public static final AttendanceRules RULES_OF_BEFORE =
            new AttendanceRules(1, Duration.ofMinutes(10), Duration.ofMinutes(10), Duration.ofMinutes(2), 80, false);

    private static final Map<MemberId, String> NAMES = Map.ofEntries(
            Map.entry(DANA, "Dana W."),
            Map.entry(BEN, "Ben H."),
            Map.entry(AMINA, "Amina H."),
            Map.entry(SAM, "Sam P."),
            Map.entry(MARIA, "Maria V."),
            Map.entry(LUIS, "Luis G."),
            Map.entry(THEO, "Theo M."),
            Map.entry(NIA, "Nia B."),
            Map.entry(JO, "Jo P."),
            Map.entry(IRIS, "Iris N."),
            Map.entry(OLE, "Ole T."),
            Map.entry(TESS, "Tess K."));

    private static final String AGREEMENT = "What is said here stays here.";

    private Cast() {}

    public static Plan plan() {
        return plan(RULES_OF_BEFORE);
    }

    public static Plan plan(AttendanceRules rules) {
        return plan(STARTS, LENGTH, rules);
    }

    public static Plan plan(Chat.Policy chat) {
        return with(RULES_OF_BEFORE, chat, null, null, null, null);
    }

    /// Of a group that has said nothing of all this but whom it lets in as guests.
    static Plan withOnly(Map<MemberId, Role> guests) {
        return with(RULES_OF_BEFORE, null, null, null, guests, null);
    }

    /// The group with its guests: Sam's sister, an interpreter, somebody who observes and somebody who learns.
    public static Plan withGuests(Cameras cameras) {
        return withGuests(RULES_OF_BEFORE, Chat.Policy.EVERYONE, cameras);
    }

    public static Plan withGuests(AttendanceRules rules, Chat.Policy chat, Cameras cameras) {
        return with(rules, chat, cameras, null, GUESTS, AGREEMENT);
    }

    public static Plan withBreaks(Breaks.Policy breaks) {
        return with(AttendanceRules.DEFAULT, null, null, breaks, Map.of(), AGREEMENT);
    }

    /// With all that a group can say.
    public static Plan whole() {
        return with(
                AttendanceRules.DEFAULT,
                Chat.Policy.TO_STAFF,
                Cameras.EXPECTED,
                Breaks.Policy.NOT_COUNTED,
                Map.of(IRIS, Role.INTERPRETER, OLE, Role.OBSERVER),
                AGREEMENT,
                List.of(new PreparedWorksheet(PlayedPaper.worksheet(1), "form-1", "1", Worksheet.Mode.SHARE, null)));
    }

    private static Plan with(
            AttendanceRules rules,
            Chat.@Nullable Policy chat,
            @Nullable Cameras cameras,
            Breaks.@Nullable Policy breaks,
            @Nullable Map<MemberId, Role> guests,
            @Nullable String agreement) {
        return with(rules, chat, cameras, breaks, guests, agreement, null);
    }

    private static Plan with(
            AttendanceRules rules,
            Chat.@Nullable Policy chat,
            @Nullable Cameras cameras,
            Breaks.@Nullable Policy breaks,
            @Nullable Map<MemberId, Role> guests,
            @Nullable String agreement,
            @Nullable List<PreparedWorksheet> worksheets) {
        var usual = plan(rules);
        return new Plan(
                usual.session(),
                usual.title(),
                usual.starts(),
                usual.ends(),
                usual.zone(),
                usual.lead(),
                usual.staff(),
                usual.roster(),
                usual.roomLimit(),
                usual.rules(),
                chat,
                cameras,
                breaks,
                guests == null ? null : new TreeMap<>(guests),
                agreement,
                worksheets);
    }

    public static Plan withWorksheets(List<PreparedWorksheet> worksheets) {
        return with(AttendanceRules.DEFAULT, null, null, null, null, null, worksheets);
    }

    public static Plan plan(Instant starts, Duration length, AttendanceRules rules) {
        return new Plan(
                new SessionId("evening"),
                "Evening group",
                starts,
                starts.plus(length),
                "America/New_York",
                DANA,
                new TreeSet<>(STAFF),
                new TreeSet<>(ROSTER),
                6,
                rules);
    }

    public static String name(MemberId member) {
        return NAMES.getOrDefault(member, "?");
    }

    /// The browser that a person usually comes with.
    public static DeviceId device(MemberId member) {
        return new DeviceId(member + "-phone");
    }

    public static DeviceId otherDevice(MemberId member) {
        return new DeviceId(member + "-laptop");
    }

    public static Link.Live link(MemberId member, int number) {
        return new Link.Live("node1", new ConnectionId(member + "-line-" + number));
    }

    public static Arrival arrival() {
        return new Arrival(Standing.FIRST, "", PrivatePlace.UNANSWERED);
    }
}
