/** A worksheet as the server hands it out, in one language. */
export interface Form {
  form: string;
  version: string;
  language: string;
  title: string;
  /** When to use it, in one sentence. */
  about?: string;
  rights?: string;
  items: readonly Item[];
}

export type Kind =
  'group' | 'display' | 'line' | 'text' | 'choice' | 'yes-no' | 'whole' | 'decimal' | 'date' | 'slider';

export interface Item {
  id: string;
  type: Kind;
  text?: string;
  help?: string;
  /** Stands in a field while it is empty. */
  hint?: string;
  required?: boolean;
  /** Of a group: it has rows. Of a choice: several may be chosen. Of words: there may be several. */
  repeats?: boolean;
  /** What the button says that adds a row. */
  add?: string;
  exercise?: 'wave';
  /** Letters. */
  most?: number;
  from?: number;
  to?: number;
  step?: number;
  /** Few short options, side by side. */
  across?: boolean;
  options?: readonly Option[];
  /** All of these must hold before it is asked; with `any`, one of them. */
  when?: readonly Condition[];
  any?: boolean;
  items?: readonly Item[];
}

export interface Option {
  code: string;
  text: string;
  score?: number;
}

export type Comparison = 'exists' | 'equals' | 'differs' | 'above' | 'below' | 'at-least' | 'at-most';

export interface Condition {
  item: string;
  is: Comparison;
  value: string | number | boolean;
}

/** A date is `2026-11-29`; a choice its code; where several are chosen or written, all of them. */
export type Value = string | number | boolean | readonly string[];

/** What an answer stands at: a question, and the row where its group has rows. */
export interface Address {
  item: string;
  row?: string | undefined;
}

/** An item and what it stands in. */
export interface Place {
  item: Item;
  /** From the outermost to the one right around it. */
  groups: readonly Item[];
  /** The group with rows that it stands in. */
  rows?: Item;
}

const places = new WeakMap<Form, ReadonlyMap<string, Place>>();

/** Every item of a form by its id, in the order of the form. */
export function placesOf(form: Form): ReadonlyMap<string, Place> {
  const known = places.get(form);
  if (known) return known;
  const found = new Map<string, Place>();
  const walk = (items: readonly Item[], groups: readonly Item[]) => {
    for (const item of items) {
      const rows = groups.find(({ repeats }) => repeats);
      found.set(item.id, { item, groups, ...(rows && { rows }) });
      walk(item.items ?? [], [...groups, item]);
    }
  };
  walk(form.items, []);
  places.set(form, found);
  return found;
}

export const isQuestion = ({ type }: Item): boolean => type !== 'group' && type !== 'display';

export const hasRows = ({ type, repeats }: Item): boolean => type === 'group' && repeats === true;

/** All questions in a group, however deep. */
export function questionsIn(group: Item): readonly Item[] {
  return (group.items ?? []).flatMap((item) => {
    if (item.type === 'group') return questionsIn(item);
    return isQuestion(item) ? [item] : [];
  });
}

export const keyOf = ({ item, row }: Address): string => (row === undefined ? item : `${item} ${row}`);

/** What is known of some answers, by their keys. */
export type ByKey<T> = ReadonlyMap<string, T>;

export const NONE: ByKey<never> = new Map<string, never>();

/** @param value nothing takes away what was known */
export function known<T>(all: ByKey<T>, address: Address, value: T | undefined): ByKey<T> {
  const changed = new Map(all);
  if (value === undefined) changed.delete(keyOf(address));
  else changed.set(keyOf(address), value);
  return changed;
}
