import { describe, expect, it } from 'vitest';
import { clock } from '../../i18n/clock';
import { record } from '../../i18n/record-book';
import { staff } from '../../i18n/staff-book';
import { say } from '../../i18n/text';
import type { SheetRow } from '../../session/sheet';
import { changeOf, draftOf, reasonFault } from './correction';
import type { Draft } from './draft.svelte';
import { at, evening, kofi, maria, ruth, tomasz } from './evening.fake';
import { ledgerOf, minutes } from './ledger';
import { seal } from './seal';
import { totalsOf } from './totals';
import { whyOf } from './why';

const english = new Intl.PluralRules('en');
const chicago = clock('en', 'en-US', 'America/Chicago');
const { session } = evening.sheet;

describe('the account of a row', () => {
  it('puts what adds up in the order of time, and what does not add at nothing', () => {
    const { headlines, lines } = ledgerOf(kofi);
    expect(headlines.map(({ code }) => code)).toEqual(['present']);
    expect(lines.map(({ adds, reason }) => [adds, reason.code])).toEqual([
      ['0', 'waited'],
      ['22', 'credited'],
      ['1', 'drop-credited'],
      ['35', 'credited'],
      ['0', 'drop-not-credited'],
    ]);
    expect(lines.reduce((sum, { adds }) => sum + Number(adds ?? 0), 0)).toBe(kofi.creditedMinutes);
  });

  it('says what staff corrected before what was computed', () => {
    const because = [
      { code: 'by-phone', args: { from: at('18:23') }, text: 'By phone.', entries: [244] },
      { code: 'technical', args: {}, text: 'The line cost 13 min.', entries: [1] },
      {
        code: 'credited',
        args: { credited: 'PT47M', from: at('18:00') },
        text: 'In the room.',
        entries: [1],
      },
    ];
    expect(ledgerOf({ ...maria, because }).headlines.map(({ code }) => code)).toEqual([
      'by-phone',
      'technical',
    ]);
  });

  it.each([
    ['PT1H', '60'],
    ['PT1H7M', '67'],
    ['PT38M30S', '38:30'],
    ['PT9S', '0:09'],
  ])('writes %s as %s', (duration, text) => {
    expect(minutes(duration)).toBe(text);
  });
});

describe('what an evening comes to', () => {
  it('is counted as it stands after corrections', () => {
    expect(totalsOf(evening.sheet)).toMatchObject({
      people: 4,
      came: 3,
      credited: 58 + 55 + 46,
      creditedPeople: 3,
      byCorrection: 8,
      corrections: 1,
      noShows: 1,
      disputes: 1,
      mostAtOnce: { n: 3, from: Date.parse(at('18:00')), to: Date.parse(at('18:22')) },
    });
  });

  it('has nobody at once when nobody came', () => {
    expect(totalsOf({ ...evening.sheet, rows: [tomasz] }).mostAtOnce).toBeUndefined();
  });
});

describe('a row in a few words', () => {
  const words = { t: say(record.en, english), s: say(staff.en, english), clock: chicago };
  const why = (row: SheetRow) => whyOf(row, session, words);
  const stretch = { from: at('18:20'), to: at('18:23'), in: true, entries: [] };
  const left = [{ code: 'left-early', args: { left: at('18:49') }, text: '', entries: [] }];
  const dana = evening.sheet.rows[4] ?? kofi;

  it.each<[string, SheetRow]>([
    ['line dropped, short drop, counts', kofi],
    ['corrected', maria],
    ['14 min late', ruth],
    ['did not come', tomasz],
    [
      'excused, corrected',
      { ...tomasz, corrected: { status: 'excused' }, corrections: maria.corrections ?? [] },
    ],
    ['left early, 6:49', { ...maria, corrections: [], because: left }],
    ['interrupted for 3 min', { ...ruth, because: [], intervals: [{ ...stretch, cause: 'interrupted' }] }],
    ['no connection for 3 min', { ...ruth, because: [], intervals: [{ ...stretch, cause: 'media-lost' }] }],
    ['no facilitator for 3 min', { ...ruth, because: [], intervals: [{ ...stretch, cause: 'unattended' }] }],
    ['out 6:27 to 6:38', dana],
  ])('reads: %s', (text, row) => {
    expect(why(row)).toBe(text);
  });
});

describe('a correction while it is written', () => {
  const draft = (more: Partial<Draft>): Draft => Object.assign(draftOf(maria, session, chicago), more);
  const change = (more: Partial<Draft>) => changeOf(draft(more), session, chicago);

  it('begins with what stands', () => {
    expect(draft({})).toMatchObject({
      kind: undefined,
      minutes: '55',
      from: '18:00',
      to: '19:00',
      status: 'present',
    });
    expect(change({})).toEqual({ of: 'kind' });
  });

  it.each(['61', '-1', '4.5', '', 'ten'])('takes no "%s" for minutes', (typed) => {
    expect(change({ kind: 'minutes', minutes: typed })).toEqual({ of: 'minutes' });
  });

  it('finds the moment that the clock on the wall showed', () => {
    expect(change({ kind: 'by-phone', from: '18:23', to: '18:31' })).toEqual({
      type: 'by-phone',
      from: at('18:23'),
      to: at('18:31'),
    });
    expect(change({ kind: 'by-phone', from: '17:30', to: '18:31' })).toEqual({ of: 'time' });
    expect(change({ kind: 'by-phone', from: '18:31', to: '18:23' })).toEqual({ of: 'order' });
  });

  it('finds it on the next day when a session goes over midnight', () => {
    const late = { ...session, starts: '2026-11-18T05:30:00.000Z', ends: '2026-11-18T06:30:00.000Z' };
    expect(changeOf(draft({ kind: 'by-phone', from: '23:40', to: '00:10' }), late, chicago)).toEqual({
      type: 'by-phone',
      from: '2026-11-18T05:40:00.000Z',
      to: '2026-11-18T06:10:00.000Z',
    });
  });

  it('takes the whole of an hour that the clock showed twice', () => {
    const twice = { ...session, starts: '2026-11-01T06:00:00.000Z', ends: '2026-11-01T08:00:00.000Z' };
    expect(changeOf(draft({ kind: 'by-phone', from: '01:30', to: '01:45' }), twice, chicago)).toEqual({
      type: 'by-phone',
      from: '2026-11-01T06:30:00.000Z',
      to: '2026-11-01T07:45:00.000Z',
    });
  });

  it('needs a reason that others can follow', () => {
    expect(reasonFault('  ')).toEqual({ of: 'reason' });
    expect(reasonFault('x'.repeat(501))).toEqual({ of: 'long', n: 501 });
    expect(reasonFault('By phone with Ben.')).toBeUndefined();
  });
});

it('a seal is short enough to compare', () => {
  expect(seal('9c41e07b52aa0000')).toBe('9c41 e07b 52aa');
});
