import { expect, it } from 'vitest';
import { freshPlace, placeIn, seriesDraft, timingIn } from './schedule-draft';
import type { SeriesDraft } from './schedule-draft';

const series: SeriesDraft = {
  ...seriesDraft(undefined, 'g-evening', '2026-03-02'),
  days: ['TH', 'MO'],
  at: '18:00',
  minutes: ' 90 ',
};

it('makes a series of what stands in the fields', () => {
  expect(timingIn({ ...series, last: '2026-06-30' })).toEqual({
    rule: 'FREQ=WEEKLY;BYDAY=MO,TH;UNTIL=20260630',
    first: '2026-03-02',
    at: '18:00',
    minutes: 90,
  });
});

it.each<[Partial<SeriesDraft>, string]>([
  [{ days: [] }, 'no-weekday'],
  [{ at: '' }, 'no-time'],
  [{ minutes: '4' }, 'no-length'],
  [{ minutes: '721' }, 'no-length'],
  [{ minutes: 'an hour' }, 'no-length'],
  [{ first: '' }, 'no-first'],
  [{ last: '2026-03-01' }, 'last-early'],
])('says what is missing: %o', (change, fault) => {
  expect(timingIn({ ...series, ...change })).toBe(fault);
});

it('goes on with what a series has, from the day on which it changes', () => {
  const timing = { rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR', first: '2026-03-02', at: '10:00', minutes: 45 };
  const line = { id: 'r1', group: 'g-1', title: 'Skills', timing };
  expect(seriesDraft(line, '', '2026-04-01')).toEqual({
    group: 'g-1',
    days: ['FR'],
    every: '2',
    at: '10:00',
    minutes: '45',
    first: '2026-04-01',
    last: '',
  });
});

it('asks of one session for a day, a time and a length', () => {
  expect(placeIn(freshPlace(''))).toBe('no-day');
  expect(placeIn(freshPlace('2026-03-06'))).toBe('no-time');
  expect(placeIn({ day: '2026-03-06', at: '17:00', minutes: '' })).toBe('no-length');
  expect(placeIn({ day: '2026-03-06', at: '17:00:00', minutes: '60' })).toEqual({
    day: '2026-03-06',
    at: '17:00',
    minutes: 60,
  });
});
