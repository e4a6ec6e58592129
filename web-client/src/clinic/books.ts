/** The clinic's books as its pages are shown them, word for word as the server's documents name them. */
export type StaffRole = 'facilitator' | 'clinician' | 'supervisor' | 'clinic-admin' | 'auditor';
export type GroupKind = 'group' | 'individual' | 'family' | 'education';
export type GuestKind = 'family' | 'interpreter' | 'observer' | 'trainee';
export type Phase = 'admitted' | 'active' | 'stepped-down' | 'discharged';
export type Why = 'completed' | 'own-wish' | 'other-care' | 'moved-away' | 'not-reached' | 'other';

export interface GroupSize {
  least: number;
  most: number;
}

export interface GroupPolicies {
  chat: 'off' | 'to-staff' | 'everyone';
  camera: 'free' | 'asked' | 'expected' | 'off';
  breaks: 'none' | 'not-counted' | 'counted';
  rules: string;
  codes: string[];
}

export interface Called {
  id: string;
  name: string;
}

export interface GroupLine {
  id: string;
  title: string;
  kind: GroupKind;
  open: boolean;
  lead: Called;
  size: GroupSize;
  members: number;
}

export interface GroupView {
  id: string;
  title: string;
  kind: GroupKind;
  open: boolean;
  size: GroupSize;
  policies: GroupPolicies;
  lead: Called;
  /** Everybody who leads it, the lead among them. */
  staff: Called[];
  members: { id: string; name: string; phase: Phase }[];
  guests: { id: string; name: string; kind: GuestKind; ends: string }[];
}

export interface PersonLine {
  id: string;
  name: string;
  part: 'participant' | 'staff';
  /** Absent once it cannot be read any more. */
  number?: string;
  /** Of participants. */
  phase?: Phase;
  groups: string[];
  roles: StaffRole[];
}

/** Somebody who works at the clinic, as their account says where staff have accounts. */
export interface StaffLine extends Called {
  roles: StaffRole[];
}

export interface Reach {
  speaks: 'english' | 'spanish';
  channel: 'none' | 'email' | 'sms' | 'call';
  email?: string;
  phone?: string;
  mayLeaveMessage: boolean;
}

export interface Contact {
  name: string;
  phone: string;
}

/** A step of somebody's way: stays are counted from 1. */
export interface Step {
  stay: number;
  phase: Phase;
  on: string;
  why?: Why;
  words?: string;
}

export interface PersonView extends PersonLine {
  reach?: Reach;
  contact?: Contact;
  states: string[];
  credential?: string;
  steps: Step[];
  /** Planned minutes, by phase; of participants. */
  week: Partial<Record<Phase, number>>;
  /** The groups that somebody who was discharged comes back to. */
  waiting: string[];
}

export interface LinksView {
  links: { made: string; ends?: string }[];
  devices: { id: string; known: boolean; since: string }[];
}

/** Shown once. `code` is the whole address as a picture, in SVG; a card of it is in the language of whom it is for. */
export interface MadeLink {
  path: string;
  code: string;
  ends?: string;
  speaks: Reach['speaks'];
}

export const COLUMNS = [
  'number',
  'name',
  'part',
  'admitted',
  'language',
  'channel',
  'email',
  'phone',
  'contact',
  'contact-phone',
  'group',
] as const;
export type Column = (typeof COLUMNS)[number];

export interface ImportView {
  dryRun: boolean;
  added: number;
  changed: number;
  same: number;
  faults: { line: number; column?: Column; text: string }[];
  /** Which header was read as which column. */
  columns: Partial<Record<Column, string>>;
  /** Headers that no column was found for. */
  unread: string[];
}
