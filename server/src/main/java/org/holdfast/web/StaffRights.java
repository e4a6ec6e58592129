package org.holdfast.web;

import java.util.Map;
import java.util.Set;
import org.holdfast.clinic.StaffRole;
import org.holdfast.identity.Seat;

/// What somebody must be at the clinic to ask for what. Whether a session is theirs is looked at besides.
final class StaffRights {
    static final Set<StaffRole> LEADS = Set.of(StaffRole.FACILITATOR, StaffRole.CLINICIAN);
    static final Set<StaffRole> CO_SIGNS = Set.of(StaffRole.SUPERVISOR);

    /// Not auditors: they read who opened what, and nothing of what was seen, even where a session's plan names them.
    private static final Set<StaffRole> READS =
            Set.of(StaffRole.FACILITATOR, StaffRole.CLINICIAN, StaffRole.SUPERVISOR);

    /// By the operation's name in the contract; what is not here asks for no role.
    private static final Map<String, Set<StaffRole>> ASKED = Map.of(
            "whereabouts", LEADS,
            "attendance", READS,
            "record", READS,
            "export", READS,
            "correctRow", LEADS,
            "answerDispute", LEADS,
            "signSheet", Set.of(StaffRole.FACILITATOR, StaffRole.CLINICIAN, StaffRole.SUPERVISOR));

    private StaffRights() {}

    /// Who is missing in a session stands in the list of those that one leads; an auditor leads none.
    static boolean listsSessions(Seat seat) {
        return seat.mayBe(Access.CARE);
    }

    static boolean allow(Seat seat, String operation) {
        var asked = ASKED.get(operation);
        return asked == null || seat.mayBe(asked);
    }
}
