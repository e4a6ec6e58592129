package org.holdfast.live;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.holdfast.decision.Entry;
import org.holdfast.session.Admission;
import org.holdfast.session.Audience;
import org.holdfast.session.Chat;
import org.holdfast.session.MemberId;
import org.holdfast.session.Names;
import org.holdfast.session.Notice;
import org.holdfast.session.Session;
import org.holdfast.session.SessionEvent;
import org.jspecify.annotations.Nullable;

/// How the chat reaches pages: each message once to those who may read it, and all that is kept to a page that is shown
/// the room anew. A person who waits is sent nothing, not even that there is something.
final class ChatPages {
    /// A message and its frame, encoded once for all who may read it.
    record Message(Chat.Said said, String frame) {}

    private ChatPages() {}

    /// What this entry adds to the chat, if anything.
    static @Nullable Message in(Entry<SessionEvent> entry, Session after, Names names) {
        if (entry.events().stream().noneMatch(Chat.Told.class::isInstance)) return null;
        var said = after.chat().said().getLast();
        var notice = Notice.said(said, names);
        return notice == null ? null : new Message(said, Frames.notice(notice));
    }

    /// All that this member may still read, for a page that has just been shown the room; absent when there is nothing.
    static @Nullable String before(
            Session session, MemberId member, Audience audience, Names names, @Nullable Instant heardUntil) {
        var readable = session.chat().said().stream()
                .filter(said -> said.readableBy(audience, member))
                .map(said -> Notice.said(said, names))
                .filter(Objects::nonNull)
                .toList();
        return readable.isEmpty() ? null : Frames.notice(new Notice.SaidBefore(List.copyOf(readable), heardUntil));
    }

    /// Until when this person has heard what was said, as far as the entry that shows them the room tells: who comes in
    /// now has heard nothing of it, who was away nothing since.
    static @Nullable Instant heardUntil(MemberId member, Entry<SessionEvent> entry) {
        for (var event : entry.events()) {
            if (event instanceof Admission.Admitted(var id, var _) && id.equals(member)) return null;
            if (event instanceof Admission.Returned returned
                    && returned.member().equals(member)) return returned.lastSeen();
        }
        return entry.at();
    }
}
