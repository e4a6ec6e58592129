package org.holdfast.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import org.holdfast.decision.CommandId;
import org.holdfast.session.Asked;
import org.holdfast.session.EndpointId;

/// A page's line into its session, the other way round from [Page]. From any thread; whatever is asked also shows that
/// the page is there. Answers come with what the page is sent, in that order.
public interface PageLine {
    Future<Outcome> submit(Asked asked, CommandId command);

    /// False when one of the two ends is not in the room: a signal that came too late is no fault.
    Future<Boolean> signal(EndpointId to, ObjectNode body);

    /// The page is there.
    void beat();

    /// Its socket has closed.
    void closed();
}
