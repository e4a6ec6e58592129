package org.holdfast.media.jitsi;

import static org.holdfast.media.jitsi.Source.Semantics.FID;
import static org.holdfast.media.jitsi.Source.Semantics.SIM;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.holdfast.media.jitsi.PageSignal.Answer;
import org.holdfast.media.jitsi.Source.Kind;
import org.holdfast.media.jitsi.Source.Semantics;
import org.holdfast.media.jitsi.Source.SsrcGroup;
import org.holdfast.media.jitsi.SourceCheck.Invalid;
import org.holdfast.media.jitsi.SourceCheck.Result;
import org.holdfast.media.jitsi.SourceCheck.Valid;
import org.holdfast.media.jitsi.SourceCheck.Why;
import org.holdfast.session.EndpointId;
import org.junit.jupiter.api.Test;

/// What a page may say that it sends, and each way in which browsers and people who write their own have it wrong.
class SourceCheckTest {
    private static final EndpointId AMINA = new EndpointId("e0000001");
    private static final long HIGHEST = 0xFFFF_FFFFL;

    @Test
    void who_sends_nothing_yet_may() {
        assertEquals(new Valid(), check());
    }

    @Test
    void a_sound_has_one_number() {
        assertEquals(new Valid(), check(sound(1)));
        assertEquals(new Valid(), check(sound(HIGHEST)));
    }

    @Test
    void a_picture_has_one_number_or_one_with_repeats_or_layers_with_repeats() {
        for (var kind : List.of(Kind.CAMERA, Kind.SCREEN)) {
            assertEquals(new Valid(), check(plain(kind, 1)));
            assertEquals(new Valid(), check(repeated(kind, 1, 2)));
            assertEquals(new Valid(), check(layered(kind, 1, 2, 3, 4)));
            assertEquals(new Valid(), check(layered(kind, 1, 2, 3, 4, 5, 6)));
        }
    }

    @Test
    void sound_camera_and_screen_go_together_in_any_order() {
        var camera = layered(Kind.CAMERA, 1, 2, 3, 4, 5, 6);
        var screen = repeated(Kind.SCREEN, 7, 8);
        assertEquals(new Valid(), check(sound(9), camera, screen));
        assertEquals(new Valid(), check(screen, sound(9), camera));
    }

    @Test
    void a_screen_is_for_those_who_may_show_it() {
        assertEquals(new Valid(), SourceCheck.of(AMINA, List.of(plain(Kind.SCREEN, 1)), List.of(), true));
        assertEquals(
                new Invalid(Why.MAY_NOT_SHOW_SCREEN),
                SourceCheck.of(AMINA, List.of(plain(Kind.SCREEN, 1)), List.of(), false));
    }

    @Test
    void one_of_each_kind_is_enough() {
        invalid(Why.KIND_TWICE, sound(1), sound(2));
        invalid(Why.KIND_TWICE, plain(Kind.CAMERA, 1), plain(Kind.CAMERA, 2));
        invalid(Why.TOO_MANY_SOURCES, sound(1), plain(Kind.CAMERA, 2), plain(Kind.SCREEN, 3), sound(4));
    }

    @Test
    void a_source_is_named_after_its_own_endpoint_and_its_kind() {
        for (var name : List.of("e0000002-a0", "e0000001-v0", "e0000001-a1", "e0000001", "a0", "E0000001-a0", "")) {
            invalid(Why.WRONG_NAME, new Source(name, Kind.AUDIO, List.of(1L), List.of()));
        }
        invalid(Why.WRONG_NAME, new Source("e0000001-v1", Kind.CAMERA, List.of(1L), List.of()));
        invalid(Why.WRONG_NAME, new Source("e0000001-v0", Kind.SCREEN, List.of(1L), List.of()));
    }

    @Test
    void a_number_fits_into_a_packet() {
        for (var ssrc : List.of(0L, -1L, HIGHEST + 1, Long.MAX_VALUE, Long.MIN_VALUE)) {
            invalid(Why.NOT_AN_SSRC, sound(ssrc));
        }
        invalid(Why.NO_SSRC, source(Kind.AUDIO, List.of()));
    }

    @Test
    void a_number_is_used_once() {
        invalid(Why.SSRC_TWICE, source(Kind.CAMERA, List.of(1L, 1L), group(FID, 1, 1)));
        invalid(Why.SSRC_TWICE, sound(1), plain(Kind.CAMERA, 1));
        invalid(Why.SSRC_TWICE, repeated(Kind.CAMERA, 1, 2), repeated(Kind.SCREEN, 3, 2));
    }

    @Test
    void nobody_takes_the_number_of_another() {
        var ben = new Source("e0000002-v0", Kind.CAMERA, List.of(5L, 6L), List.of(group(FID, 5, 6)));
        var taken = List.of(ben);
        assertEquals(new Valid(), SourceCheck.of(AMINA, List.of(sound(1)), taken, true));
        assertEquals(new Invalid(Why.SSRC_OF_ANOTHER), SourceCheck.of(AMINA, List.of(sound(5)), taken, true));
        assertEquals(
                new Invalid(Why.SSRC_OF_ANOTHER),
                SourceCheck.of(AMINA, List.of(repeated(Kind.CAMERA, 1, 6)), taken, true));
    }

    @Test
    void a_picture_has_no_more_numbers_than_three_layers_need() {
        invalid(Why.TOO_MANY_SSRCS, source(Kind.CAMERA, List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L)));
        invalid(
                Why.TOO_MANY_GROUPS,
                source(
                        Kind.CAMERA,
                        List.of(1L, 2L, 3L, 4L, 5L, 6L),
                        group(SIM, 1, 3, 5),
                        group(FID, 1, 2),
                        group(FID, 3, 4),
                        group(FID, 5, 6),
                        group(FID, 5, 6)));
    }

    @Test
    void a_group_names_numbers_of_its_own_picture_only() {
        invalid(Why.GROUP_NAMES_UNKNOWN, source(Kind.CAMERA, List.of(1L), group(FID, 1, 2)));
        invalid(Why.GROUP_NAMES_UNKNOWN, sound(2), source(Kind.CAMERA, List.of(1L), group(FID, 1, 2)));
        invalid(Why.GROUP_NAMES_UNKNOWN, source(Kind.CAMERA, List.of(1L, 2L), group(SIM, 1, 3)));
    }

    @Test
    void repeats_are_two_and_layers_two_or_three() {
        var numbers = List.of(1L, 2L, 3L, 4L);
        invalid(Why.GROUP_OF_WRONG_SIZE, source(Kind.CAMERA, List.of(1L), group(FID)));
        invalid(Why.GROUP_OF_WRONG_SIZE, source(Kind.CAMERA, List.of(1L), group(FID, 1)));
        invalid(Why.GROUP_OF_WRONG_SIZE, source(Kind.CAMERA, numbers, group(FID, 1, 2, 3)));
        invalid(Why.GROUP_OF_WRONG_SIZE, source(Kind.CAMERA, List.of(1L), group(SIM)));
        invalid(Why.GROUP_OF_WRONG_SIZE, source(Kind.CAMERA, numbers, group(SIM, 1)));
        invalid(Why.GROUP_OF_WRONG_SIZE, source(Kind.CAMERA, numbers, group(SIM, 1, 2, 3, 4)));
    }

    @Test
    void a_number_is_in_one_group_of_each_kind() {
        var numbers = List.of(1L, 2L, 3L, 4L);
        invalid(Why.GROUPED_TWICE, source(Kind.CAMERA, numbers, group(FID, 1, 2), group(FID, 1, 3)));
        invalid(Why.GROUPED_TWICE, source(Kind.CAMERA, numbers, group(FID, 1, 2), group(FID, 1, 2)));
        invalid(Why.GROUPED_TWICE, source(Kind.CAMERA, numbers, group(FID, 1, 1)));
        invalid(Why.GROUPED_TWICE, source(Kind.CAMERA, numbers, group(SIM, 1, 2), group(SIM, 2, 3)));
    }

    @Test
    void what_is_in_order_one_by_one_must_also_fit_together() {
        // Numbers that belong to nothing.
        invalid(Why.GROUPS_DO_NOT_FIT, source(Kind.AUDIO, List.of(1L, 2L)));
        invalid(Why.GROUPS_DO_NOT_FIT, source(Kind.CAMERA, List.of(1L, 2L)));
        invalid(Why.GROUPS_DO_NOT_FIT, source(Kind.CAMERA, List.of(1L, 2L, 3L), group(FID, 1, 2)));
        // A sound has neither repeats nor layers.
        invalid(Why.GROUPS_DO_NOT_FIT, source(Kind.AUDIO, List.of(1L, 2L), group(FID, 1, 2)));
        // Layers without repeats, or with those of some only.
        invalid(Why.GROUPS_DO_NOT_FIT, source(Kind.CAMERA, List.of(1L, 2L, 3L), group(SIM, 1, 2, 3)));
        invalid(
                Why.GROUPS_DO_NOT_FIT,
                source(Kind.CAMERA, List.of(1L, 2L, 3L, 4L), group(SIM, 1, 3), group(FID, 1, 2)));
        // Repeats of what is no layer.
        invalid(
                Why.GROUPS_DO_NOT_FIT,
                source(
                        Kind.CAMERA,
                        List.of(1L, 2L, 3L, 4L, 5L, 6L),
                        group(SIM, 1, 3),
                        group(FID, 1, 2),
                        group(FID, 3, 4),
                        group(FID, 5, 6)));
        // A layer that repeats another.
        invalid(Why.GROUPS_DO_NOT_FIT, source(Kind.CAMERA, List.of(1L, 2L), group(SIM, 1, 2), group(FID, 1, 2)));
        invalid(
                Why.GROUPS_DO_NOT_FIT,
                source(Kind.CAMERA, List.of(1L, 2L, 3L, 4L), group(SIM, 1, 3), group(FID, 2, 1), group(FID, 3, 4)));
        // Two pictures in one.
        invalid(
                Why.GROUPS_DO_NOT_FIT,
                source(Kind.CAMERA, List.of(1L, 2L, 3L, 4L), group(FID, 1, 2), group(FID, 3, 4)));
        invalid(
                Why.GROUPS_DO_NOT_FIT,
                source(Kind.CAMERA, List.of(1L, 2L, 3L, 4L), group(SIM, 1, 2), group(SIM, 3, 4)));
        invalid(
                Why.GROUPS_DO_NOT_FIT,
                source(
                        Kind.CAMERA,
                        List.of(1L, 2L, 3L, 4L, 5L, 6L),
                        group(SIM, 1, 3),
                        group(SIM, 5, 6),
                        group(FID, 1, 2),
                        group(FID, 3, 4)));
    }

    /// Written by the browser test that has Chromium answer the pages' offers.
    @Test
    void what_chromium_makes_of_our_offers_passes() {
        var said = JsonNodeFactory.instance.objectNode().put("kind", "sources").put("generation", "3.1");
        said.set("sources", Recorded.file("chromium-sources.json"));
        var read = assertInstanceOf(PageSignal.Sources.class, PageSignal.read(said));
        assertEquals(
                List.of(Kind.AUDIO, Kind.CAMERA, Kind.SCREEN),
                read.sources().stream().map(Source::kind).toList());
        assertEquals(6, read.sources().get(1).ssrcs().size());
        assertEquals(new Valid(), SourceCheck.of(new EndpointId("ep000010"), read.sources(), List.of(), true));
    }

    @Test
    void what_was_recorded_when_three_people_met_passes() {
        var there = new ArrayList<Source>();
        for (var call : Recorded.aboutOne("exchange-2-people.json", "exchange-3-people-simulcast.json")) {
            var endpoint = call.at("/body/endpoints/0");
            if (endpoint.at("/transport/transport").isMissingNode()) continue;
            var answer = assertInstanceOf(Answer.class, PageSignal.read(Recorded.answer(endpoint)));
            var own = new EndpointId(endpoint.path("id").asText());
            assertEquals(new Valid(), SourceCheck.of(own, answer.sources(), there, false));
            there.addAll(answer.sources());
        }
        assertEquals(10, there.size());
    }

    /// Begins with what is in order and changes a few things at random: it passes only while it still is in order, by
    /// another way of telling.
    @Test
    void whatever_is_changed_at_random_passes_only_if_it_is_still_a_sound_or_a_picture() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var passed = 0;
        for (var round = 0; round < 20_000; round++) {
            var said = List.of(random.nextBoolean() ? sound(9) : layered(Kind.CAMERA, 1, 2, 3, 4, 5, 6));
            for (var changes = random.nextInt(3); changes > 0; changes--) said = changed(said, random);
            var expected = said.stream().allMatch(SourceCheckTest::inOrder) && allDifferent(said) && kindsDiffer(said);
            var found = SourceCheck.of(AMINA, said, List.of(sound(100)), true) instanceof Valid;
            assertEquals(expected, found, "seed " + seed + ", round " + round);
            if (found) passed++;
        }
        assertTrue(passed > 2_000 && passed < 18_000, passed + " passed, seed " + seed);
    }

    private static List<Source> changed(List<Source> said, Random random) {
        var all = new ArrayList<>(said);
        if (all.isEmpty() || random.nextInt(6) == 0) {
            all.add(random.nextBoolean() ? repeated(Kind.SCREEN, 7, 8) : plain(Kind.CAMERA, 10));
            return all;
        }
        var at = random.nextInt(all.size());
        var source = all.get(at);
        var ssrcs = new ArrayList<>(source.ssrcs());
        var groups = new ArrayList<>(source.groups());
        switch (random.nextInt(6)) {
            case 0 -> ssrcs.add(random.nextLong(0, 12));
            case 1 -> ssrcs.remove(Long.valueOf(random.nextLong(1, 7)));
            case 2 -> groups.add(group(random.nextBoolean() ? SIM : FID, random.nextLong(1, 7), random.nextLong(1, 7)));
            case 3 -> {
                if (!groups.isEmpty()) groups.remove(random.nextInt(groups.size()));
            }
            case 4 -> Collections.shuffle(groups, random);
            default -> Collections.shuffle(ssrcs, random);
        }
        all.set(at, new Source(source.name(), source.kind(), ssrcs, groups));
        return all;
    }

    /// By making the one thing that it could be, and comparing.
    private static boolean inOrder(Source source) {
        var sims = source.groups().stream()
                .filter(group -> group.semantics() == SIM)
                .toList();
        var primaries = sims.size() == 1 ? sims.getFirst().ssrcs() : List.<Long>of();
        if (source.ssrcs().stream().anyMatch(ssrc -> ssrc < 1 || ssrc == 100)) return false;
        if (source.groups().isEmpty()) return source.ssrcs().size() == 1;
        if (source.kind() == Kind.AUDIO || sims.size() > 1) return false;
        var pairs = new ArrayList<>(source.groups());
        pairs.removeAll(sims);
        if (sims.isEmpty()) {
            return pairs.size() == 1 && sameNumbers(pairs.getFirst().ssrcs(), source.ssrcs());
        }
        var firsts = pairs.stream().map(pair -> pair.ssrcs().getFirst()).toList();
        var seconds = pairs.stream().map(pair -> pair.ssrcs().getLast()).toList();
        var both = new ArrayList<>(firsts);
        both.addAll(seconds);
        return sameNumbers(firsts, primaries) && sameNumbers(both, source.ssrcs());
    }

    private static boolean sameNumbers(List<Long> some, List<Long> others) {
        return some.stream().sorted().toList().equals(others.stream().sorted().toList())
                && Set.copyOf(some).size() == some.size();
    }

    private static boolean allDifferent(List<Source> said) {
        var seen = new HashSet<Long>();
        return said.stream().flatMap(source -> source.ssrcs().stream()).allMatch(seen::add);
    }

    private static boolean kindsDiffer(List<Source> said) {
        return said.stream().map(Source::kind).distinct().count() == said.size();
    }

    private static void invalid(Why why, Source... said) {
        assertEquals(new Invalid(why), check(said));
    }

    private static Result check(Source... said) {
        return SourceCheck.of(AMINA, List.of(said), List.of(), true);
    }

    private static Source sound(long ssrc) {
        return plain(Kind.AUDIO, ssrc);
    }

    private static Source plain(Kind kind, long ssrc) {
        return source(kind, List.of(ssrc));
    }

    private static Source repeated(Kind kind, long ssrc, long repeats) {
        return source(kind, List.of(ssrc, repeats), group(FID, ssrc, repeats));
    }

    /// @param pairs each layer followed by its repeats
    private static Source layered(Kind kind, long... pairs) {
        var numbers = Arrays.stream(pairs).boxed().toList();
        var primaries = new ArrayList<Long>();
        var groups = new ArrayList<SsrcGroup>();
        for (var i = 0; i < pairs.length; i += 2) {
            primaries.add(pairs[i]);
            groups.add(group(FID, pairs[i], pairs[i + 1]));
        }
        groups.addFirst(new SsrcGroup(SIM, primaries));
        return new Source(SourceCheck.nameOf(AMINA, kind), kind, numbers, groups);
    }

    private static Source source(Kind kind, List<Long> ssrcs, SsrcGroup... groups) {
        return new Source(SourceCheck.nameOf(AMINA, kind), kind, ssrcs, List.of(groups));
    }

    private static SsrcGroup group(Semantics semantics, long... ssrcs) {
        return new SsrcGroup(semantics, Arrays.stream(ssrcs).boxed().toList());
    }
}
