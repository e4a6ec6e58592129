import type { Clock } from '../../i18n/clock';
import type { record } from '../../i18n/record-book';
import type { staff } from '../../i18n/staff-book';
import type { Say } from '../../i18n/text';
import type { SheetInterval, SheetRow, SheetSession } from '../../session/sheet';
import { counts } from './sheet-scale';
import { standingStatus } from './totals';

const MINUTE_MS = 60_000;

export interface Words {
  t: Say<(typeof record)['en']>;
  s: Say<(typeof staff)['en']>;
  clock: Clock;
}

/** A row in a few words: what is not as planned, the weightiest first. */
export function whyOf(row: SheetRow, session: SheetSession, words: Words): string {
  if (row.role === 'participant') return ofMember(row, session, words).join(', ');
  if (row.role === 'facilitator') return ofStaff(row, session, words).join(', ');
  return [words.s(`guest.${row.role}`), words.t('why.guest')].join(', ');
}

function ofMember(row: SheetRow, session: SheetSession, { t, s, clock }: Words): string[] {
  const code = (name: string) => row.because.find((reason) => reason.code === name);
  const time = (iso: string | undefined) => clock.time(new Date(iso ?? session.ends));
  const words: string[] = [];
  const status = standingStatus(row);
  if (status === 'excused' || status === 'unexcused' || status === 'expected')
    words.push(lower(s(`status.${status}`)));
  else if (status === 'no-show') words.push(t('why.no-show'));
  if (code('never-let-in')) words.push(t('why.never-in'));
  if (code('late') && row.arrived) {
    words.push(t('why.late', { n: Math.floor(since(session.starts, row.arrived) / MINUTE_MS) }));
  }
  if (code('left-early')) words.push(t('why.left', { time: time(code('left-early')?.args['left']) }));
  if (code('removed')) words.push(t('why.removed', { time: time(code('removed')?.args['at']) }));
  if (code('sent-back')) words.push(t('why.sent-back'));
  const drops = row.intervals.filter(({ cause }) => cause === 'dropped');
  const short = drops.filter((drop) => counts(drop, row)).length;
  if (drops.length > short) words.push(t('why.dropped', { n: drops.length - short }));
  if (short > 0) words.push(t('why.short', { n: short }));
  for (const cause of ['media-lost', 'interrupted', 'unattended'] as const) {
    const n = Math.round(lasting(row, cause, session) / MINUTE_MS);
    if (n > 0) words.push(t(`why.${cause}`, { n }));
  }
  if (row.corrections?.length) words.push(t('why.corrected'));
  return words;
}

/** Staff are credited nothing; what matters is when a group was without them. */
function ofStaff(row: SheetRow, session: SheetSession, { t, clock }: Words): string[] {
  const time = (iso: string) => clock.time(new Date(iso));
  return row.intervals
    .filter((interval, at) => !interval.in && interval.cause !== 'waited' && at > 0)
    .map(({ from, to }) => t('why.out', { from: time(from), to: time(to ?? session.ends) }));
}

const since = (from: string, to: string) => Date.parse(to) - Date.parse(from);

const lasting = (row: SheetRow, cause: SheetInterval['cause'], session: SheetSession) =>
  row.intervals
    .filter((interval) => interval.cause === cause)
    .reduce((sum, { from, to }) => sum + since(from, to ?? session.ends), 0);

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
