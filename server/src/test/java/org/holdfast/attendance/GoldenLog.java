package org.holdfast.attendance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.holdfast.decision.Actor;
import org.holdfast.decision.CommandId;
import org.holdfast.decision.Entry;
import org.holdfast.json.JsonText;
import org.holdfast.json.MergePatch;
import org.holdfast.json.RecordJson;
import org.holdfast.json.SealedJson;
import org.holdfast.session.Audience;
import org.holdfast.session.CardWords;
import org.holdfast.session.Cast;
import org.holdfast.session.ItemId;
import org.holdfast.session.Meeting;
import org.holdfast.session.MemberId;
import org.holdfast.session.RowId;
import org.holdfast.session.Session;
import org.holdfast.session.SessionEvent;
import org.holdfast.session.View;
import org.holdfast.session.Views;
import org.holdfast.session.WorksheetId;
import org.holdfast.session.WorksheetView;
import org.holdfast.session.WorksheetView.ProgressView;
import org.holdfast.session.WorksheetViews;
import org.jspecify.annotations.Nullable;

/// A log as it lies in the tree: a line for each entry with what it changes in the view of each audience, and a last
/// line with the views and the sheet that come of it all. The pages merge the same patches in their own test.
final class GoldenLog {
    private static final SealedJson<SessionEvent> EVENTS = SealedJson.of(SessionEvent.class);
    private static final RecordJson<View.WaitingView> WAITING = RecordJson.of(View.WaitingView.class);
    private static final RecordJson<View.RoomView> ROOM = RecordJson.of(View.RoomView.class);
    private static final RecordJson<View.ConsoleView> CONSOLE = RecordJson.of(View.ConsoleView.class);
    private static final RecordJson<View.EndedView> ENDED = RecordJson.of(View.EndedView.class);
    private static final RecordJson<SheetView> SHEET = RecordJson.of(SheetView.class);
    private static final Map<String, Audience> AUDIENCES =
            Map.of("waiting", Audience.WAITING, "room", Audience.ROOM, "console", Audience.CONSOLE);

    /// Whose worksheets are kept, where there are any: everybody sees others.
    private static final Map<String, MemberId> PAPERS =
            Map.of("worksheets-of-staff", Cast.DANA, "worksheets-of-sam", Cast.SAM, "worksheets-of-maria", Cast.MARIA);

    private static final RecordJson<WorksheetView.All> PAPER = RecordJson.of(WorksheetView.All.class);

    private static final CardWords WRITTEN = new Written();
    private static final Instant WRITTEN_AT = Instant.parse("2026-11-20T00:20:00Z");

    private GoldenLog() {}

    static String of(Meeting meeting) {
        return of(meeting.entries(), meeting.now());
    }

    /// The log with what this version makes of it.
    static String of(List<Entry<SessionEvent>> entries, Instant asOf) {
        var lines = new ArrayList<ObjectNode>();
        var session = Session.DECIDER.initial();
        for (var entry : entries) {
            var next = Session.DECIDER.applyAll(session, entry);
            var line = node();
            line.set("entry", write(entry));
            line.set("patches", patches(views(session), views(next)));
            // Now and then whole, so that whoever merges the patches can see that they merged them right.
            if (entry.seq() % 5 == 0) line.set("views", whole(next));
            lines.add(line);
            session = next;
        }
        var last = node().put("asOf", asOf.toString());
        last.set("views", whole(session));
        last.set("sheet", SHEET.write(SheetView.of(AttendanceSheet.of(entries, asOf), Cast::name, Language.ENGLISH)));
        lines.add(last);
        return lines.stream().map(JsonText::print).collect(Collectors.joining("\n", "", "\n"));
    }

    private static ObjectNode whole(Session session) {
        var views = node();
        views(session).forEach(views::set);
        return views;
    }

    private static Map<String, ObjectNode> views(Session session) {
        var views = new TreeMap<String, ObjectNode>();
        AUDIENCES.forEach((name, audience) -> {
            var view = Views.of(session, audience, Cast::name);
            if (view != null) views.put(name, write(view));
        });
        PAPERS.forEach((name, reader) -> {
            var paper = WorksheetViews.of(session, reader, Cast::name, WRITTEN);
            if (!paper.worksheets().isEmpty()) views.put(name, PAPER.write(paper));
        });
        return views;
    }

    private static final class Written implements CardWords {
        /// What each wrote, without saying who they are.
        @Override
        public String of(MemberId member, WorksheetId worksheet, ItemId item, @Nullable RowId row) {
            return item + " no. " + Math.floorMod(member.hashCode(), 97);
        }

        @Override
        public @Nullable ProgressView progress(MemberId member, WorksheetId worksheet) {
            var answered = Math.floorMod(member.hashCode(), 4);
            if (answered == 0) return null;
            return new ProgressView(answered, 7, answered == 1 ? null : WRITTEN_AT);
        }
    }

    private static ObjectNode write(View view) {
        return switch (view) {
            case View.WaitingView waiting -> WAITING.write(waiting);
            case View.RoomView room -> ROOM.write(room);
            case View.ConsoleView console -> CONSOLE.write(console);
            case View.EndedView ended -> ENDED.write(ended);
        };
    }

    private static ObjectNode patches(Map<String, ObjectNode> before, Map<String, ObjectNode> after) {
        var patches = node();
        after.forEach((name, view) -> {
            var patch = MergePatch.between(before.getOrDefault(name, node()), view);
            if (!patch.isEmpty()) patches.set(name, patch);
        });
        return patches;
    }

    private static ObjectNode write(Entry<SessionEvent> entry) {
        var node = node().put("seq", entry.seq())
                .put("at", entry.at().toString())
                .put("by", entry.by().text())
                .put("command", entry.command().value());
        var events = node.putArray("events");
        entry.events().forEach(event -> events.add(EVENTS.write(event)));
        return node;
    }

    private static ObjectNode node() {
        return JsonNodeFactory.instance.objectNode();
    }

    static List<Entry<SessionEvent>> entries(String text) {
        return lines(text).stream()
                .filter(line -> line.has("entry"))
                .map(line -> read(line.get("entry")))
                .toList();
    }

    static Instant asOf(String text) {
        return Instant.parse(lines(text).getLast().get("asOf").asText());
    }

    static List<JsonNode> lines(String text) {
        return text.lines().map(JsonText::parse).toList();
    }

    private static Entry<SessionEvent> read(JsonNode node) {
        var events = new ArrayList<SessionEvent>();
        node.get("events").forEach(event -> events.add(EVENTS.read(event)));
        return new Entry<>(
                node.get("seq").asLong(),
                Instant.parse(node.get("at").asText()),
                Actor.parse(node.get("by").asText()),
                new CommandId(node.get("command").asText()),
                events);
    }
}
