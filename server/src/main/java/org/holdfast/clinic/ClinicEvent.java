package org.holdfast.clinic;

import org.holdfast.decision.Named;
import org.holdfast.session.AttendanceRules;

/// Whatever can have happened in the clinic's log.
public sealed interface ClinicEvent {
    @Named("rules.adopted")
    record RulesAdopted(AttendanceRules rules) implements ClinicEvent {}

    /// In plain words: it stands on every sheet that its holder signs.
    @Named("credential.kept")
    record CredentialKept(String person, String credential) implements ClinicEvent {}
}
