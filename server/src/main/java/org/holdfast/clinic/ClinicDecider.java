package org.holdfast.clinic;

import java.time.Instant;
import org.holdfast.clinic.ClinicCommand.AdoptRules;
import org.holdfast.clinic.ClinicCommand.KeepCredential;
import org.holdfast.clinic.ClinicEvent.CredentialKept;
import org.holdfast.clinic.ClinicEvent.RulesAdopted;
import org.holdfast.decision.Actor;
import org.holdfast.decision.Decider;
import org.holdfast.decision.Decision;
import org.holdfast.decision.RefusalCode;
import org.holdfast.decision.Stamp;

/// The rules of the clinic's log.
final class ClinicDecider implements Decider<Clinic, ClinicCommand, ClinicEvent> {
    @Override
    public Clinic initial() {
        return Clinic.NEW;
    }

    @Override
    public Decision<ClinicEvent> decide(Clinic clinic, ClinicCommand command, Actor by, Instant now) {
        return switch (command) {
            case AdoptRules(var rules) -> {
                var standing = clinic.rules();
                yield rules.as(standing.version()).equals(standing)
                        ? Decision.accept()
                        : Decision.accept(new RulesAdopted(rules.as(standing.version() + 1)));
            }
            case KeepCredential(var person, var typed) -> {
                var credential = typed.strip();
                if (credential.equals(clinic.credential(person))) yield Decision.accept();
                yield fits(credential)
                        ? Decision.accept(new CredentialKept(person, credential))
                        : Decision.refuse(RefusalCode.TOO_LONG);
            }
        };
    }

    @Override
    public Clinic apply(Clinic clinic, ClinicEvent event, Stamp stamp) {
        return clinic.apply(event, stamp);
    }

    private static boolean fits(String credential) {
        return !credential.isEmpty()
                && credential.length() <= Clinic.LONGEST_CREDENTIAL
                && credential.chars().noneMatch(Character::isISOControl);
    }
}
