package org.holdfast.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.holdfast.clinic.ClinicId;
import org.holdfast.clinic.StaffRole;
import org.holdfast.testing.RedisExtension;
import org.holdfast.testing.TestRedis;
import org.holdfast.web.WebContract;
import org.holdfast.web.WebContract.Route;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Two clinics on one server: whoever may do everything in one of them asks every route of the contract for what is the
/// other's, and is answered byte for byte as for what does not exist anywhere.
@ExtendWith(RedisExtension.class)
class TwoClinicsTest {
    private static final List<Route> ROUTES =
            WebContract.routes().stream().filter(route -> !route.forAnyone()).toList();

    private static final Pattern COMMAND = Pattern.compile("\"command\": \"([^\"]+)\"");

    /// What a route may name.
    private record Names(String group, String person, String guest, String staff, String session, String sheet) {
        Names withGroup(String other) {
            return new Names(other, person, guest, staff, session, sheet);
        }

        Names withPerson(String other) {
            return new Names(group, other, other, staff, session, sheet);
        }
    }

    private static final Names NOTHING = new Names("gnowhere", "pnobody", "pnobody", "pnobody", "snowhere", "wnowhere");

    private Clinic clinic;
    private Books own;
    private Books north;
    private Names theirs;
    private int asked;

    @BeforeEach
    void open(TestRedis redis) {
        clinic = Clinic.open(redis);
        own = new Books(clinic.first(), ClinicId.ONLY);
        var pown = own.staff("pown", StaffRole.values());
        own.participant("ppatient");
        own.group("gtheirs", 8, "pown", "ppatient");
        own.mondays("rtheirs", "gtheirs", "2026-03-09");
        var invited = pown.post(
                "/api/v1/clinic/groups/gtheirs/guests", RequestBodies.of("inviteGuest", "gtheirs", "ppatient"));
        assertEquals(200, invited.statusCode(), invited.body());
        var guest = invited.body().replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");
        own.gives("ppatient", "wtheirs");
        theirs = new Names("gtheirs", "ppatient", guest, "pown", clinic.session(), "wtheirs");
        north = new Books(clinic.first(), Books.NORTH);
        north.staff("pnorth", StaffRole.values());
        north.participant("pnorthpatient");
        north.group("gnorth", 8, "pnorth", "pnorthpatient");
        north.mondays("rnorth", "gnorth", "2026-03-09");
    }

    @AfterEach
    void close() {
        clinic.close();
    }

    @Test
    void what_is_the_other_clinics_is_answered_like_what_does_not_exist() {
        var before = own.now();
        for (var route : ROUTES) {
            alike(route, theirs, NOTHING);
            // What is their own in the path, and in the query or the body what is not, and the other way round.
            alike(route, theirs.withGroup("gnorth"), NOTHING.withGroup("gnorth"));
            alike(route, theirs.withPerson("pnorthpatient"), NOTHING.withPerson("pnorthpatient"));
        }
        assertEquals(before, own.now());
    }

    private void alike(Route route, Names there, Names nowhere) {
        if (saying(route, there).equals(saying(route, nowhere))) return;
        // Each time by somebody else, since one person may ask only so often.
        var all = north.staff("pnorth" + ++asked, StaffRole.values());
        var theirAnswer = ask(all, route, there);
        var noAnswer = ask(all, route, nowhere);
        var where = route.operation() + " " + there;
        assertEquals(told(noAnswer), told(theirAnswer), where);
        var status = theirAnswer.statusCode();
        assertTrue(status < 500 && status != 429, where + told(theirAnswer));
        if (!route.method().equals("get")) assertTrue(status >= 400, where + told(theirAnswer));
    }

    private static String told(HttpResponse<String> answer) {
        return answer.statusCode() + " " + answer.headers().map() + " " + answer.body();
    }

    /// All that names something in it, without the command's own id.
    private static String saying(Route route, Names names) {
        var body = body(route, names);
        var command = COMMAND.matcher(body);
        return path(route, names) + (command.find() ? body.replace(command.group(1), "") : body);
    }

    private static HttpResponse<String> ask(Browser browser, Route route, Names names) {
        if (!route.hasBody()) return browser.get(path(route, names));
        return route.method().equals("put")
                ? browser.put(path(route, names), body(route, names))
                : browser.post(path(route, names), body(route, names));
    }

    private static String path(Route route, Names names) {
        var person = route.operation().equals("setGuestEnd") ? names.guest() : names.person();
        return "/api/v1"
                + route.path()
                        .replace("{group}", names.group())
                        .replace("{person}", person)
                        .replace("{session}", names.session())
                        .replace("{member}", "p-sam")
                        .replace("{sheet}", names.sheet())
                        .replace("{form}", "halt")
                        .replace("{what}", "sheet")
                + query(route.operation(), names);
    }

    private static String query(String operation, Names names) {
        return switch (operation) {
            case "listNotes", "exportNotes" -> "?person=" + names.person();
            case "preparedWorksheets" -> "?slot=r" + names.group().substring(1) + "-20260309";
            default -> RequestBodies.query(operation);
        };
    }

    private static String body(Route route, Names names) {
        return route.hasBody()
                ? RequestBodies.of(route.operation(), names.group(), names.person())
                        .replace("\"pown\"", "\"" + names.staff() + "\"")
                : "";
    }

    @Test
    void no_list_of_one_clinic_has_anything_of_the_other() {
        var pnorth = north.browser("pnorth");
        var lists = Stream.of("people", "groups", "staff", "schedule" + RequestBodies.query("schedule"), "audit")
                .map(list -> pnorth.get("/api/v1/clinic/" + list))
                .toList();
        for (var list : lists) {
            assertEquals(200, list.statusCode(), list.body());
            for (var id : List.of("ppatient", "gtheirs", "rtheirs", "pown", theirs.guest())) {
                assertTrue(!list.body().contains("\"" + id), list.body());
            }
        }
        var whole = lists.stream().map(HttpResponse::body).reduce("", String::concat);
        for (var id : List.of("pnorthpatient", "gnorth", "rnorth")) assertTrue(whole.contains(id), whole);
    }

    @Test
    void a_record_number_of_one_clinic_says_nothing_to_the_other() {
        var known = imported("A-ppatient");
        var unknown = imported("A-nobodys");
        assertEquals(200, known.statusCode(), known.body());
        assertEquals(unknown.body(), known.body().replace("A-ppatient", "A-nobodys"));
        // In its own clinic it does.
        var there = own.browser("pown").post("/api/v1/clinic/imports", roster("A-ppatient"));
        assertNotEquals(unknown.body(), there.body().replace("A-ppatient", "A-nobodys"));
    }

    private HttpResponse<String> imported(String number) {
        return north.browser("pnorth").post("/api/v1/clinic/imports", roster(number));
    }

    private static String roster(String number) {
        return RequestBodies.of("importPeople", "").replace("I-1", number);
    }

    @Test
    void a_seat_in_the_other_clinic_is_no_seat_here() {
        var pnorth = north.browser("pnorth");
        var theirSeat = pnorth.seat("ppatient").get("/api/v1/me");
        var noSeat = pnorth.seat("pnobody").get("/api/v1/me");
        assertEquals(401, theirSeat.statusCode());
        assertEquals(told(noSeat), told(theirSeat));
    }
}
