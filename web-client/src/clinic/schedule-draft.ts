import type { Place, SeriesLine, Timing } from './calendar';
import { rhythmIn, ruleOf } from './rhythm';
import type { Weekday } from './rhythm';
import { isDay } from './week';

/** A day, a time and a length while they are written: as they stand in the fields. */
export interface PlaceDraft {
  day: string;
  at: string;
  minutes: string;
}

/** A series while it is written. */
export interface SeriesDraft {
  group: string;
  days: Weekday[];
  every: string;
  at: string;
  minutes: string;
  first: string;
  last: string;
}

export type ScheduleFault = 'no-day' | 'no-time' | 'no-length' | 'no-weekday' | 'no-first' | 'last-early';

const LEAST_MINUTES = 5;
const MOST_MINUTES = 12 * 60;
const USUAL_MINUTES = '60';

const lengthIn = (typed: string): number | undefined => {
  const minutes = /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : 0;
  return minutes >= LEAST_MINUTES && minutes <= MOST_MINUTES ? minutes : undefined;
};
const timeIn = (typed: string): string | undefined => /^\d\d:\d\d/.exec(typed)?.[0];

export const draftOf = ({ day, at, minutes }: Place): PlaceDraft => ({ day, at, minutes: String(minutes) });

export const freshPlace = (day: string): PlaceDraft => ({ day, at: '', minutes: USUAL_MINUTES });

/** What is asked of the server, or what is still missing, the first thing first. */
export function placeIn(draft: PlaceDraft): Place | ScheduleFault {
  if (!isDay(draft.day)) return 'no-day';
  const at = timeIn(draft.at);
  if (!at) return 'no-time';
  const minutes = lengthIn(draft.minutes);
  return minutes === undefined ? 'no-length' : { day: draft.day, at, minutes };
}

/** As a series goes on from a day, or as most new ones are. */
export function seriesDraft(series: SeriesLine | undefined, group: string, first: string): SeriesDraft {
  const timing = series?.timing;
  const rhythm = timing && rhythmIn(timing.rule);
  return {
    group: series?.group ?? group,
    days: rhythm?.days ?? [],
    every: String(rhythm?.every ?? 1),
    at: timing?.at ?? '',
    minutes: timing ? String(timing.minutes) : USUAL_MINUTES,
    first: timing && timing.first > first ? timing.first : first,
    last: '',
  };
}

export function timingIn(draft: SeriesDraft): Timing | ScheduleFault {
  if (draft.days.length === 0) return 'no-weekday';
  const at = timeIn(draft.at);
  if (!at) return 'no-time';
  const minutes = lengthIn(draft.minutes);
  if (minutes === undefined) return 'no-length';
  if (!isDay(draft.first)) return 'no-first';
  if (draft.last && draft.last < draft.first) return 'last-early';
  const { days, first, last } = draft;
  return { rule: ruleOf({ every: Number(draft.every), days, ...(last && { last }) }), first, at, minutes };
}
