package org.holdfast;

import io.vertx.core.Future;
import java.time.Instant;
import org.holdfast.identity.Devices;
import org.holdfast.live.Due;
import org.holdfast.live.LogId;
import org.holdfast.live.SessionReactions;
import org.holdfast.log.SignedHeads;
import org.holdfast.sealing.SignedHead;
import org.holdfast.session.DeviceId;
import org.holdfast.session.MemberId;
import org.holdfast.session.SessionId;
import org.jspecify.annotations.Nullable;

/// Where the deeds that a session's log calls for are done on this node.
record Outside(Devices devices, Due due, Forgetting forgetting, SignedHeads heads) implements SessionReactions.Hands {
    /// What is due of a session: its end, a day later the places people named, and once its sheet is signed the
    /// archive.
    static final String END = "end";

    static final String ARRIVALS = "arrivals";

    static final String ARCHIVE = "archive";

    @Override
    public Future<?> bind(MemberId member, DeviceId device) {
        return devices.bind(member.value(), device.value());
    }

    @Override
    public Future<?> destroyChat(SessionId session) {
        return forgetting.chat(session);
    }

    @Override
    public Future<?> forgetArrivals(SessionId session, Instant at) {
        return due.at(new Due.Item(ARRIVALS, LogId.session(session.value())), at);
    }

    @Override
    public Future<?> signHead(SessionId session, long seq, Instant at, SignedHead.Why why, @Nullable String sheet) {
        return heads.sign(LogId.session(session.value()), seq, at, why, sheet);
    }

    @Override
    public Future<?> archiveAt(SessionId session, Instant at) {
        return due.at(new Due.Item(ARCHIVE, LogId.session(session.value())), at);
    }

    @Override
    public Future<?> endAt(SessionId session, @Nullable Instant at) {
        var item = new Due.Item(END, LogId.session(session.value()));
        return at == null ? due.cancel(item) : due.at(item, at);
    }
}
