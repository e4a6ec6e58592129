import type { Lang } from './speech.svelte';

/** Times as a person of this language says them, in the person's own zone and way of counting hours. */
export interface Clock {
  /** "5:52" */
  time(at: Date): string;
  /** In a name or after "until": "6 pm", "las 6". */
  hour(at: Date): string;
  /** "5:52 pm", "5:52 p. m.": with nothing around it that would tell the half of the day. */
  stamp(at: Date): string;
  /** "It's 5:52", "Son las 5:52 de la tarde". */
  sentence(at: Date): string;
  /** "Thursday 19 November" */
  day(at: Date): string;
  /** "Monday" */
  weekday(at: Date): string;
  /** "Mon, Mar 2" */
  short(at: Date): string;
  /** "March 2 – 8" */
  days(from: Date, to: Date): string;
  /** "Tue, Nov 17, 7:12 pm": for what may have been days ago. */
  when(at: Date): string;
  /** "17:52", as a field for a time holds it in every language. */
  field(at: Date): string;
  /** "Central Time": the zone that all of these are in. */
  zone(at: Date): string;
}

export function clock(lang: Lang, locale: string, timeZone?: string): Clock {
  const zone = known(timeZone) ? { timeZone } : {};
  const digits = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', ...zone });
  const day = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', ...zone });
  const long = new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: 'numeric',
    minute: '2-digit',
    ...zone,
  });
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long', ...zone });
  const brief = new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...zone,
  });
  const span = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', ...zone });
  const twelve = digits.resolvedOptions().hour12 === true;

  const parts = (at: Date) => {
    const of = (type: string) => digits.formatToParts(at).find((part) => part.type === type)?.value ?? '';
    return { hour: of('hour'), minute: of('minute'), period: of('dayPeriod') };
  };
  const time = (at: Date) => `${parts(at).hour}:${parts(at).minute}`;
  const hour24 = (at: Date) =>
    Number(new Intl.DateTimeFormat('en', { hour: 'numeric', hourCycle: 'h23', ...zone }).format(at));
  const stamp = (at: Date) => digits.format(at).toLowerCase();
  const field = new Intl.DateTimeFormat('en', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...zone,
  });
  const short = (at: Date) => (twelve && parts(at).minute === '00' ? parts(at).hour : time(at));

  const named = (timeZoneName: 'long' | 'longGeneric', at: Date) =>
    new Intl.DateTimeFormat(locale, { timeZoneName, ...zone })
      .formatToParts(at)
      .find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const both = {
    time,
    stamp,
    when: (at: Date) => long.format(at).replace(/[AP]M/, (half) => half.toLowerCase()),
    weekday: (at: Date) => weekday.format(at),
    short: (at: Date) => brief.format(at),
    days: (from: Date, to: Date) => span.formatRange(from, to),
    field: (at: Date) => field.format(at),
    // A zone without a name of its own has none that holds all year.
    zone: (at: Date) =>
      /^GMT/.test(named('longGeneric', at)) ? named('long', at) : named('longGeneric', at),
  };

  const english: Clock = {
    hour: (at) => (twelve ? `${short(at)} ${hour24(at) < 12 ? 'am' : 'pm'}` : time(at)),
    sentence: (at) => `It's ${time(at)}`,
    day: (at) => day.format(at),
    ...both,
  };
  const spanish: Clock = {
    hour: (at) => `${isOne(parts(at).hour) ? 'la' : 'las'} ${short(at)}`,
    sentence: (at) =>
      `${isOne(parts(at).hour) ? 'Es la' : 'Son las'} ${time(at)}${twelve ? partOfDay(hour24(at)) : ''}`,
    day: (at) => capital(day.format(at)),
    ...both,
  };
  return lang === 'es' ? spanish : english;
}

const isOne = (hour: string) => Number(hour) === 1;

function partOfDay(hour: number): string {
  if (hour < 12) return ' de la mañana';
  return hour < 20 ? ' de la tarde' : ' de la noche';
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** A server may know zones that a browser does not; the person's own is better than no time at all. */
function known(timeZone: string | undefined): timeZone is string {
  if (timeZone === undefined) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
