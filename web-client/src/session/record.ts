import type { AttendanceSheet, SheetCorrection, SheetStatus } from './sheet';

/** The record of a session as its staff are shown it: the sheet, what was decided, what is signed, and what one
 * may sign. */
export interface SessionRecord {
  sheet: AttendanceSheet;
  log: { entries: number };
  decisions: RecordDecision[];
  /** Absent before the end. */
  signing?: Signing;
  /** The oldest first. */
  versions: SignedVersion[];
  /** What stands otherwise than in the last signed version. */
  due: ChangedRow[];
}

/** What somebody did, or what happened by itself. */
export interface RecordDecision {
  /** Its place in the log; absent where one may not count what others do. */
  entry?: number;
  at: string;
  /** Absent when nobody did it: a line that dropped, a time that was over. */
  by?: string;
  /** Absent when it is about nobody. */
  about?: string;
  code: string;
  /** What the sentence fills in besides names, exactly. */
  args: Record<string, string>;
  text: string;
}

/** What can be signed now, and by what name. */
export interface Signing {
  version: number;
  /** The entry of the log that last changed the sheet. */
  sheet: number;
  hash: string;
  may: 'sign' | 'co-sign' | 'nothing';
  name: string;
  credential?: string;
  /** Until when the last sign-in counts; absent when a fresh one is asked for. */
  freshUntil?: string;
}

export interface SignedVersion {
  number: number;
  sheet: number;
  hash: string;
  entry: number;
  at: string;
  name: string;
  credential: string;
  coSigned: CoSignature[];
  /** Against the version before; empty for the first. */
  changed: ChangedRow[];
}

export interface CoSignature {
  entry: number;
  at: string;
  name: string;
  credential: string;
}

/** A row that another version of the sheet says otherwise. */
export interface ChangedRow {
  member: string;
  name: string;
  before: StandingValues;
  after: StandingValues;
  corrections: SheetCorrection[];
}

export interface StandingValues {
  status?: SheetStatus;
  creditedMinutes: number;
}
