package org.holdfast.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.holdfast.decision.Actor;
import org.holdfast.decision.Confidential;
import org.holdfast.decision.Named;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedJsonTest {
    record MemberId(String value) {
        MemberId {
            if (value.isEmpty()) throw new IllegalArgumentException("secret words: " + value);
        }
    }

    enum Cause {
        CALL,
        NO_MICROPHONE
    }

    sealed interface Place {
        @Named("home")
        record Home() implements Place {}

        @Named("elsewhere")
        record Elsewhere(String address) implements Place {}
    }

    sealed interface Event {
        sealed interface Floor extends Event {
            @Named("hand.raised")
            record HandRaised(MemberId member) implements Floor {}
        }

        @Named("arrived")
        record Arrived(
                MemberId member,
                Instant at,
                @Nullable Cause cause,
                int count,
                boolean known,
                Place place,
                List<MemberId> others,
                Map<MemberId, Long> minutes,
                Set<Cause> causes,
                Actor by)
                implements Event {}

        @Named("wrote")
        record Wrote(Confidential words) implements Event {}

        @Named("nested")
        record Nested(@Nullable Nested inner, List<Place> places) implements Event {}
    }

    private static final SealedJson<Event> JSON = SealedJson.of(Event.class);

    private static final Event.Arrived ARRIVED = new Event.Arrived(
            new MemberId("sam"),
            Instant.parse("2026-03-02T09:00:00.123Z"),
            null,
            2,
            true,
            new Place.Elsewhere("the bus"),
            List.of(new MemberId("maria")),
            Map.of(new MemberId("luis"), 3L, new MemberId("amina"), 4L),
            Set.of(Cause.NO_MICROPHONE, Cause.CALL),
            new Actor.Person("dana"));

    @Test
    void a_record_is_written_by_its_name_with_ids_as_text_and_nothing_for_null() {
        assertEquals(
                "{\"type\":\"arrived\",\"member\":\"sam\",\"at\":\"2026-03-02T09:00:00.123Z\",\"count\":2,\"known\":true,"
                        + "\"place\":{\"type\":\"elsewhere\",\"address\":\"the bus\"},\"others\":[\"maria\"],"
                        + "\"minutes\":{\"amina\":4,\"luis\":3},\"causes\":[\"call\",\"no-microphone\"],\"by\":\"p:dana\"}",
                JSON.print(ARRIVED));
    }

    @Test
    void what_was_written_reads_back_equal() {
        for (var event : List.of(
                ARRIVED,
                new Event.Floor.HandRaised(new MemberId("sam")),
                new Event.Wrote(new Confidential.Readable(Confidential.Lifetime.SESSION_RECORD, "why")),
                new Event.Wrote(new Confidential.Gone(Confidential.Lifetime.ARRIVAL)),
                new Event.Nested(new Event.Nested(null, List.of()), List.of(new Place.Home())))) {
            assertEquals(event, JSON.read(JSON.print(event)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"type\":\"unknown\"}",
                "{\"type\":7}",
                "{\"type\":\"hand.raised\"}",
                "{\"type\":\"hand.raised\",\"member\":null}",
                "{\"type\":\"hand.raised\",\"member\":7}",
                "{\"type\":\"hand.raised\",\"member\":\"\"}",
                "{\"type\":\"hand.raised\",\"member\":{\"value\":\"sam\"}}",
                "{\"type\":\"hand.raised\",\"member\":\"sam\",\"more\":1}",
                "{\"type\":\"hand.raised\",\"member\":\"sam\",\"member\":\"sam\"}",
                "{\"type\":\"hand.raised\",\"member\":\"sam\"} {}",
                "{\"type\":\"hand.raised\",\"member\":\"sam\"",
                "{'type':'hand.raised','member':'sam'}",
                "{\"type\":\"nested\",\"places\":[null]}",
                "{\"type\":\"nested\",\"places\":{\"0\":{\"type\":\"home\"}}}",
                "{\"type\":\"nested\",\"places\":[{\"type\":\"home\",\"x\":1}]}",
                "{\"type\":\"wrote\",\"words\":\"plain\"}"
            })
    void what_is_not_exactly_as_declared_is_refused(String text) {
        assertThrows(BadJson.class, () -> JSON.read(text));
    }

    @Test
    void a_complaint_says_where_but_never_what_stood_there() {
        var bad = assertThrows(
                BadJson.class,
                () -> JSON.read(
                        "{\"type\":\"nested\",\"places\":[{\"type\":\"elsewhere\",\"address\":[\"12 Oak St\"]}]}"));
        assertEquals("/places/0/address", bad.path());
        assertFalse(String.valueOf(bad.getMessage()).contains("Oak"));
        var broken = assertThrows(BadJson.class, () -> JSON.read("{\"address\":\"12 Oak St\", oops"));
        assertFalse(String.valueOf(broken.getMessage()).contains("Oak"));
    }

    @Test
    void text_that_nests_without_end_is_refused() {
        assertThrows(BadJson.class, () -> JsonText.parse("[".repeat(10_000)));
    }

    sealed interface Unnamed {
        record One() implements Unnamed {}
    }

    sealed interface Twice {
        @Named("same")
        record One() implements Twice {}

        @Named("same")
        record Two() implements Twice {}
    }

    sealed interface Shapeless {
        @Named("one")
        record One(Thread thread) implements Shapeless {}
    }

    @Test
    void a_family_that_cannot_be_written_is_noticed_when_the_codec_is_made() {
        assertThrows(IllegalArgumentException.class, () -> SealedJson.of(Unnamed.class));
        assertThrows(IllegalArgumentException.class, () -> SealedJson.of(Twice.class));
        assertThrows(IllegalArgumentException.class, () -> SealedJson.of(Shapeless.class));
    }

    record Exchange(String token) {}

    @Test
    void a_record_of_one_component_is_an_object_when_it_is_the_whole() {
        var json = RecordJson.of(Exchange.class);
        assertEquals("{\"token\":\"abc\"}", json.print(new Exchange("abc")));
        assertEquals(new Exchange("abc"), json.read("{\"token\":\"abc\"}"));
    }
}
