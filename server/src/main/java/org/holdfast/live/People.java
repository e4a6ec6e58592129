package org.holdfast.live;

import io.vertx.core.Future;
import java.util.Set;
import org.holdfast.session.CardWords;
import org.holdfast.session.MemberId;
import org.holdfast.session.Names;
import org.holdfast.session.SessionId;

/// What of people's own logs is joined to a session: how they want to be called, and what they wrote where they share
/// it.
public interface People {
    /// Names and words that stay up to date until it is closed.
    interface NameBook extends Names, CardWords, Subscription {
        /// Holds one more person from then on. On the live context.
        void take(MemberId member);
    }

    /// Told on the live context.
    interface Changes {
        /// Somebody is called differently from now on.
        void called();

        /// They wrote on a worksheet, or what they wrote is gone.
        void wrote(MemberId member);
    }

    Future<NameBook> names(SessionId session, Set<MemberId> members, Changes changes);
}
