package org.holdfast.session;

/// What a member is in this session: from the plan, never from the order of arrival.
///
/// Whoever is neither a participant nor leads is a guest. Everybody in the room is told as what a guest is there, and
/// no minutes are counted for them.
public enum Role {
    PARTICIPANT,
    FACILITATOR,
    /// Somebody of a participant's family: takes part as participants do.
    FAMILY,
    /// Says what others say: heard while everybody else listens, and seen where cameras are off.
    INTERPRETER,
    /// Sees and hears; speaks and is seen when a facilitator lets them. So does a trainee.
    OBSERVER,
    TRAINEE;

    public boolean leads() {
        return this == FACILITATOR;
    }

    public boolean guest() {
        return switch (this) {
            case PARTICIPANT, FACILITATOR -> false;
            case FAMILY, INTERPRETER, OBSERVER, TRAINEE -> true;
        };
    }

    /// Whether they only see and hear until a facilitator lets them do more.
    public boolean listens() {
        return switch (this) {
            case OBSERVER, TRAINEE -> true;
            case PARTICIPANT, FACILITATOR, FAMILY, INTERPRETER -> false;
        };
    }

    /// Whether what holds everybody holds them too: all microphones muted, only listening, cameras that stay off.
    boolean heldWithAll() {
        return switch (this) {
            case PARTICIPANT, FAMILY, OBSERVER, TRAINEE -> true;
            case FACILITATOR, INTERPRETER -> false;
        };
    }
}
