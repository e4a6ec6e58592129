package org.holdfast.live;

import java.time.Duration;
import java.time.Instant;
import org.holdfast.live.SharedViews.Shown;
import org.holdfast.session.Audience;
import org.holdfast.session.Change;
import org.holdfast.session.ConnectionId;
import org.holdfast.session.EndpointId;
import org.holdfast.session.Member.Present;
import org.holdfast.session.Names;
import org.holdfast.session.Session;
import org.holdfast.session.WorksheetView;
import org.holdfast.session.You;
import org.jspecify.annotations.Nullable;

/// One page on this node and what it was told so far. It counts its own changes: the log's numbers would tell those who
/// wait that something happens inside.
public final class Connection {
    enum Standing {
        /// Its arrival is on the way into the log.
        ARRIVING,
        /// It holds the person's seat or their place in the waiting room.
        SEATED,
        /// A second browser of somebody who is here already.
        BESIDE,
        /// Came after the end, and is told so.
        AFTERWARDS,
        GONE
    }

    /// Three beats of a page: less would drop people whose phone stutters.
    static final Duration SILENCE = Duration.ofSeconds(15);
    /// A page that is being reloaded is back by then.
    static final Duration RELOAD = Duration.ofSeconds(3);

    final Visitor visitor;
    final HeldPage page;
    ConnectionId id;
    Standing standing = Standing.ARRIVING;
    Instant lastBeat;
    /// Its socket has closed, at `lastBeat`.
    boolean cut;
    /// Its drop is on the way into the log.
    boolean dropping;

    private Audience audience = Audience.NONE;
    private @Nullable You you;
    private WorksheetView.All paper = WorksheetView.All.NOTHING;
    /// Of which `you` tells, or nothing when it may tell it wrongly.
    private @Nullable Session of;
    private @Nullable EndpointId endpoint;
    private long n;

    Connection(ConnectionId id, Visitor visitor, Page page, Instant now) {
        this.id = id;
        this.visitor = visitor;
        this.page = new HeldPage(page);
        this.lastBeat = now;
    }

    boolean silent(Instant now) {
        return !now.isBefore(lastBeat.plus(cut ? RELOAD : SILENCE));
    }

    /// What it may now know, as little as says it: nothing, a change, or all anew when it became another audience.
    ///
    /// @return whether it was shown all anew
    boolean show(Audience next, Shown shown, You nextYou, WorksheetView.All nextPaper, Session session, String at) {
        var anew = next != audience || shown.replaced() || you == null;
        if (anew) {
            n = 0;
            page.send(Frames.welcome(at, shown.text(), Frames.text(nextYou), nextPaper));
        } else {
            var newYou = nextYou.equals(you) ? null : Frames.text(nextYou);
            change(at, shown.patch(), newYou, nextPaper);
        }
        paper = nextPaper;
        audience = next;
        you = nextYou;
        of = session;
        return anew;
    }

    private void change(String at, @Nullable String patch, @Nullable String newYou, WorksheetView.All nextPaper) {
        var written = nextPaper.equals(paper) ? null : Frames.patch(paper, nextPaper);
        if (patch == null && newYou == null && written == null) return;
        page.send(Frames.change(++n, at, patch, newYou, written));
    }

    /// What somebody shares reads otherwise now.
    void rewrite(WorksheetView.All nextPaper, String at) {
        if (you == null) return;
        change(at, null, null, nextPaper);
        paper = nextPaper;
    }

    /// Whether it was told what this audience may know, and nothing else since.
    boolean shown(Audience of) {
        return you != null && audience == of;
    }

    WorksheetView.All paper() {
        return paper;
    }

    /// What to tell its person of themselves, made anew only as far as it may have changed.
    You you(Change change, Names names) {
        var known = you != null && of == change.before();
        return known ? You.next(you, change, visitor.member(), names) : You.of(change.after(), visitor.member(), names);
    }

    /// Somebody is called differently now.
    void renamed() {
        of = null;
    }

    /// Whether this endpoint is new to the page, so that it must be told how media travel.
    boolean takesEndpoint(@Nullable EndpointId next) {
        var fresh = next != null && !next.equals(endpoint);
        endpoint = next;
        return fresh;
    }

    /// The endpoint that the page was told is its own, if its person has another one or none by now.
    @Nullable
    EndpointId forfeited(@Nullable Present now) {
        return endpoint == null || (now != null && now.endpoint().equals(endpoint)) ? null : endpoint;
    }

    /// Speaks anew as another connection: what it is told next is a whole welcome.
    void renew(ConnectionId next) {
        id = next;
        standing = Standing.ARRIVING;
        you = null;
        of = null;
        endpoint = null;
    }
}
