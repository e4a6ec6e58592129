package org.holdfast.attendance;

import org.holdfast.session.ListenOnly;
import org.holdfast.session.Screen;

/// Whose screen was shown and who let them, and when everybody only listened.
final class MediaDeeds {
    private MediaDeeds() {}

    static Decided of(Screen.Event event, Moment moment) {
        return switch (event) {
            case Screen.ScreenShared(var member) -> moment.act(member, Deed.SCREEN_SHARED);
            case Screen.ScreenStopped(var member) -> moment.act(member, Deed.SCREEN_STOPPED);
            case Screen.ScreenAllowed(var member, var _) -> moment.act(member, Deed.SCREEN_ALLOWED);
            case Screen.ScreenDisallowed(var member, var _) -> moment.act(member, Deed.SCREEN_DISALLOWED);
        };
    }

    static Decided of(ListenOnly.Event event, Moment moment) {
        return switch (event) {
            case ListenOnly.ListenOnlySet(var on, var _) -> moment.act(on ? Deed.LISTEN_ONLY : Deed.LISTEN_ONLY_ENDED);
        };
    }
}
