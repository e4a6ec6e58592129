import type { WorksheetMode } from '../session/protocol';
import type { Called } from './books';

/** The clinic's calendar as its pages are shown it, word for word as the server's documents name it. */
export type SlotState = 'planned' | 'moved' | 'extra' | 'cancelled' | 'holiday';

/** A day and a time by the clinic's clocks. */
export interface Place {
  day: string;
  at: string;
  minutes: number;
}

/** @see ruleOf for the rules that these pages make */
export interface Timing {
  rule: string;
  first: string;
  at: string;
  minutes: number;
}

export interface SeriesLine {
  id: string;
  group: string;
  title: string;
  timing: Timing;
  last?: string;
}

export interface SlotLine {
  id: string;
  group: string;
  title: string;
  lead: Called;
  /** Absent for one that is extra. */
  series?: string;
  /** Where it stands now. */
  place: Place;
  /** When its series has it. */
  planned?: Place;
  starts: string;
  ends: string;
  state: SlotState;
  /** As staff wrote it, or the name of the holiday. */
  why?: string;
  /** The session that was missed. */
  makesUp?: string;
  expected: number;
  wholeGroup: boolean;
}

/** A worksheet that lies ready when a session opens. */
export interface PreparedLine {
  /** Drawn by the page. */
  worksheet: string;
  form: string;
  version: string;
  /** Absent where the clinic has the form no more. */
  title?: string;
  mode: WorksheetMode;
  /** For whom it is meant; absent for everybody who takes part. */
  members?: readonly string[];
}

export interface Holiday {
  day: string;
  name: string;
}

export interface ScheduleView {
  zone: string;
  today: string;
  from: string;
  to: string;
  series: SeriesLine[];
  slots: SlotLine[];
  holidays: Holiday[];
}
