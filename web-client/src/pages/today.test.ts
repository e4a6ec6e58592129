import { expect, it } from 'vitest';
import type { ScheduleView, SlotLine } from '../clinic/calendar';
import type { StaffSession } from '../session/api';
import { todayRows } from './today';

const slot = (id: string, from: string, to: string, more: Partial<SlotLine> = {}): SlotLine => ({
  id,
  group: 'g-1',
  title: id,
  lead: { id: 'p-dana', name: 'Dana W.' },
  place: { day: '2026-03-02', at: '18:00', minutes: 60 },
  starts: `2026-03-02T${from}:00Z`,
  ends: `2026-03-02T${to}:00Z`,
  state: 'planned',
  expected: 5,
  wholeGroup: true,
  ...more,
});
const session = (id: string, from: string, life: string): StaffSession => ({
  id,
  title: id,
  starts: `2026-03-02T${from}:00Z`,
  ends: `2026-03-02T${from}:30Z`,
  life,
  waiting: 0,
  present: 0,
  expected: 0,
});
const view = (slots: SlotLine[]): ScheduleView => ({
  zone: 'UTC',
  today: '2026-03-02',
  from: '2026-03-02',
  to: '2026-03-02',
  series: [],
  slots,
  holidays: [],
});

it('puts what the schedule has beside the sessions that are there, and none twice', () => {
  const rows = todayRows(
    [session('r1-20260302', '18:00', 'open'), session('morning', '09:00', 'ended')],
    view([
      slot('r1-20260302', '18:00', '19:00'),
      slot('elsewhere', '17:30', '19:00'),
      slot('later', '20:00', '21:00'),
      slot('off', '18:00', '19:00', { state: 'cancelled' }),
      slot('noon', '12:00', '13:00'),
      slot('gone', '18:00', '19:00', { place: { day: '2026-03-05', at: '18:00', minutes: 60 } }),
    ]),
    Date.parse('2026-03-02T18:10:00Z'),
  );
  const ids = (list: { id: string }[]) => list.map(({ id }) => id);
  expect(ids(rows.now)).toEqual(['elsewhere', 'r1-20260302']);
  expect(ids(rows.next)).toEqual(['off', 'later']);
  expect(ids(rows.earlier)).toEqual(['noon', 'morning']);
});

it('is what one leads where there is no schedule to see', () => {
  const rows = todayRows(
    [session('evening', '18:00', 'open')],
    undefined,
    Date.parse('2026-03-02T18:10:00Z'),
  );
  expect(rows.now).toHaveLength(1);
  expect([...rows.next, ...rows.earlier]).toEqual([]);
});
