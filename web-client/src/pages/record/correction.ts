import type { Clock } from '../../i18n/clock';
import type { SheetChange, SheetRow, SheetSession } from '../../session/sheet';
import { Draft } from './draft.svelte';
import { standingMinutes, standingStatus } from './totals';

const MINUTE_MS = 60_000;
export const LONGEST_WORDS = 500;
export const GIVEN = ['present', 'late', 'left-early', 'partial', 'no-show', 'technical'] as const;
export const KINDS = ['minutes', 'by-phone', 'status', 'absence'] as const;

/** What keeps a draft from being a correction, by the name of its sentence. */
export type Fault =
  { of: 'kind' | 'minutes' | 'time' | 'order' } | { of: 'reason' } | { of: 'long'; n: number };

/** Begins with what stands. */
export function draftOf(row: SheetRow, session: SheetSession, clock: Clock): Draft {
  const stands = standingStatus(row);
  return new Draft({
    minutes: String(standingMinutes(row)),
    from: clock.field(new Date(session.starts)),
    to: clock.field(new Date(session.ends)),
    status: GIVEN.find((status) => status === stands) ?? 'present',
    excused: stands !== 'unexcused',
  });
}

export const plannedMinutes = ({ starts, ends }: SheetSession): number =>
  Math.floor((Date.parse(ends) - Date.parse(starts)) / MINUTE_MS);

export function changeOf(draft: Draft, session: SheetSession, clock: Clock): SheetChange | Fault {
  switch (draft.kind) {
    case undefined:
      return { of: 'kind' };
    case 'minutes': {
      const minutes = Number(draft.minutes);
      const good = /^\d+$/.test(draft.minutes.trim()) && minutes <= plannedMinutes(session);
      return good ? { type: 'minutes', minutes } : { of: 'minutes' };
    }
    case 'status':
      return { type: 'status', status: draft.status };
    case 'absence':
      return { type: 'absence', excused: draft.excused };
    case 'by-phone':
      return byPhone(draft, session, clock);
  }
}

export function reasonFault(words: string): Fault | undefined {
  const n = words.trim().length;
  if (n === 0) return { of: 'reason' };
  return n > LONGEST_WORDS ? { of: 'long', n } : undefined;
}

/**
 * The moments that a clock on the wall showed these times, looked for within the session: so a session over midnight
 * has its next day, and one that the clock is put back in has the first 1:30 as a beginning and the last as an end.
 */
function byPhone({ from, to }: Draft, session: SheetSession, clock: Clock): SheetChange | Fault {
  const moments = minutesOf(session);
  const begins = moments.find((at) => clock.field(new Date(at)) === from);
  const ends = moments.findLast((at) => clock.field(new Date(at)) === to);
  if (begins === undefined || ends === undefined) return { of: 'time' };
  if (begins >= ends) return { of: 'order' };
  return { type: 'by-phone', from: new Date(begins).toISOString(), to: new Date(ends).toISOString() };
}

function minutesOf(session: SheetSession): number[] {
  const starts = Date.parse(session.starts);
  return Array.from({ length: plannedMinutes(session) + 1 }, (_, minute) => starts + minute * MINUTE_MS);
}
