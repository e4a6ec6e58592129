package org.holdfast.live;

import java.util.EnumMap;
import java.util.Map;
import org.holdfast.session.Audience;
import org.holdfast.session.Names;
import org.holdfast.session.Session;
import org.holdfast.session.View;
import org.holdfast.session.Views;
import org.jspecify.annotations.Nullable;

/// What each audience was last shown, and how that differs from what it may see now: made and encoded once for all.
final class SharedViews {
    static final class Shown {
        private final View view;
        private final @Nullable String patch;
        private final boolean replaced;
        private @Nullable String text;

        private Shown(View view, @Nullable String patch, boolean replaced) {
            this.view = view;
            this.patch = patch;
            this.replaced = replaced;
        }

        /// Absent when nothing changed that this audience may know.
        @Nullable
        String patch() {
            return patch;
        }

        /// Another kind of view than before: shown whole instead of patched.
        boolean replaced() {
            return replaced;
        }

        /// The whole of it. Few ask for it, so it is made for the first who does.
        String text() {
            if (text == null) text = Frames.text(view);
            return text;
        }

        private Shown unchanged() {
            if (patch == null && !replaced) return this;
            var same = new Shown(view, null, false);
            same.text = text;
            return same;
        }
    }

    private final Map<Audience, Shown> shown = new EnumMap<>(Audience.class);

    private @Nullable Session last;

    /// An entry was folded, and everybody is called as before.
    void advance(Session session, Names names) {
        show(session, audience -> {
            var before = shown.get(audience);
            return before == null || last == null
                    ? Views.of(session, audience, names)
                    : Views.next(before.view, last, session, audience, names);
        });
    }

    /// At first, and whenever somebody is called differently.
    void update(Session session, Names names) {
        show(session, audience -> Views.of(session, audience, names));
    }

    private interface Making {
        @Nullable
        View view(Audience audience);
    }

    private void show(Session session, Making making) {
        for (var audience : Audience.values()) {
            var view = making.view(audience);
            if (view == null) {
                shown.remove(audience);
            } else {
                shown.put(audience, next(shown.get(audience), view));
            }
        }
        last = session;
    }

    /// Absent for an audience that is shown nothing.
    @Nullable
    Shown of(Audience audience) {
        return shown.get(audience);
    }

    private static Shown next(@Nullable Shown before, View view) {
        if (before == null || before.view.place() != view.place()) return new Shown(view, null, true);
        if (before.view.equals(view)) return before.unchanged();
        return new Shown(view, Frames.patch(before.view, view), false);
    }
}
