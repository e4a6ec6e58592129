package org.holdfast.live;

import java.util.EnumMap;
import java.util.Map;
import org.holdfast.session.Audience;
import org.holdfast.session.Change;
import org.holdfast.session.Names;
import org.holdfast.session.Session;
import org.holdfast.session.View;
import org.holdfast.session.View.ConsoleView;
import org.holdfast.session.View.RoomView;
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

    /// An entry was folded, and everybody is called as before.
    void advance(Change change, Names names) {
        if (change.ofFloor()) onFloor(change, names);
        else for (var audience : Audience.values()) show(audience, next(audience, change, names));
    }

    private @Nullable View next(Audience audience, Change change, Names names) {
        var before = shown.get(audience);
        return before == null
                ? Views.of(change.after(), audience, names)
                : Views.next(before.view, change, audience, names);
    }

    /// All who are inside see the same of it, so what it changes is written once.
    private void onFloor(Change change, Names names) {
        var switches = change.switches();
        var patch = switches == null || switches.people().isEmpty() ? null : Frames.switches(switches);
        for (var audience : Audience.values()) {
            var before = shown.get(audience);
            if (before == null) continue;
            var inside = before.view instanceof RoomView || before.view instanceof ConsoleView;
            var view = inside && (patch != null || switches == null) ? next(audience, change, names) : null;
            if (view == null || (switches == null && view.equals(before.view))) {
                shown.put(audience, before.unchanged());
            } else {
                if (patch == null) patch = Frames.patch(before.view, view);
                shown.put(audience, new Shown(view, patch, false));
            }
        }
    }

    /// At first, and whenever somebody is called differently.
    void update(Session session, Names names) {
        for (var audience : Audience.values()) show(audience, Views.of(session, audience, names));
    }

    private void show(Audience audience, @Nullable View view) {
        if (view == null) shown.remove(audience);
        else shown.put(audience, next(shown.get(audience), view));
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
