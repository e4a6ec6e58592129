import { expect, it } from 'vitest';
import type { StaffSession } from '../session/api';
import { missingIn, unsigned } from './sessions';

const session = (id: string, starts: string, more: Partial<StaffSession> = {}): StaffSession => ({
  id,
  title: id,
  starts,
  ends: starts,
  life: 'open',
  waiting: 0,
  present: 0,
  expected: 0,
  ...more,
});

it('misses nobody before a meeting begins', () => {
  const evening = session('evening', '2026-11-19T18:00:00Z', { missing: ['Tomasz L.'] });
  expect(missingIn(evening, Date.parse('2026-11-19T17:59:59Z'))).toEqual([]);
  expect(missingIn(evening, Date.parse('2026-11-19T18:00:00Z'))).toEqual(['Tomasz L.']);
  expect(missingIn(session('quiet', '2026-11-19T18:00:00Z'), Date.parse('2026-11-19T19:00:00Z'))).toEqual([]);
});

it('hands out sheets to sign, the oldest first, and none of a meeting that goes on', () => {
  const sessions = [
    session('wednesday', '2026-11-18T18:00:00Z', { life: 'ended', signed: false }),
    session('tuesday', '2026-11-17T18:00:00Z', { life: 'ended', signed: false }),
    session('monday', '2026-11-16T18:00:00Z', { life: 'ended', signed: true }),
    session('now', '2026-11-19T18:00:00Z'),
  ];
  expect(unsigned(sessions).map(({ id }) => id)).toEqual(['tuesday', 'wednesday']);
});
