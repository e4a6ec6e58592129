package org.holdfast.clinic;

import org.holdfast.decision.Ids;
import org.holdfast.session.AttendanceRules;

/// Whatever may be asked of the clinic's log. Who may ask, its caller knows.
public sealed interface ClinicCommand {
    /// Other rules for all sessions that open from now on. The log gives them the next number.
    record AdoptRules(AttendanceRules rules) implements ClinicCommand {}

    /// What stands behind this person's name when they sign.
    record KeepCredential(String person, String credential) implements ClinicCommand {
        public KeepCredential {
            Ids.check(person);
        }
    }
}
