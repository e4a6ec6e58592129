import { hasRows, isQuestion, placesOf, questionsIn } from './form';
import type { Address, Comparison, Condition, Form, Item, Value } from './form';

export interface Answer {
  item: string;
  row?: string;
  value: Value;
}

/** A row of a group, in the order in which people made them. */
export interface Row {
  row: string;
  group: string;
}

/** What one person has written on one form. Never changed, but replaced. */
export interface Filled {
  rows: readonly Row[];
  answers: readonly Answer[];
}

export interface Progress {
  answered: number;
  questions: number;
}

export const EMPTY: Filled = { rows: [], answers: [] };

const at =
  ({ item, row }: Address) =>
  (answer: Answer): boolean =>
    answer.item === item && answer.row === row;

export const valueAt = (filled: Filled, address: Address): Value | undefined =>
  filled.answers.find(at(address))?.value;

export const rowsIn = ({ rows }: Filled, group: Item): readonly string[] =>
  rows.filter((row) => row.group === group.id).map(({ row }) => row);

/** Spaces are no answer, nor is a list of nothing. */
export function orNothing(value: Value | null): Value | null {
  if (typeof value === 'string') return value.trim() === '' ? null : value;
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return value;
  const some = value.filter((one) => one.trim() !== '');
  return some.length === 0 ? null : some;
}

/** @param value null takes the answer away */
export function written(form: Form, filled: Filled, { item, row }: Address, value: Value | null): Filled {
  const group = placesOf(form).get(item)?.rows;
  const known = row === undefined || filled.rows.some((other) => other.row === row);
  const rows = known || !group ? filled.rows : [...filled.rows, { row, group: group.id }];
  const here = filled.answers.findIndex(at({ item, row }));
  if (value === null) return { rows, answers: filled.answers.filter((_, n) => n !== here) };
  const answer: Answer = { item, ...(row !== undefined && { row }), value };
  if (here < 0) return { rows, answers: [...filled.answers, answer] };
  return { rows, answers: filled.answers.map((other, n) => (n === here ? answer : other)) };
}

export const withRow = (filled: Filled, row: Row): Filled => ({ ...filled, rows: [...filled.rows, row] });

export const withoutRow = ({ rows, answers }: Filled, row: string): Filled => ({
  rows: rows.filter((other) => other.row !== row),
  answers: answers.filter((answer) => answer.row !== row),
});

/** Whether an item is asked, as far as it and all it stands in go. What is not asked counts as unanswered. */
export function isAsked(form: Form, filled: Filled, { item: id, row }: Address): boolean {
  const place = placesOf(form).get(id);
  if (!place) return false;
  const { item, groups } = place;
  return [...groups, item].every(({ when = [], any }) => {
    const holds = (condition: Condition) => conditionHolds(form, filled, condition, row);
    return when.length === 0 || (any ? when.some(holds) : when.every(holds));
  });
}

function conditionHolds(form: Form, filled: Filled, { item, is, value }: Condition, row?: string): boolean {
  const address = { item, row: placesOf(form).get(item)?.rows ? row : undefined };
  const answer = isAsked(form, filled, address) ? valueAt(filled, address) : undefined;
  if (is === 'exists') return (answer !== undefined) === value;
  const all: readonly Condition['value'][] = answer === undefined ? [] : several(answer);
  // Whoever answered nothing has not answered this either.
  if (is === 'differs') return !all.includes(value);
  return all.some((one) => compares(one, is, value));
}

const several = (value: Value): readonly Condition['value'][] =>
  typeof value === 'object' ? value : [value];

function compares(
  answer: Condition['value'],
  is: Exclude<Comparison, 'exists' | 'differs'>,
  value: Condition['value'],
): boolean {
  switch (is) {
    case 'equals':
      return answer === value;
    case 'above':
      return answer > value;
    case 'below':
      return answer < value;
    case 'at-least':
      return answer >= value;
    case 'at-most':
      return answer <= value;
  }
}

/** What is asked and stands for itself: each question, and each group with rows as one. */
export function asked(form: Form, filled: Filled): readonly Item[] {
  const walk = (items: readonly Item[]): Item[] =>
    items.flatMap((item) => {
      if (!isAsked(form, filled, { item: item.id })) return [];
      if (hasRows(item) || isQuestion(item)) return [item];
      return walk(item.items ?? []);
    });
  return walk(form.items);
}

/** A group with rows is answered once a row has anything that is asked in it. */
export function isAnswered(form: Form, filled: Filled, item: Item): boolean {
  if (!hasRows(item)) return valueAt(filled, { item: item.id }) !== undefined;
  const questions = questionsIn(item);
  return rowsIn(filled, item).some((row) =>
    questions.some(
      ({ id }) =>
        valueAt(filled, { item: id, row }) !== undefined && isAsked(form, filled, { item: id, row }),
    ),
  );
}

export function progress(form: Form, filled: Filled): Progress {
  const all = asked(form, filled);
  const answered = all.filter((item) => isAnswered(form, filled, item)).length;
  return { answered, questions: all.length };
}

/** The scores of the options that were chosen, added up. None where nothing chosen has one. */
export function score(form: Form, filled: Filled): number | undefined {
  const scores = filled.answers.flatMap(({ item: id, row, value }) => {
    const options = placesOf(form).get(id)?.item.options;
    if (!options || !isAsked(form, filled, { item: id, row })) return [];
    const codes = several(value);
    return options.flatMap(({ code, score }) => (score !== undefined && codes.includes(code) ? [score] : []));
  });
  return scores.length === 0 ? undefined : scores.reduce((sum, one) => sum + one, 0);
}
