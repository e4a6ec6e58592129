package org.holdfast.intake;

import org.holdfast.attendance.Language;

/// What can be wrong with a file or a row of it, in words for whoever brought it.
public enum Trouble {
    NOT_CSV(
            "This is not a table that can be read from here on. Save it as CSV in UTF-8 and try again.",
            "Desde aquí no se puede leer como tabla. Guárdela como CSV en UTF-8 e inténtelo de nuevo."),
    TOO_MANY_ROWS(
            "There are more than 1,000 rows. Bring them in several files.",
            "Hay más de 1.000 filas. Tráigalas en varios archivos."),
    NO_NUMBER_COLUMN(
            "No column holds the record number. Say which one it is.",
            "Ninguna columna contiene el número de expediente. Indique cuál es."),
    NO_NAME_COLUMN(
            "No column holds the name. Say which one it is.", "Ninguna columna contiene el nombre. Indique cuál es."),
    NO_SUCH_HEADER("The file has no column of this name.", "El archivo no tiene ninguna columna con este nombre."),
    NO_NUMBER("The record number is missing.", "Falta el número de expediente."),
    NO_NAME("The name is missing.", "Falta el nombre."),
    TWICE("This record number stands in the file twice.", "Este número de expediente aparece dos veces en el archivo."),
    NOT_A_PART("Write participant or staff.", "Escriba participante o personal."),
    NOT_A_DAY("This is not a day. Write it as 2026-03-02.", "Esto no es una fecha. Escríbala así: 2026-03-02."),
    NOT_A_LANGUAGE("Write English or Spanish.", "Escriba inglés o español."),
    NOT_A_CHANNEL("Write email, sms, call or none.", "Escriba correo, sms, llamada o ninguno."),
    HALF_A_CONTACT(
            "Somebody to call needs a name and a phone number.",
            "La persona de contacto necesita un nombre y un teléfono."),
    TOO_LONG("This is too long, or no such thing.", "Esto es demasiado largo o no es lo que se pide."),
    NO_SUCH_GROUP("There is no open group of this name.", "No hay ningún grupo abierto con este nombre.");

    private final String english;
    private final String spanish;

    Trouble(String english, String spanish) {
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
