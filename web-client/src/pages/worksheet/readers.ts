import type { enWorksheet } from '../../i18n/en-worksheet';
import type { Say } from '../../i18n/text';
import type { PersonView, WorksheetMode } from '../../session/protocol';

/** Whoever leads the group now, by name. */
export const leaders = (people: Readonly<Record<string, PersonView>>): string =>
  Object.values(people)
    .filter(({ role }) => role === 'facilitator')
    .sort((a, b) => a.order - b.order)
    .map(({ name }) => name)
    .join(', ');

/** Who sees what is written, in a sentence. Those who treat a person read it with or without a meeting. */
export function readersOf(t: Say<typeof enWorksheet>, mode: WorksheetMode, names: string): string {
  return names === '' ? t(`readers.${mode}-team`) : t(`readers.${mode}`, { names });
}
