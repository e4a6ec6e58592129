package org.holdfast.questionnaire.checking;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.IValidationSupport;
import java.util.HashMap;
import java.util.Map;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Questionnaire;
import org.jspecify.annotations.Nullable;

/// The questionnaires that a response may be to, by their addresses with and without a version.
record KnownForms(FhirContext context, Map<String, Questionnaire> forms) implements IValidationSupport {
    static KnownForms of(FhirContext context, String... texts) {
        var forms = new HashMap<String, Questionnaire>();
        for (var text : texts) {
            var form = context.newJsonParser().parseResource(Questionnaire.class, text);
            forms.put(form.getUrl(), form);
            forms.put(form.getUrl() + "|" + form.getVersion(), form);
        }
        return new KnownForms(context, forms);
    }

    @Override
    public FhirContext getFhirContext() {
        return context;
    }

    @Override
    public <T extends IBaseResource> @Nullable T fetchResource(@Nullable Class<T> type, String address) {
        var form = forms.get(address);
        return type != null && type.isInstance(form) ? type.cast(form) : null;
    }
}
