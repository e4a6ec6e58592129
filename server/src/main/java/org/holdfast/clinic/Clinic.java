package org.holdfast.clinic;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.holdfast.decision.DamagedLog;
import org.holdfast.decision.Decider;
import org.holdfast.decision.Stamp;
import org.holdfast.session.AttendanceRules;
import org.jspecify.annotations.Nullable;

/// The clinic as its log tells it.
///
/// @param rules those that stand; a clinic that never adopted any has the ones that Holdfast comes with
/// @param credentials of staff, by person
public record Clinic(AttendanceRules rules, SortedMap<String, String> credentials) {
    public static final int LONGEST_CREDENTIAL = 60;

    public static final Decider<Clinic, ClinicCommand, ClinicEvent> DECIDER = new ClinicDecider();

    static final Clinic NEW = new Clinic(AttendanceRules.DEFAULT, Collections.emptySortedMap());

    public Clinic {
        credentials = Collections.unmodifiableSortedMap(new TreeMap<>(credentials));
    }

    public @Nullable String credential(String person) {
        return credentials.get(person);
    }

    Clinic apply(ClinicEvent event, Stamp stamp) {
        return switch (event) {
            case ClinicEvent.RulesAdopted(var adopted) -> {
                if (adopted.version() != rules.version() + 1) {
                    throw new DamagedLog("Entry " + stamp.seq() + " adopts version " + adopted.version()
                            + " of the rules after version " + rules.version());
                }
                yield new Clinic(adopted, credentials);
            }
            case ClinicEvent.CredentialKept(var person, var credential) -> {
                var next = new TreeMap<>(credentials);
                next.put(person, credential);
                yield new Clinic(rules, next);
            }
        };
    }
}
