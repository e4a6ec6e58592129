import { describe, expect, it } from 'vitest';
import type { AttendanceSheet, SheetCause, SheetInterval } from '../session/sheet';
import { place, scaleOf, shapeOf } from './sheet-scale';

const at = (time: string) => `2026-11-19T${time}:00Z`;
const interval = (from: string, to: string, cause: SheetCause): SheetInterval => ({
  from: at(from),
  to: at(to),
  in: cause !== 'dropped' && cause !== 'waited' && cause !== 'left',
  cause,
  entries: [],
});
const sheet = (...intervals: SheetInterval[]): AttendanceSheet => ({
  session: {
    id: 's',
    title: 'Evening group',
    starts: at('18:00'),
    ends: at('19:00'),
    zone: 'UTC',
    life: 'ended',
  },
  asOf: at('19:00'),
  rules: {
    version: 1,
    lateAfter: 'PT10M',
    leftEarlyBefore: 'PT10M',
    graceGap: 'PT2M',
    minimumCreditPercent: 80,
    creditUnattended: false,
  },
  rows: [
    {
      member: 'p',
      name: 'Sam P.',
      role: 'participant',
      expected: true,
      status: 'present',
      intervals,
      actualMinutes: 0,
      creditedMinutes: 0,
      actualMs: 0,
      creditedMs: 0,
      because: [],
    },
  ],
});

describe('the time that a sheet shows', () => {
  it('is the planned time when nobody came before it', () => {
    expect(scaleOf(sheet(interval('18:00', '19:00', 'admitted'))).plan).toEqual({ x: 0, width: 100 });
  });

  it('begins at the last five minutes before the first knock', () => {
    const scale = scaleOf(sheet(interval('17:52', '18:00', 'waited')));
    expect([scale.from, scale.to]).toEqual([Date.parse(at('17:50')), Date.parse(at('19:00'))]);
  });

  it('has no more ticks than can be read', () => {
    expect(scaleOf(sheet()).ticks.length).toBeLessThanOrEqual(7);
  });

  it('places a stretch by its part of the whole', () => {
    const scale = scaleOf(sheet());
    expect(place(interval('18:30', '18:45', 'admitted'), scale, 0)).toEqual({ x: 50, width: 25 });
  });
});

describe('a stretch', () => {
  it('shows by its shape whether it was in the room', () => {
    const causes: SheetCause[] = ['admitted', 'unattended', 'dropped', 'waited', 'left'];
    expect(causes.map((cause) => shapeOf(interval('18:00', '18:10', cause)))).toEqual([
      'in',
      'short',
      'drop',
      'wait',
      undefined,
    ]);
  });
});
