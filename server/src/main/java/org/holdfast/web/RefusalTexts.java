package org.holdfast.web;

import org.holdfast.attendance.Language;
import org.holdfast.decision.RefusalCode;

/// Why a wish was refused, in words for the person who asked.
final class RefusalTexts {
    private RefusalTexts() {}

    static String of(RefusalCode code, Language language) {
        return switch (language) {
            case ENGLISH -> english(code);
            case SPANISH -> spanish(code);
        };
    }

    private static String english(RefusalCode code) {
        return switch (code) {
            case NOT_FACILITATOR -> "Only a facilitator can do this.";
            case NOT_IN_ROOM -> "You can do this once you are in the room.";
            case NOT_MEMBER -> "This person is not part of the meeting.";
            case NOT_WAITING -> "This person is not waiting any more.";
            case NOT_HERE -> "This person is not here just now.";
            case NOT_OPEN -> "The meeting is not open yet.";
            case ENDED -> "The meeting has ended.";
            case REMOVED -> "You cannot come back to this meeting.";
            case LOCKED -> "The room is locked. Unlock it first.";
            case FULL -> "The room is full.";
            case HELD -> "A facilitator switched this off. Wait until they allow it again.";
            case NOT_FOR_FACILITATORS -> "This does not apply to facilitators.";
            case NOT_YET -> "It is not time for this yet.";
            case ALREADY_OPEN -> "The meeting is already open.";
            case STALE_CONNECTION -> "This page is no longer the one that speaks for you.";
            case TOO_LONG -> "The text is empty or too long.";
            case SLOW_DOWN -> "That was a lot at once. Wait a moment and try again.";
            case UNKNOWN_OUTCOME -> "It is not certain whether that worked. Look before you try again.";
            case UNAVAILABLE -> "That did not work just now. Try again in a moment.";
            case TOO_MANY_WAITING -> "Too many people are waiting. Try again in a moment.";
            case OUTSIDE_SESSION -> "This does not fit into the time of the meeting.";
            case ALREADY_DISPUTED -> "Your staff have your message already and will answer it.";
            case NOT_DISPUTED -> "Nobody waits for an answer about this row.";
            case SIGN_IN_AGAIN -> "Sign in again, then sign.";
            case STALE_SHEET -> "The sheet has changed. Look at it again before you sign.";
            case ALREADY_SIGNED -> "This version is signed already. Someone else can co-sign it.";
            case NOT_SIGNED -> "Nobody has signed this version yet. You can sign it.";
            case CHAT_OFF -> "The chat is off in this meeting.";
            case CHAT_TO_STAFF -> "In this meeting you can write to the facilitators only.";
            case CHAT_STOPPED -> "You cannot write just now. A facilitator can allow it again.";
            case SCREEN_TAKEN -> "Someone else is showing their screen. You can show yours after that.";
            case SCREEN_NOT_ALLOWED -> "You can show your screen when a facilitator lets you.";
            case CAMERAS_OFF -> "Cameras stay off in this group. Everyone can hear you.";
            case ONLY_LISTENS -> "You are here to listen. You can write to the facilitators.";
            case NOT_FOR_GUESTS -> "This does not apply to guests.";
            case NO_BREAKS -> "This group has no breaks.";
            case NO_FORM -> "There is no worksheet of this name and version.";
            case NO_WORKSHEET -> "This worksheet is not open here now.";
            case STAYS_PRIVATE -> "This worksheet stays between you and the facilitators.";
            case NO_CARD -> "This card is not there any more.";
            case ALREADY_THERE -> "This is there already.";
            case NO_ROOM -> "There is no room for more. Take something away first.";
            case UNKNOWN -> "There is nothing here.";
            case OVER_SIZE -> "The group is as large as it should be. Say why one more should come.";
            case ONE_PERSON -> "Individual sessions are for one person. Make a group for more.";
            case NUMBER_TAKEN -> "Somebody has this record number already.";
            case TOO_MANY_SHEETS -> "There are as many worksheets here as can be kept.";
            case TOO_MANY_NOTES -> "There are as many notes on this worksheet as can be kept.";
            case GROUP_CLOSED -> "This group is closed. Open it again first.";
            case NOT_STAFF -> "Groups are led by staff, and one of them is the lead.";
            case NOT_ENROLLED -> "This person is not in the programme just now. Welcome them back first.";
            case NOT_NEXT -> "This step does not follow the last one.";
            case BEFORE_LAST -> "The day is before the last step. Choose that day or a later one.";
            case NO_END -> "A guest comes for a time. Choose a day within the next year.";
            case NO_RULE -> "No day comes of this rhythm. Choose days of the week or of the month.";
            case NO_LENGTH -> "A session is at least 5 minutes long and at most 12 hours.";
            case NO_REASON -> "Say in a line why.";
            case BEGUN -> "This has begun or is over. Choose a later time.";
            case NO_SUCH_QUESTION -> "This question is not on this worksheet.";
            case NOT_AN_ANSWER -> "This does not fit the question. Please look at it once more.";
            case OUT_OF_RANGE -> "This number is too low or too high here.";
            case TOO_MANY_ROWS -> "There is no room for more here. You can change or remove what is there.";
        };
    }

    private static String spanish(RefusalCode code) {
        return switch (code) {
            case NOT_FACILITATOR -> "Esto solo puede hacerlo quien facilita el grupo.";
            case NOT_IN_ROOM -> "Podrá hacerlo cuando esté en la sala.";
            case NOT_MEMBER -> "Esta persona no forma parte de la reunión.";
            case NOT_WAITING -> "Esta persona ya no está esperando.";
            case NOT_HERE -> "Esta persona no está aquí en este momento.";
            case NOT_OPEN -> "La reunión todavía no está abierta.";
            case ENDED -> "La reunión ha terminado.";
            case REMOVED -> "No puede volver a esta reunión.";
            case LOCKED -> "La sala está cerrada. Ábrala primero.";
            case FULL -> "La sala está llena.";
            case HELD -> "Quien facilita lo desactivó. Espere a que lo permita de nuevo.";
            case NOT_FOR_FACILITATORS -> "Esto no se aplica a quienes facilitan.";
            case NOT_YET -> "Todavía no es el momento.";
            case ALREADY_OPEN -> "La reunión ya está abierta.";
            case STALE_CONNECTION -> "Esta página ya no es la que habla por usted.";
            case TOO_LONG -> "El texto está vacío o es demasiado largo.";
            case SLOW_DOWN -> "Fueron muchas cosas a la vez. Espere un momento e inténtelo de nuevo.";
            case UNKNOWN_OUTCOME -> "No es seguro que haya funcionado. Compruébelo antes de intentarlo de nuevo.";
            case UNAVAILABLE -> "No funcionó en este momento. Inténtelo de nuevo en un momento.";
            case TOO_MANY_WAITING -> "Hay demasiadas personas esperando. Inténtelo de nuevo en un momento.";
            case OUTSIDE_SESSION -> "Esto no cabe en el horario de la reunión.";
            case ALREADY_DISPUTED -> "El personal ya tiene su mensaje y le responderá.";
            case NOT_DISPUTED -> "Nadie espera una respuesta sobre esta fila.";
            case SIGN_IN_AGAIN -> "Inicie sesión de nuevo y después firme.";
            case STALE_SHEET -> "La hoja ha cambiado. Revísela de nuevo antes de firmar.";
            case ALREADY_SIGNED -> "Esta versión ya está firmada. Otra persona puede añadir su firma.";
            case NOT_SIGNED -> "Nadie ha firmado aún esta versión. Puede firmarla.";
            case CHAT_OFF -> "El chat está desactivado en esta reunión.";
            case CHAT_TO_STAFF -> "En esta reunión solo puede escribir a quienes facilitan.";
            case CHAT_STOPPED -> "No puede escribir en este momento. Quien facilita puede permitirlo de nuevo.";
            case SCREEN_TAKEN -> "Otra persona está mostrando su pantalla. Después podrá mostrar la suya.";
            case SCREEN_NOT_ALLOWED -> "Podrá mostrar su pantalla cuando quien facilita se lo permita.";
            case CAMERAS_OFF -> "En este grupo las cámaras quedan apagadas. Todo el grupo puede oírle.";
            case ONLY_LISTENS -> "Viene a escuchar. Puede escribir a quienes facilitan.";
            case NOT_FOR_GUESTS -> "Esto no se aplica a las personas invitadas.";
            case NO_BREAKS -> "Este grupo no tiene descansos.";
            case NO_FORM -> "No hay ninguna hoja con este nombre y esta versión.";
            case NO_WORKSHEET -> "Esta hoja no está abierta aquí en este momento.";
            case STAYS_PRIVATE -> "Esta hoja queda entre usted y quienes facilitan.";
            case NO_CARD -> "Esta tarjeta ya no está.";
            case ALREADY_THERE -> "Esto ya está aquí.";
            case NO_ROOM -> "Ya no hay sitio para más. Primero quite algo.";
            case UNKNOWN -> "Aquí no hay nada.";
            case OVER_SIZE -> "El grupo ya tiene el tamaño previsto. Diga por qué debe venir una persona más.";
            case ONE_PERSON -> "Las sesiones individuales son para una persona. Para más personas, cree un grupo.";
            case NUMBER_TAKEN -> "Otra persona ya tiene este número de expediente.";
            case TOO_MANY_SHEETS -> "Ya no se pueden guardar más hojas de trabajo aquí.";
            case TOO_MANY_NOTES -> "Ya no se pueden guardar más notas en esta hoja de trabajo.";
            case GROUP_CLOSED -> "Este grupo está cerrado. Primero ábralo de nuevo.";
            case NOT_STAFF -> "Los grupos los dirige el personal, y una de esas personas es la principal.";
            case NOT_ENROLLED ->
                "Esta persona no está en el programa en este momento. Primero dele la bienvenida de nuevo.";
            case NOT_NEXT -> "Este paso no sigue al anterior.";
            case BEFORE_LAST -> "El día es anterior al último paso. Elija ese día u otro posterior.";
            case NO_END -> "Una persona invitada viene por un tiempo. Elija un día dentro del próximo año.";
            case NO_RULE -> "De este ritmo no sale ningún día. Elija días de la semana o del mes.";
            case NO_LENGTH -> "Una sesión dura al menos 5 minutos y como mucho 12 horas.";
            case NO_REASON -> "Diga en una línea por qué.";
            case BEGUN -> "Esto ya ha empezado o ha terminado. Elija una hora posterior.";
            case NO_SUCH_QUESTION -> "Esta pregunta no está en esta hoja.";
            case NOT_AN_ANSWER -> "Esto no responde a la pregunta. Mírelo otra vez, por favor.";
            case OUT_OF_RANGE -> "Este número es demasiado bajo o demasiado alto aquí.";
            case TOO_MANY_ROWS -> "Aquí no cabe nada más. Puede cambiar o quitar lo que ya está.";
        };
    }
}
