/** Who opened what, as the server's documents name it. */
export const LOOKS = [
  'sheet',
  'session-record',
  'whereabouts',
  'people',
  'person',
  'group',
  'links',
  'worksheets',
  'audit',
] as const;
export const DOWNLOADS = [
  'sheet-export',
  'timeline-export',
  'worksheet-export',
  'audit-export',
  'bundle',
] as const;
export type Noted = (typeof LOOKS)[number] | (typeof DOWNLOADS)[number];

/** Staff have a name here, everybody else a record number; a command at the server has nothing. */
export interface AuditPerson {
  id?: string;
  name?: string;
  number?: string;
}

export interface AuditNote {
  at: string;
  who: AuditPerson;
  what: Noted;
  /** Absent when it is about several. */
  about?: AuditPerson;
  session?: { id: string; title?: string; starts?: string };
  group?: { id: string; title?: string };
  /** Of a bundle. */
  log?: string;
}

export interface AuditList {
  notes: AuditNote[];
  /** Whom these are by or about; empty when nobody is known by what was asked for. */
  asked?: AuditPerson[];
  next?: string;
  /** How many logs cannot be read as they were written. */
  unread: number;
}

export interface ChainView {
  log: string;
  /** As 2026-11; absent for the clinic's own log. */
  month?: string;
  state: 'whole' | 'end-unknown' | 'altered' | 'cut-off' | 'head-altered';
  text: string;
  entries: number;
  harmed?: number;
  signed?: number;
  signedAt?: string;
}

export interface ChainReport {
  at: string;
  chains: ChainView[];
  older: number;
}

/** Days as fields for days hold them; what is empty does not matter. */
export interface AuditFilter {
  person: string;
  what: Noted | '';
  from: string;
  to: string;
}

/** Whether somebody was at this log; an end that is not known is no harm that was done. */
export const isHarmed = ({ state }: ChainView): boolean => state !== 'whole' && state !== 'end-unknown';
