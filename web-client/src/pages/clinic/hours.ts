import type { people } from '../../i18n/people-book';
import type { Say } from '../../i18n/text';

/** "9 h", "4 h 30 min" */
export function hoursText(minutes: number, t: Say<(typeof people)['en']>): string {
  const [h, m] = [Math.floor(minutes / 60), minutes % 60];
  return m === 0 ? t('week.hours', { h }) : t('week.hours-and', { h, m });
}

/** Whole minutes of hours as people type them, with a point or a comma; nothing where that is no plan for a week. */
export function minutesOf(hours: string): number | undefined {
  const typed = hours.trim().replace(',', '.');
  if (!/^\d{1,2}(\.\d{1,2})?$/.test(typed)) return undefined;
  const minutes = Math.round(Number(typed) * 60);
  return minutes <= 3600 ? minutes : undefined;
}
