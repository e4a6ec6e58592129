package org.holdfast.export;

import org.holdfast.attendance.Language;

/// What stands over a column, before a fact, or above a table.
enum Label {
    SHEET("Attendance", "Asistencia"),
    INTERVALS("Times", "Tiempos"),
    CORRECTIONS("Corrections", "Correcciones"),
    DISPUTES("Disputes", "Desacuerdos"),
    SIGNATURES("Signatures", "Firmas"),
    TIMELINE("What was decided", "Lo que se decidió"),
    NOTES("Who opened what", "Quién abrió qué"),

    SESSION("Session", "Sesión"),
    TITLE("Title", "Título"),
    STARTS("Planned start", "Comienzo previsto"),
    ENDS("Planned end", "Final previsto"),
    ZONE("Time zone", "Zona horaria"),
    STATE("State", "Estado de la sesión"),
    ENDED("Ended", "Terminó"),
    AS_OF("As of", "A fecha de"),
    EXPECTED_PEOPLE("People expected", "Personas previstas"),
    CAME("People who were in the room", "Personas que estuvieron en la sala"),
    PEAK("People at once at the most", "Máximo de personas a la vez"),
    RULES("Version of the rules", "Versión de las reglas"),
    LATE_AFTER("Late after, in minutes", "Retraso a partir de, en minutos"),
    LEFT_EARLY_BEFORE("Left early before the end, in minutes", "Salida anticipada antes del final, en minutos"),
    GRACE("Dropped lines that count are under, in minutes", "Cortes que cuentan, menores de, en minutos"),
    MINIMUM("Least credit in percent", "Crédito mínimo en porcentaje"),
    CREDIT_MEDIA_LOST("Time without connection counts", "El tiempo sin conexión cuenta"),
    BREAKS("Breaks", "Descansos"),
    CREDIT_UNATTENDED("Time without staff counts", "El tiempo sin personal cuenta"),

    NOTES_COUNT("Notes", "Anotaciones"),
    NOTES_MORE("Older ones that did not fit", "Otras anteriores que no cupieron"),
    LOGS_UNREAD("Logs that are not as they were written", "Registros que no están como se escribieron"),
    BY_ID("Id of who did it", "Identificador de quien lo hizo"),
    ABOUT_ID("Id of whom it is about", "Identificador de la persona"),
    SESSION_ID("Id of the session", "Identificador de la sesión"),
    GROUP("Group", "Grupo"),
    LOG("Log", "Registro"),

    PERSON("Person", "Persona"),
    ID("Id", "Identificador"),
    ROLE("Role", "Función"),
    EXPECTED("Expected", "Con plaza"),
    ARRIVED("Came", "Llegada"),
    ADMITTED("Let in", "Admisión"),
    IN_ROOM("Minutes in the room", "Minutos en la sala"),
    AUDIO_ONLY("Minutes in the room with sound alone", "Minutos en la sala solo con sonido"),
    STATUS("Status, computed", "Estado, calculado"),
    STATUS_CORRECTED("Status, corrected", "Estado, corregido"),
    CREDITED("Minutes credited, computed", "Minutos acreditados, calculados"),
    CREDITED_CORRECTED("Minutes credited, corrected", "Minutos acreditados, corregidos"),
    WHY("Why", "Por qué"),
    ENTRIES("Entries of the log", "Entradas del registro"),
    ENTRY("Entry of the log", "Entrada del registro"),
    SIGNED_UP_TO("Signed up to entry", "Firmada hasta la entrada"),
    FROM("From", "Desde"),
    TO("To", "Hasta"),
    MINUTES("Minutes", "Minutos"),
    SECONDS("Seconds in all", "Segundos en total"),
    WHERE("In the room", "En la sala"),
    CAUSE("What began it", "Qué lo inició"),
    TIME("Time", "Hora"),
    BY("By", "Por"),
    ABOUT("About", "Sobre"),
    WHAT("What", "Qué"),
    CODE("Code", "Código"),
    REASON("Reason", "Motivo"),
    WORDS("Words", "Palabras"),
    ANSWER("Answer", "Respuesta"),
    RESULT("Result", "Resultado"),
    VERSION("Version", "Versión"),
    KIND("Kind", "Clase"),
    NAME("Name as signed", "Nombre de quien firma"),
    CREDENTIAL("Credential", "Credencial"),
    HASH("SHA-256 of the signed sheet", "SHA-256 de la hoja firmada");

    private final String english;
    private final String spanish;

    Label(String english, String spanish) {
        this.english = english;
        this.spanish = spanish;
    }

    String in(Language language) {
        return switch (language) {
            case ENGLISH -> english;
            case SPANISH -> spanish;
        };
    }
}
