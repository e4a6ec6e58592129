package org.holdfast.web;

import org.holdfast.attendance.Language;
import org.holdfast.web.AuditChains.Chain;

/// What became of a log, as a sentence for whoever audits the clinic.
final class ChainTexts {
    private ChainTexts() {}

    static String of(Chain chain, Language language) {
        return switch (language) {
            case ENGLISH -> english(chain);
            case SPANISH -> spanish(chain);
        };
    }

    private static String english(Chain chain) {
        var entries = chain.entries();
        var held = entries == 0
                ? "There are no entries yet."
                : entries == 1
                        ? "Its one entry is as it was written."
                        : "All " + entries + " entries are as they were written.";
        return switch (chain.state()) {
            case WHOLE -> held;
            case END_UNKNOWN ->
                held + " Nothing kept apart tells where it ended, so entries missing at its end would go unseen.";
            case ALTERED ->
                "Entry " + chain.harmed() + (isFirstHarmed(chain) ? "" : " or one before it")
                        + " is not what was written there."
                        + (entries == 0
                                ? ""
                                : entries == 1
                                        ? " The one before it is as it was written."
                                        : " The " + entries + " before it are as they were written.");
            case CUT_OFF -> "Entry " + chain.harmed() + " and all after it are gone.";
            case HEAD_ALTERED ->
                "What was kept apart of this log to check it by was altered, so its end cannot be trusted.";
        };
    }

    private static String spanish(Chain chain) {
        var entries = chain.entries();
        var held = entries == 0
                ? "Todavía no hay entradas."
                : entries == 1
                        ? "Su única entrada está como se escribió."
                        : "Las " + entries + " entradas están como se escribieron.";
        return switch (chain.state()) {
            case WHOLE -> held;
            case END_UNKNOWN ->
                held + " Nada guardado aparte dice dónde terminaba, así que no se notaría si faltan entradas al final.";
            case ALTERED ->
                "La entrada " + chain.harmed() + (isFirstHarmed(chain) ? "" : " o una anterior")
                        + " no es lo que se escribió allí."
                        + (entries == 0
                                ? ""
                                : entries == 1
                                        ? " La anterior está como se escribió."
                                        : " Las " + entries + " anteriores están como se escribieron.");
            case CUT_OFF -> "Faltan la entrada " + chain.harmed() + " y todas las posteriores.";
            case HEAD_ALTERED ->
                "Lo que se guardó aparte para comprobar este registro fue alterado: no se puede confiar en su final.";
        };
    }

    private static boolean isFirstHarmed(Chain chain) {
        return chain.harmed() != null && chain.harmed() == chain.entries() + 1;
    }
}
