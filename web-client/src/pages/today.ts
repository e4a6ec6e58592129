import type { ScheduleView, SlotLine } from '../clinic/calendar';
import { isHeld } from '../clinic/week';
import type { StaffSession } from '../session/api';
import { sorted } from './sessions';

/** A meeting of the day: a session that one leads, or what the schedule has and no session has come of yet. */
export type TodayRow =
  { is: 'session'; id: string; session: StaffSession } | { is: 'slot'; id: string; slot: SlotLine };

export interface TodayRows {
  now: TodayRow[];
  next: TodayRow[];
  earlier: TodayRow[];
}

const startOf = (row: TodayRow) => Date.parse(row.is === 'session' ? row.session.starts : row.slot.starts);

/**
 * What was moved to another day or is off stands where it would have been. A session and its place in the schedule have
 * one id.
 */
export function todayRows(
  sessions: readonly StaffSession[],
  view: ScheduleView | undefined,
  nowMs: number,
): TodayRows {
  const known = new Set(sessions.map(({ id }) => id));
  const slots = (view?.slots ?? []).filter(({ id, place }) => !known.has(id) && place.day === view?.today);
  const over = (slot: SlotLine) => Date.parse(slot.ends) <= nowMs;
  const running = (slot: SlotLine) => isHeld(slot) && Date.parse(slot.starts) <= nowMs && !over(slot);
  const parts = sorted(sessions, nowMs);
  const join = (some: StaffSession[], fits: (slot: SlotLine) => boolean): TodayRow[] =>
    [
      ...some.map((session): TodayRow => ({ is: 'session', id: session.id, session })),
      ...slots.filter(fits).map((slot): TodayRow => ({ is: 'slot', id: slot.id, slot })),
    ].sort((a, b) => startOf(a) - startOf(b));
  return {
    now: join(parts.now, running),
    next: join(parts.next, (slot) => !running(slot) && !over(slot)),
    earlier: join(parts.earlier, over).reverse(),
  };
}
