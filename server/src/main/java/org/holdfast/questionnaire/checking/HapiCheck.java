package org.holdfast.questionnaire.checking;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.parser.LenientErrorHandler;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.util.List;
import java.util.function.Function;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;

/// Whether a file is sound FHIR R4, by HAPI and the definitions that come with it; nothing is asked of the network.
/// Of types it has only those of the JDK on its outside, since it is loaded apart from the rest of the server.
public final class HapiCheck implements Function<String, List<String>> {
    private final FhirValidator validator;

    public HapiCheck() {
        this(FhirContext.forR4());
    }

    /// @param questionnaires that a response may be to
    public HapiCheck(String... questionnaires) {
        this(FhirContext.forR4(), questionnaires);
    }

    private HapiCheck(FhirContext context, String... questionnaires) {
        // It would log what the validator says anyway.
        context.setParserErrorHandler(new LenientErrorHandler(false));
        var module = new FhirInstanceValidator(new ValidationSupportChain(
                KnownForms.of(context, questionnaires),
                new DefaultProfileValidationSupport(context),
                new InMemoryTerminologyServerValidationSupport(context),
                new CommonCodeSystemsTerminologyService(context)));
        // The product's own, which its reader has looked at.
        module.setAnyExtensionsAllowed(true);
        validator = context.newValidator().registerValidatorModule(module);
    }

    /// What is wrong, each with its place; nothing when the file is sound.
    @Override
    public List<String> apply(String text) {
        return validator.validateWithResult(text).getMessages().stream()
                .filter(HapiCheck::matters)
                .map(message -> message.getLocationString() + ": " + message.getMessage())
                .toList();
    }

    private static boolean matters(SingleValidationMessage message) {
        return switch (message.getSeverity()) {
            case ERROR, FATAL -> true;
            case WARNING, INFORMATION -> false;
        };
    }
}
