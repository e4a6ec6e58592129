package org.holdfast.bench;

import java.util.function.Consumer;

/// Somebody who comes into a room of a server, says things there and sees what others say.
interface Guest {
    /// Comes as far as somebody can by themself. On the reactor's thread, like all the rest.
    void arrive(Runnable arrived, Consumer<String> failed);

    /// Whether this one is in the room and sees what happens there.
    boolean seated();

    /// Something that everybody in the room is to see, oneself included.
    void say();

    /// Called whenever this one sees what somebody said.
    void onSeen(Runnable seen);

    /// Goes without a word.
    void leave();
}
