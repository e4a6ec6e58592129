package org.holdfast.export;

import org.holdfast.attendance.AttendanceSheet;
import org.holdfast.attendance.Cause;
import org.holdfast.attendance.DisputeView;
import org.holdfast.attendance.Language;
import org.holdfast.audit.Noted;
import org.holdfast.session.Breaks;
import org.holdfast.session.Role;

/// The words for what stands in cells as one of a few.
record Words(Language language) {
    String yes(boolean yes) {
        return yes ? in("yes", "sí") : in("no", "no");
    }

    String likeADroppedLine() {
        return in("like a dropped line", "como un corte de la conexión");
    }

    String of(Role role) {
        return switch (role) {
            case PARTICIPANT -> in("participant", "participante");
            case FACILITATOR -> in("facilitator", "personal");
            case FAMILY -> in("family", "familia");
            case INTERPRETER -> in("interpreter", "intérprete");
            case OBSERVER -> in("observer", "observa");
            case TRAINEE -> in("trainee", "en formación");
        };
    }

    String of(Breaks.Policy breaks) {
        return switch (breaks) {
            case NONE -> in("none", "no hay");
            case NOT_COUNTED -> in("do not count", "no cuentan");
            case COUNTED -> in("count", "cuentan");
        };
    }

    String of(AttendanceSheet.Standing life) {
        return switch (life) {
            case OPEN -> in("open", "abierta");
            case UNATTENDED -> in("open, without staff", "abierta, sin personal");
            case ENDED -> in("ended", "terminada");
        };
    }

    String of(DisputeView.State state) {
        return switch (state) {
            case OPEN -> in("not answered yet", "aún sin respuesta");
            case ACCEPTED -> in("agreed", "de acuerdo");
            case DECLINED -> in("not agreed", "sin acuerdo");
        };
    }

    String of(Cause cause) {
        return switch (cause) {
            case WAITED -> in("waited", "espera");
            case ADMITTED -> in("let in", "admisión");
            case DROPPED -> in("line dropped", "corte de la conexión");
            case RETURNED -> in("came back", "vuelta");
            case MOVED_DEVICE -> in("other device", "otro dispositivo");
            case INTERRUPTED -> in("interrupted", "interrupción");
            case RESUMED -> in("went on", "continuación");
            case MEDIA_LOST -> in("no connection", "sin conexión");
            case MEDIA_RETURNED -> in("connected again", "conexión de nuevo");
            case UNATTENDED -> in("no staff there", "sin personal");
            case ATTENDED -> in("staff there again", "personal de nuevo");
            case LEFT -> in("left", "salida");
            case SENT_BACK -> in("sent back to wait", "vuelta a la espera");
            case REMOVED -> in("removed by staff", "acceso cerrado por el personal");
        };
    }

    String of(Noted.Kind kind) {
        return switch (kind) {
            case WHEREABOUTS -> in("looked up where somebody is", "miró dónde está alguien");
            case SHEET -> in("looked at the sheet", "miró la hoja");
            case SESSION_RECORD -> in("opened the record of a session", "abrió el registro de una sesión");
            case PEOPLE -> in("opened the list of people", "abrió la lista de personas");
            case PERSON -> in("opened somebody's page", "abrió la página de una persona");
            case GROUP -> in("opened a group", "abrió un grupo");
            case LINKS -> in("opened somebody's links", "abrió los enlaces de una persona");
            case WORKSHEETS -> in("opened somebody's worksheets", "abrió las hojas de trabajo de una persona");
            case AUDIT -> in("read who opened what", "leyó quién abrió qué");
            case SHEET_EXPORT -> in("downloaded the sheet", "descargó la hoja");
            case TIMELINE_EXPORT -> in("downloaded what was decided", "descargó lo que se decidió");
            case WORKSHEET_EXPORT ->
                in("downloaded somebody's worksheet", "descargó una hoja de trabajo de una persona");
            case AUDIT_EXPORT -> in("downloaded who opened what", "descargó quién abrió qué");
            case BUNDLE -> in("took a log along as a bundle", "sacó un registro como paquete");
        };
    }

    String theServer() {
        return in("a command at the server", "una orden en el servidor");
    }

    String signature(boolean co) {
        return co ? in("co-signature", "segunda firma") : in("signature", "firma");
    }

    private String in(String english, String spanish) {
        return switch (language) {
            case ENGLISH -> english;
            case SPANISH -> spanish;
        };
    }
}
