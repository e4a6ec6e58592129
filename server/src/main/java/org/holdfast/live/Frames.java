package org.holdfast.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.holdfast.json.JsonText;
import org.holdfast.json.RecordJson;
import org.holdfast.json.SealedJson;
import org.holdfast.session.Change;
import org.holdfast.session.Notice;
import org.holdfast.session.View;
import org.holdfast.session.View.ConsoleView;
import org.holdfast.session.View.EndedView;
import org.holdfast.session.View.RoomView;
import org.holdfast.session.View.WaitingView;
import org.holdfast.session.WorksheetView;
import org.holdfast.session.You;
import org.jspecify.annotations.Nullable;

/// The frames a page gets. What an audience shares is handed in as text, encoded once for all of them.
final class Frames {
    private static final RecordJson<WaitingView> WAITING = RecordJson.of(WaitingView.class);
    private static final RecordJson<RoomView> ROOM = RecordJson.of(RoomView.class);
    private static final RecordJson<ConsoleView> CONSOLE = RecordJson.of(ConsoleView.class);
    private static final RecordJson<EndedView> ENDED = RecordJson.of(EndedView.class);
    private static final RecordJson<Change.Switches> SWITCHES = RecordJson.of(Change.Switches.class);
    private static final RecordJson<WorksheetView.All> PAPER = RecordJson.of(WorksheetView.All.class);
    private static final RecordJson<You> YOU = RecordJson.of(You.class);
    private static final SealedJson<Notice> NOTICE = SealedJson.of(Notice.class, "code");

    private Frames() {}

    static String text(View view) {
        return switch (view) {
            case WaitingView waiting -> WAITING.print(waiting);
            case RoomView room -> ROOM.print(room);
            case ConsoleView console -> CONSOLE.print(console);
            case EndedView ended -> ENDED.print(ended);
        };
    }

    /// From one view to the next of the same place.
    static String patch(View before, View after) {
        return JsonText.print(
                switch (after) {
                    case WaitingView now -> WAITING.patch((WaitingView) before, now);
                    case RoomView now -> ROOM.patch((RoomView) before, now);
                    case ConsoleView now -> CONSOLE.patch((ConsoleView) before, now);
                    case EndedView now -> ENDED.patch((EndedView) before, now);
                });
    }

    /// As [#patch] says it of both views of a room, when only switches were used.
    static String switches(Change.Switches switches) {
        return SWITCHES.print(switches);
    }

    static String text(You you) {
        return YOU.print(you);
    }

    /// @param at as text, made once for all pages
    static String welcome(String at, String view, String you, WorksheetView.All paper) {
        return "{\"type\":\"welcome\",\"n\":0,\"at\":\"" + at + "\",\"view\":" + view + ",\"you\":" + you
                + (paper.worksheets().isEmpty() ? "" : "," + inside(PAPER.write(paper)))
                + "}";
    }

    /// What of worksheets to merge into what one page was shown of them.
    static String patch(WorksheetView.All before, WorksheetView.All after) {
        return inside(PAPER.patch(before, after));
    }

    private static String inside(ObjectNode object) {
        var text = JsonText.print(object);
        return text.substring(1, text.length() - 1);
    }

    /// @param paper as [#patch] says it
    static String change(long n, String at, @Nullable String patch, @Nullable String you, @Nullable String paper) {
        return "{\"type\":\"change\",\"n\":" + n + ",\"at\":\"" + at + "\""
                + (patch == null ? "" : ",\"patch\":" + patch)
                + (you == null ? "" : ",\"you\":" + you)
                + (paper == null ? "" : "," + paper)
                + "}";
    }

    static String notice(Notice notice) {
        var frame = frame("notice");
        frame.setAll(NOTICE.write(notice));
        return JsonText.print(frame);
    }

    static String plane(ObjectNode terms) {
        var frame = frame("media");
        frame.set("plane", terms);
        return JsonText.print(frame);
    }

    static String signal(MediaPlane.Signal signal) {
        var frame = frame("media").put("from", signal.from().value());
        frame.set("signal", (JsonNode) signal.body());
        return JsonText.print(frame);
    }

    private static ObjectNode frame(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }
}
