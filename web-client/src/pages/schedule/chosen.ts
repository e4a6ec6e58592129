import type { PreparedLine } from '../../clinic/calendar';
import { newWorksheetId } from '../../worksheets/new-id';
import type { FormLine } from '../../worksheets/staff-sheets';

/** A worksheet that is prepared, with its name. */
export type Chosen = Omit<PreparedLine, 'title' | 'members'> & {
  title: string;
  members?: readonly string[] | undefined;
};

export const added = (
  all: readonly Chosen[],
  { form, version, title }: FormLine,
  id = newWorksheetId(),
): readonly Chosen[] => [...all, { worksheet: id, form, version, title, mode: 'private' }];

export const without = (all: readonly Chosen[], at: number): readonly Chosen[] =>
  all.filter((_, n) => n !== at);

/** With who sees what of it, or for whom it is. */
export const changed = (
  all: readonly Chosen[],
  at: number,
  part: Pick<Chosen, 'mode'> | Pick<Chosen, 'members'>,
): readonly Chosen[] => all.map((one, n) => (n === at ? { ...one, ...part } : one));

/** One place earlier or later; as it was where it cannot. */
export function shifted(all: readonly Chosen[], at: number, by: -1 | 1): readonly Chosen[] {
  const [one, other] = [all[at], all[at + by]];
  if (!one || !other) return all;
  return all.map((each, n) => (n === at ? other : n === at + by ? one : each));
}
