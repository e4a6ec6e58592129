package org.holdfast.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.HashSet;
import org.holdfast.json.MergePatch;
import org.holdfast.json.RecordJson;
import org.holdfast.session.View.ConsoleView;
import org.holdfast.session.View.EndedView;
import org.holdfast.session.View.RoomView;
import org.holdfast.session.View.WaitingView;
import org.junit.jupiter.api.Test;

class ViewPatchTest {
    private static final int SESSIONS = 2_000;
    private static final RecordJson<WaitingView> WAITING = RecordJson.of(WaitingView.class);
    private static final RecordJson<RoomView> ROOM = RecordJson.of(RoomView.class);
    private static final RecordJson<ConsoleView> CONSOLE = RecordJson.of(ConsoleView.class);
    private static final RecordJson<Change.Switches> SWITCHES = RecordJson.of(Change.Switches.class);
    private static final RecordJson<EndedView> ENDED = RecordJson.of(EndedView.class);

    /// Making a view from the one before, and comparing records instead of what they look like as JSON, is quicker than
    /// doing it all anew, and must never say anything else.
    @Test
    void after_each_entry_a_page_is_shown_the_whole_truth_and_sent_what_changed_in_it() {
        for (var number = 0; number < SESSIONS; number++) {
            var session = Session.DECIDER.initial();
            var shown = new EnumMap<Audience, View>(Audience.class);
            for (var entry : Play.of(20261125, number).entries()) {
                var was = session;
                session = Session.DECIDER.applyAll(session, entry);
                var change = Change.between(was, session);
                var patches = new HashSet<ObjectNode>();
                for (var audience : Audience.values()) {
                    var view = Views.of(session, audience, MemberId::value);
                    var last = shown.get(audience);
                    if (last != null) assertEquals(view, Views.next(last, change, audience, MemberId::value));
                    var before = view == null ? null : shown.put(audience, view);
                    if (before != null && before.place() == view.place()) {
                        var patch = MergePatch.between(json(before), json(view));
                        assertEquals(patch, patch(before, view));
                        if (view instanceof RoomView || view instanceof ConsoleView) patches.add(patch);
                        var switches = change.switches();
                        var inside = view instanceof RoomView || view instanceof ConsoleView;
                        if (switches == null) continue;
                        if (!inside || switches.people().isEmpty()) assertTrue(patch.isEmpty());
                        else assertEquals(patch, SWITCHES.write(switches));
                    }
                }
                if (change.ofFloor() && patches.size() > 1) fail("Staff are sent something else: " + patches);
            }
        }
    }

    private static ObjectNode json(View view) {
        return switch (view) {
            case WaitingView waiting -> WAITING.write(waiting);
            case RoomView room -> ROOM.write(room);
            case ConsoleView console -> CONSOLE.write(console);
            case EndedView ended -> ENDED.write(ended);
        };
    }

    private static ObjectNode patch(View before, View after) {
        return switch (after) {
            case WaitingView now -> WAITING.patch((WaitingView) before, now);
            case RoomView now -> ROOM.patch((RoomView) before, now);
            case ConsoleView now -> CONSOLE.patch((ConsoleView) before, now);
            case EndedView now -> ENDED.patch((EndedView) before, now);
        };
    }
}
