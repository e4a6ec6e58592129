package org.holdfast.attendance;

/// What can stand on a timeline: one sentence each, in every language. `by` is whose act it was, `about` whom it
/// concerns.
public enum Deed implements Wording {
    OPENED("session.opened", "The session opened.", "Se abrió la sesión."),
    ENDED("session.ended", "{by} ended the session.", "{by} terminó la sesión."),
    ENDED_UNATTENDED(
            "session.ended-unattended",
            "The session ended by itself: no facilitator was there any more.",
            "La sesión terminó sola: ya no había nadie del personal."),
    ENDED_OVERTIME(
            "session.ended-overtime",
            "The session ended by itself, long after its planned end.",
            "La sesión terminó sola, mucho después de la hora prevista."),

    JOINED(
            "roster.joined",
            "{about} was added to the group, and can come from now on.",
            "{about} entró en el grupo y puede venir desde ahora."),
    INVITED(
            "roster.invited",
            "{about} was invited as a guest, and can come from now on.",
            "{about} recibió una invitación y puede venir desde ahora."),
    TAKEN_OFF(
            "roster.left",
            "{about} is not in the group any more, and cannot come in anew.",
            "{about} ya no está en el grupo y no puede volver a entrar."),

    AGREED(
            "rules.accepted",
            "{about} agreed to the group's rules (wording {version}).",
            "{about} aceptó las reglas del grupo (redacción {version})."),
    ARRIVED("member.arrived", "{about} came and waited to be let in.", "{about} llegó y esperó en la sala de espera."),
    ARRIVED_AGAIN(
            "member.arrived-again",
            "{about} came again and waited to be let in.",
            "{about} volvió a venir y esperó en la sala de espera."),
    ENTERED("member.entered", "{about} came into the room.", "{about} entró en la sala."),
    ADMITTED("member.admitted", "{by} let {about} in.", "{by} dejó entrar a {about}."),
    SENT_BACK(
            "member.sent-back",
            "{by} sent {about} back to the waiting room.",
            "{by} envió a {about} de vuelta a la sala de espera."),
    REMOVED("member.removed", "{by} removed {about} from the session.", "{by} cerró a {about} el acceso a la sesión."),
    LEFT("member.left", "{about} left.", "{about} salió."),
    DROPPED("member.dropped", "The line of {about} dropped at {at}.", "La conexión de {about} se cortó a las {at}."),
    RETURNED(
            "member.returned",
            "{about} was back after {lasting} without a line.",
            "{about} volvió tras {lasting} sin conexión."),
    WRITTEN_TO(
            "member.written-to",
            "{by} wrote to {about} in the waiting room.",
            "{by} escribió a {about} en la sala de espera."),
    DEVICE_ARRIVED(
            "device.arrived",
            "A second device asked to come in with the link of {about}.",
            "Un segundo dispositivo pidió entrar con el enlace de {about}."),
    DEVICE_GONE(
            "device.gone",
            "The second device with the link of {about} went away.",
            "El segundo dispositivo con el enlace de {about} se fue."),
    DEVICE_ADMITTED(
            "device.admitted",
            "{by} let {about} in on another device.",
            "{by} dejó entrar a {about} desde otro dispositivo."),
    DEVICE_CHANGED(
            "device.changed", "{about} went on from another device.", "{about} continuó desde otro dispositivo."),
    LOCKED("room.locked", "{by} locked the room.", "{by} cerró la sala a nuevas entradas."),
    UNLOCKED("room.unlocked", "{by} unlocked the room.", "{by} abrió la sala de nuevo."),

    MUTED("microphone.muted", "{by} muted {about}.", "{by} silenció a {about}."),
    MICROPHONE_ALLOWED(
            "microphone.allowed",
            "{by} let {about} use the microphone again.",
            "{by} permitió a {about} usar de nuevo el micrófono."),
    CAMERA_STOPPED("camera.stopped", "{by} stopped the camera of {about}.", "{by} apagó la cámara de {about}."),
    CAMERA_ALLOWED(
            "camera.allowed",
            "{by} let {about} use the camera again.",
            "{by} permitió a {about} usar de nuevo la cámara."),
    HAND_LOWERED("hand.lowered", "{by} lowered the hand of {about}.", "{by} bajó la mano de {about}."),

    SPOTLIGHT_SET(
            "spotlight.set",
            "{by} put {about} in the spotlight.",
            "{by} mostró a {about} en grande para todo el grupo."),
    SPOTLIGHT_CLEARED("spotlight.cleared", "{by} ended the spotlight.", "{by} volvió a mostrar a todos por igual."),
    CHAT_OFF("chat.set-off", "{by} turned the chat off.", "{by} desactivó el chat."),
    CHAT_TO_STAFF(
            "chat.set-to-staff",
            "{by} set the chat so that members write to staff only.",
            "{by} dejó el chat solo para escribir al personal."),
    CHAT_TO_EVERYONE("chat.set-everyone", "{by} opened the chat to everyone.", "{by} abrió el chat a todo el grupo."),
    CHAT_STOPPED("chat.stopped", "{by} stopped {about} from writing in the chat.", "{by} pausó a {about} en el chat."),
    CHAT_ALLOWED(
            "chat.allowed",
            "{by} let {about} write in the chat again.",
            "{by} permitió a {about} escribir de nuevo en el chat."),

    SCREEN_SHARED("screen.shared", "{about} began to show their screen.", "{about} empezó a mostrar su pantalla."),
    SCREEN_STOPPED("screen.stopped", "{about} stopped showing their screen.", "{about} dejó de mostrar su pantalla."),
    SCREEN_ALLOWED(
            "screen.allowed", "{by} let {about} show their screen.", "{by} permitió a {about} mostrar su pantalla."),
    SCREEN_DISALLOWED(
            "screen.disallowed",
            "{by} let {about} show their screen no more.",
            "{by} retiró a {about} el permiso de mostrar su pantalla."),
    LISTEN_ONLY(
            "room.listen-only", "{by} had all members only listen.", "{by} dejó a todo el grupo solo para escuchar."),
    LISTEN_ONLY_ENDED(
            "room.listen-only-ended",
            "{by} gave all members their microphone and camera back.",
            "{by} devolvió a todo el grupo el micrófono y la cámara."),

    BREAK_BEGUN("break.begun", "{by} began a break until {until}.", "{by} empezó un descanso hasta las {until}."),
    BREAK_ENDED("break.ended", "{by} ended the break.", "{by} terminó el descanso."),

    WORKSHEET_OPENED(
            "worksheet.opened",
            "{by} opened the worksheet {form}, version {version}, for everyone.",
            "{by} abrió la hoja {form}, versión {version}, para todo el grupo."),
    WORKSHEET_OPENED_FOR_SOME(
            "worksheet.opened-some",
            "{by} opened the worksheet {form}, version {version}, for {number} people.",
            "{by} abrió la hoja {form}, versión {version}, para {number} personas."),
    WORKSHEET_OPENED_FOR_ONE(
            "worksheet.opened-one",
            "{by} opened the worksheet {form}, version {version}, for {about}.",
            "{by} abrió la hoja {form}, versión {version}, para {about}."),
    WORKSHEET_CLOSED(
            "worksheet.closed",
            "{by} closed the worksheet {form}, version {version}.",
            "{by} cerró la hoja {form}, versión {version}."),

    HELP_ASKED("help.asked", "{about} asked for help.", "{about} pidió ayuda."),
    HELP_WITHDRAWN("help.withdrawn", "{about} took back the request for help.", "{about} retiró la petición de ayuda."),
    HELP_ACKNOWLEDGED(
            "help.acknowledged", "{by} saw that {about} asked for help.", "{by} vio que {about} pedía ayuda."),

    STATUS_CORRECTED(
            "row.corrected-status",
            "{by} corrected the status of {about}: {given}.",
            "{by} corrigió el estado de {about}: {given}."),
    MINUTES_CORRECTED(
            "row.corrected-minutes",
            "{by} corrected the credit of {about}: {given}.",
            "{by} corrigió el crédito de {about}: {given}."),
    NOTED_BY_PHONE(
            "row.corrected-by-phone",
            "{by} noted that {about} was here by phone {from} to {to}.",
            "{by} anotó que {about} participó por teléfono de {from} a {to}."),
    DISPUTED(
            "row.disputed",
            "{about} said that the sheet is wrong about their time.",
            "{about} dijo que la hoja no recoge bien su tiempo."),
    DISPUTE_ACCEPTED(
            "dispute.accepted",
            "{by} agreed with {about} and corrected the sheet.",
            "{by} dio la razón a {about} y corrigió la hoja."),
    DISPUTE_DECLINED(
            "dispute.declined",
            "{by} answered {about} and left the sheet as it is.",
            "{by} respondió a {about} y dejó la hoja como está."),
    SIGNED(
            "sheet.signed",
            "{by} signed version {version} of the sheet as {name}, {credential}.",
            "{by} firmó la versión {version} de la hoja como {name}, {credential}."),
    CO_SIGNED(
            "sheet.co-signed",
            "{by} co-signed version {version} of the sheet as {name}, {credential}.",
            "{by} firmó también la versión {version} de la hoja como {name}, {credential}.");

    private final String code;
    private final String english;
    private final String spanish;

    Deed(String code, String english, String spanish) {
        this.code = code;
        this.english = english;
        this.spanish = spanish;
    }

    @Override
    public String code() {
        return code;
    }

    /// Whether it says what stands on a row instead of what was computed.
    public boolean corrects() {
        return this == STATUS_CORRECTED || this == MINUTES_CORRECTED || this == NOTED_BY_PHONE;
    }

    @Override
    public String template(Language language) {
        return switch (language) {
            case ENGLISH -> english;
            case SPANISH -> spanish;
        };
    }
}
