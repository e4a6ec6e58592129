package org.holdfast.clinic;

/// What somebody who works for a clinic does there. One person may have several.
public enum StaffRole {
    /// Leads groups, and sees those that they lead.
    FACILITATOR,
    /// Looks after people in all groups.
    CLINICIAN,
    /// Answers for facilitators and clinicians.
    SUPERVISOR,
    /// Keeps groups, people, links and roles.
    CLINIC_ADMIN,
    /// Reads who opened what, and nothing of what they saw.
    AUDITOR
}
