package org.holdfast.web;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.holdfast.identity.staff.StaffSignIns;
import org.holdfast.live.Goodbye;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks after the open consoles of staff with accounts: whoever is signed out, or is no facilitator any more, is
/// told so and loses theirs. To be in a running session is to do something, so nobody who leads one is signed out for
/// not touching the page; a console closes when its session ends.
final class StaffWatch {
    static final Duration EVERY = Duration.ofSeconds(15);
    private static final Logger LOG = LoggerFactory.getLogger(StaffWatch.class);

    private final StaffSignIns signIns;
    private final Map<String, Set<Outgoing>> consoles = new HashMap<>();

    StaffWatch(StaffSignIns signIns) {
        this.signIns = signIns;
    }

    void opened(String device, Outgoing console) {
        consoles.computeIfAbsent(device, _ -> new LinkedHashSet<>()).add(console);
    }

    void closed(String device, Outgoing console) {
        consoles.computeIfPresent(device, (_, open) -> {
            open.remove(console);
            return open.isEmpty() ? null : open;
        });
    }

    void look() {
        List.copyOf(consoles.keySet()).forEach(this::look);
    }

    private void look(String device) {
        signIns.still(device)
                .onFailure(cause -> LOG.warn("A sign-in could not be looked at: {}", cause.toString()))
                .onSuccess(who -> {
                    if (who == null) {
                        close(device, Goodbye.SIGNED_OUT);
                    } else if (!who.seat().mayBe(StaffRights.LEADS)) {
                        close(device, Goodbye.ROLE_GONE);
                    } else {
                        signIns.active(who);
                    }
                });
    }

    private void close(String device, Goodbye goodbye) {
        var open = consoles.remove(device);
        if (open != null) open.forEach(console -> console.close(goodbye));
    }
}
