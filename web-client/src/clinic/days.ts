import type { Clock } from '../i18n/clock';

/** A day as a field for days and the server write it, in the reader's own zone. */
export function isoDay(at: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${String(at.getFullYear())}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** The last moment of a day, so that whoever comes until then comes on it too. */
export const endOfDay = (day: string): string => new Date(`${day}T23:59:59`).toISOString();

/** The first moment of a day, in the reader's own zone. */
export const startOfDay = (day: string): string => new Date(`${day}T00:00:00`).toISOString();

/** Days are counted at noon, where no clock is moved. */
export function dayAfter(day: string, days = 1): string {
  const noon = new Date(`${day}T12:00:00`);
  noon.setDate(noon.getDate() + days);
  return isoDay(noon);
}

/** "Thursday 19 November", of a time or of a day that stands alone. */
export const dayOf = ({ clock }: { clock: Pick<Clock, 'day'> }, at: string): string =>
  clock.day(new Date(at.length === 10 ? `${at}T12:00:00` : at));
