package org.holdfast.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.holdfast.clinic.ClinicId;
import org.holdfast.testing.RedisExtension;
import org.holdfast.testing.TestRedis;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/// Whose socket opens at which session, against `matrix/doors.txt`. Where it does not, every wish of the contract is
/// said into it all the same: nothing is answered, and no log has a word of it. What is heard of those whose socket
/// opens is in [WishMatrixTest].
@ExtendWith(RedisExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoorMatrixTest {
    private static final Table TABLE = Table.read("doors");
    private static final String OPENS = "opens";

    private final Map<String, Browser> browsers = new TreeMap<>();
    private final Map<String, Gathering> sessions = new LinkedHashMap<>();
    private Clinic clinic;

    @BeforeAll
    void open(TestRedis redis) {
        clinic = Clinic.open(redis);
        var own = Gathering.planned(clinic, ClinicId.ONLY, "own", SignedInStaff.people());
        sessions.put("own", own);
        sessions.put("another", Gathering.planned(clinic, ClinicId.ONLY, "another"));
        sessions.put("other-clinic", Gathering.planned(clinic, Books.NORTH, "north"));

        for (var who : List.of(
                Who.PARTICIPANT,
                Who.FAMILY,
                Who.INTERPRETER,
                Who.OBSERVER,
                Who.TRAINEE,
                Who.FACILITATOR,
                Who.CO_FACILITATOR)) browsers.put(who.column(), own.browser(who));
        var address = clinic.first().address();
        browsers.put("nobody", new Browser(address).seat(own.id(Who.PARTICIPANT)));
        browsers.put(
                "with-anothers-cookie", own.browser(Who.PARTICIPANT).at(address).seat(own.id(Who.FACILITATOR)));
        browsers.put("removed", own.browser(Who.PRESENT));
        putOut(own);

        clinic.accounts = SignedInStaff.PROVIDER;
        var withAccounts = clinic.start().address();
        browsers.put("by-link", own.browser(Who.FACILITATOR).at(withAccounts));
        browsers.putAll(SignedInStaff.browsers(clinic, redis, withAccounts));
    }

    private static void putOut(Gathering own) {
        var console = own.opens(Who.FACILITATOR);
        console.welcome("console");
        own.opens(Who.PRESENT).welcome("waiting");
        console.done("member.remove", "member", own.id(Who.PRESENT));
        assertEquals(4003, own.tab(Who.PRESENT).closeCode());
        console.close();
    }

    @AfterAll
    void close() {
        clinic.close();
    }

    @Test
    void every_role_has_a_row_and_every_row_somebody_who_tries() {
        assertEquals(browsers.keySet(), TABLE.names());
    }

    @TestFactory
    Stream<DynamicTest> every_door_for_everybody() {
        return TABLE.names().stream()
                .flatMap(who -> TABLE.columns().stream()
                        .skip(1)
                        .map(session -> dynamicTest(
                                who + " at " + session + ": " + TABLE.cell(who, session), () -> tries(who, session))));
    }

    private void tries(String who, String session) {
        var at = sessions.get(session);
        var browser = browsers.get(who);
        var before = written();
        var tab = browser.open(at == null ? "s-nowhere" : at.session());
        if (TABLE.cell(who, session).equals(OPENS)) {
            var place = List.of("facilitator", "co-facilitator").contains(who) || who.startsWith("account-")
                    ? "console"
                    : "waiting";
            assertEquals(
                    browser.seat(), tab.welcome(place).path("you").path("id").asText());
            tab.close();
            return;
        }
        for (var wish : Wish.all()) say(tab, wish);
        assertEquals(TABLE.cell(who, session), String.valueOf(tab.closeCode()));
        assertEquals(
                who.equals("removed") && session.equals("own") ? 1 : 0,
                tab.texts().size(),
                tab.texts().toString());
        assertEquals(before, written());
    }

    /// It may be closed already.
    private static void say(Tab tab, Wish wish) {
        var message = new StringBuilder("{\"id\":\"" + Books.fresh().value() + "\",\"type\":\"" + wish.type() + "\"");
        var said = wish.saying("p-present-own", "e0000001");
        for (var n = 0; n < said.length; n += 2) {
            var value = said[n + 1] instanceof String text ? "\"" + text + "\"" : said[n + 1];
            message.append(",\"").append(said[n]).append("\":").append(value);
        }
        try {
            tab.sendText(message + "}");
        } catch (CompletionException _) {
            // Then nobody hears it either.
        }
    }

    private List<Long> written() {
        return sessions.values().stream().map(Gathering::written).toList();
    }
}
