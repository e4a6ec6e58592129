package org.holdfast.media.jitsi;

import java.net.URI;
import java.util.regex.Pattern;

/// One conference at one bridge: a room of a session, for as long as it is held there.
///
/// @param bridge by the address of its private HTTP port
/// @param meeting the focus' own name for it, which no other conference ever has
record Call(URI bridge, String meeting) {
    private static final Pattern MEETING = Pattern.compile("[A-Za-z0-9_-]{1,128}");

    Call {
        if (!MEETING.matcher(meeting).matches()) throw new IllegalArgumentException("Not the name of a meeting");
    }
}
