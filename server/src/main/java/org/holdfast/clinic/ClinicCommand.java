package org.holdfast.clinic;

/// Whatever may be asked of the clinic's log. Who may ask, its caller knows.
public sealed interface ClinicCommand
        permits Standards.Command,
                People.Command,
                Enrolment.Command,
                Groups.Command,
                Guests.Command,
                Scheduling.Command {}
