package org.holdfast.attendance;

/// What a participant's attendance comes to. Decided by [Judgement]; staff have none.
public enum Status {
    /// Nothing is missing that the rules would name.
    PRESENT("present", "presente"),
    /// Came later than the rules allow. Who waited in time is not late, whenever staff let them in.
    LATE("late", "con retraso"),
    /// Left, and did not come back, earlier than the rules allow.
    LEFT_EARLY("left early", "salió antes"),
    /// Too little credit, and neither lateness, nor leaving, nor the line alone explains it. Also who
    /// came and was never let in.
    PARTIAL("partial", "parcial"),
    /// Told in time. Given by a correction of staff, never computed.
    EXCUSED("excused", "justificada"),
    /// Not told, or not accepted. Given by a correction of staff, never computed.
    UNEXCUSED("unexcused", "sin justificar"),
    /// Expected, and never came by the end.
    NO_SHOW("no-show", "no vino"),
    /// Credit is missing because the line dropped, which is nobody's misconduct.
    TECHNICAL("technical", "caso técnico"),
    /// The session is not over, and this person is not in yet.
    EXPECTED("expected", "se le espera");

    private final String english;
    private final String spanish;

    Status(String english, String spanish) {
        this.english = english;
        this.spanish = spanish;
    }

    public String in(Language language) {
        return switch (language) {
            case ENGLISH -> english;
            case SPANISH -> spanish;
        };
    }
}
