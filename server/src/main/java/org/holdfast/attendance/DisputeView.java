package org.holdfast.attendance;

import java.time.Instant;
import org.holdfast.decision.Confidential;
import org.holdfast.session.Corrections.Dispute;
import org.jspecify.annotations.Nullable;

/// What a person says is wrong with their row, and what became of it: for staff, and for the person. It names nobody.
///
/// @param words nothing when their key is gone
/// @param answer only if it was declined
public record DisputeView(
        Instant at,
        State state,
        @Nullable String words,
        @Nullable String answer) {
    public enum State {
        OPEN,
        ACCEPTED,
        DECLINED
    }

    public static @Nullable DisputeView of(@Nullable Dispute dispute) {
        return switch (dispute) {
            case null -> null;
            case Dispute.Open(var at, var words) -> new DisputeView(at, State.OPEN, read(words), null);
            case Dispute.Accepted it -> new DisputeView(it.at(), State.ACCEPTED, read(it.words()), null);
            case Dispute.Declined it -> new DisputeView(it.at(), State.DECLINED, read(it.words()), read(it.answer()));
        };
    }

    public static @Nullable String read(Confidential words) {
        return switch (words) {
            case Confidential.Readable readable -> readable.text();
            case Confidential.Gone _ -> null;
        };
    }
}
