import type { SessionRecord } from '../../session/record';
import type { SheetCause, SheetInterval, SheetRow } from '../../session/sheet';

/** An evening in Chicago, from six to seven: nobody there is real. */
export const at = (time: string) => new Date(`2026-11-17T${time}:00-06:00`).toISOString();

const stretch = (from: string, to: string, cause: SheetCause, ...entries: number[]): SheetInterval => ({
  from: at(from),
  to: at(to),
  in: !['dropped', 'waited', 'left'].includes(cause),
  cause,
  entries,
});

const row = (name: string, credited: number, more: Partial<SheetRow> = {}): SheetRow => ({
  member: `p-${(name.split(' ')[0] ?? name).toLowerCase()}`,
  name,
  role: 'participant',
  expected: true,
  status: 'present',
  arrived: at('17:57'),
  admitted: at('18:00'),
  intervals: [stretch('17:57', '18:00', 'waited', 9, 14), stretch('18:00', '19:00', 'admitted', 14, 231)],
  actualMinutes: credited,
  creditedMinutes: credited,
  actualMs: credited * 60_000,
  creditedMs: credited * 60_000,
  because: [],
  ...more,
});

export const kofi = row('Kofi A.', 58, {
  intervals: [
    stretch('17:56', '18:00', 'waited', 9, 14),
    stretch('18:00', '18:22', 'admitted', 14, 87),
    stretch('18:22', '18:23', 'dropped', 87, 91),
    stretch('18:23', '18:41', 'returned', 91, 132),
    stretch('18:41', '18:43', 'dropped', 132, 139),
    stretch('18:43', '19:00', 'returned', 139, 231),
  ],
  because: [
    {
      code: 'present',
      args: { credited: 'PT58M' },
      text: '58 min of 60 min credited.',
      entries: [1, 14, 231],
    },
    {
      code: 'credited',
      args: { credited: 'PT22M', from: at('18:00'), to: at('18:22') },
      text: 'In the room 6:00 pm to 6:22 pm.',
      entries: [14, 87],
    },
    {
      code: 'credited',
      args: { credited: 'PT35M', from: at('18:23'), to: at('19:00') },
      text: 'In the room 6:23 pm to 7:00 pm.',
      entries: [91, 231],
    },
    {
      code: 'drop-credited',
      args: { credited: 'PT1M', from: at('18:22'), to: at('18:23') },
      text: 'The line dropped for 1 min, which counts.',
      entries: [1, 87, 91],
    },
    {
      code: 'drop-not-credited',
      args: { from: at('18:41'), to: at('18:43') },
      text: 'The line dropped for 2 min, which does not count.',
      entries: [1, 132, 139],
    },
    { code: 'waited', args: { from: at('17:56') }, text: 'Waited 4 min.', entries: [9, 14] },
  ],
});

export const maria = row('Maria V.', 47, {
  status: 'technical',
  corrected: { status: 'present', creditedMinutes: 55, creditedMs: 55 * 60_000 },
  corrections: [
    {
      entry: 244,
      at: at('19:12'),
      by: 'Dana W.',
      change: { type: 'by-phone', from: at('18:23'), to: at('18:31') },
      reason: 'By phone with Ben while her browser restarted.',
    },
  ],
});

export const ruth = row('Ruth S.', 46, {
  status: 'late',
  arrived: at('18:14'),
  because: [{ code: 'late', args: { arrived: at('18:14') }, text: 'Came at 6:14 pm.', entries: [1, 40] }],
  dispute: { at: at('20:00'), state: 'open', words: 'I was there at six.' },
});

export const tomasz = row('Tomasz L.', 0, {
  status: 'no-show',
  intervals: [],
  because: [{ code: 'no-show', args: { ended: at('19:00') }, text: 'Never came.', entries: [1, 231] }],
});

const dana = row('Dana W.', 0, {
  role: 'facilitator',
  expected: false,
  actualMinutes: 62,
  intervals: [
    stretch('17:55', '18:27', 'admitted', 2, 95),
    stretch('18:27', '18:38', 'left', 95, 120),
    stretch('18:38', '19:00', 'admitted', 120, 231),
  ],
});

export const HASH = '9c41e07b52aa' + '0'.repeat(52);

export const evening: SessionRecord = {
  sheet: {
    session: {
      id: 'evening',
      title: 'Evening group',
      starts: at('18:00'),
      ends: at('19:00'),
      zone: 'America/Chicago',
      life: 'ended',
      ended: at('19:00'),
      endedBy: 'facilitator',
    },
    asOf: at('19:00'),
    rules: {
      version: 4,
      lateAfter: 'PT10M',
      leftEarlyBefore: 'PT10M',
      graceGap: 'PT2M',
      minimumCreditPercent: 80,
      creditUnattended: false,
    },
    rows: [kofi, maria, ruth, tomasz, dana],
  },
  log: { entries: 244 },
  decisions: [
    {
      entry: 14,
      at: at('18:00'),
      by: 'Dana W.',
      about: 'p-kofi',
      code: 'member.admitted',
      args: {},
      text: 'Dana W. let Kofi A. in.',
    },
  ],
  signing: {
    version: 2,
    sheet: 244,
    hash: HASH,
    may: 'sign',
    name: 'Dana Whitfield',
    credential: 'LCSW',
  },
  versions: [
    {
      number: 1,
      sheet: 231,
      hash: '20d577f3'.padEnd(64, '0'),
      entry: 232,
      at: at('19:05'),
      name: 'Dana Whitfield',
      credential: 'LCSW',
      coSigned: [{ entry: 233, at: at('19:06'), name: 'Ben Hale', credential: 'LADC' }],
      changed: [],
    },
  ],
  due: [
    {
      member: 'p-maria',
      name: 'Maria V.',
      before: { status: 'technical', creditedMinutes: 47 },
      after: { status: 'present', creditedMinutes: 55 },
      corrections: [],
    },
  ],
};
