package org.holdfast.meeting;

import static org.holdfast.clinic.StaffRole.FACILITATOR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.holdfast.clinic.ClinicId;
import org.holdfast.identity.Kind;
import org.holdfast.testing.RedisExtension;
import org.holdfast.testing.TestRedis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Somebody signs out on a computer that others use too.
@ExtendWith(RedisExtension.class)
class DeparturesTest {
    private static final String LEAVE = "/api/v1/me/departure";
    private static final String MINE = "/api/v1/me/worksheets";
    private static final int NOT_SIGNED_IN = 4401;
    private static final int SIGNED_OUT = 4402;

    private Clinic clinic;
    private Books books;
    private Browser library;

    @BeforeEach
    void open(TestRedis redis) {
        clinic = Clinic.open(redis);
        books = new Books(clinic.first(), ClinicId.ONLY);
        library = books.participant("pnia");
    }

    @AfterEach
    void close() {
        clinic.close();
    }

    @Test
    void what_the_computer_still_has_opens_nothing_more_on_any_server() {
        assertEquals(200, library.get(MINE).statusCode());
        var answer = library.post(LEAVE, "{}");
        assertEquals(204, answer.statusCode(), answer.body());
        var cookie = answer.headers().firstValue("set-cookie").orElse("");
        assertTrue(cookie.startsWith("holdfast-pnia=;") && cookie.contains("Max-Age=0"), cookie);
        // As whoever copied the cookie before would come.
        for (var server : new String[] {clinic.first().address(), clinic.start().address()}) {
            assertEquals(401, library.at(server).get(MINE).statusCode());
        }
    }

    @Test
    void their_other_devices_and_their_link_are_as_they_were() {
        var phone = books.seated("pnia", Kind.PARTICIPANT);
        assertEquals(204, library.post(LEAVE, "{}").statusCode());
        assertEquals(200, phone.get(MINE).statusCode());
        assertEquals(200, books.seated("pnia", Kind.PARTICIPANT).get(MINE).statusCode());
    }

    /// In the room, and on whichever server.
    @Test
    void what_is_open_in_another_tab_is_let_go_and_its_person_has_left() {
        var group = Gathering.of(clinic, "library", Who.FACILITATOR, Who.PRESENT, Who.PARTICIPANT);
        var browser = group.browser(Who.PRESENT);
        assertEquals(204, browser.at(clinic.start().address()).post(LEAVE, "{}").statusCode());
        assertEquals(SIGNED_OUT, group.tab(Who.PRESENT).closeCode());
        // Gone of their own will, and not for a line that broke.
        var console = group.tab(Who.FACILITATOR);
        console.sees(view -> !view.path("people").has(group.id(Who.PRESENT)));
        assertTrue(
                console.texts().stream()
                        .noneMatch(text -> text.contains("dropped") && text.contains(group.id(Who.PRESENT))),
                String.join("\n", console.texts()));
        var again = browser.open(group.session());
        assertEquals(NOT_SIGNED_IN, again.closeCode());
        group.tab(Who.PARTICIPANT).beatHeard();
        console.beatHeard();
        group.close();
    }

    @Test
    void whoever_waits_is_let_go_too_and_their_phone_stays() {
        var group = Gathering.of(clinic, "library", Who.FACILITATOR, Who.WAITING, Who.NEW_BROWSER);
        var before = group.tab(Who.NEW_BROWSER);
        assertEquals(204, group.browser(Who.NEW_BROWSER).post(LEAVE, "{}").statusCode());
        assertEquals(SIGNED_OUT, before.closeCode());
        assertEquals(204, group.browser(Who.WAITING).post(LEAVE, "{}").statusCode());
        assertEquals(SIGNED_OUT, group.tab(Who.WAITING).closeCode());
        var console = group.tab(Who.FACILITATOR);
        console.sees(view ->
                view.path("waiting").isEmpty() && view.path("newDevices").isEmpty());
        // The browser that has the seat is theirs as before.
        assertTrue(console.view().path("people").has(group.id(Who.NEW_BROWSER)));
        group.close();
    }

    @Test
    void it_is_nothing_for_staff_nor_for_who_has_no_seat() {
        var lead = books.staff("plead", FACILITATOR);
        assertEquals(404, lead.post(LEAVE, "{}").statusCode());
        assertEquals(401, lead.seat("pnia").post(LEAVE, "{}").statusCode());
    }
}
