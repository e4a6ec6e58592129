package org.holdfast.session;

/// Whatever may be asked of a session: by people over their sockets ([Asked]) or by the system itself.
public sealed interface SessionCommand
        permits Life.Command,
                Roster.Command,
                Agreement.Command,
                Admission.Command,
                Floor.Command,
                Help.Command,
                Interruption.Command,
                Chat.Command,
                Spotlight.Command,
                Screen.Command,
                MediaLine.Command,
                ListenOnly.Command,
                Breaks.Command,
                Corrections.Command,
                Worksheets.Command,
                Board.Command,
                SignOff.Command,
                Asked {}
