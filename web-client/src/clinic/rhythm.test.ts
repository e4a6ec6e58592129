import { expect, it } from 'vitest';
import { rhythmIn, ruleOf } from './rhythm';
import type { Rhythm } from './rhythm';

it.each<[Rhythm, string]>([
  [{ every: 1, days: ['TH', 'MO'] }, 'FREQ=WEEKLY;BYDAY=MO,TH'],
  [{ every: 2, days: ['FR'], last: '2026-06-30' }, 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR;UNTIL=20260630'],
])('makes a rule of days and finds them in it again', (rhythm, rule) => {
  expect(ruleOf(rhythm)).toBe(rule);
  expect(rhythmIn(rule)).toEqual({ ...rhythm, days: [...rhythm.days].sort() });
});

it.each([
  'FREQ=MONTHLY;BYDAY=1TU',
  'FREQ=WEEKLY;BYDAY=MO;COUNT=3',
  'FREQ=WEEKLY;BYDAY=1MO',
  'FREQ=WEEKLY',
  'FREQ=WEEKLY;BYDAY=MO;UNTIL=soon',
])('makes no sentence of what says more: %s', (rule) => {
  expect(rhythmIn(rule)).toBeUndefined();
});
