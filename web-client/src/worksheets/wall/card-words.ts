import type { enWorksheet } from '../../i18n/en-worksheet';
import type { Say } from '../../i18n/text';
import type { CardView } from '../../session/protocol';
import { placesOf, type Form, type Item, type Value } from '../form';
import { valueWords } from '../said';

/** What a card answers: its question, and what the row around it is about. */
export function asks(form: Form | undefined, { item }: CardView): string | undefined {
  const place = form && placesOf(form).get(item);
  if (!place) return undefined;
  return [place.rows?.text, place.item.text].filter(Boolean).join(' · ') || undefined;
}

/** What stands on a card, a line for each of several; of options the texts that people know. */
export function linesOf(
  t: Say<typeof enWorksheet>,
  locale: string,
  form: Form | undefined,
  { item, words }: CardView,
): readonly string[] {
  if (words === undefined) return [];
  const question = form && placesOf(form).get(item)?.item;
  if (!question) return [words];
  const several = question.repeats && (question.type === 'choice' || question.type === 'line');
  return (several ? words.split('\n') : [words]).map((line) =>
    fits(question, line) ? valueWords(t, locale, question, valueOf(question, line)) : line,
  );
}

const fits = ({ type }: Item, words: string): boolean => type !== 'date' || !Number.isNaN(Date.parse(words));

/** The server sends every answer as one text. */
function valueOf({ type }: Item, words: string): Value {
  const number = Number(words);
  switch (type) {
    case 'yes-no':
      return words === 'true' ? true : words === 'false' ? false : words;
    case 'whole':
    case 'decimal':
    case 'slider':
      return Number.isNaN(number) ? words : number;
    case 'group':
    case 'display':
    case 'line':
    case 'text':
    case 'choice':
    case 'date':
      return words;
  }
}
