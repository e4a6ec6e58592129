package org.holdfast.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.holdfast.session.Member.Arrival;
import org.holdfast.session.Member.Link;
import org.holdfast.session.Member.PrivatePlace;
import org.holdfast.session.Member.Standing;

/// The people of every test: an evening group with two facilitators.
public final class Cast {
    public static final MemberId DANA = new MemberId("dana");
    public static final MemberId BEN = new MemberId("ben");
    public static final MemberId AMINA = new MemberId("amina");
    public static final MemberId SAM = new MemberId("sam");
    public static final MemberId MARIA = new MemberId("maria");
    public static final MemberId LUIS = new MemberId("luis");
    public static final MemberId THEO = new MemberId("theo");
    /// Nobody of this group.
    public static final MemberId STRANGER = new MemberId("stranger");

    public static final List<MemberId> STAFF = List.of(DANA, BEN);
    public static final List<MemberId> ROSTER = List.of(AMINA, SAM, MARIA, LUIS, THEO);

    /// Seven in the evening in New York.
    public static final Instant STARTS = Instant.parse("2026-11-20T00:00:00Z");

    public static final Duration LENGTH = Duration.ofMinutes(60);

    /// As they stood before lost media and sound alone were a matter of rules. The kept logs opened with them.
    public static final AttendanceRules RULES_OF_BEFORE =
            new AttendanceRules(1, Duration.ofMinutes(10), Duration.ofMinutes(10), Duration.ofMinutes(2), 80, false);

    private static final Map<MemberId, String> NAMES = Map.of(
            DANA,
            "Dana W.",
            BEN,
            "Ben H.",
            AMINA,
            "Amina H.",
            SAM,
            "Sam P.",
            MARIA,
            "Maria V.",
            LUIS,
            "Luis G.",
            THEO,
            "Theo M.");

    private Cast() {}

    public static Plan plan() {
        return plan(RULES_OF_BEFORE);
    }

    public static Plan plan(AttendanceRules rules) {
        return plan(STARTS, LENGTH, rules);
    }

    public static Plan plan(Chat.Policy chat) {
        var usual = plan();
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
                chat);
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
