import type { clinic } from '../../i18n/clinic-book';
import type { Say } from '../../i18n/text';

/** "Ben H.", "Ben H. and Amara N.", "Ben H., Kim O. and Amara N." */
export function listed(names: readonly string[], t: Say<(typeof clinic)['en']>): string {
  const [last, ...before] = [...names].reverse();
  if (last === undefined) return '';
  if (before.length === 0) return last;
  const first = before.reverse().reduce((all, name) => t('comma', { first: all, second: name }));
  return t('and', { first, second: last });
}
