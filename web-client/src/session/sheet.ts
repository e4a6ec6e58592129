/** The attendance sheet as the server computes it from the session's log. */

export interface AttendanceSheet {
  session: SheetSession;
  asOf: string;
  rules: Record<string, unknown>;
  rows: SheetRow[];
}

export interface SheetSession {
  id: string;
  title: string;
  starts: string;
  ends: string;
  life: string;
  endedBy?: string;
}

export interface SheetRow {
  member: string;
  name: string;
  role: 'participant' | 'facilitator';
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
  because: SheetReason[];
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
  cause: string;
  entries: number[];
}

/** Why a status or a credited minute stands, with the entries of the log that it rests on. */
export interface SheetReason {
  code: string;
  text: string;
  entries: number[];
}
