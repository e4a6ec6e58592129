package org.holdfast.intake;

import java.util.Locale;
import java.util.Set;

/// What a column of a roster may be about, and what programs call it that we know of.
public enum Column {
    NUMBER("record number", "record no", "mrn", "id", "número de expediente", "expediente", "número"),
    NAME("name", "preferred name", "first name", "nombre", "nombre preferido"),
    PART("part", "kind", "type", "tipo"),
    ADMITTED("admitted", "admission date", "start date", "ingreso", "fecha de ingreso"),
    LANGUAGE("language", "idioma"),
    CHANNEL("channel", "contact by", "canal"),
    EMAIL("email", "e-mail", "correo", "correo electrónico"),
    PHONE("phone", "telephone", "teléfono"),
    CONTACT("emergency contact", "contact", "contacto", "contacto de emergencia"),
    CONTACT_PHONE("emergency phone", "contact phone", "teléfono de emergencia", "teléfono del contacto"),
    GROUP("group", "grupo");

    private final Set<String> known;

    Column(String... known) {
        this.known = Set.of(known);
    }

    /// As pages and mappings name it.
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean isCalled(String header) {
        return known.contains(comparable(header)) || wire().equals(comparable(header));
    }

    static String comparable(String header) {
        return header.strip().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
