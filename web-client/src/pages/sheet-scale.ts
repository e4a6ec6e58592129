import type { AttendanceSheet, SheetInterval } from '../session/sheet';

const MINUTE_MS = 60_000;
const STEPS_MIN = [5, 10, 15, 20, 30, 60];
const MOST_TICKS = 7;

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

export type Shape = 'in' | 'short' | 'drop' | 'wait';

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

/** How an interval is drawn; who left or was sent away leaves the time itself to be seen. */
export function shapeOf({ in: inRoom, cause }: SheetInterval): Shape | undefined {
  if (cause === 'waited') return 'wait';
  if (cause === 'dropped') return 'drop';
  if (!inRoom) return undefined;
  return cause === 'interrupted' || cause === 'unattended' ? 'short' : 'in';
}

const floorTo = (ms: number, minutes: number) => Math.floor(ms / (minutes * MINUTE_MS)) * minutes * MINUTE_MS;

const lastOf = (sheet: AttendanceSheet): number[] =>
  sheet.rows.flatMap(({ intervals }) =>
    intervals.flatMap(({ to }) => (to === undefined ? [] : [Date.parse(to)])),
  );
