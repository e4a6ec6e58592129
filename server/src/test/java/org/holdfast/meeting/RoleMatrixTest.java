package org.holdfast.meeting;

import static org.holdfast.clinic.StaffRole.AUDITOR;
import static org.holdfast.clinic.StaffRole.CLINICIAN;
import static org.holdfast.clinic.StaffRole.CLINIC_ADMIN;
import static org.holdfast.clinic.StaffRole.FACILITATOR;
import static org.holdfast.clinic.StaffRole.SUPERVISOR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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

/// Every route of the contract by every role: in one's own clinic, and about a group that one does not lead. What is
/// another clinic's is in [TwoClinicsTest].
@ExtendWith(RedisExtension.class)
class RoleMatrixTest {
    private static final List<Route> ROUTES = WebContract.routes();
    private static final Set<Integer> ANSWERED = Set.of(200, 204, 409);
    private static final Map<String, StaffRole> STAFF = Map.of(
            "pown", FACILITATOR,
            "pother", FACILITATOR,
            "pclinician", CLINICIAN,
            "psupervisor", SUPERVISOR,
            "padmin", CLINIC_ADMIN,
            "pauditor", AUDITOR);

    private Clinic clinic;
    private Books own;
    private Books north;

    @BeforeEach
    void open(TestRedis redis) {
        clinic = Clinic.open(redis);
        own = new Books(clinic.first(), ClinicId.ONLY);
        STAFF.forEach(own::staff);
        own.participant("ppatient");
        own.participant("pelse");
        own.gives("ppatient", "wtheirs");
        own.group("gtheirs", 8, "pown", "ppatient");
        own.group("gelse", 8, "pother", "pelse");
        own.mondays("rtheirs", "gtheirs", "2026-03-09");
        north = new Books(clinic.first(), Books.NORTH);
        north.staff("pnorth", StaffRole.values());
        var guest = post(own.browser("pown"), "/clinic/groups/gtheirs/guests", body("inviteGuest", "gtheirs", "x"));
        assertEquals(200, guest.statusCode(), guest.body());
        guestId = guest.body().replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");
    }

    private String guestId = "";

    @AfterEach
    void close() {
        clinic.close();
    }

    @Test
    void everyRouteOfTheBooksForEveryRole() {
        // Who sees least first: what they may do takes nobody out of a group.
        for (var id : List.of("pown", "pother", "pauditor", "pclinician", "psupervisor", "padmin")) {
            var role = Objects.requireNonNull(STAFF.get(id));
            for (var route : ofBooks()) {
                var answer = ask(own.browser(id), route, "gtheirs", "ppatient");
                var where = route.operation() + " by " + id + ": " + answer.statusCode() + " " + answer.body();
                if (!Objects.requireNonNull(route.roles()).contains(role)) {
                    assertEquals(403, answer.statusCode(), where);
                    assertTrue(answer.body().contains("not-your-role"), where);
                } else if (id.equals("pother") && namesSomething(route) && route.ownOnly(role)) {
                    assertEquals(404, answer.statusCode(), where);
                } else {
                    assertTrue(ANSWERED.contains(answer.statusCode()), where);
                }
            }
        }
    }

    @Test
    void whoIsNotOfTheStaffGetsNothingOfTheBooks() {
        for (var route : ofBooks()) {
            var stranger = ask(new Browser(clinic.first().address()).seat("pown"), route, "gtheirs", "ppatient");
            assertEquals(401, stranger.statusCode(), route.operation());
            var patient = ask(own.browser("ppatient"), route, "gtheirs", "ppatient");
            assertEquals(403, patient.statusCode(), route.operation() + " " + patient.body());
        }
    }

    @Test
    void aSessionIsThereOnlyForThoseInIt() {
        for (var route : ROUTES) {
            if (route.roles() != null || route.forAnyone() || !route.path().contains("{session}")) continue;
            for (var id : List.of("padmin", "pown")) sameAsNothing(own.browser(id), route);
            sameAsNothing(north.browser("pnorth"), route);
            var leads = ask(clinic.browserOf("Dana W."), route, "", "");
            assertTrue(
                    !Set.of(401, 403).contains(leads.statusCode()) && leads.statusCode() < 500,
                    route.operation() + " " + leads.statusCode() + " " + leads.body());
        }
    }

    private void sameAsNothing(Browser browser, Route route) {
        var theirs = ask(browser, route, "", "");
        var nothing = ask(
                browser,
                new Route(
                        route.operation(),
                        route.method(),
                        route.path().replace("{session}", "snowhere"),
                        route.hasBody()),
                "",
                "");
        assertEquals(404, theirs.statusCode(), route.operation() + " " + theirs.body());
        assertEquals(nothing.body(), theirs.body(), route.operation());
    }

    /// In its path or in its body.
    private static boolean namesSomething(Route route) {
        return route.path().contains("{") || RequestBodies.OF_THE_SCHEDULE.contains(route.operation());
    }

    private static List<Route> ofBooks() {
        return ROUTES.stream().filter(route -> route.roles() != null).toList();
    }

    private HttpResponse<String> ask(Browser browser, Route route, String group, String person) {
        var who = route.operation().equals("setGuestEnd") && person.equals("ppatient") ? guestId : person;
        var path = "/api/v1"
                + route.path()
                        .replace("{group}", group)
                        .replace("{person}", who)
                        .replace("{session}", clinic.session())
                        .replace("{member}", "p-sam")
                        .replace("{sheet}", "wtheirs")
                        .replace("{form}", "halt")
                        .replace("{what}", "sheet")
                + RequestBodies.query(route.operation());
        if (!route.hasBody()) return browser.get(path);
        var body = body(route.operation(), group, person);
        return route.method().equals("put") ? browser.put(path, body) : browser.post(path, body);
    }

    private static HttpResponse<String> post(Browser browser, String path, String body) {
        return browser.post("/api/v1" + path, body);
    }

    private static String body(String operation, String group, String person) {
        return RequestBodies.of(operation, group, person);
    }
}
