import { describe, expect, it } from 'vitest';
import type { AttendanceSheet, SheetCause, SheetInterval, SheetRow } from '../../session/sheet';
import { marksOf, place, scaleOf, shapesOf } from './sheet-scale';

const at = (time: string) => `2026-11-19T${time}:00Z`;
const interval = (from: string, to: string, cause: SheetCause): SheetInterval => ({
  from: at(from),
  to: at(to),
  in: cause !== 'dropped' && cause !== 'waited' && cause !== 'left',
  cause,
  entries: [],
});
const rowOf = (...intervals: SheetInterval[]): SheetRow => ({
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
  rows: [rowOf(...intervals)],
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
  const shapes = (row: SheetRow) => {
    const one = { ...sheet(), rows: [row] };
    return shapesOf(row, scaleOf(one), Date.parse(one.asOf)).map(({ shape }) => shape);
  };

  it('shows by its shape whether it was in the room', () => {
    const causes: SheetCause[] = [
      'admitted',
      'unattended',
      'media-lost',
      'media-returned',
      'dropped',
      'waited',
      'left',
    ];
    const row = rowOf(...causes.map((cause) => interval('18:00', '18:10', cause)));
    expect(shapes(row)).toEqual(['in', 'side', 'silent', 'in', 'drop', 'wait']);
  });

  it('is another one where a dropped line counts', () => {
    const drop = { ...interval('18:20', '18:21', 'dropped'), entries: [5, 6] };
    const because = [{ code: 'drop-credited', args: {}, text: 'It counts.', entries: [1, 5, 6] }];
    expect(shapes({ ...rowOf(drop), because })).toEqual(['short']);
  });

  it('on the phone is drawn as staff noted it, until they say otherwise', () => {
    const by = { at: at('19:10'), by: 'Dana W.', reason: 'Called in.' };
    const phone = {
      entry: 8,
      ...by,
      change: { type: 'by-phone', from: at('18:20'), to: at('18:30') },
    } as const;
    const fixed = { entry: 9, ...by, change: { type: 'minutes', minutes: 20 } } as const;
    expect(shapes({ ...rowOf(), corrections: [phone] })).toEqual(['fix']);
    expect(shapes({ ...rowOf(), corrections: [phone, fixed] })).toEqual([]);
  });
});

it('entries stand where something changed, and near ones together', () => {
  const row = rowOf(
    { ...interval('17:57', '18:00', 'waited'), entries: [3, 4] },
    { ...interval('18:00', '18:30', 'admitted'), entries: [4, 5] },
  );
  const whole = { ...sheet(), rows: [row] };
  expect(marksOf(row, scaleOf(whole), 0).map(({ entries }) => entries)).toEqual(['3, 4', '5']);
});
