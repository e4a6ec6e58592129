import { filledOf, type SheetRead } from './sheet-line';
import { isAsked, rowsIn, valueAt } from './filled';
import { hasRows, isQuestion, keyOf, questionsIn } from './form';
import type { Address, Item, Value } from './form';

/** What one of the staff wrote beside an answer, for staff alone. */
export interface StaffNote {
  item: string;
  row?: string;
  words: string;
  by: { id: string; name: string };
  at: string;
}

/** Somebody's sheet as their staff read it. */
export interface StaffSheet extends SheetRead {
  session?: string;
  begun?: string;
  changed?: string;
  answered: number;
  questions: number;
  notes?: readonly StaffNote[];
}

/** One question with what stands there: `gone` where nobody can read it any more. */
export interface Read {
  item: Item;
  address: Address;
  value: Value | undefined;
  gone: boolean;
  notes: readonly StaffNote[];
}

/** Questions that stand together: of a group, of none, or those of one row. */
export interface Part {
  /** Of the group, once for all its rows. */
  heading?: string;
  /** Of a row: the first of its group is 1. */
  number?: number;
  reads: readonly Read[];
}

/** In the order of the form: what is asked, and what was noted even where it is asked no more. */
export function readingOf(sheet: StaffSheet): readonly Part[] {
  const { form } = sheet;
  const filled = filledOf(sheet);
  const { answers, notes = [] } = sheet;
  const read = (item: Item, row?: string): Read => {
    const address = { item: item.id, row };
    const here = (one: Address) => keyOf(one) === keyOf(address);
    return {
      item,
      address,
      value: valueAt(filled, address),
      gone: answers.some((answer) => here(answer) && 'gone' in answer),
      notes: notes.filter(here),
    };
  };
  const counts = ({ address, notes }: Read) => isAsked(form, filled, address) || notes.length > 0;
  const isWritten = ({ value, gone, notes }: Read) => value !== undefined || gone || notes.length > 0;

  const rowsOf = (group: Item): readonly Part[] => {
    const questions = questionsIn(group);
    const within = ({ item, row }: Address) => row !== undefined && questions.some(({ id }) => id === item);
    // A row of which nothing can be read, or that is left in notes alone, is one as well.
    const others = [...answers, ...notes].filter(within).flatMap(({ row }) => row ?? []);
    const rows = [...new Set([...rowsIn(filled, group), ...others])];
    return rows.map((row, n) => ({
      number: n + 1,
      reads: questions.map((item) => read(item, row)).filter((one) => counts(one) && isWritten(one)),
    }));
  };
  const walk = (items: readonly Item[]): readonly Part[] =>
    items.reduce<readonly Part[]>((parts, item) => {
      if (item.type === 'group') {
        const [first, ...rest] = hasRows(item) ? rowsOf(item) : walk(item.items ?? []);
        if (!first && !(hasRows(item) && isAsked(form, filled, { item: item.id }))) return parts;
        const heading = item.text ? { heading: item.text } : {};
        return [...parts, { reads: [], ...first, ...heading }, ...rest];
      }
      const one = isQuestion(item) ? read(item) : undefined;
      if (!one || !counts(one)) return parts;
      const last = parts.at(-1);
      const joins = last && last.number === undefined && last.heading === undefined;
      return joins
        ? [...parts.slice(0, -1), { ...last, reads: [...last.reads, one] }]
        : [...parts, { reads: [one] }];
    }, []);
  return walk(form.items);
}

/** Of all that was answered: a sheet whose key is destroyed. */
export const isAllGone = ({ answers }: SheetRead): boolean =>
  answers.length > 0 && answers.every((answer) => 'gone' in answer);

/** @param words none take the note back */
export function withNote(
  notes: readonly StaffNote[],
  { item, row }: Address,
  words: string,
  by: StaffNote['by'],
  at: string,
): readonly StaffNote[] {
  const others = notes.filter((note) => keyOf(note) !== keyOf({ item, row }) || note.by.id !== by.id);
  const note = { item, ...(row !== undefined && { row }), words: words.trim(), by, at };
  return note.words === '' ? others : [...others, note];
}
