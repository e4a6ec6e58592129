import { expect, it } from 'vitest';
import type { SlotLine } from './calendar';
import { daysAfter, entriesOf, isDay, mondayOf, weekFrom } from './week';

const slot = (title: string, day: string, at: string, more: Partial<SlotLine> = {}): SlotLine => ({
  id: `${title}-${day}`,
  group: title,
  title,
  lead: { id: 'p-dana', name: 'Dana W.' },
  place: { day, at, minutes: 60 },
  starts: `${day}T${at}:00Z`,
  ends: `${day}T${at}:00Z`,
  state: 'planned',
  expected: 5,
  wholeGroup: true,
  ...more,
});

it('counts days over months, years and changes of the clocks', () => {
  expect(daysAfter('2026-02-28', 1)).toBe('2026-03-01');
  expect(daysAfter('2026-01-01', -1)).toBe('2025-12-31');
  expect(mondayOf('2026-03-08')).toBe('2026-03-02');
  expect(mondayOf('2026-03-02')).toBe('2026-03-02');
  expect(weekFrom('2026-10-26').at(-1)).toBe('2026-11-01');
  expect([isDay('2026-03-02'), isDay('2026-99-02'), isDay('soon'), isDay(null)]).toEqual([
    true,
    false,
    false,
    false,
  ]);
});

it('lays a day out by its parts, and keeps the trace of what was moved away', () => {
  const slots = [
    slot('Skills', '2026-03-02', '18:00'),
    slot('Family', '2026-03-02', '17:00'),
    slot('Morning', '2026-03-02', '11:59'),
    slot('Moved', '2026-03-06', '10:00', {
      state: 'moved',
      planned: { day: '2026-03-02', at: '19:00', minutes: 60 },
    }),
  ];
  const told = (day: string, part: 'morning' | 'afternoon' | 'evening') =>
    entriesOf(slots, day, part).map(({ slot: { title }, away }) => [title, away]);
  expect(told('2026-03-02', 'evening')).toEqual([
    ['Family', false],
    ['Skills', false],
    ['Moved', true],
  ]);
  expect(told('2026-03-02', 'morning')).toEqual([['Morning', false]]);
  expect(told('2026-03-02', 'afternoon')).toEqual([]);
  expect(told('2026-03-06', 'morning')).toEqual([['Moved', false]]);
});
