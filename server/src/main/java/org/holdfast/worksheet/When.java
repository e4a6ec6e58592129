package org.holdfast.worksheet;

import java.util.List;

/// On what it depends that something is shown: on all of these, or on any.
public record When(List<Condition> conditions, boolean any) {
    public static final When ALWAYS = new When(List.of(), false);

    public When {
        conditions = List.copyOf(conditions);
    }

    /// @param item an earlier question
    public record Condition(String item, Is is, Value value) {}

    public enum Is {
        /// With a yes or no: whether there is an answer at all.
        EXISTS,
        /// One of what was answered is this.
        EQUALS,
        /// Nothing of what was answered is this; so it is, too, when nothing was answered.
        DIFFERS,
        ABOVE,
        BELOW,
        AT_LEAST,
        AT_MOST
    }
}
