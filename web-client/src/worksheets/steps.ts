import { hasRows, isQuestion } from './form';
import type { Form, Item } from './form';
import { isAsked, type Filled } from './filled';

/** What is seen at once by who goes through a form one question at a time. */
export interface Step {
  /** The question, the group with rows, or the exercise. */
  id: string;
  /** The groups that it stands in, for their titles. */
  groups: readonly Item[];
  /** Words that lead to it, and it. */
  items: readonly Item[];
}

/** Words go with the question that follows them; the last words go with the last question. */
export function steps(form: Form, filled: Filled): readonly Step[] {
  const all: Step[] = [];
  let words: Item[] = [];
  const walk = (items: readonly Item[], groups: readonly Item[]) => {
    for (const item of items) {
      if (!isAsked(form, filled, { item: item.id })) continue;
      if (isQuestion(item) || hasRows(item) || item.exercise) {
        all.push({ id: item.id, groups, items: [...words, item] });
        words = [];
      } else if (item.type === 'group') walk(item.items ?? [], [...groups, item]);
      else words.push(item);
    }
  };
  walk(form.items, []);
  const last = all.pop();
  if (last) all.push({ ...last, items: [...last.items, ...words] });
  return all;
}
