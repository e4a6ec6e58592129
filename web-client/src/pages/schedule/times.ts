import type { Place, SlotLine, Timing } from '../../clinic/calendar';
import { rhythmIn, WEEKDAYS } from '../../clinic/rhythm';
import { daysAfter } from '../../clinic/week';
import type { schedule } from '../../i18n/schedule-book';
import type { Speech } from '../../i18n/speech.svelte';
import type { Say } from '../../i18n/text';

type Words = Say<(typeof schedule)['en']>;

/** What a clock on the clinic's wall shows, said without any zone: six stays six, wherever it is read. */
const onWall = (speech: Speech) => speech.clockIn('UTC');
const shown = ({ day, at }: Pick<Place, 'day' | 'at'>) => new Date(`${day}T${at}:00Z`);

/** "Thursday, March 5", "jueves, 5 de marzo": within a sentence. */
export function dayText(speech: Speech, day: string): string {
  const said = onWall(speech).day(shown({ day, at: '12:00' }));
  return speech.lang === 'es' ? said.charAt(0).toLowerCase() + said.slice(1) : said;
}

/** "Mon, Mar 2" */
export const shortText = (speech: Speech, day: string): string =>
  onWall(speech).short(shown({ day, at: '12:00' }));

/** "Monday" */
export const weekdayText = (speech: Speech, day: string): string =>
  onWall(speech).weekday(shown({ day, at: '12:00' }));

/** "March 2 – 8" */
export const weekText = (speech: Speech, from: string, to: string): string =>
  onWall(speech).days(shown({ day: from, at: '12:00' }), shown({ day: to, at: '12:00' }));

/** "Thu, Mar 5, 6:00 pm" */
export const placeText = (speech: Speech, place: Pick<Place, 'day' | 'at'>): string =>
  onWall(speech).when(shown(place));

/** "6:00 pm" */
export const timeText = (speech: Speech, at: string): string =>
  onWall(speech).stamp(shown({ day: '2026-01-01', at }));

/** Over midnight too. */
const endOf = ({ at, minutes }: Pick<Place, 'at' | 'minutes'>) =>
  new Date(shown({ day: '2026-01-01', at }).getTime() + minutes * 60_000);

/** "7:30 pm" */
export const endText = (speech: Speech, place: Pick<Place, 'at' | 'minutes'>): string =>
  onWall(speech).stamp(endOf(place));

/** "7:30", after when it begins. */
export const untilText = (speech: Speech, place: Pick<Place, 'at' | 'minutes'>): string =>
  onWall(speech).time(endOf(place));

/** "Every Monday and Thursday, 6:00 pm, for 90 minutes, until June 30" */
export function rhythmText(speech: Speech, t: Words, timing: Timing, today: string, last?: string): string {
  const rhythm = rhythmIn(timing.rule);
  // A Monday that was long ago; only the names of the days are taken from it.
  const names = (rhythm?.days ?? []).map((day) =>
    weekdayText(speech, daysAfter('2024-01-01', WEEKDAYS.indexOf(day))),
  );
  const days = new Intl.ListFormat(speech.locale, { type: 'conjunction' }).format(names);
  const again = () => {
    if (!rhythm) return t('rhythm.rule', { rule: timing.rule });
    return rhythm.every > 1 ? t('rhythm.weeks', { n: rhythm.every, days }) : t('rhythm.weekly', { days });
  };
  let said = t('rhythm.whole', {
    rhythm: again(),
    time: timeText(speech, timing.at),
    minutes: timing.minutes,
  });
  if (timing.first > today) said = t('rhythm.from', { said, day: dayText(speech, timing.first) });
  const ends = [last, rhythm?.last].filter((day) => day !== undefined).sort()[0];
  return ends ? t('rhythm.until', { said, day: dayText(speech, ends) }) : said;
}

/** What is otherwise about a session, in words beside its colour; empty where nothing is. */
export function stateText(speech: Speech, t: Words, slot: SlotLine, all: readonly SlotLine[]): string {
  switch (slot.state) {
    case 'planned':
      return '';
    case 'moved':
      return slot.planned ? t('slot.from', { when: placeText(speech, slot.planned) }) : '';
    case 'cancelled':
      return t('slot.cancelled');
    case 'holiday':
      return t('slot.holiday', { name: slot.why ?? '' });
    case 'extra': {
      if (!slot.makesUp) return t('slot.extra');
      const missed = missedDay(slot.makesUp, all);
      return missed ? t('slot.makes-up', { day: shortText(speech, missed) }) : t('slot.makes-up-other');
    }
  }
}

/** A session of a series has its day in its id; an extra one only while it is in sight. */
export function missedDay(id: string, all: readonly SlotLine[]): string | undefined {
  const seen = all.find((slot) => slot.id === id);
  if (seen) return seen.planned?.day ?? seen.place.day;
  const [, year, month, day] = /-(\d{4})(\d\d)(\d\d)$/.exec(id) ?? [];
  return year && month && day ? `${year}-${month}-${day}` : undefined;
}
