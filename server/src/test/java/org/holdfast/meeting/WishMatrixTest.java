package org.holdfast.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.holdfast.session.Role;
import org.holdfast.testing.RedisExtension;
import org.holdfast.testing.TestRedis;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/// Every wish of the socket's contract by everybody who may be in a session, against `matrix/wishes.txt`: it is done,
/// or
/// it is refused in words and nothing of it is in the log. Who does not come so far is in [DoorMatrixTest].
@ExtendWith(RedisExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WishMatrixTest {
    private static final String STRANGER = "stranger";
    private static final Table TABLE = Table.read("wishes");
    private static final List<Who> WITHOUT_RIGHTS = List.of(
            Who.WAITING, Who.NEW_BROWSER, Who.PARTICIPANT, Who.FAMILY, Who.INTERPRETER, Who.OBSERVER, Who.TRAINEE);

    private final AtomicInteger gatherings = new AtomicInteger();
    private Clinic clinic;
    private @Nullable Gathering everybody;
    /// People whom a session does not know, and where a signal to them would go.
    private Map<String, String> strangers;

    @BeforeAll
    void open(TestRedis redis) {
        clinic = Clinic.open(redis);
        Gathering.planned(clinic, Books.NORTH, "north");
        var another = Gathering.of(clinic, "another", Who.FACILITATOR, Who.PRESENT);
        strangers = Map.of("p-present-north", "e7777777", another.id(Who.PRESENT), "e8888888", "p-nobody", "e9999999");
    }

    @AfterAll
    void close() {
        clinic.close();
    }

    @Test
    void every_wish_of_the_contract_has_a_row_and_no_row_is_without_one() {
        assertEquals(Wish.all().stream().map(Wish::type).collect(Collectors.toCollection(TreeSet::new)), TABLE.names());
    }

    @Test
    void everybody_who_may_be_in_a_session_has_a_column() {
        for (var role : Role.values()) {
            assertTrue(Arrays.stream(Who.values()).anyMatch(who -> who.role() == role), role.name());
        }
        for (var who : Who.values()) {
            assertEquals(who != Who.PRESENT, TABLE.columns().contains(who.column()), who.column());
        }
    }

    @TestFactory
    Stream<DynamicContainer> every_wish_by_everybody() {
        return Wish.all().stream().map(wish -> dynamicContainer(wish.type(), cells(wish)));
    }

    private Stream<DynamicTest> cells(Wish wish) {
        var row = new Row(wish);
        var powerless = WITHOUT_RIGHTS.stream().map(who -> row.cell(who, row::everybody));
        var aboutStrangers = TABLE.cell(wish.type(), STRANGER).equals("-")
                ? Stream.<DynamicTest>of()
                : Stream.of(dynamicTest(STRANGER, row::aboutStrangers));
        var leading = Stream.of(
                row.cell(Who.FACILITATOR, () -> row.ledBy(Who.FACILITATOR)),
                row.cell(Who.CO_FACILITATOR, () -> row.ledBy(Who.CO_FACILITATOR)));
        return Stream.of(powerless, aboutStrangers, leading)
                .flatMap(each -> each)
                .onClose(row::close);
    }

    /// One wish. What a facilitator does is done, so each has people of their own to do it to.
    private final class Row {
        private final Wish wish;
        private final List<Gathering> led = new ArrayList<>();

        Row(Wish wish) {
            this.wish = wish;
        }

        Gathering ledBy(Who lead) {
            var gathering = Gathering.of(clinic, name(), lead, Who.PRESENT, Who.WAITING, Who.NEW_BROWSER);
            led.add(gathering);
            return gathering;
        }

        /// Nothing that those do who lead nothing is in the way of the next wish, unless they leave.
        Gathering everybody() {
            if (everybody == null) {
                var others = Stream.concat(Stream.of(Who.PRESENT), WITHOUT_RIGHTS.stream());
                everybody = Gathering.of(clinic, name(), Who.FACILITATOR, others.toArray(Who[]::new));
            }
            return everybody;
        }

        void close() {
            led.forEach(Gathering::close);
            if (everybody == null || !wish.type().equals("session.leave")) return;
            everybody.close();
            everybody = null;
        }

        DynamicTest cell(Who who, Supplier<Gathering> where) {
            var expected = TABLE.cell(wish.type(), who.column());
            return dynamicTest(who.column() + ": " + expected, () -> asks(who, expected, where.get()));
        }

        private void asks(Who who, String expected, Gathering there) {
            var before = there.written();
            var heard = there.signalsHeard(Who.PRESENT);
            var answer = ask(there, who, about(there), there.endpoint(Who.PRESENT));
            answered(expected, answer);
            if (!expected.equals("ok")) assertEquals(before, there.written(), "It is in the log: " + answer);
            if (!wish.properties().containsKey("signal")) return;
            if (expected.equals("ok")) there.hearsSignal(Who.PRESENT, there.endpoint(who));
            else assertEquals(heard, there.signalsHeard(Who.PRESENT));
        }

        private String about(Gathering there) {
            return switch (TABLE.cell(wish.type(), "about")) {
                case "waiting" -> there.id(Who.WAITING);
                case "new-browser" -> there.id(Who.NEW_BROWSER);
                case "present" -> there.id(Who.PRESENT);
                case "-" -> "";
                case String other -> throw new AssertionError(other);
            };
        }

        /// Whoever they are, and whether there is such a person at all, a facilitator is told the same.
        void aboutStrangers() {
            var there = everybody();
            var before = there.written();
            var told = new TreeSet<String>();
            for (var stranger : strangers.entrySet()) {
                var answer = ask(there, Who.FACILITATOR, stranger.getKey(), stranger.getValue());
                answered(TABLE.cell(wish.type(), STRANGER), answer);
                told.add(answer.without("re").toString());
            }
            assertEquals(1, told.size(), told.toString());
            assertEquals(before, there.written());
        }

        private ObjectNode ask(Gathering there, Who who, String member, String endpoint) {
            return there.tab(who).ask(wish.type(), wish.saying(member, endpoint));
        }
    }

    private String name() {
        return "g" + gatherings.incrementAndGet();
    }

    private static void answered(String expected, JsonNode answer) {
        switch (expected) {
            case "ok", "unheard" -> assertTrue(answer.path("ok").asBoolean(), answer.toString());
            default -> {
                var refused = answer.path("refused");
                assertEquals(expected, refused.path("code").asText(), answer.toString());
                assertTrue(refused.path("text").asText().endsWith("."), answer.toString());
            }
        }
    }
}
