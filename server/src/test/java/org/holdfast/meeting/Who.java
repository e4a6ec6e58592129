package org.holdfast.meeting;

import java.util.Locale;
import org.holdfast.session.Role;
import org.jspecify.annotations.Nullable;

/// What somebody may be in a session that is theirs: one column of the matrix of wishes.
enum Who {
    WAITING(Role.PARTICIPANT),
    /// Another browser of somebody who has a seat.
    NEW_BROWSER(Role.PARTICIPANT),
    PARTICIPANT(Role.PARTICIPANT),
    FAMILY(Role.FAMILY),
    INTERPRETER(Role.INTERPRETER),
    OBSERVER(Role.OBSERVER),
    TRAINEE(Role.TRAINEE),
    FACILITATOR(Role.FACILITATOR),
    CO_FACILITATOR(Role.FACILITATOR),
    /// Somebody in the room whom the others' wishes are about: no column.
    PRESENT(Role.PARTICIPANT);

    private final Role role;

    Who(Role role) {
        this.role = role;
    }

    Role role() {
        return role;
    }

    @Nullable
    Role guest() {
        return role.guest() ? role : null;
    }

    String column() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
