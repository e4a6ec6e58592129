package org.holdfast.live;

import java.time.Instant;
import org.holdfast.sealing.SignedHead;
import org.holdfast.session.DeviceId;
import org.holdfast.session.MemberId;
import org.holdfast.session.SessionId;
import org.jspecify.annotations.Nullable;

/// A deed outside a session's log that an entry of it calls for. Each bears being done twice.
sealed interface Effect {
    /// About people's browsers.
    sealed interface OfDevices extends Effect {}

    /// About keys that seal words, and so about how long the words can be read.
    sealed interface OfKeys extends Effect {}

    /// About what the clinic signs with its own key, so that others need not trust its store.
    sealed interface OfHeads extends Effect {}

    /// About where a log lies once its sheet is signed.
    sealed interface OfArchive extends Effect {}

    /// Staff let this browser in: from now on it is known as this person's.
    record BindDevice(MemberId member, DeviceId device) implements OfDevices {}

    /// What was written in a session is gone with its end.
    record DestroyChat(SessionId session) implements OfKeys {}

    /// Where people said they were is needed for a day, should somebody have to find them.
    record ForgetArrivals(SessionId session, Instant at) implements OfKeys {}

    /// From here on nobody may say that the log held anything else up to this entry.
    ///
    /// @param sheet the hash of the sheet that the entry signs, if it does
    record SignHead(
            SessionId session,
            long seq,
            Instant at,
            SignedHead.Why why,
            @Nullable String sheet) implements OfHeads {}

    /// Not before this time, and only if a signed version stands then.
    record Archive(SessionId session, Instant at) implements OfArchive {}
}
