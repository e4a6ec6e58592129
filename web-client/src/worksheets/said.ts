import type { Say } from '../i18n/text';
import type { enWorksheet } from '../i18n/en-worksheet';
import type { Misfit } from './check';
import type { Item, Value } from './form';

type Words = Say<typeof enWorksheet>;

export function misfitWords(t: Words, { most = 0, from = 0, to = 0 }: Item, fault: Misfit): string {
  switch (fault) {
    case 'too-long':
      return t('misfit.too-long', { most });
    case 'too-small':
      return t('misfit.too-small', { from });
    case 'too-big':
      return t('misfit.too-big', { to });
    case 'no-number':
    case 'not-whole':
    case 'no-date':
    case 'no-option':
    case 'other-kind':
      return t(`misfit.${fault}`);
  }
}

/** An answer as people read it; several of them one after the other. */
export function valueWords(t: Words, locale: string, { type, options, to }: Item, value: Value): string {
  if (typeof value === 'boolean') return t(value ? 'sheet.yes' : 'sheet.no');
  if (typeof value === 'number' && type === 'slider') return t('sheet.of', { n: value, all: to ?? 10 });
  if (typeof value === 'number') return new Intl.NumberFormat(locale).format(value);
  if (type === 'date' && typeof value === 'string') return dayWords(locale, value);
  const texts = typeof value === 'string' ? [value] : value;
  return texts.map((text) => options?.find(({ code }) => code === text)?.text ?? text).join(', ');
}

/** The answer that a card tells as one text, a line for each of several. */
export function valueOf({ type, repeats }: Item, words: string): Value {
  if (type === 'yes-no') return words === 'true';
  if (type === 'whole' || type === 'decimal' || type === 'slider') return Number(words);
  return repeats ? words.split('\n') : words;
}

const dayWords = (locale: string, day: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(day));
