import { plain } from '../../clinic/find';
import type { FormLine } from '../../worksheets/staff-sheets';

/** Whichever has every word that was typed in its title or in when to use it. */
export function found(forms: readonly FormLine[], typed: string): readonly FormLine[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  return forms.filter(({ title, about = '' }) => {
    const text = plain(`${title} ${about}`);
    return words.every((word) => text.includes(word));
  });
}
