import type { SlotLine } from './calendar';

/** Days as the server writes them are words, not moments: what is computed here knows no zone. */
const noon = (day: string) => new Date(`${day}T12:00:00Z`);

export function daysAfter(day: string, n: number): string {
  const at = noon(day);
  at.setUTCDate(at.getUTCDate() + n);
  return at.toISOString().slice(0, 10);
}

/** The Monday of its week. */
export const mondayOf = (day: string): string => daysAfter(day, -((noon(day).getUTCDay() + 6) % 7));

export const weekFrom = (monday: string): string[] =>
  Array.from({ length: 7 }, (_, n) => daysAfter(monday, n));

export const isDay = (text: string | null | undefined): text is string =>
  /^\d{4}-\d\d-\d\d$/.test(text ?? '') && !Number.isNaN(noon(text ?? '').getTime());

export const PARTS = ['morning', 'afternoon', 'evening'] as const;
export type PartOfDay = (typeof PARTS)[number];

const partOf = (at: string): PartOfDay => {
  if (at < '12:00') return 'morning';
  return at < '17:00' ? 'afternoon' : 'evening';
};

/** What stands in one field of the week: a session, or the trace of one that was moved elsewhere. */
export interface Entry {
  slot: SlotLine;
  /** It was planned for this day, and is held on another. */
  away: boolean;
}

const placed = ({ slot, away }: Entry) => (away && slot.planned ? slot.planned : slot.place);

/** What a day has in this part of it, in the order of its times. */
export function entriesOf(slots: readonly SlotLine[], day: string, part: PartOfDay): Entry[] {
  const here = slots.filter(({ place }) => place.day === day).map((slot) => ({ slot, away: false }));
  const gone = slots
    .filter(({ state, planned, place }) => state === 'moved' && planned?.day === day && place.day !== day)
    .map((slot) => ({ slot, away: true }));
  return [...here, ...gone]
    .filter((entry) => partOf(placed(entry).at) === part)
    .sort((a, b) => placed(a).at.localeCompare(placed(b).at) || a.slot.title.localeCompare(b.slot.title));
}

export const isHeld = ({ state }: SlotLine): boolean => state !== 'cancelled' && state !== 'holiday';
