import type { AttendanceSheet, SheetChange, SheetInterval, SheetRow } from '../../session/sheet';

const MINUTE_MS = 60_000;
const STEPS_MIN = [5, 10, 15, 20, 30, 60];
const MOST_TICKS = 7;
/** Entries nearer than this, in percent of the whole, share a mark. */
const NEAR = 5;

/** From the first knock, or the start, to the end, or as far as it ran over. */
export interface Scale {
  from: number;
  to: number;
  /** The planned time, in percent of the whole. */
  plan: Stretch;
  ticks: { at: number; percent: number }[];
}

export interface Stretch {
  x: number;
  width: number;
}

/**
 * A dropped line that counts is `short`; in the room, but interrupted or alone, is `side`; there without a connection,
 * `silent`; what staff noted is `fix`.
 */
export type Shape = 'in' | 'short' | 'drop' | 'wait' | 'side' | 'silent' | 'fix';

export function scaleOf(sheet: AttendanceSheet): Scale {
  const starts = Date.parse(sheet.session.starts);
  const ends = Date.parse(sheet.session.ends);
  const known = sheet.rows.flatMap(({ intervals }) => intervals.map(({ from }) => Date.parse(from)));
  const from = floorTo(Math.min(starts, ...known), 5);
  const to = Math.max(ends, sheet.session.life === 'ended' ? ends : Date.parse(sheet.asOf), ...lastOf(sheet));
  const percent = (ms: number) => ((ms - from) / (to - from)) * 100;
  const stepMin = STEPS_MIN.find((step) => (to - from) / (step * MINUTE_MS) <= MOST_TICKS) ?? 120;
  const ticks = [];
  for (
    let at = Math.ceil(from / (stepMin * MINUTE_MS)) * stepMin * MINUTE_MS;
    at <= to;
    at += stepMin * MINUTE_MS
  ) {
    ticks.push({ at, percent: percent(at) });
  }
  return { from, to, plan: { x: percent(starts), width: percent(ends) - percent(starts) }, ticks };
}

export function place({ from, to }: { from: string; to?: string }, scale: Scale, now: number): Stretch {
  const percent = (ms: number) => ((Math.min(scale.to, ms) - scale.from) / (scale.to - scale.from)) * 100;
  const x = percent(Date.parse(from));
  return { x, width: Math.max(0.4, percent(to === undefined ? now : Date.parse(to)) - x) };
}

/** What is drawn of a row, each where it belongs; what staff noted lies on top. */
export function shapesOf(row: SheetRow, scale: Scale, now: number): (Stretch & { shape: Shape })[] {
  const drawn = row.intervals.flatMap((interval) => {
    const shape = shapeOf(interval, row);
    return shape ? [{ shape, ...place(interval, scale, now) }] : [];
  });
  const phone = byPhone(row);
  return phone ? [...drawn, { shape: 'fix', ...place(phone, scale, now) }] : drawn;
}

/** How an interval is drawn; who left or was sent away leaves the time itself to be seen. */
function shapeOf(interval: SheetInterval, row: SheetRow): Shape | undefined {
  if (interval.cause === 'waited') return 'wait';
  if (interval.cause === 'dropped') return counts(interval, row) ? 'short' : 'drop';
  if (!interval.in) return undefined;
  if (interval.cause === 'media-lost') return 'silent';
  return interval.cause === 'interrupted' || interval.cause === 'unattended' ? 'side' : 'in';
}

/** Whether the rules bridge a dropped line, as the row's own sentences say. */
export function counts(interval: SheetInterval, row: SheetRow): boolean {
  return row.because.some(
    ({ code, entries }) =>
      (code === 'drop-credited' || code === 'reconnect-credited') &&
      interval.entries.every((entry) => entries.includes(entry)),
  );
}

/** The stretch on the phone, if it is what stands of the credit. */
export function byPhone(row: SheetRow): Extract<SheetChange, { type: 'by-phone' }> | undefined {
  const credit = row.corrections?.filter(
    ({ change }) => change.type === 'minutes' || change.type === 'by-phone',
  );
  const standing = credit?.at(-1)?.change;
  return standing?.type === 'by-phone' ? standing : undefined;
}

/** The entries under an opened bar, each where it changed something; near ones together. */
export function marksOf(row: SheetRow, scale: Scale, now: number): { x: number; entries: string }[] {
  const at = new Map<number, number>();
  for (const interval of row.intervals) {
    const { x, width } = place(interval, scale, now);
    const [began, ended] = interval.entries;
    if (began !== undefined && !at.has(began)) at.set(began, x);
    if (ended !== undefined && !at.has(ended)) at.set(ended, x + width);
  }
  const marks: { x: number; entries: number[] }[] = [];
  for (const [entry, x] of [...at].sort(([, a], [, b]) => a - b)) {
    const last = marks.at(-1);
    if (last && x - last.x < NEAR) last.entries.push(entry);
    else marks.push({ x, entries: [entry] });
  }
  return marks.map(({ x, entries }) => ({ x, entries: entries.join(', ') }));
}

const floorTo = (ms: number, minutes: number) => Math.floor(ms / (minutes * MINUTE_MS)) * minutes * MINUTE_MS;

const lastOf = (sheet: AttendanceSheet): number[] =>
  sheet.rows.flatMap(({ intervals }) =>
    intervals.flatMap(({ to }) => (to === undefined ? [] : [Date.parse(to)])),
  );
