package org.holdfast.attendance;

import java.util.Locale;

/// Why a status or a minute stands: one sentence each, in every language, with places for what differs.
///
/// The name in lower case with hyphens is the sentence's code in the API.
public enum Reason implements Wording {
    PRESENT(
            "{credited} of {creditable} credited: {percent} %, and {minimum} % are enough.",
            "{credited} de {creditable} acreditados: {percent} %; basta con {minimum} %."),
    NOTHING_TO_CREDIT(
            "Let in at {admitted}; no time could be credited to anybody.",
            "Admisión a las {admitted}; no hubo tiempo que acreditar a nadie."),
    PRESENT_SO_FAR("Let in at {admitted}.", "Admisión a las {admitted}."),
    LATE(
            "Came at {arrived}, more than {allowed} after the start at {starts}.",
            "Llegada a las {arrived}, más de {allowed} después del comienzo a las {starts}."),
    LATE_SINCE(
            "Came at {arrived}, more than {allowed} after being added to the group at {since}.",
            "Llegada a las {arrived}, más de {allowed} después de entrar en el grupo a las {since}."),
    EXPECTED_SINCE(
            "Added to the group at {since}, while the session was on, and expected from then on.",
            "Entró en el grupo a las {since}, con la sesión ya empezada; se le espera desde entonces."),
    WAITED_IN_TIME(
            "Came at {arrived}, in time, and was let in at {admitted}: waiting is not lateness.",
            "Llegada a las {arrived}, a tiempo, y admisión a las {admitted}: esperar no es llegar tarde."),
    LEFT_EARLY(
            "Left at {left}, more than {allowed} before the end at {ends}.",
            "Salida a las {left}, más de {allowed} antes del final a las {ends}."),
    PARTIAL(
            "{credited} of {creditable} credited: {percent} %, less than {minimum} %.",
            "{credited} de {creditable} acreditados: {percent} %, menos de {minimum} %."),
    TECHNICAL(
            "The line cost {missed} of credit: a dropped line is not an absence.",
            "La conexión costó {missed} de crédito: una conexión cortada no es una ausencia."),
    EXPECTED("Expected, and not here yet.", "Se le espera; aún no ha llegado."),
    NOT_LET_IN_YET(
            "Came at {arrived}, and is not in the room yet.", "Llegada a las {arrived}; aún no está en la sala."),
    NO_SHOW(
            "Expected, and never came by the end at {ended}.",
            "Se le esperaba y no llegó antes del final a las {ended}."),
    NEVER_LET_IN(
            "Came at {arrived}, and was never in the room by the end at {ended}.",
            "Llegada a las {arrived}; no entró en la sala antes del final a las {ended}."),

    CREDITED(
            "In the room {from} to {to}, {until}: {credited} credited.",
            "En la sala de {from} a {to}, {until}: {credited} acreditados."),
    ATTENDED(
            "A facilitator was in the room {from} to {to}, {until}.",
            "Hubo personal en la sala de {from} a {to}, {until}."),
    OUT_OF_REACH(
            "A facilitator was in the room {from} to {to}, but without a connection, {until}: counted, though no facilitator could be heard.",
            "Hubo personal en la sala de {from} a {to}, pero sin conexión, {until}: cuenta, aunque no se podía oír al personal."),
    IN_ROOM("In the room {from} to {to}, {until}: {lasting}.", "En la sala de {from} a {to}, {until}: {lasting}."),

    BREAK_NOT_COUNTED(
            "Break {from} to {to}: {lasting} not credited, as this group's breaks do not count.",
            "Descanso de {from} a {to}: {lasting} sin acreditar; los descansos de este grupo no cuentan."),
    BREAK_COUNTED(
            "Break {from} to {to}: {lasting}, which count in this group.",
            "Descanso de {from} a {to}: {lasting}; en este grupo cuentan."),
    GUEST(
            "Came as a guest ({role}). A guest's time is not counted.",
            "Vino como persona invitada ({role}). El tiempo de las personas invitadas no cuenta."),

    WAITED(
            "Waited {lasting}, {from} to {to}: waiting does not count.",
            "Espera de {lasting}, de {from} a {to}: la espera no cuenta."),
    BEFORE_START(
            "In the room {from} to {to}, before the planned start: {lasting} not credited.",
            "En la sala de {from} a {to}, antes de la hora prevista: {lasting} sin acreditar."),
    AFTER_END(
            "In the room {from} to {to} after the planned end, {until}: {lasting} not credited.",
            "En la sala de {from} a {to} después de la hora prevista, {until}: {lasting} sin acreditar."),
    UNATTENDED(
            "A facilitator was there {lost} at {from}, and then nobody, {until} at {to}: not credited.",
            "Hubo personal {lost} a las {from} y luego nadie, {until} a las {to}: sin acreditar."),
    UNATTENDED_BRIDGED(
            "A facilitator was there {lost} at {from}, and then nobody, {until} at {to}: under {grace}, so credited.",
            "Hubo personal {lost} a las {from} y luego nadie, {until} a las {to}: menos de {grace}, se acredita."),
    UNATTENDED_CREDITED(
            "A facilitator was there {lost} at {from}, and then nobody, {until} at {to}: credited under the rules.",
            "Hubo personal {lost} a las {from} y luego nadie, {until} a las {to}: se acredita según las reglas."),
    INTERRUPTED(
            "Interrupted {why} {from} to {to}, {until}: counted as in the room.",
            "Interrupción {why} de {from} a {to}, {until}: cuenta como en la sala."),
    MEDIA_LOST_CREDITED(
            "No connection {from} to {to}, {until}: {lasting}, counted as in the room.",
            "Sin conexión de {from} a {to}, {until}: {lasting}; cuenta como en la sala."),
    MEDIA_LOST_SHORT(
            "No connection {from} to {to}, {until}: {lasting}, under {grace}, so it counts as in the room.",
            "Sin conexión de {from} a {to}, {until}: {lasting}, menos de {grace}; cuenta como en la sala."),
    MEDIA_LOST_NOT_CREDITED(
            "No connection {from} to {to}, {until}: {lasting}, not under {grace}, so it is not credited.",
            "Sin conexión de {from} a {to}, {until}: {lasting}, no menos de {grace}; no se acredita."),
    AUDIO_ONLY(
            "Sound alone, with the camera off, for {lasting} of the time in the room.",
            "Solo sonido, con la cámara apagada, durante {lasting} del tiempo en la sala."),
    DROP_CREDITED(
            "The line dropped {from} to {to}: {lasting}, under {grace}, so {credited} are credited.",
            "La conexión se cortó de {from} a {to}: {lasting}, menos de {grace}; se acreditan {credited}."),
    DROP_NOT_CREDITED(
            "The line dropped {from} to {to}: {lasting}, not under {grace}, so it is not credited.",
            "La conexión se cortó de {from} a {to}: {lasting}, no menos de {grace}; no se acredita."),
    RECONNECT_CREDITED(
            "The page was opened anew, without a line {from} to {to}: {lasting}, under {grace}, so {credited} are credited.",
            "La página se abrió de nuevo, sin conexión de {from} a {to}: {lasting}, menos de {grace}; se acreditan {credited}."),
    RECONNECT_NOT_CREDITED(
            "The page was opened anew, without a line {from} to {to}: {lasting}, not under {grace}, so it is not credited.",
            "La página se abrió de nuevo, sin conexión de {from} a {to}: {lasting}, no menos de {grace}; no se acredita."),
    DROPPED_FOR_GOOD("The line dropped at {at} and did not come back.", "La conexión se cortó a las {at} y no volvió."),
    LEFT("Left at {at}.", "Salida a las {at}."),
    SENT_BACK("Sent back to the waiting room at {at}.", "Vuelta a la sala de espera a las {at}."),
    REMOVED("Removed by staff at {at}.", "El personal cerró su acceso a las {at}."),

    STATUS_CORRECTED(
            "Staff corrected the status on {day}, {at}: {given}. Computed: {computed}.",
            "El personal corrigió el estado el {day}, {at}: {given}. Calculado: {computed}."),
    CREDIT_CORRECTED(
            "Staff corrected the credit on {day}, {at}: {given}. Computed: {computed}.",
            "El personal corrigió el crédito el {day}, {at}: {given}. Calculado: {computed}."),
    BY_PHONE(
            "Was here by phone {from} to {to}, as staff noted on {day}, {at}: {given} credited. Computed: {computed}.",
            "Participó por teléfono de {from} a {to}, según anotó el personal el {day}, {at}: {given} acreditados. Calculado: {computed}."),
    STATUS_FOLLOWS(
            "With {given} credited since {day}, {at}, the status is: {status}. Computed: {computed}.",
            "Con {given} acreditados desde el {day}, {at}, el estado es: {status}. Calculado: {computed}.");

    private final String english;
    private final String spanish;

    Reason(String english, String spanish) {
        this.english = english;
        this.spanish = spanish;
    }

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String template(Language language) {
        return switch (language) {
            case ENGLISH -> english;
            case SPANISH -> spanish;
        };
    }
}
