package org.holdfast.attendance;

import java.util.Map;
import org.holdfast.decision.Stamp;
import org.holdfast.session.MemberId;
import org.holdfast.session.Plan;
import org.holdfast.session.Role;

/// The entry of which a timeline is being told, and what is needed to tell it.
record Moment(Stamp stamp, Plan plan, Arg.Zone zone) {
    /// Came about by itself, as far as anybody can say.
    Decided fact(MemberId about, Deed deed, Map<String, Arg> args) {
        return Decided.of(this, Doer.NOBODY, about, deed, args);
    }

    Decided act(MemberId about, Deed deed) {
        return act(about, deed, Map.of());
    }

    Decided act(MemberId about, Deed deed, Map<String, Arg> args) {
        return Decided.of(this, doer(), about, deed, args);
    }

    /// What concerns the room, or everybody in it.
    Decided act(Deed deed) {
        return Decided.of(this, doer(), null, deed, Map.of());
    }

    Decided act(Deed deed, Map<String, Arg> args) {
        return Decided.of(this, doer(), null, deed, args);
    }

    /// Whether it was this person's own act.
    boolean own(MemberId member) {
        return doer().equals(new Doer.Somebody(member));
    }

    boolean leads(MemberId member) {
        return plan.roleOf(member) == Role.FACILITATOR;
    }

    private Doer doer() {
        return Doer.of(stamp.by());
    }
}
