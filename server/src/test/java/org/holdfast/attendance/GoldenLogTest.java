package org.holdfast.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.holdfast.json.MergePatch;
import org.holdfast.testing.Expected;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Logs that lie in the tree for good: every later version must fold them to the same views and the same sheet.
class GoldenLogTest {
    static final List<String> KEPT = List.of(
            "break-not-counted",
            "bridge-reset",
            "camera-on-and-off",
            "chatted",
            "clocks-go-back",
            "clocks-go-forward",
            "corrected",
            "costly-drop",
            "ended-by-overtime",
            "everything",
            "guests",
            "handover",
            "interrupted",
            "late-and-left-early",
            "other-device",
            "out-of-reach",
            "over-midnight",
            "removed",
            "roster-grown",
            "sent-back-and-readmitted",
            "short-drop",
            "signed",
            "signed-with-its-text",
            "unattended",
            "worksheets",
            "worksheets-prepared");

    /// A later version writes something more, so that nobody can play them any more.
    private static final Set<String> OF_BEFORE = Set.of("bridge-reset", "signed");

    @TestFactory
    Stream<DynamicTest> a_log_that_was_kept_still_means_what_it_meant() {
        return KEPT.stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    var kept = kept(name);
                    assertEquals(kept, GoldenLog.of(GoldenLog.entries(kept), GoldenLog.asOf(kept)));
                }));
    }

    @TestFactory
    Stream<DynamicTest> what_people_do_is_still_written_as_it_was() {
        return KEPT.stream()
                .filter(name -> !OF_BEFORE.contains(name))
                .map(name -> DynamicTest.dynamicTest(name, () -> assertEquals(kept(name), played(name))));
    }

    @TestFactory
    Stream<DynamicTest> the_changes_that_pages_are_sent_add_up_to_the_whole_view() {
        return KEPT.stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    var merged = new HashMap<String, ObjectNode>();
                    for (var line : GoldenLog.lines(kept(name))) {
                        line.path("patches")
                                .properties()
                                .forEach(patch -> merged.put(
                                        patch.getKey(),
                                        MergePatch.apply(
                                                merged.getOrDefault(
                                                        patch.getKey(), JsonNodeFactory.instance.objectNode()),
                                                (ObjectNode) patch.getValue())));
                        line.path("views")
                                .properties()
                                .forEach(view -> assertEquals(view.getValue(), merged.get(view.getKey())));
                    }
                }));
    }

    /// With UPDATE_EXPECT=1 the log is played and written anew; that is for new logs, not for ones of a release.
    static String kept(String name) {
        var file = Expected.in("golden", name + ".jsonl");
        if (Expected.REWRITE && !OF_BEFORE.contains(name)) file.write(played(name));
        return file.read();
    }

    private static String played(String name) {
        return GoldenLog.of(Objects.requireNonNull(Evenings.all().get(name)).get());
    }
}
