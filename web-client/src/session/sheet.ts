import type { Role } from './protocol';

/** The attendance sheet as the server computes it from the session's log. */

export interface AttendanceSheet {
  session: SheetSession;
  asOf: string;
  rules: SheetRules;
  rows: SheetRow[];
}

export interface SheetSession {
  id: string;
  title: string;
  starts: string;
  ends: string;
  /** The clinic's time zone, as an IANA name: the record is read in it, wherever the reader is. */
  zone: string;
  life: 'open' | 'unattended' | 'ended';
  ended?: string;
  endedBy?: 'facilitator' | 'unattended' | 'overtime';
}

/** What was counted by. Times are ISO 8601 durations. */
export interface SheetRules {
  version: number;
  lateAfter: string;
  leftEarlyBefore: string;
  graceGap: string;
  minimumCreditPercent: number;
  creditUnattended: boolean;
  /** Whether time without connection counts however long it is; absent in rules from before this was asked. */
  creditMediaLost?: boolean;
}

export interface SheetRow {
  member: string;
  name: string;
  role: Role;
  expected: boolean;
  /** Staff have none. */
  status?: SheetStatus;
  arrived?: string;
  admitted?: string;
  intervals: SheetInterval[];
  actualMinutes: number;
  creditedMinutes: number;
  actualMs: number;
  creditedMs: number;
  /** In the room with sound alone; absent for staff, and in sessions from before this was asked. */
  audioOnlyMinutes?: number;
  audioOnlyMs?: number;
  because: SheetReason[];
  corrected?: SheetCorrected;
  corrections?: SheetCorrection[];
  dispute?: SheetDispute;
}

/** What stands, since staff corrected it, instead of the computed values in the row. */
export interface SheetCorrected {
  status?: SheetStatus;
  creditedMinutes?: number;
  creditedMs?: number;
}

export interface SheetCorrection {
  entry: number;
  at: string;
  by: string;
  change: SheetChange;
  /** Absent when it cannot be read any more. */
  reason?: string;
}

export type SheetChange =
  | { type: 'status'; status: 'present' | 'late' | 'left-early' | 'partial' | 'no-show' | 'technical' }
  | { type: 'absence'; excused: boolean }
  | { type: 'minutes'; minutes: number }
  | { type: 'by-phone'; from: string; to: string };

/** What a person says is wrong with their row, and the answer if staff declined to correct it. */
export interface SheetDispute {
  at: string;
  state: 'open' | 'accepted' | 'declined';
  words?: string;
  answer?: string;
}

export type SheetStatus =
  | 'present'
  | 'late'
  | 'left-early'
  | 'partial'
  | 'excused'
  | 'unexcused'
  | 'no-show'
  | 'technical'
  | 'expected';

export interface SheetInterval {
  from: string;
  to?: string;
  in: boolean;
  cause: SheetCause;
  entries: number[];
}

export type SheetCause =
  | 'waited'
  | 'admitted'
  | 'dropped'
  | 'returned'
  | 'moved-device'
  | 'interrupted'
  | 'resumed'
  | 'media-lost'
  | 'media-returned'
  | 'unattended'
  | 'attended'
  | 'left'
  | 'sent-back'
  | 'removed';

/** Why a status or a credited minute stands, with the entries of the log that it rests on. */
export interface SheetReason {
  code: string;
  /** What the sentence fills in, exactly. */
  args: Record<string, string>;
  text: string;
  entries: number[];
}
