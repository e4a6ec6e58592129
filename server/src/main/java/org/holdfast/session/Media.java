package org.holdfast.session;

/// What people send beside their camera, what does not get through, and what is kept from being sent: three topics that
/// go with a person's page and seat.
public record Media(Screen screen, MediaLine line, ListenOnly listenOnly) {
    static final Media NONE = new Media(Screen.NONE, MediaLine.UP, ListenOnly.OFF);

    Media with(Screen next) {
        return next == screen ? this : new Media(next, line, listenOnly);
    }

    Media with(MediaLine next) {
        return next == line ? this : new Media(screen, next, listenOnly);
    }

    Media with(ListenOnly next) {
        return next == listenOnly ? this : new Media(screen, line, next);
    }

    Media after(Floor.Event event) {
        return with(listenOnly.after(event));
    }

    Media after(Screen.Event event) {
        return with(listenOnly.after(event));
    }

    /// Their page is another one now, or none.
    Media cut(MemberId member) {
        return with(screen.cut(member)).with(line.without(member));
    }

    /// They have no seat any more.
    Media without(MemberId member) {
        return with(screen.without(member)).with(line.without(member)).with(listenOnly.without(member));
    }
}
