package org.holdfast.clinic;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.holdfast.decision.Decision;
import org.holdfast.decision.RefusalCode;
import org.holdfast.session.PreparedWorksheet;
import org.holdfast.session.WorksheetId;
import org.holdfast.session.Worksheets;

/// Which worksheets lie ready when a session opens. Until then the whole list is said anew with each change; from then
/// on those who lead open and close them in the room.
final class Preparing {
    private Preparing() {}

    static Decision<ClinicEvent> decide(Clinic clinic, Scheduling.Prepare prepare, Instant now) {
        var slot = Slots.of(clinic).slot(prepare.slot());
        if (slot == null) return Decision.refuse(RefusalCode.UNKNOWN);
        var worksheets = prepare.worksheets();
        if (worksheets.equals(clinic.schedule().prepared(prepare.slot()))) return Decision.accept();
        if (!Openings.opens(slot).isAfter(now)) return Decision.refuse(RefusalCode.BEGUN);
        if (worksheets.size() > Worksheets.MOST) return Decision.refuse(RefusalCode.NO_ROOM);
        if (!differ(worksheets)) return Decision.refuse(RefusalCode.ALREADY_THERE);
        var group = Objects.requireNonNull(clinic.groups().group(slot.group()));
        var expected = Planning.expected(clinic, group, slot);
        if (!worksheets.stream().allMatch(each -> each.isFor(expected))) return Decision.refuse(RefusalCode.NOT_MEMBER);
        var named = worksheets.stream().allMatch(each -> Worksheets.isForm(each.form(), each.version()));
        return named
                ? Decision.accept(new Schedule.Prepared(prepare.slot(), worksheets))
                : Decision.refuse(RefusalCode.NO_FORM);
    }

    private static boolean differ(List<PreparedWorksheet> worksheets) {
        var ids = new HashSet<WorksheetId>();
        return worksheets.stream().map(PreparedWorksheet::worksheet).allMatch(ids::add);
    }
}
