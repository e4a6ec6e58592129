package org.holdfast.clinic;

/// Whatever can have happened in the clinic's log.
public sealed interface ClinicEvent
        permits Standards.Event, People.Event, Enrolment.Event, Groups.Event, Guests.Event, Schedule.Event {}
