package org.holdfast.meeting;

import static org.holdfast.testing.Await.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.holdfast.clinic.ClinicId;
import org.holdfast.decision.Actor;
import org.holdfast.json.JsonText;
import org.holdfast.person.PersonCommand;
import org.holdfast.testing.RedisExtension;
import org.holdfast.testing.TestRedis;
import org.holdfast.web.WebContract;
import org.holdfast.web.WebContract.Route;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/// Every route about a session by everybody whom its plan names, against `matrix/routes.txt`; and by the same people
/// about a session that is not theirs, of another clinic or nowhere: whichever it is, they are answered alike. Routes
/// of
/// the clinic's books are in [RoleMatrixTest].
@ExtendWith(RedisExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RouteMatrixTest {
    private static final Table TABLE = Table.read("routes");
    private static final List<Route> ROUTES = WebContract.routes().stream()
            .filter(route -> route.path().contains("{session}"))
            .toList();

    private final Map<String, Browser> browsers = new TreeMap<>();
    private Clinic clinic;
    private Gathering own;
    private List<String> notTheirs;

    @BeforeAll
    void open(TestRedis redis) {
        clinic = Clinic.open(redis);
        own = Gathering.planned(clinic, ClinicId.ONLY, "own", SignedInStaff.people());
        notTheirs = List.of(
                Gathering.planned(clinic, ClinicId.ONLY, "another").session(),
                Gathering.planned(clinic, Books.NORTH, "north").session(),
                "s-nowhere");
        for (var who : Who.values()) {
            if (TABLE.columns().contains(who.column())) browsers.put(who.column(), own.browser(who));
        }
        clinic.accounts = SignedInStaff.PROVIDER;
        browsers.putAll(SignedInStaff.browsers(clinic, redis, clinic.start().address()));
        browsers.values().forEach(browser -> register(browser.seat()));
    }

    private void register(String person) {
        var people = clinic.first().node().people();
        get(people.submit(person, new PersonCommand.Register("Kim T."), new Actor.Node("test"), Books.fresh()));
    }

    @AfterAll
    void close() {
        clinic.close();
    }

    @Test
    void every_route_about_a_session_has_a_row_and_everybody_a_column() {
        assertEquals(
                ROUTES.stream().map(Route::operation).collect(Collectors.toCollection(TreeSet::new)), TABLE.names());
        assertEquals(
                browsers.keySet(),
                new TreeSet<>(TABLE.columns().subList(1, TABLE.columns().size())));
    }

    @TestFactory
    Stream<DynamicTest> every_route_by_everybody() {
        return ROUTES.stream()
                .flatMap(route -> TABLE.columns().stream()
                        .skip(1)
                        .map(who -> dynamicTest(
                                route.operation() + " by " + who + ": " + TABLE.cell(route.operation(), who),
                                () -> asks(route, who))));
    }

    private void asks(Route route, String who) {
        var expected = TABLE.cell(route.operation(), who);
        var answer = ask(who, route, own.session());
        assertEquals(expected, told(answer), answer.body());
        var elsewhere = notTheirs.stream()
                .map(session -> ask(who, route, session))
                .map(other -> other.statusCode() + " " + other.headers().map() + " " + other.body())
                .distinct()
                .toList();
        assertEquals(1, elsewhere.size(), elsewhere.toString());
        var refusedAnyhow = expected.endsWith("role-missing");
        assertTrue(elsewhere.getFirst().startsWith(refusedAnyhow ? "403" : "404"), elsewhere.getFirst());
    }

    /// What was decided of a wish is another matter: that it was looked at is what counts here.
    private static String told(HttpResponse<String> answer) {
        var status = answer.statusCode();
        if (status == 409 || status == 204) return "decided";
        if (status == 200) return "200";
        var type = JsonText.parse(answer.body()).path("type").asText();
        return status + ":" + type.substring(type.lastIndexOf(':') + 1);
    }

    private HttpResponse<String> ask(String who, Route route, String session) {
        var browser = browsers.get(who);
        var participant = own.id(Who.PARTICIPANT);
        var path = "/api/v1"
                + route.path()
                        .replace("{session}", session)
                        .replace("{member}", participant)
                        .replace("{what}", "sheet")
                + (route.operation().equals("export") ? "?person=" + participant : "");
        if (!route.hasBody()) return browser.get(path);
        var body = RequestBodies.of(route.operation(), participant).replace("p-sam", participant);
        return route.method().equals("put") ? browser.put(path, body) : browser.post(path, body);
    }
}
