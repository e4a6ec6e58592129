/** Days of the week as RRULE names them, in the order in which a week is drawn here. */
export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** On which days of the week something comes again, every so many weeks, and until which day if it ends. */
export interface Rhythm {
  every: number;
  days: Weekday[];
  last?: string;
}

export function ruleOf({ every, days, last }: Rhythm): string {
  const parts = [
    'FREQ=WEEKLY',
    ...(every > 1 ? [`INTERVAL=${String(every)}`] : []),
    `BYDAY=${WEEKDAYS.filter((day) => days.includes(day)).join(',')}`,
    ...(last ? [`UNTIL=${last.replaceAll('-', '')}`] : []),
  ];
  return parts.join(';');
}

/** Of a rule as these pages make them; nothing for one that says more than a sentence here could. */
export function rhythmIn(rule: string): Rhythm | undefined {
  const said = new Map(rule.split(';').map((part) => part.split('=', 2) as [string, string]));
  const { FREQ, INTERVAL = '1', BYDAY = '', UNTIL = '', ...others } = Object.fromEntries(said);
  if (FREQ !== 'WEEKLY' || Object.keys(others).some((name) => name !== 'WKST')) return undefined;
  const days = BYDAY.split(',').filter(isWeekday);
  if (days.length === 0 || days.length !== BYDAY.split(',').length) return undefined;
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)$/.exec(UNTIL) ?? [];
  if (UNTIL && !day) return undefined;
  return {
    every: Number(INTERVAL),
    days,
    ...(day && { last: `${String(year)}-${String(month)}-${day}` }),
  };
}

const isWeekday = (text: string): text is Weekday => WEEKDAYS.some((day) => day === text);
