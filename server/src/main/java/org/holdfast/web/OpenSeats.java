package org.holdfast.web;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The open sockets of browsers that their person may sign out on in another tab. All on one event loop.
final class OpenSeats {
    /// By device: how each of its pages is let go.
    private final Map<String, Set<Runnable>> open = new HashMap<>();

    void opened(String device, Runnable letGo) {
        open.computeIfAbsent(device, _ -> new LinkedHashSet<>()).add(letGo);
    }

    void closed(String device, Runnable letGo) {
        open.computeIfPresent(device, (_, pages) -> {
            pages.remove(letGo);
            return pages.isEmpty() ? null : pages;
        });
    }

    void left(String device) {
        List.copyOf(open.getOrDefault(device, Set.of())).forEach(Runnable::run);
    }
}
