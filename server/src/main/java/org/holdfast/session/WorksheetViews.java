package org.holdfast.session;

import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.holdfast.decision.Confidential;
import org.holdfast.session.Board.Card;
import org.holdfast.session.WorksheetView.All;
import org.holdfast.session.WorksheetView.CardView;
import org.holdfast.session.WorksheetView.HeadingView;
import org.holdfast.session.WorksheetView.ProgressView;
import org.jspecify.annotations.Nullable;

/// Makes what each person may see of worksheets and of what others share on them.
public final class WorksheetViews {
    private WorksheetViews() {}

    /// Of whoever holds a seat; nothing before and after a session.
    public static All of(Session session, MemberId reader, Names names, CardWords words) {
        if (session.worksheets().all().isEmpty() || Rules.isOpen(session) != null) return All.NOTHING;
        return switch (Audience.of(session, reader)) {
            case CONSOLE -> of(session, new Reader(session, reader, true, names, words));
            case ROOM -> of(session, new Reader(session, reader, false, names, words));
            case WAITING, NONE -> All.NOTHING;
        };
    }

    /// Whether what this person writes may be shown to that reader otherwise now. Most of it is the writer's alone, and
    /// then only staff are told how far they are.
    public static boolean concerns(Session session, MemberId writer, MemberId reader) {
        var worksheets = session.worksheets();
        if (worksheets.all().isEmpty()) return false;
        return worksheets.shownBy(writer) || Audience.of(session, reader) == Audience.CONSOLE;
    }

    private static All of(Session session, Reader reader) {
        var seen = new TreeMap<WorksheetId, WorksheetView>();
        session.worksheets().all().forEach((id, worksheet) -> {
            var theirs = worksheet.open() && worksheet.isFor(session.plan(), reader.id);
            if (reader.leads || theirs) seen.put(id, reader.worksheet(id, worksheet));
        });
        return new All(seen);
    }

    private record Reader(Session session, MemberId id, boolean leads, Names names, CardWords words) {
        WorksheetView worksheet(WorksheetId worksheet, Worksheet is) {
            var cards = new TreeMap<CardId, CardView>();
            is.board().cards().forEach((id, card) -> {
                var seen = card(worksheet, card);
                if (seen != null) cards.put(id, seen);
            });
            var groups = new TreeMap<CardGroupId, HeadingView>();
            is.board().groups().forEach((id, group) -> groups.put(id, new HeadingView(title(group), group.order())));
            return new WorksheetView(
                    is.form(),
                    is.version(),
                    is.mode(),
                    is.order(),
                    leads && !is.open() ? true : null,
                    leads ? keyed(is.members()) : null,
                    leads ? keyed(meant(worksheet, is)) : null,
                    leads ? progress(worksheet, is) : null,
                    cards,
                    groups);
        }

        private static @Nullable SortedMap<MemberId, Boolean> keyed(@Nullable SortedSet<MemberId> members) {
            if (members == null) return null;
            var keyed = new TreeMap<MemberId, Boolean>();
            members.forEach(member -> keyed.put(member, true));
            return keyed;
        }

        /// Those of them who still may come.
        private @Nullable SortedSet<MemberId> meant(WorksheetId worksheet, Worksheet is) {
            var meant = is.isOnlyPrepared() ? session.plan().preparedFor(worksheet) : null;
            if (meant == null) return null;
            var still = new TreeSet<>(meant);
            still.retainAll(session.plan().roster());
            return still;
        }

        private SortedMap<MemberId, ProgressView> progress(WorksheetId worksheet, Worksheet is) {
            var progress = new TreeMap<MemberId, ProgressView>();
            for (var member : session.plan().roster()) {
                if (!is.isFor(session.plan(), member)) continue;
                var theirs = words.progress(member, worksheet);
                if (theirs != null) progress.put(member, theirs);
            }
            return progress;
        }

        private @Nullable CardView card(WorksheetId worksheet, Card card) {
            var own = card.member().equals(id);
            var written = words.of(card.member(), worksheet, card.item(), card.row());
            if (written == null && !own) return null;
            var known = own || leads || card.named();
            return new CardView(
                    card.item(),
                    card.row(),
                    card.order(),
                    card.group(),
                    known ? card.member() : null,
                    known ? names.of(card.member()) : null,
                    card.named() ? null : true,
                    written);
        }

        private static String title(Board.Heading heading) {
            return heading.title() instanceof Confidential.Readable(var _, var text, var _) ? text : "";
        }
    }
}
