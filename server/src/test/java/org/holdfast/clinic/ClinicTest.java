package org.holdfast.clinic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.holdfast.clinic.Standards.AdoptGroupRules;
import org.holdfast.clinic.Standards.AdoptRules;
import org.holdfast.clinic.Standards.CredentialKept;
import org.holdfast.clinic.Standards.GroupRulesAdopted;
import org.holdfast.clinic.Standards.KeepCredential;
import org.holdfast.clinic.Standards.NameSet;
import org.holdfast.clinic.Standards.RulesAdopted;
import org.holdfast.clinic.Standards.SetName;
import org.holdfast.decision.Actor;
import org.holdfast.decision.CommandId;
import org.holdfast.decision.DamagedLog;
import org.holdfast.decision.Decision;
import org.holdfast.decision.Entry;
import org.holdfast.decision.RefusalCode;
import org.holdfast.session.AttendanceRules;
import org.junit.jupiter.api.Test;

class ClinicTest {
    private static final Actor NODE = new Actor.Node("node");
    private static final Instant SIX = Instant.parse("2026-03-02T18:00:00Z");
    private static final AttendanceRules STRICT =
            new AttendanceRules(1, Duration.ofMinutes(5), Duration.ofMinutes(5), Duration.ZERO, 90, false);

    private Clinic clinic = Clinic.DECIDER.initial();
    private long seq;

    private Decision<ClinicEvent> decide(ClinicCommand command) {
        return Clinic.DECIDER.decide(clinic, command, NODE, SIX);
    }

    private void happens(ClinicEvent event) {
        clinic = Clinic.DECIDER.applyAll(
                clinic, new Entry<>(++seq, SIX, NODE, new CommandId("c" + seq), List.of(event)));
    }

    @Test
    void a_new_clinic_has_the_rules_that_holdfast_comes_with() {
        assertEquals(AttendanceRules.DEFAULT, clinic.rules());
        assertEquals(Decision.accept(), decide(new AdoptRules(AttendanceRules.DEFAULT)));
    }

    @Test
    void other_rules_are_the_next_version_whatever_number_they_came_with() {
        assertEquals(Decision.accept(new RulesAdopted(STRICT.as(2))), decide(new AdoptRules(STRICT)));
        happens(new RulesAdopted(STRICT.as(2)));
        assertEquals(2, clinic.rules().version());
        assertEquals(
                Decision.accept(new RulesAdopted(AttendanceRules.DEFAULT.as(3))),
                decide(new AdoptRules(AttendanceRules.DEFAULT)));
    }

    @Test
    void the_same_rules_again_change_nothing() {
        happens(new RulesAdopted(STRICT.as(2)));
        assertEquals(Decision.accept(), decide(new AdoptRules(STRICT.as(7))));
    }

    @Test
    void a_group_has_rules_of_its_own_and_all_wordings_are_counted_together() {
        var group = ClinicGiven.EVENING;
        assertEquals(Decision.refuse(RefusalCode.UNKNOWN), decide(new AdoptGroupRules(group, STRICT)));
        happens(ClinicGiven.added(ClinicGiven.DANA, People.Part.STAFF, "S1"));
        happens(new Groups.Created(
                group,
                Group.Kind.GROUP,
                ClinicGiven.outline("Evening group", 1, 2),
                ClinicGiven.DANA,
                ClinicGiven.members(ClinicGiven.DANA)));
        assertEquals(
                Decision.accept(new GroupRulesAdopted(group, STRICT.as(2))),
                decide(new AdoptGroupRules(group, STRICT)));
        happens(new GroupRulesAdopted(group, STRICT.as(2)));
        assertEquals(STRICT.as(2), clinic.rules(group));
        assertEquals(AttendanceRules.DEFAULT, clinic.rules());
        assertEquals(Decision.accept(new RulesAdopted(STRICT.as(3))), decide(new AdoptRules(STRICT)));
        happens(new GroupRulesAdopted(group, null));
        assertEquals(AttendanceRules.DEFAULT, clinic.rules(group));
        assertEquals(Decision.accept(), decide(new AdoptGroupRules(group, null)));
    }

    @Test
    void a_log_that_skips_a_version_is_damaged() {
        assertThrows(DamagedLog.class, () -> happens(new RulesAdopted(STRICT.as(3))));
    }

    @Test
    void a_clinic_has_no_name_until_it_says_one_and_may_take_it_back() {
        assertNull(clinic.name());
        assertEquals(Decision.accept(), decide(new SetName("  ")));
        assertEquals(Decision.accept(new NameSet("Harbor House")), decide(new SetName(" Harbor House ")));
        happens(new NameSet("Harbor House"));
        assertEquals("Harbor House", clinic.name());
        assertEquals(Decision.accept(), decide(new SetName("Harbor House")));
        assertEquals(Decision.accept(new NameSet(null)), decide(new SetName(null)));
        happens(new NameSet(null));
        assertNull(clinic.name());
    }

    @Test
    void what_is_no_line_on_a_paper_is_no_name() {
        var longest = "n".repeat(Standards.LONGEST_NAME);
        assertEquals(Decision.accept(new NameSet(longest)), decide(new SetName(longest)));
        for (var name : List.of(longest + "n", "Harbor\nHouse", "Harbor\u0000House")) {
            assertEquals(Decision.refuse(RefusalCode.TOO_LONG), decide(new SetName(name)), name);
        }
    }

    @Test
    void dana_signs_with_her_latest_credential_and_sam_with_none() {
        assertEquals(
                Decision.accept(new CredentialKept("p-dana", "LCSW")), decide(new KeepCredential("p-dana", " LCSW ")));
        happens(new CredentialKept("p-dana", "LCSW"));
        assertEquals(Decision.accept(), decide(new KeepCredential("p-dana", "LCSW")));
        happens(new CredentialKept("p-dana", "LCSW, LADC"));
        assertEquals("LCSW, LADC", clinic.credential("p-dana"));
        assertNull(clinic.credential("p-sam"));
    }

    @Test
    void a_credential_is_one_short_line() {
        for (var odd : List.of(" ", "x".repeat(61), "LCSW\nand more")) {
            assertEquals(Decision.refuse(RefusalCode.TOO_LONG), decide(new KeepCredential("p-dana", odd)));
        }
    }
}
