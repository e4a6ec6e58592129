package org.holdfast.session;

/// Whatever can have happened in a session, as it stands in its log.
public sealed interface SessionEvent
        permits Life.Event,
                Roster.Event,
                Agreement.Event,
                Admission.Event,
                Floor.Event,
                Help.Event,
                Interruption.Event,
                Chat.Event,
                Spotlight.Event,
                Screen.Event,
                MediaLine.Event,
                ListenOnly.Event,
                Breaks.Event,
                Corrections.Event,
                Worksheets.Event,
                Board.Event,
                SignOff.Event {}
