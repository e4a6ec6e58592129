import { expect, it } from 'vitest';
import type { SlotLine } from './calendar';
import { actsOf, wallTime } from './slot-acts';

const ZONE = 'America/New_York';
const at = (time: string) => new Date(time);
/** Monday at six in the evening, New York. */
const slot = (more: Partial<SlotLine> = {}): SlotLine => ({
  id: 'r1-20260302',
  group: 'g-1',
  title: 'Skills',
  lead: { id: 'p-dana', name: 'Dana W.' },
  series: 'r1',
  place: { day: '2026-03-02', at: '18:00', minutes: 60 },
  planned: { day: '2026-03-02', at: '18:00', minutes: 60 },
  starts: '2026-03-02T23:00:00Z',
  ends: '2026-03-03T00:00:00Z',
  state: 'planned',
  expected: 5,
  wholeGroup: true,
  ...more,
});
const early = at('2026-03-02T22:44:00Z');
const before = at('2026-03-02T22:59:00Z');
const after = at('2026-03-02T23:00:00Z');

it('reads the clinic’s clocks, on both sides of a change', () => {
  expect(wallTime(ZONE, before)).toBe('2026-03-02T17:59');
  expect(wallTime(ZONE, at('2026-03-09T04:00:00Z'))).toBe('2026-03-09T00:00');
  expect(wallTime('UTC', after)).toBe('2026-03-02T23:00');
});

it.each<[string, Partial<SlotLine>, Date, string[]]>([
  ['to come', {}, early, ['prepare', 'move', 'cancel']],
  ['to come, its room open', {}, before, ['move', 'cancel']],
  ['begun', {}, after, ['make-up']],
  ['off, to come', { state: 'cancelled' }, before, ['move', 'restore', 'make-up']],
  ['off, over', { state: 'cancelled' }, after, ['move', 'make-up']],
  ['on a holiday', { state: 'holiday' }, before, ['move', 'make-up']],
  [
    'moved to later, its own time over',
    { state: 'moved', starts: '2026-03-06T22:00:00Z' },
    after,
    ['prepare', 'move', 'cancel'],
  ],
])('offers for a session that is %s', (_name, more, now, acts) => {
  expect(actsOf(slot(more), ZONE, now)).toEqual(acts);
});

it('moves no extra session: it is cancelled and added anew', () => {
  const extra = slot({ state: 'extra' });
  delete extra.series;
  delete extra.planned;
  expect(actsOf(extra, ZONE, before)).toEqual(['cancel']);
});
