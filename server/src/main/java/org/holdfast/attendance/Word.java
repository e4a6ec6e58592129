package org.holdfast.attendance;

import org.holdfast.session.Interruption;
import org.holdfast.session.Role;
import org.jspecify.annotations.Nullable;

/// A part of a sentence that is itself words: what ended a time, or what interrupted it.
public enum Word {
    SO_FAR("so far", "por ahora"),
    SESSION_ENDED("until the session ended", "hasta que terminó la sesión"),
    PLANNED_END("until the planned end", "hasta la hora prevista de cierre"),
    LEFT("until leaving", "hasta salir"),
    DROPPED("until the line dropped", "hasta que se cortó la conexión"),
    RECONNECTED("until the page was opened anew", "hasta que la página se abrió de nuevo"),
    SENT_BACK("until sent back to the waiting room", "hasta volver a la sala de espera"),
    REMOVED("until removed by staff", "hasta que el personal cerró su acceso"),
    MOVED_DEVICE("until moving to another device", "hasta pasar a otro dispositivo"),
    NO_FACILITATOR("until no facilitator was there", "hasta que no quedó nadie del personal"),
    FACILITATOR_BACK("until a facilitator was there again", "hasta que volvió alguien del personal"),
    BREAK("until the break", "hasta el descanso"),
    RESUMED("until the page was back", "hasta que la página volvió"),
    MEDIA_LOST("until the connection was lost", "hasta que se perdió la conexión"),
    MEDIA_RETURNED("until it was back", "hasta recuperarla"),
    INTERRUPTED("until the next interruption", "hasta la siguiente interrupción"),
    CALL("by a call", "por una llamada"),
    HIDDEN("because the page was hidden", "porque la página quedó oculta"),
    NO_MICROPHONE("because the microphone was lost", "porque se perdió el micrófono"),
    FAMILY("family", "familia"),
    INTERPRETER("interpreter", "intérprete"),
    OBSERVER("observer", "observa"),
    TRAINEE("trainee", "en formación");

    private final String english;
    private final String spanish;

    Word(String english, String spanish) {
        this.english = english;
        this.spanish = spanish;
    }

    String in(Language language) {
        return switch (language) {
            case ENGLISH -> english;
            case SPANISH -> spanish;
        };
    }

    static Word of(Interruption.Cause cause) {
        return switch (cause) {
            case CALL -> CALL;
            case HIDDEN -> HIDDEN;
            case NO_MICROPHONE -> NO_MICROPHONE;
        };
    }

    /// As what a guest is there; nothing for others.
    static @Nullable Word of(Role role) {
        return switch (role) {
            case PARTICIPANT, FACILITATOR -> null;
            case FAMILY -> FAMILY;
            case INTERPRETER -> INTERPRETER;
            case OBSERVER -> OBSERVER;
            case TRAINEE -> TRAINEE;
        };
    }

    /// What ended a stay.
    static Word endOf(Stay stay, Comings comings) {
        if (stay.to() == null) return comings.end() == null ? SO_FAR : SESSION_ENDED;
        return stay.unnoticed() ? RECONNECTED : of(stay.to());
    }

    static Word of(Mark mark) {
        return switch (mark.cause()) {
            case LEFT -> LEFT;
            case DROPPED -> DROPPED;
            case SENT_BACK -> SENT_BACK;
            case REMOVED -> REMOVED;
            case MOVED_DEVICE -> MOVED_DEVICE;
            case RESUMED -> RESUMED;
            case INTERRUPTED -> INTERRUPTED;
            case MEDIA_LOST -> MEDIA_LOST;
            case MEDIA_RETURNED -> MEDIA_RETURNED;
            case UNATTENDED -> NO_FACILITATOR;
            case ATTENDED -> FACILITATOR_BACK;
            case WAITED, ADMITTED, RETURNED -> RECONNECTED;
        };
    }
}
