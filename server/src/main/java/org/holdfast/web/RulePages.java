package org.holdfast.web;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.clinic.GroupId;
import org.holdfast.clinic.Standards;
import org.holdfast.decision.CommandId;
import org.holdfast.json.RecordJson;
import org.holdfast.session.AttendanceRules;
import org.jspecify.annotations.Nullable;

/// By which rules minutes become credit, in the whole clinic or in one group. They hold for sessions that open later;
/// one that is open, and each sheet, keeps the wording that it began with.
final class RulePages {
    private static final RecordJson<Standing> STANDING = RecordJson.of(Standing.class);
    private static final RecordJson<Adopt> ADOPT = RecordJson.of(Adopt.class);
    private static final RecordJson<AdoptForGroup> ADOPT_FOR_GROUP = RecordJson.of(AdoptForGroup.class);

    /// In whole minutes, as people say it.
    record Rules(
            int lateAfter,
            int leftEarlyBefore,
            int graceGap,
            int minimumCreditPercent,
            boolean creditUnattended,
            boolean creditMediaLost) {
        static Rules of(AttendanceRules rules) {
            var whole = rules.completed();
            return new Rules(
                    (int) whole.lateAfter().toMinutes(),
                    (int) whole.leftEarlyBefore().toMinutes(),
                    (int) whole.graceGap().toMinutes(),
                    whole.minimumCreditPercent(),
                    whole.creditUnattended(),
                    Boolean.TRUE.equals(whole.creditMediaLost()));
        }

        /// The clinic's log gives them their number.
        AttendanceRules adopted() {
            return new AttendanceRules(
                    0,
                    Duration.ofMinutes(lateAfter),
                    Duration.ofMinutes(leftEarlyBefore),
                    Duration.ofMinutes(graceGap),
                    minimumCreditPercent,
                    creditUnattended,
                    creditMediaLost);
        }
    }

    /// @param version which wording it is, as sheets name it
    record OfClinic(int version, Rules rules) {}

    record OfGroup(GroupId group, int version, Rules rules) {}

    /// @param groups those that have rules of their own, of the groups that the reader sees
    record Standing(OfClinic clinic, List<OfGroup> groups) {}

    record Adopt(CommandId command, Rules rules) {}

    /// @param rules absent for those of the clinic again
    record AdoptForGroup(CommandId command, @Nullable Rules rules) {}

    Future<@Nullable JsonObject> read(RoutingContext context) {
        var desk = Desk.of(context);
        var standards = desk.clinic().standards();
        var own = new ArrayList<OfGroup>();
        standards.ofGroups().forEach((id, rules) -> {
            var group = desk.clinic().groups().group(id);
            if (group != null && desk.sees(group)) own.add(new OfGroup(id, rules.version(), Rules.of(rules)));
        });
        var clinic = new OfClinic(standards.rules().version(), Rules.of(standards.rules()));
        return Future.succeededFuture(new JsonObject(STANDING.print(new Standing(clinic, own))));
    }

    Future<@Nullable JsonObject> adopt(RoutingContext context) {
        var asked = ADOPT.read(Operations.body(context).encode());
        return Desk.submit(context, new Standards.AdoptRules(asked.rules().adopted()), asked.command());
    }

    Future<@Nullable JsonObject> adoptForGroup(RoutingContext context) {
        var asked = ADOPT_FOR_GROUP.read(Operations.body(context).encode());
        var group = Desk.of(context).group(context).id();
        var rules = asked.rules() == null ? null : asked.rules().adopted();
        return Desk.submit(context, new Standards.AdoptGroupRules(group, rules), asked.command());
    }
}
