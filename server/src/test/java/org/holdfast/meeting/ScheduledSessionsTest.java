package org.holdfast.meeting;

import static org.holdfast.testing.Await.get;
import static org.holdfast.testing.Await.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.holdfast.clinic.ClinicId;
import org.holdfast.clinic.Enrolment;
import org.holdfast.clinic.Group;
import org.holdfast.clinic.Group.Policies;
import org.holdfast.clinic.GroupId;
import org.holdfast.clinic.Groups;
import org.holdfast.clinic.Place;
import org.holdfast.clinic.Planning;
import org.holdfast.clinic.Scheduling;
import org.holdfast.clinic.SeriesId;
import org.holdfast.clinic.SlotId;
import org.holdfast.clinic.Slots;
import org.holdfast.clinic.StaffRole;
import org.holdfast.clinic.Standards;
import org.holdfast.clinic.Timing;
import org.holdfast.decision.Actor;
import org.holdfast.identity.Kind;
import org.holdfast.live.LogId;
import org.holdfast.session.Agreement;
import org.holdfast.session.Breaks;
import org.holdfast.session.Cameras;
import org.holdfast.session.Chat;
import org.holdfast.session.Life;
import org.holdfast.session.MemberId;
import org.holdfast.session.Roster;
import org.holdfast.session.SessionEvent;
import org.holdfast.session.SessionId;
import org.holdfast.session.SheetHash;
import org.holdfast.testing.RedisExtension;
import org.holdfast.testing.TestRedis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// It is six, and Lea's group meets at half past seven. Two nodes are there, and nobody has a page open.
@ExtendWith(RedisExtension.class)
class ScheduledSessionsTest {
    private static final LocalDate TODAY = LocalDate.parse(Books.MONDAY);
    private static final LocalTime HALF_PAST_SEVEN = LocalTime.of(19, 30);
    private static final SeriesId SERIES = new SeriesId("rlea");
    private static final SlotId SLOT = new SlotId("rlea-20260302");
    private static final SessionId SESSION = new SessionId(SLOT.value());
    private static final LogId LOG = LogId.session(SLOT.value());
    private static final Duration HOLD = Duration.ofSeconds(10);

    private Clinic clinic;
    private Clinic.Server second;
    private Books books;

    @BeforeEach
    void open(TestRedis redis) {
        clinic = Clinic.open(redis);
        second = clinic.start();
        books = new Books(clinic.first(), ClinicId.ONLY);
        books.submit(new Standards.SetZone(ZoneOffset.UTC));
        fill(books);
    }

    private static void fill(Books books) {
        books.staff("p-lea", StaffRole.FACILITATOR);
        books.participant("p-tom");
        books.participant("p-kim");
        books.group("glea", 8, "p-lea", "p-tom", "p-kim");
        books.submit(new Scheduling.Make(
                SERIES, new GroupId("glea"), new Timing("FREQ=WEEKLY;BYDAY=MO,WE", TODAY, HALF_PAST_SEVEN, 60)));
    }

    @AfterEach
    void close() {
        clinic.close();
    }

    private void itIs(String time) {
        clinic.clock.pass(Duration.between(clinic.clock.instant(), at(time)));
    }

    private static Instant at(String time) {
        return Instant.parse(Books.MONDAY + "T" + time + "Z");
    }

    private List<SessionEvent> happened() {
        return get(clinic.first().node().sessions().entries(SESSION)).stream()
                .flatMap(entry -> entry.events().stream())
                .toList();
    }

    private void isOpen() {
        until(() -> {
            clinic.tick();
            return leadsTo("p-tom", SESSION) && leadsTo("p-lea", SESSION);
        });
    }

    private boolean leadsTo(String person, SessionId session) {
        var me = new JsonObject(books.browser(person).get("/api/v1/me").body());
        return session.value()
                .equals(me.getJsonObject("session", new JsonObject()).getString("id"));
    }

    /// Long enough for any node to have done what it would.
    private void nothingOpens() {
        for (var look = 0; look < 5; look++) {
            clinic.clock.pass(Duration.ofSeconds(1));
            clinic.tick();
        }
        assertEquals(List.of(), happened());
    }

    @Test
    void it_opens_a_quarter_of_an_hour_before_and_closes_by_rule_each_once_although_nobody_comes() {
        itIs("19:14:50");
        nothingOpens();
        itIs("19:15:00");
        isOpen();
        itIs("20:59:00");
        clinic.tick();
        assertEquals(1, happened().size());
        itIs("21:00:00");
        until(() -> {
            clinic.tick();
            return happened().size() == 2;
        });
        for (var more = 0; more < 3; more++) {
            clinic.clock.pass(Duration.ofMinutes(1));
            clinic.tick();
        }
        assertEquals(Life.Opened.class, happened().get(0).getClass());
        assertEquals(new Life.SessionEnded(Life.EndCause.OVERTIME), happened().get(1));
        assertEquals(2, happened().size());
    }

    @Test
    void its_people_meet_there() {
        itIs("19:15:00");
        isOpen();
        var lea = books.browser("p-lea").open(SESSION.value());
        lea.welcome("console");
        var tom = books.browser("p-tom").open(SESSION.value());
        tom.welcome("waiting");
        lea.done("member.admit", "member", "p-tom");
        tom.welcome("room");
    }

    /// The one on Wednesday, although that of today, which was ended early, was still to begin.
    @Test
    void what_was_ended_before_it_began_is_not_the_next_one() {
        itIs("19:15:00");
        isOpen();
        var lea = books.browser("p-lea").open(SESSION.value());
        lea.welcome("console");
        lea.done("session.end");
        until(() -> {
            var next = new JsonObject(books.browser("p-tom").get("/api/v1/me").body()).getJsonObject("next");
            return next != null && next.getString("starts").equals("2026-03-04T19:30:00Z");
        });
    }

    @Test
    void what_a_node_took_in_hand_before_it_died_another_does(TestRedis redis) {
        var vertx = Vertx.vertx();
        var store = Redis.createClient(vertx, redis.url());
        var look = "calendar clinic:clinic";
        // Who is still looking sets the next look when that is done, however much later it is by then. Two nodes may
        // look at once, and the head that is signed each hour has somebody look anew.
        nextLookIs(store, look, clinic.clock.instant().plus(Duration.ofMinutes(1)));
        clinic.end(second);
        itIs("19:00:30");
        nextLookIs(store, look, at("19:01:30"));
        itIs("19:14:30");
        nextLookIs(store, look, at("19:15:00"));
        // As a node leaves it that claims the look and is killed.
        var held = at("19:15:00").plus(HOLD).toEpochMilli();
        get(store.send(Request.cmd(Command.ZADD).arg("due").arg(held).arg(look)));
        get(vertx.close());
        itIs("19:15:00");
        nothingOpens();
        itIs("19:15:11");
        isOpen();
        assertEquals(1, happened().size());
    }

    private void nextLookIs(Redis store, String look, Instant when) {
        var score = Request.cmd(Command.ZSCORE).arg("due").arg(look);
        until(() -> {
            clinic.tick();
            return get(store.send(score)).toLong() == when.toEpochMilli();
        });
    }

    @Test
    void what_a_node_had_only_begun_is_finished() {
        var node = clinic.first().node();
        var slot = Objects.requireNonNull(Slots.of(books.now()).slot(SLOT));
        var plan = Objects.requireNonNull(Planning.plan(books.now(), slot, 8));
        itIs("19:14:50");
        get(node.sessionLogs().submit(LOG, new Life.OpenSession(plan), new Actor.Node("killed"), Books.fresh()));
        itIs("19:15:00");
        isOpen();
        itIs("21:00:00");
        until(() -> {
            clinic.tick();
            return happened().size() == 2;
        });
    }

    @Test
    void a_node_that_comes_late_opens_what_is_still_on() {
        clinic.end(second);
        clinic.end(clinic.first());
        itIs("19:50:00");
        clinic.start();
        books = new Books(clinic.first(), ClinicId.ONLY);
        books.seated("p-tom", Kind.PARTICIPANT);
        books.seated("p-lea", Kind.STAFF);
        isOpen();
    }

    @Test
    void a_session_planned_for_now_opens_at_once() {
        var extra = new SlotId("xnow");
        books.submit(new Scheduling.Add(
                extra, new GroupId("glea"), new Place(TODAY, LocalTime.of(18, 5), 30), null, null, new TreeSet<>()));
        until(() -> {
            clinic.tick();
            return leadsTo("p-tom", new SessionId("xnow"));
        });
    }

    @Test
    void a_group_that_is_opened_again_in_time_meets() {
        books.submit(new Groups.Close(new GroupId("glea")));
        itIs("19:15:00");
        nothingOpens();
        books.submit(new Groups.Reopen(new GroupId("glea")));
        itIs("19:20:00");
        isOpen();
    }

    /// Of everything that follows the opening only what the books brought about.
    private List<SessionEvent> followed() {
        return happened().stream()
                .filter(event -> event instanceof Roster.Event)
                .toList();
    }

    @Test
    void who_is_put_into_the_group_after_it_opened_comes_by_their_link() {
        itIs("19:15:00");
        isOpen();
        var lea = books.browser("p-lea").open(SESSION.value());
        lea.welcome("console");
        books.participant("p-new");
        books.submit(new Groups.Join(new GroupId("glea"), new MemberId("p-new"), null));
        until(() -> {
            clinic.tick();
            return leadsTo("p-new", SESSION);
        });
        var joined = books.browser("p-new").open(SESSION.value());
        joined.welcome("waiting");
        lea.done("member.admit", "member", "p-new");
        joined.welcome("room");
        nothingMoreFollows(1);
    }

    @Test
    void who_is_discharged_meanwhile_can_come_no_more_and_who_is_there_stays() {
        itIs("19:15:00");
        isOpen();
        var lea = books.browser("p-lea").open(SESSION.value());
        lea.welcome("console");
        var tom = books.browser("p-tom").open(SESSION.value());
        tom.welcome("waiting");
        lea.done("member.admit", "member", "p-tom");
        tom.welcome("room");
        for (var member : List.of("p-tom", "p-kim")) {
            var why = Enrolment.Why.OWN_WISH;
            books.submit(new Enrolment.Discharge(new MemberId(member), TODAY, why, null));
        }
        until(() -> {
            clinic.tick();
            return !leadsTo("p-kim", SESSION);
        });
        tom.done("hand.raise");
        nothingMoreFollows(2);
        tom.done("session.leave");
        assertEquals(false, leadsTo("p-tom", SESSION));
    }

    @Test
    void who_joins_where_a_group_says_something_has_agreed_to_it_once() {
        var says = new Policies(Chat.Policy.OFF, Cameras.FREE, Breaks.Policy.NONE, "Stay kind.", new TreeSet<>());
        books.submit(new Groups.Change(new GroupId("glea"), new Group.Outline("Leas", new Group.Size(1, 8), says)));
        itIs("19:15:00");
        isOpen();
        var door = "/api/v1/sessions/" + SESSION + "/arrival";
        for (var again = 0; again < 2; again++) {
            var answer = books.browser("p-tom").put(door, "{\"privatePlace\":\"yes\",\"agreed\":true}");
            assertEquals(204, answer.statusCode(), answer.body());
        }
        books.browser("p-kim").put(door, "{\"privatePlace\":\"yes\"}");
        var agreed = new Agreement.RulesAccepted(new MemberId("p-tom"), SheetHash.of("Stay kind."));
        assertEquals(List.of(agreed), happened().subList(1, happened().size()));
    }

    private void nothingMoreFollows(int most) {
        for (var look = 0; look < 4; look++) {
            clinic.clock.pass(Duration.ofSeconds(30));
            clinic.tick();
        }
        assertEquals(most, followed().size());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void what_is_off_or_elsewhere_does_not_open(boolean moved) {
        var tomorrow = new Place(TODAY.plusDays(1), HALF_PAST_SEVEN, 60);
        books.submit(
                moved ? new Scheduling.Move(SLOT, tomorrow, "Training.") : new Scheduling.Cancel(SLOT, "Training."));
        itIs("19:15:00");
        nothingOpens();
        assertNull(get(clinic.first().node().sessions().session(SESSION)));
    }

    @Test
    void the_next_one_takes_people_over_from_one_that_runs_late() {
        books.submit(new Scheduling.Add(
                new SlotId("xnext"),
                new GroupId("glea"),
                new Place(TODAY, LocalTime.of(20, 30), 60),
                null,
                null,
                new TreeSet<>()));
        itIs("19:15:00");
        isOpen();
        itIs("20:16:00");
        until(() -> {
            clinic.tick();
            return get(clinic.first().node().sessions().session(new SessionId("xnext"))) != null;
        });
        assertEquals(true, leadsTo("p-tom", SESSION));
        itIs("20:31:00");
        until(() -> leadsTo("p-tom", new SessionId("xnext")));
    }

    @Test
    void another_clinic_on_this_server_has_its_own() {
        var north = new Books(clinic.first(), Books.NORTH);
        north.staff("p-nora", StaffRole.FACILITATOR);
        north.participant("p-nils");
        north.group("gnorth", 8, "p-nora", "p-nils");
        north.submit(new Standards.SetZone(ZoneOffset.ofHours(1)));
        north.submit(new Scheduling.Make(
                new SeriesId("rnorth"),
                new GroupId("gnorth"),
                new Timing("FREQ=WEEKLY;BYDAY=MO", TODAY, HALF_PAST_SEVEN, 60)));
        itIs("18:15:00");
        until(() -> {
            clinic.tick();
            var me = new JsonObject(north.browser("p-nils").get("/api/v1/me").body());
            return "rnorth-20260302"
                    .equals(me.getJsonObject("session", new JsonObject()).getString("id"));
        });
        assertEquals(List.of(), happened());
        assertNotEquals(true, leadsTo("p-tom", new SessionId("rnorth-20260302")));
    }
}
