package org.holdfast.questionnaire;

/// By which names FHIR and this product call what a form may have besides the plain properties.
final class Urls {
    private static final String FHIR = "http://hl7.org/fhir/StructureDefinition/";

    static final String FORM = "urn:holdfast:worksheet:";
    static final String SOURCE = FORM + "source";
    static final String SHIPPABLE = FORM + "shippable";
    static final String ATTESTED = FORM + "attested";
    static final String ADD = FORM + "add";
    static final String EXERCISE = FORM + "exercise";

    static final String TRANSLATION = FHIR + "translation";
    static final String ITEM_CONTROL = FHIR + "questionnaire-itemControl";
    static final String LEAST = FHIR + "minValue";
    static final String GREATEST = FHIR + "maxValue";
    static final String STEP = FHIR + "questionnaire-sliderStepValue";
    static final String HINT = FHIR + "entryFormat";
    static final String ORIENTATION = FHIR + "questionnaire-choiceOrientation";
    static final String SCORE = FHIR + "ordinalValue";

    private Urls() {}
}
