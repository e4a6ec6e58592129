package org.holdfast.live;

import io.vertx.core.Future;
import java.util.Set;
import org.holdfast.session.MemberId;
import org.holdfast.session.Names;
import org.holdfast.session.SessionId;

/// How people want to be called in a session.
public interface People {
    /// Names that stay up to date until they are closed.
    interface NameBook extends Names, Subscription {
        /// Holds the name of one more person from then on. On the live context.
        void take(MemberId member);
    }

    /// @param changed called on the live context when somebody is called differently from now on
    Future<NameBook> names(SessionId session, Set<MemberId> members, Runnable changed);
}
