package org.holdfast.live;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.holdfast.decision.Entry;
import org.holdfast.live.MediaPlane.Seat;
import org.holdfast.live.MediaPlane.Wanted;
import org.holdfast.sealing.SignedHead.Why;
import org.holdfast.session.Admission;
import org.holdfast.session.Agreement;
import org.holdfast.session.Board;
import org.holdfast.session.Breaks;
import org.holdfast.session.Chat;
import org.holdfast.session.Corrections;
import org.holdfast.session.Floor;
import org.holdfast.session.Help;
import org.holdfast.session.Interruption;
import org.holdfast.session.Life;
import org.holdfast.session.ListenOnly;
import org.holdfast.session.MediaLine;
import org.holdfast.session.Member.Present;
import org.holdfast.session.MemberId;
import org.holdfast.session.Roster;
import org.holdfast.session.Screen;
import org.holdfast.session.Session;
import org.holdfast.session.SessionEvent;
import org.holdfast.session.SignOff;
import org.holdfast.session.Spotlight;
import org.holdfast.session.Worksheets;
import org.jspecify.annotations.Nullable;

/// What must follow outside from what stands in a session's log. Pure: who carries it out is [SessionReactions].
final class Reactions {
    /// How long after the end an address may still have to be found.
    static final Duration ARRIVALS_KEPT = Duration.ofHours(24);

    /// How long nothing may have been said about a signed sheet before its log is archived: co-signatures, and what is
    /// noticed on the day after, come first.
    static final Duration ARCHIVED_AFTER = Duration.ofHours(24);

    /// Everybody is in it; a breakout is a room beside it.
    static final String MAIN_ROOM = "main";

    private Reactions() {}

    static List<Effect> of(Entry<SessionEvent> entry, Session after) {
        var effects = new ArrayList<Effect>();
        for (var event : entry.events()) {
            switch (event) {
                case Admission.Admitted(var id, var _) -> bind(after, id, effects);
                case Admission.SeatMoved moved -> bind(after, moved.member(), effects);
                case Life.SessionEnded _ -> {
                    var session = after.plan().session();
                    effects.add(new Effect.DestroyChat(session));
                    effects.add(new Effect.ForgetArrivals(session, entry.at().plus(ARRIVALS_KEPT)));
                    effects.add(head(entry, after, Why.CLOSED, null));
                }
                case Admission.Event _, Floor.Event _, Life.Event _, Help.Event _, Interruption.Event _ -> {}
                case SignOff.SheetSigned signed -> effects.add(head(entry, after, Why.SIGNED, signed.hash()));
                case SignOff.SheetCoSigned signed ->
                    effects.add(head(entry, after, Why.SIGNED, hash(after, signed.version())));
                case Chat.Event _, Spotlight.Event _, Corrections.Event _, Breaks.Event _ -> {}
                case Worksheets.Event _, Board.Event _ -> {}
                // Who else may come now is found by the node that wrote it, before anybody asks.
                case Roster.Event _, Agreement.Event _ -> {}
                // The media follow as a level, see `media`.
                case Screen.Event _, MediaLine.Event _, ListenOnly.Event _ -> {}
            }
        }
        // Whatever is said while a version stands puts it off; a correction, after which none stands, leaves it to the
        // next signature.
        if (after.signOff().standing() != null) {
            effects.add(new Effect.Archive(after.plan().session(), entry.at().plus(ARCHIVED_AFTER)));
        }
        return effects;
    }

    private static void bind(Session after, MemberId member, List<Effect> effects) {
        var present = after.present(member);
        if (present != null) effects.add(new Effect.BindDevice(member, present.device()));
    }

    private static Effect head(Entry<SessionEvent> entry, Session after, Why why, @Nullable String sheet) {
        return new Effect.SignHead(after.plan().session(), entry.seq(), entry.at(), why, sheet);
    }

    private static String hash(Session after, int version) {
        return after.signOff().versions().get(version - 1).hash();
    }

    /// Where everybody in the room sits, and what they may send: a level too. Who waits, dropped or is out has no seat,
    /// and after the end nobody has.
    static Wanted media(Session session) {
        var seats = new ArrayList<Seat>();
        for (var member : session.admission().members().values()) {
            if (member instanceof Present present) seats.add(seat(session, present));
        }
        var rooms = new TreeMap<String, List<Seat>>();
        if (!session.ended()) rooms.put(MAIN_ROOM, seats);
        return new Wanted(session.plan().session(), rooms);
    }

    private static Seat seat(Session session, Present present) {
        var id = present.id();
        return new Seat(
                present.endpoint(),
                !(session.floor().microphone(id) instanceof Floor.Switch.Held),
                Floor.mayShowCamera(session, id),
                Screen.mayShow(session, id));
    }

    /// Whether the media may have to stand otherwise: most entries leave these slices the very same.
    static boolean moveMedia(Session before, Session after) {
        var same = before.admission() == after.admission()
                && before.floor() == after.floor()
                && before.screen() == after.screen()
                && before.ended() == after.ended();
        return !same && !media(before).equals(media(after));
    }

    /// When the session is to end by itself: a level, since only the last of many times matters.
    static @Nullable Instant end(Session session) {
        return session.dueAt();
    }
}
