import type { StaffSession } from '../session/api';

/** What runs or may be opened, what comes later, and what is over; each by its time. */
export interface Sorted {
  now: StaffSession[];
  next: StaffSession[];
  earlier: StaffSession[];
}

/** Who was expected when it began and has not come: nobody is missing before. */
export const missingIn = ({ missing, starts }: StaffSession, nowMs: number): readonly string[] =>
  Date.parse(starts) <= nowMs ? (missing ?? []) : [];

/** Whose sheets wait for a signature, the oldest first. */
export const unsigned = (sessions: readonly StaffSession[]): StaffSession[] =>
  sessions
    .filter(({ signed }) => signed === false)
    .sort((a, b) => Date.parse(a.starts) - Date.parse(b.starts));

/** So early a room may be opened. */
const EARLY_MS = 30 * 60_000;

export function sorted(sessions: readonly StaffSession[], nowMs = Date.now()): Sorted {
  const byStart = [...sessions].sort((a, b) => Date.parse(a.starts) - Date.parse(b.starts));
  const isOver = ({ life }: StaffSession) => life === 'ended';
  const isNow = (session: StaffSession) =>
    !isOver(session) && (session.life !== 'scheduled' || Date.parse(session.starts) - EARLY_MS <= nowMs);
  return {
    now: byStart.filter(isNow),
    next: byStart.filter((session) => !isNow(session) && !isOver(session)),
    earlier: byStart.filter(isOver).reverse(),
  };
}
