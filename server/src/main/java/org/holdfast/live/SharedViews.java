package org.holdfast.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.Map;
import org.holdfast.json.JsonText;
import org.holdfast.json.MergePatch;
import org.holdfast.session.Audience;
import org.holdfast.session.Names;
import org.holdfast.session.Session;
import org.holdfast.session.View;
import org.holdfast.session.Views;
import org.jspecify.annotations.Nullable;

/// What each audience was last shown, and how that differs from what it may see now: made and encoded once for all.
final class SharedViews {
    /// @param patch absent when nothing changed that this audience may know
    /// @param replaced another kind of view than before: shown whole instead of patched
    record Shown(ObjectNode view, String text, @Nullable String patch, boolean replaced) {}

    private final Map<Audience, Shown> shown = new EnumMap<>(Audience.class);

    void update(Session session, Names names) {
        for (var audience : Audience.values()) {
            var view = Views.of(session, audience, names);
            if (view == null) {
                shown.remove(audience);
            } else {
                shown.put(audience, next(shown.get(audience), view));
            }
        }
    }

    /// Absent for an audience that is shown nothing.
    @Nullable
    Shown of(Audience audience) {
        return shown.get(audience);
    }

    private static Shown next(@Nullable Shown before, View view) {
        var now = Frames.json(view);
        if (before == null) return new Shown(now, JsonText.print(now), null, true);
        var patch = MergePatch.between(before.view(), now);
        if (patch.isEmpty()) return new Shown(before.view(), before.text(), null, false);
        var replaced = !before.view().path("place").equals(now.path("place"));
        return new Shown(now, JsonText.print(now), JsonText.print(patch), replaced);
    }
}
