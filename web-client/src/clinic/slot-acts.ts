import type { SlotLine } from './calendar';
import { isHeld } from './week';

export type SlotAct = 'prepare' | 'move' | 'cancel' | 'restore' | 'make-up';

/** Its room opens then; from there on it is led there. */
const OPENS_BEFORE_MS = 15 * 60_000;

export const hasBegun = (slot: SlotLine, at: Date): boolean =>
  isHeld(slot) && Date.parse(slot.starts) <= at.getTime();

/** "2026-03-02T18:00": what the clinic's clocks show, to be compared with days and times that are words. */
export function wallTime(zone: string, at: Date): string {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at);
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? '';
  return `${of('year')}-${of('month')}-${of('day')}T${of('hour')}:${of('minute')}`;
}

/** What can be done about a session: what was stays, and only what was not held is made up for. */
export function actsOf(slot: SlotLine, zone: string, at: Date): SlotAct[] {
  const begun = hasBegun(slot, at);
  const { day, at: time } = slot.planned ?? slot.place;
  const toCome = `${day}T${time}` > wallTime(zone, at);
  const changed = slot.state === 'moved' || slot.state === 'cancelled';
  const acts: [SlotAct, boolean][] = [
    ['prepare', isHeld(slot) && Date.parse(slot.starts) - OPENS_BEFORE_MS > at.getTime()],
    ['move', slot.series !== undefined && !begun],
    ['cancel', isHeld(slot) && !begun],
    ['restore', changed && !begun && toCome],
    ['make-up', begun || !isHeld(slot)],
  ];
  return acts.filter(([, can]) => can).map(([act]) => act);
}
